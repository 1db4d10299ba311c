import Foundation
import Kernel
import Store

/// A request that a link worker get in touch with somebody: from their practice,
/// from a VCSE group, or from themselves.
struct Referral: Identifiable, Sendable {
    let id: Key<Referral>
    let person: Person.ID
    let practice: Organisation.ID
    let referrer: Member.ID?
    let madeAt: Date
    let progress: Progress

    /// Where it came from.
    enum Route: String, Sendable, Column {
        case practice
        case vcse
        case own = "self"
    }

    /// How far it has got. Each case carries what is known only then, so that
    /// nothing can be declined without a reason or accepted by nobody.
    enum Progress: Equatable, Sendable {
        case waiting
        case accepted(by: Member.ID, at: Date)
        case declined(Decline.Reason, at: Date)
        case withdrawn(at: Date)
    }

    /// A first conversation within twelve working days is what the field manages
    /// half the time (facts, 3.7); past that a wait is marked.
    static let promise = 12

    var isWaiting: Bool {
        progress == .waiting
    }

    func daysWaited(at now: Date) -> Int {
        Day(now).number - Day(madeAt).number
    }

    func isOverdue(at now: Date) -> Bool {
        isWaiting && Day(madeAt).workingDays(until: Day(now)) > Self.promise
    }
}

extension Referral: Stored {
    /// The columns it is read from, and the tables that tell how far it got.
    static let columns: SQL = """
        referral.id, referral.person, referral.practice, referral.referrer, referral.made_at,
        acceptance.link_worker, accepted_at, decline.reason, declined_at, withdrawn_at
        """
    static let tables: SQL = """
        referral
        LEFT JOIN acceptance ON acceptance.referral = referral.id
        LEFT JOIN decline ON decline.referral = referral.id
        LEFT JOIN withdrawal ON withdrawal.referral = referral.id AND withdrawal.taken_back IS NULL
        """
    /// Neither accepted nor declined nor withdrawn, or a no was taken back.
    static let stillWaiting: SQL = "accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL"

    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            person: row("person"),
            practice: row("practice"),
            referrer: row("referrer"),
            madeAt: row("made_at"),
            progress: Progress(row)
        )
    }
}

extension Referral.Progress {
    fileprivate init(_ row: Row) throws {
        if let withdrawnAt: Date = try row("withdrawn_at") {
            self = .withdrawn(at: withdrawnAt)
        } else if let declinedAt: Date = try row("declined_at") {
            self = try .declined(row("reason"), at: declinedAt)
        } else if let acceptedAt: Date = try row("accepted_at") {
            self = try .accepted(by: row("link_worker"), at: acceptedAt)
        } else {
            self = .waiting
        }
    }
}
