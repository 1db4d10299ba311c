import Foundation
import Kernel
import Store

/// One small thing by which a practice makes a link worker welcome: somebody to ask, a lunch, their name on the
/// board. The practice offers it; it happened when the link worker says so (paper, lines 105 to 108).
struct WelcomeAct: Sendable {
    let kind: Kind
    let standing: Standing

    enum Kind: String, CaseIterable, Sendable, Column {
        case buddy
        case meal
        case board
        case staffList = "staff_list"
        case shadowed
        case shadowing

        var name: String {
            switch self {
            case .buddy: "Somebody to ask"
            case .meal: "Coffee or lunch together"
            case .board: "Their name on the board and the website"
            case .staffList: "On the list of staff, with everybody else"
            case .shadowed: "Somebody of the practice goes along with them"
            case .shadowing: "They go along with somebody of the practice"
            }
        }

        /// What is kept with the induction, and not twice.
        var isInduction: Bool {
            switch self {
            case .shadowed, .shadowing: true
            case .buddy, .meal, .board, .staffList: false
            }
        }

        fileprivate init?(_ induction: Induction.Kind) {
            switch induction {
            case .beShadowed: self = .shadowed
            case .shadowGP, .shadowNurse: self = .shadowing
            case .reception, .manager, .other: return nil
            }
        }
    }

    /// Where it is, in the last year.
    enum Standing: Equatable, Sendable {
        case nothing
        case offered(Key<WelcomeAct>?, words: String, by: String, at: Date)
        case didNotHappen(at: Date)
        case happened(at: Date)
    }

    enum Refused: Refusal {
        case offered
        case answered

        var sentence: String {
            switch self {
            case .offered: "This is offered already. The link worker says whether it happened."
            case .answered: "You have said already whether this happened."
            }
        }
    }

    /// What was a year ago is worth doing again.
    static let lasting: TimeInterval = 365 * 86_400
    /// How long a suggestion rests once there was one, or *not this month*.
    static let resting: TimeInterval = 30 * 86_400
}

extension WelcomeAct {
    var hasHappened: Bool {
        if case .happened = standing { true } else { false }
    }

    /// Neither offered nor done: the practice could.
    var isOpen: Bool {
        switch standing {
        case .nothing, .didNotHappen: true
        case .offered, .happened: false
        }
    }

    func state(linkWorker: String) -> String {
        switch standing {
        case .nothing: "not yet"
        case .offered(_, _, let by, let at):
            "offered by \(by), \(Day(at).short); \(linkWorker) has not said that it happened"
        case .didNotHappen(let at): "did not happen, says \(linkWorker), \(Day(at).short)"
        case .happened(let at): "happened, says \(linkWorker), \(Day(at).short)"
        }
    }
}

extension Reader {
    /// All six as they stand, in their own order.
    func welcomeActs(of placement: Placement.ID, at now: Date) throws -> [WelcomeAct] {
        let since = now - WelcomeAct.lasting
        var standing: [WelcomeAct.Kind: WelcomeAct.Standing] = [:]
        for row in try rows(
            """
            SELECT welcome_act.id, kind, words, offered_at, member.name, happened, said_at
            FROM welcome_act
            JOIN member ON member.id = offered_by
            LEFT JOIN welcome_answer ON welcome_answer.act = welcome_act.id
            WHERE placement = \(placement) AND (offered_at > \(since) OR said_at > \(since))
            ORDER BY offered_at, welcome_act.id
            """
        ) {
            let kind: WelcomeAct.Kind = try row("kind")
            let (happened, said): (Bool?, Date?) = try (row("happened"), row("said_at"))
            switch (happened, said) {
            case (true, let at?): standing[kind] = .happened(at: at)
            case (false, let at?): standing[kind] = .didNotHappen(at: at)
            default:
                standing[kind] = try .offered(
                    row("id"),
                    words: row("words"),
                    by: row("name"),
                    at: row("offered_at")
                )
            }
        }
        for one in try inductions("induction.placement = \(placement)") {
            guard let kind = WelcomeAct.Kind(one.kind) else { continue }
            if let at = one.happenedAt {
                if at > since { standing[kind] = .happened(at: at) }
            } else if standing[kind] == nil {
                standing[kind] = .offered(nil, words: "", by: one.colleague.name, at: one.beginsAt)
            }
        }
        return WelcomeAct.Kind.allCases.map { WelcomeAct(kind: $0, standing: standing[$0] ?? .nothing) }
    }
}

extension Owing.Part {
    static let welcome = Owing.Part(
        heading: "Welcome",
        path: { "/placements/\($0.id)/welcome" },
        lines: { view, placed, now in
            try view.welcomeActs(of: placed.id, at: now).map { act in
                Owing.Line(
                    what: act.kind.name,
                    whose: placed.practiceName,
                    due: "once a year",
                    state: act.state(linkWorker: placed.linkWorker.name),
                    isDone: act.hasHappened
                )
            }
        }
    )
}
