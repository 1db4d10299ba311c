import Foundation
import Kernel

extension DeskPage.Line {
    init(_ asked: Desk.Asked, at now: Date) {
        id = asked.question.id
        linkWorker = asked.linkWorker
        words = asked.question.words
        answer = asked.answer
        isNew = asked.isNew
        self.asked = Day(asked.question.askedAt).nearness(to: Day(now))
        refer = asked.question.referring
    }
}

extension DeskPage {
    static let neighbours = [
        Desk.Neighbour(
            id: Member.ID(),
            name: "Amara Okafor",
            practice: Organisation(kind: .practice, name: "Elm Street Surgery"),
            profile: Profile(brings: "Ten years in housing advice.", languages: "Igbo", phone: nil),
            presence: [Presence(weekday: .tuesday, from: 540, until: 960, room: "Garden room")],
            waiting: 3,
            typicalWait: 9
        )
    ]

    static var sample: DeskPage {
        let now = Date(timeIntervalSince1970: 1_776_150_000)
        let neighbour = neighbours[0]
        let question = Question(
            id: Question.ID(),
            practice: neighbour.practice.id,
            askedBy: Member.ID(),
            askedOf: neighbour.id,
            words: "72, widowed in January, in every week with his chest. One for you?",
            askedAt: now
        )
        let referral = Referral(
            id: Referral.ID(),
            person: Person.ID(),
            practice: neighbour.practice.id,
            referrer: question.askedBy,
            madeAt: now,
            progress: .declined(.clinical, at: now)
        )
        let referred = Referred(
            referral: referral,
            name: "Jean M.",
            linkWorker: nil,
            saidNo: false,
            askedBy: nil,
            isNew: true,
            hears: true
        )
        let asked = Desk.Asked(
            question: question,
            linkWorker: neighbour.name,
            answer: "Gladly. Tell him I ring Thursday.",
            isNew: true
        )
        return DeskPage(
            Desk(
                linkWorkers: [neighbour],
                asked: [asked],
                toAskAgain: [
                    DeclinedOffer(
                        id: DeclinedOffer.ID(),
                        practice: neighbour.practice.id,
                        words: "The lady with the tandem",
                        remindOn: nil,
                        offeredAt: now
                    )
                ],
                referred: [referred],
                news: LatestNews(lines: [
                    LatestNews.Line(id: News.ID(), name: "Alan B.", gist: "Runs the tea at Men’s Shed.")
                ])
            ),
            at: now
        )
    }
}
