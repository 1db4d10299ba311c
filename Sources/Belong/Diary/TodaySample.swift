import Foundation
import Kernel

extension Today {
    static var sample: Today {
        let day = Day(number: 20_557)
        let entries = DiaryEntry.samples(on: day)
        let care = Care(
            safe: "safe by text, phone call · no voicemail",
            mayCall: true,
            phone: PhoneNumber("07700 900112"),
            needs: ["Step-free places"],
            risk: nil
        )
        return Today(
            me: entries[0].owner.id,
            name: "Amara Okafor",
            week: entries,
            day: entries.map { Met(entry: $0, care: $0.person == nil ? Care() : care) },
            waits: [
                Wait(
                    tag: "A little chat?",
                    colour: "sun",
                    who: "Dr Lowe asks before referring",
                    words: "“In every week with his chest. Is this one for you?”",
                    since: London.instant(day.advanced(by: -1), hour: 9),
                    act: "Reply",
                    path: "/questions/1"
                )
            ],
            waitsInAll: 1,
            quiet: [
                Quiet(
                    id: Case.ID(),
                    name: "Alan B.",
                    reachedAt: London.instant(day.advanced(by: -30), hour: 9)
                )
            ],
            quietInAll: 1,
            news: [
                News(who: "Dr Patel on Alan B.", words: "answered your news", path: "/replies"),
                News(
                    who: "Jean M.",
                    words: "says what whoever referred them hears: nothing",
                    path: "/people",
                    saying: UUID()
                ),
            ],
            hours: .sample,
            cards: [
                PracticeCard(
                    practice: Organisation.ID(),
                    name: "Elm Street Surgery",
                    words: "Meeting on Tuesdays at 12:30. The garden room is warm after ten.",
                    writtenBy: "Mina Shah",
                    writtenAt: London.instant(day, hour: 9),
                    presence: "you are here today, 09:00 to 16:00"
                )
            ],
            lookAgain: [.sample]
        )
    }
}
