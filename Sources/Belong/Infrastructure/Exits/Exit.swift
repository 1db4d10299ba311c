import Foundation
import Kernel
import Store

/// The end of a placement, kept as learning about the place and never as blame: why, in
/// the words of whoever left, and what they had raised that nobody had put right (paper,
/// line 26). What they did before they left is not counted.
struct Exit: Identifiable, Sendable {
    /// The placement's own.
    let id: Placement.ID
    let linkWorker: Worry.Named
    let practice: Organisation.ID
    let practiceName: String
    let network: Organisation.ID?
    let beganOn: Day
    /// The first day on which they are not there.
    let endedOn: Day
    let words: Words?
    let leftOpen: [LeftOpen]

    /// Why, in their words. None at all where they would rather not say.
    struct Words: Equatable, Sendable {
        let words: String
        let audiences: Set<Audience>
    }

    /// Who may read it, besides whoever wrote it.
    enum Audience: String, CaseIterable, Sendable {
        case network
        case practice

        var name: String {
            switch self {
            case .network: "The network lead"
            case .practice: "The practice’s manager"
            }
        }
    }

    /// Something they had raised, open for longer than sixty days when they left.
    struct LeftOpen: Identifiable, Sendable {
        let id: Issue.ID
        let kind: Issue.Kind
        let whose: Worry.Named
        let days: Int
        let review: Reviewed?
    }

    /// What the network lead found in looking at it.
    struct Reviewed: Sendable {
        let words: String
        let by: String
        let on: Day
    }

    enum Refused: Refusal {
        case reviewed

        var sentence: String { "A colleague has looked at this already." }
    }

    /// Open for longer than this, it is part of why.
    static let long = 60

    /// So many days back exits are listed.
    static let shown = 730
}

extension Exit {
    /// Whether something that was raised had been open for long when they left.
    static func wasLeftOpen(raised: Date, closed: Date?, endedOn: Day) -> Bool {
        let isClosed = closed.map { Day($0) < endedOn } ?? false
        return !isClosed && endedOn.number - Day(raised).number > long
    }

    var toReview: Int { leftOpen.count { $0.review == nil } }
}

/// How many placements there were, and how many of them ended: of the place, not of anybody.
struct Ended: Equatable, Sendable {
    let ended: Int
    let of: Int

    static let months = 9
    static let days = 274

    /// *4 of 5 placements ended in the last nine months.* Nothing is said where none did.
    var words: String? {
        ended == 0 ? nil : "\(ended) of \(of.counted("placement")) ended in the last nine months."
    }
}
