import Foundation
import Kernel
import Store

/// Twenty minutes each quarter in which a practice and its link worker look together at
/// how it is between them, and agree on one thing (paper, line 81).
struct Review: Identifiable, Sendable {
    let id: Key<Review>
    let placement: Placement.ID
    /// When it is to be, as it was moved last.
    let beginsAt: Date
    let commitment: Commitment?
    /// Whether the link worker was there, as they say.
    let wasThere: Bool?

    /// A quarter of a year: thirteen weeks.
    static let rhythm = 91

    /// So many days before its day it may be held; sooner is another review.
    static let early = 14

    /// Not held so many days after its day, it did not happen.
    static let grace = 14

    enum Refused: Refusal {
        case planned
        case closed
        case tooSoon
        case notThere
        case open
        case said

        var sentence: String {
            switch self {
            case .planned: "The next review is planned already. Move it to another time."
            case .closed: "This review is closed, with the one thing that was agreed."
            case .tooSoon: "This review is not for another two weeks or more. Move it here first."
            case .notThere: "Choose somebody from the list: it has to be theirs to do."
            case .open: "Nothing was agreed yet."
            case .said: "The link worker has said so already."
            }
        }
    }
}

/// The one thing a review ended in: what, whose, by when.
struct Commitment: Sendable {
    let words: String
    let whose: Worry.Named
    let dueOn: Day
    let madeAt: Date
    let madeBy: Worry.Named
    let effect: Effect?

    /// What became of it, as the link worker says.
    enum Effect: String, CaseIterable, Sendable, Column {
        case helped
        case aLittle = "a_little"
        case nothing
        case overtaken

        var name: String {
            switch self {
            case .helped: "Done, and it helped"
            case .aLittle: "Done, and it helped a little"
            case .nothing: "Done, and it changed nothing"
            case .overtaken: "Not needed any more"
            }
        }
    }
}

extension Review {
    var isOpen: Bool { commitment == nil }

    /// *Tuesday 24 February, 14:00*
    var spoken: String { Supervision.spoken(beginsAt) }

    /// Closed by its one commitment, and no sooner than its time has come near.
    func mayClose(at now: Date) throws(Refused) {
        guard isOpen else { throw .closed }
        guard Day(now) >= Day(beginsAt).advanced(by: -Self.early) else { throw .tooSoon }
    }

    /// The next one: the same time of day, a quarter on from the day this one was held.
    func next(heldAt now: Date) -> Date {
        let minute = TimeOfDay.minute(London.time(beginsAt)) ?? 600
        return DiaryHours.instant(Day(now).advanced(by: Self.rhythm), minute)
    }

    func state(at now: Date) -> String {
        guard isOpen else { return "held" }
        let day = Day(beginsAt)
        if day >= Day(now) { return "planned for \(spoken)" }
        return "was planned for \(day.short), and has not been held"
    }
}

extension Commitment {
    /// What the link worker says of it, or that they have not.
    func state(of linkWorker: String, at now: Date) -> String {
        if let effect { return effect.name }
        let today = Day(now)
        return dueOn < today
            ? "it was due \(dueOn.nearness(to: today)), and \(linkWorker) has not said that it is done"
            : "\(linkWorker) has not said yet that it is done"
    }
}
