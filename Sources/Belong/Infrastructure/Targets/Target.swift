import Foundation
import Kernel
import Store

/// Something that is counted of link workers: what, of whom, set by whom, since when,
/// beside which measure of what matters to people, and whether it was agreed with them.
/// It is about what the network does (paper, line 61), and never holds a figure of anybody.
struct Target: Identifiable, Sendable {
    let id: Key<Target>
    let network: Organisation.ID
    /// Where, if not in all of the network.
    let practice: Organisation.ID?
    let placeName: String
    let kind: Kind
    let words: String
    let setBy: String
    let since: Day
    let added: (by: String, at: Date)
    /// All that was said of how it is meant, the first first.
    let terms: [Terms]
    let ended: (words: String, by: String, at: Date)?

    enum Kind: String, CaseIterable, Sendable, Column {
        case pace
        case cap
        case share
        case other
        case planning

        var name: String {
            switch self {
            case .pace: "So many people, or conversations, in a day or a week"
            case .cap: "So many conversations, or weeks, and then it ends"
            case .share: "So many referrals, or so many of the practice’s patients"
            case .other: "Another number that is to be reached"
            case .planning: "Counted to plan with: nobody is held to it"
            }
        }

        /// Whether it presses for more people or for less time with them.
        var presses: Bool {
            switch self {
            case .pace, .cap, .share, .other: true
            case .planning: false
            }
        }
    }

    enum Way: String, CaseIterable, Sendable, Column {
        case imposed
        case negotiated

        var name: String {
            switch self {
            case .imposed: "It was set, and the link workers were told"
            case .negotiated: "It was agreed with the link workers"
            }
        }

        var told: String {
            switch self {
            case .imposed: "set for the link workers"
            case .negotiated: "agreed with the link workers"
            }
        }
    }

    /// How it is meant, as somebody said.
    struct Terms: Equatable, Sendable {
        let way: Way
        /// The measure beside it, or empty: nothing.
        let paired: String
        let isFromLinkWorker: Bool
        let by: String
        let at: Date

        /// *agreed with the link workers, beside “had time to talk”*
        var told: String {
            paired.isEmpty ? "\(way.told), and beside it nothing" : "\(way.told), beside “\(paired)”"
        }
    }

    enum Refused: Refusal {
        case notAgreed
        case ended

        var sentence: String {
            switch self {
            case .notAgreed:
                "A link worker says that this was not agreed with them. Only a link worker can say that it is now."
            case .ended: "This target has ended already."
            }
        }
    }

    /// So many days are watched after one begins, beside as many before.
    static let watched = 90
    /// The register is confirmed as whole every so many days.
    static let confirmed = 180
}

extension Target {
    var current: Terms? { terms.last }

    /// How it may be meant from now on: what a link worker said was not agreed, nobody else makes agreed.
    func admits(_ way: Way, fromLinkWorker: Bool) throws(Refused) {
        guard ended == nil else { throw .ended }
        let last = terms.last { $0.isFromLinkWorker }
        if way == .negotiated, !fromLinkWorker, last?.way == .imposed { throw .notAgreed }
    }

    func state(on today: Day) -> String {
        if let ended { return "ended \(Day(ended.at).short): \(ended.words)" }
        return since > today ? "from \(since.full)" : "since \(since.full)"
    }

    /// Where targets stand between bolted on and belonging: one that was set and stands alone decides.
    static func band(of inForce: [(kind: Kind, way: Way, paired: String)]) -> Band {
        let pressing = inForce.filter(\.kind.presses)
        if pressing.contains(where: { $0.way == .imposed && $0.paired.isEmpty }) { return .boltedOn }
        return pressing.isEmpty ? .belonging : .fittingIn
    }
}

/// That a register holds all there is, and nothing that is no more.
struct TargetConfirmation: Equatable, Sendable {
    let by: String
    let at: Date

    func holds(at now: Date) -> Bool { now.timeIntervalSince(at) < Double(Target.confirmed) * 86_400 }
}
