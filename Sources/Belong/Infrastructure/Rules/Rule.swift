import Foundation
import Kernel
import Store

/// One everyday question of a placement: whose rule applies, the funder's, the
/// employer's or the host's, who answers for it by name, and what they say holds.
/// *Funded by one body, employed by another* (paper, lines 28-30).
struct Rule: Sendable {
    let question: Question
    let id: Key<Rule>?
    let party: Party?
    let owner: Worry.Named?
    /// What holds, once the owner has said so.
    let words: String?

    enum Party: String, CaseIterable, Sendable, Column {
        case funder
        case employer
        case host

        func name(in placed: Owing.Placed) -> String {
            switch self {
            case .funder: "the funder, \(placed.funderName)"
            case .employer: "the employer, \(placed.employerName)"
            case .host: "the practice, \(placed.practiceName)"
            }
        }
    }

    /// The twelve everyday questions that every placement answers (C02.c1), and three more that come up.
    enum Question: String, CaseIterable, Sendable, Column {
        case place
        case leave
        case sickness
        case alone
        case safeguarding
        case complaints
        case records
        case help = "it"
        case load
        case training
        case cover
        case backing
        case sharing
        case expenses
        case criteria

        static let twelve = allCases.filter { ![.sharing, .expenses, .criteria].contains($0) }

        var name: String {
            switch self {
            case .leave: "When I may take leave"
            case .sickness: "Whom I ring when I am ill"
            case .place: "Where I may work, from home too"
            case .alone: "Visits on my own"
            case .safeguarding: "When somebody is not safe"
            case .complaints: "When somebody complains"
            case .records: "Where I write down what was said"
            case .help: "Who helps when a computer does not"
            case .load: "How many people at once"
            case .training: "Learning, and the time for it"
            case .cover: "Who stands in for me"
            case .backing: "Who will back me"
            case .sharing: "What I may tell whom"
            case .expenses: "Fares, parking and a cup of tea"
            case .criteria: "Who may be referred to me"
            }
        }
    }

    enum Refused: Refusal {
        case notThere
        case answered
        case settled

        var sentence: String {
            switch self {
            case .notThere: "Choose somebody from the list."
            case .answered: "Nobody is named for this just now, or it has been answered."
            case .settled: "This has been settled already."
            }
        }
    }

    /// Who can answer for a rule.
    static let owners: [Role] = [.networkLead, .supervisor, .practiceManager, .clinician]

    /// Until two rules are one: the place where one stands that day, unless somebody's safety is at stake.
    static let meanwhile =
        "Until it is settled the rule of the place where you stand that day holds, unless somebody’s safety is at stake."
}

extension Rule {
    var isConfirmed: Bool { words != nil }

    func state(in placed: Owing.Placed) -> String {
        guard let party, let owner else { return "nobody owns it" }
        let whose = "\(party.name(in: placed)): \(owner.name)"
        return words.map { "\(whose). \($0)" } ?? "\(whose), who has not said yet what holds"
    }
}

/// Being asked for different things by two who both may ask. It goes to both of them
/// and to whoever breaks the tie; the link worker carries it to nobody.
struct RuleConflict: Identifiable, Sendable {
    let id: Key<RuleConflict>
    let placement: Placement.ID
    let question: Rule.Question
    let words: String
    let one: Worry.Named
    let other: Worry.Named
    let tieBreaker: Worry.Named
    let raisedAt: Date
    let settled: (words: String, by: String, at: Date)?

    /// Settled within so many days.
    static let promise = 14

    func state(at now: Date) -> String {
        if let settled { return "settled by \(settled.by), \(Day(settled.at).short): \(settled.words)" }
        let due = Day(raisedAt).advanced(by: Self.promise)
        let today = Day(now)
        return due < today
            ? "open for \(today.number - Day(raisedAt).number) days; it was to be settled by \(due.short)"
            : "to be settled by \(due.short)"
    }

    func concerns(_ member: Member.ID) -> Bool { [one.id, other.id, tieBreaker.id].contains(member) }
}
