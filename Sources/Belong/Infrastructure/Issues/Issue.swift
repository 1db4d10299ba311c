import Foundation
import Kernel
import Store

/// Something that is not right with how things are arranged: raised by whoever meets
/// it, somebody else's to put right, and closed by nobody but whoever raised it. *Whose
/// to fix* is not *who raised it* (paper, line 26).
struct Issue: Identifiable, Sendable {
    let id: Key<Issue>
    let practice: Organisation.ID
    let practiceName: String
    let kind: Kind
    let words: String
    let raisedBy: Worry.Named
    let raisedAt: Date
    let firstOwner: Worry.Named
    let turns: [Turn]

    enum Kind: String, CaseIterable, Sendable, Column {
        case informationGap = "information_gap"
        case room
        case access
        case it
        case behaviour
        case workload
        case support
        case other

        var name: String {
            switch self {
            case .informationGap: "Information gap"
            case .room: "Room"
            case .access: "Getting in and about"
            case .it: "IT"
            case .behaviour: "How we are with each other"
            case .workload: "Workload"
            case .support: "Support and supervision"
            case .other: "Something else"
            }
        }

        var hint: String {
            switch self {
            case .informationGap:
                "Information gap: we did not know where somebody was, what they do or why it takes its time"
            case .room: "Room: none, the wrong one, taken away"
            case .access: "Getting in and about: keys, cards, step-free ways"
            case .it: "IT: a sign-in, a template, a telephone"
            case .behaviour: "How we are with each other"
            case .workload: "Workload: more than was agreed, or no time for what was asked"
            case .support: "Support and supervision"
            case .other: "Something else"
            }
        }
    }

    enum Act: String, Sendable, Column {
        case acknowledged
        case handed
        case mended
        case notYet = "not_yet"
        case closed
    }

    /// One thing that was said to it.
    struct Turn: Sendable {
        let act: Act
        let words: String
        let to: Worry.Named?
        let by: Worry.Named
        let at: Date
    }

    /// Where it is. Each case carries what is known only then.
    enum Standing: Equatable, Sendable {
        /// Nobody has said that they have it.
        case raised(since: Date)
        case acknowledged(at: Date)
        /// Whoever had to says it is put right; whoever raised it has not answered.
        case mended(at: Date)
        case closed(at: Date)
    }

    enum Refused: Refusal {
        case closed
        case acknowledged
        case nothingMended
        case notThere

        var sentence: String {
            switch self {
            case .closed: "Whoever raised this has closed it."
            case .acknowledged: "You have said already that you have this."
            case .nothingMended: "Nobody has said yet that it is put right."
            case .notThere: "Choose somebody from the list: they have to be able to do something about it."
            }
        }
    }

    /// Within so many working days somebody should say that they have it.
    static let promise = 5

    /// Who can be asked to put something right.
    static let fixers: [Role] = [.practiceManager, .supervisor, .networkLead, .clinician]
}

extension Issue {
    /// Whose it is to put right: whoever it was handed to last.
    var whose: Worry.Named { turns.last { $0.act == .handed }?.to ?? firstOwner }

    var standing: Standing {
        turns.reduce(.raised(since: raisedAt)) { standing, turn in
            switch turn.act {
            case .acknowledged: .acknowledged(at: turn.at)
            case .handed: .raised(since: turn.at)
            case .mended: .mended(at: turn.at)
            case .notYet: .acknowledged(at: turn.at)
            case .closed: .closed(at: turn.at)
            }
        }
    }

    var isOpen: Bool {
        if case .closed = standing { false } else { true }
    }

    /// The clock, in words.
    func state(at now: Date) -> String {
        let today = Day(now)
        switch standing {
        case .raised(let since):
            let isLate = Day(since).workingDays(until: today) > Self.promise
            return isLate
                ? "nobody has said for more than \(Self.promise) working days that they have it"
                : "nobody has said yet that they have it"
        case .acknowledged(let at): return "\(whose.name) has it, since \(Day(at).short)"
        case .mended(let at):
            return
                "\(whose.name) says it is put right, \(Day(at).nearness(to: today)); \(raisedBy.name) has not closed it"
        case .closed(let at): return "closed by \(raisedBy.name) on \(Day(at).short)"
        }
    }

    /// Whether somebody may say this now. Whose turn it is at all is the door's matter.
    func admits(_ act: Act) throws(Refused) {
        guard isOpen else { throw .closed }
        switch act {
        case .acknowledged:
            if case .acknowledged = standing { throw .acknowledged }
        case .notYet:
            guard case .mended = standing else { throw .nothingMended }
        case .handed, .mended, .closed: break
        }
    }
}
