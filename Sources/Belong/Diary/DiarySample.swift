import Foundation
import Kernel

extension DiaryEntry {
    /// A believable Tuesday.
    static func samples(on day: Day) -> [DiaryEntry] {
        let amara = Worry.Named(id: Member.ID(), name: "Amara Okafor")
        func entry(
            _ kind: Kind,
            _ from: Int,
            _ minutes: Int,
            _ person: String?,
            _ place: String
        ) -> DiaryEntry {
            let id = DiaryEntry.ID()
            let begins = DiaryHours.instant(day, from)
            return DiaryEntry(
                id: id,
                first: id,
                owner: amara,
                plan: Plan(
                    kind: kind,
                    caseID: person.map { _ in Case.ID() },
                    practice: nil,
                    beginsAt: begins,
                    endsAt: begins.addingTimeInterval(Double(minutes) * 60),
                    words: "",
                    place: place,
                    ownPlace: ""
                ),
                person: person,
                personID: nil,
                practice: kind == .practice ? "Elm Street Surgery" : nil,
                madeBy: amara.name,
                madeAt: begins,
                because: nil,
                cancelling: nil,
                standing: .planned
            )
        }
        return [
            entry(.practice, 540, 60, "Jean M.", "Garden room"),
            entry(.goingAlong, 630, 90, "Tomasz K.", "the leisure centre"),
            entry(.meeting, 750, 60, nil, "Meeting room"),
            entry(.community, 840, 120, nil, "Harbour Community Kitchen"),
        ]
    }
}
