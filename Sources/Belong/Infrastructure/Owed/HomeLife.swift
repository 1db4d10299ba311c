import Foundation
import Kernel

/// What the life of a practice waits for: an answer to what was asked to be done differently, somebody new to meet,
/// one small welcome a month.
extension Home {
    func practiceLife(at now: Date) async throws -> [Need] {
        try await asked(at: now) + newcomers(at: now) + welcome(at: now) + brings(at: now)
    }

    private func asked(at now: Date) async throws -> [Need] {
        let waiting = try await Adjustments(store: store, member: member, site: site).waiting(at: now)
        guard let placement = waiting.placement else { return [] }
        let path = "/placements/\(placement)/adjustments"
        let toAnswer = waiting.toAnswer.need { count in
            Need(
                kind: "Asked of the practice",
                words: "\(count.counted("thing")) a link worker would like to be done differently",
                act: "Answer",
                path: path
            )
        }
        let toSay = waiting.toSay.need { count in
            Need(
                kind: "Done?",
                words: "\(count.counted("thing")) you asked for should be so by now",
                act: "Say whether it is",
                path: path
            )
        }
        return toAnswer + toSay
    }

    private func newcomers(at now: Date) async throws -> [Need] {
        try await Acquaintances(store: store, member: member, site: site).waiting(at: now).need { count in
            Need(
                kind: "New here",
                words: "\(count.counted("person", "people")) to meet: one of you is new",
                act: "See who",
                path: "/newcomers"
            )
        }
    }

    private func brings(at now: Date) async throws -> [Need] {
        guard try await Bringing(store: store, member: member).isDue(at: now) else { return [] }
        return [
            Need(
                kind: "What you bring",
                words: "Colleagues read what you bring before they ask you: is it still so?",
                act: "Look at it",
                path: "/team/\(member.id)"
            )
        ]
    }

    private func welcome(at now: Date) async throws -> [Need] {
        let acts = WelcomeActs(store: store, member: member, site: site)
        guard let (kind, placement) = try await acts.suggestion(at: now) else { return [] }
        return [
            Need(
                kind: "A small welcome",
                words: "One thing for a link worker this month: \(kind.suggested)",
                act: "Do it, or not now",
                path: "/placements/\(placement)/welcome"
            )
        ]
    }
}

extension WelcomeAct.Kind {
    /// As the end of a sentence.
    fileprivate var suggested: String {
        switch self {
        case .buddy: "somebody they can ask"
        case .meal: "coffee or lunch together"
        case .board: "their name on the board and the website"
        case .staffList: "their name on the list of staff"
        case .shadowed: "somebody who goes along with them for a morning"
        case .shadowing: "a morning beside somebody of the practice"
        }
    }
}
