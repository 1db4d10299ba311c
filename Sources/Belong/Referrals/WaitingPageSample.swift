import Foundation
import Kernel

extension WaitingPage {
    static var sample: WaitingPage {
        let line = Waiting(
            id: Referral.ID(),
            name: "Denise W.",
            practice: "Elm Street Surgery",
            referrer: "Dr Patel",
            referring: nil,
            route: .practice,
            reasons: [.housing, .money],
            words: "Eviction notice for May, headaches since.",
            told: [.role, .contact],
            wish: .yes,
            saidNoFirst: false,
            passedTo: nil,
            daysWaited: 21,
            isOverdue: true
        )
        let question = Question(
            id: Question.ID(),
            practice: Organisation.ID(),
            askedBy: Member.ID(),
            askedOf: Member.ID(),
            words: "Carer, worn out. One for you?",
            askedAt: Date(timeIntervalSince1970: 1_776_150_000)
        )
        var page = WaitingPage(
            [line],
            [question],
            seenBy: Member(name: "Amara", memberships: []),
            at: question.askedAt
        )
        page.saidNo = [No(warning: SaidNo.warning("Alan"), said: "yesterday", path: "/waiting")]
        page.lookAgain = [.sample]
        page.offered = [Offered(name: "Janet P.", from: "Sam Reed, Elm Street Surgery, today")]
        return page
    }
}
