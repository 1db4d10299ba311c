import Foundation
import Kernel
import Store

/// Somebody found out whether an activity still runs. An answer of *closed*
/// keeps it from being offered to anyone (hazard log H06: a person sent to a
/// closed group).
struct Check: Identifiable, Sendable {
    let id: Key<Check>
    let answer: Answer
    let means: Means
    let words: String?
    let by: String
    let at: Date

    enum Answer: String, CaseIterable, Column {
        case running
        case unsure
        case closed

        var title: String {
            switch self {
            case .running: "Yes, it still runs"
            case .unsure: "Not sure"
            case .closed: "No, it has closed"
            }
        }
    }

    /// How they know.
    enum Means: String, CaseIterable, Column {
        case visited
        case rang
        case wrote
        case heard
        case read

        var title: String {
            switch self {
            case .visited: "I was there"
            case .rang: "I rang them"
            case .wrote: "They wrote to me"
            case .heard: "Somebody who goes told me"
            case .read: "I read it"
            }
        }

        fileprivate var past: String {
            switch self {
            case .visited: "was there"
            case .rang: "rang"
            case .wrote: "had it in writing"
            case .heard: "heard from somebody who goes"
            case .read: "read it"
            }
        }
    }

    /// Still running: Amara Okafor rang, 6 days ago.
    func line(on today: Day) -> String {
        let when = Day(at).nearness(to: today)
        return switch answer {
        case .running: "Still running: \(by) \(means.past), \(when)"
        case .unsure: "Not sure whether it still runs: \(by) \(means.past), \(when)"
        case .closed: "Closed: \(by) \(means.past), \(when)"
        }
    }
}

extension Writer {
    /// Notes whether it still runs, and offers it from now on, or no longer.
    func note(
        _ answer: Check.Answer,
        of activity: Activity.ID,
        by means: Check.Means,
        words: String?,
        from member: Member.ID,
        at now: Date
    ) throws {
        let id = Check.ID(at: now)
        try run(
            """
            UPDATE activity_check SET replaced_by = \(id)
            WHERE activity = \(activity) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO activity_check (id, activity, answer, means, words, checked_by, checked_at)
            VALUES (\(id), \(activity), \(answer.rawValue), \(means.rawValue), \(words), \(member), \(now))
            """
        )
        try offerOrNot(activity)
    }

    /// Makes what a search finds agree with what is known of this activity.
    func offerOrNot(_ activity: Activity.ID) throws {
        let offered = try has(
            """
            SELECT 1 FROM activity
            WHERE id = \(activity) AND gone_at IS NULL AND status = 'active' AND NOT EXISTS (
                SELECT 1 FROM activity_check
                WHERE activity_check.activity = activity.id AND replaced_by IS NULL AND answer = 'closed')
            """
        )
        try run(
            "UPDATE activity_words SET offered = \(offered) WHERE activity = \(activity) AND offered <> \(offered)"
        )
        try run(
            "UPDATE offering SET offered = \(offered) WHERE activity = \(activity) AND offered <> \(offered)"
        )
    }
}

extension Check: Stored {
    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            answer: row("answer"),
            means: row("means"),
            words: row("words"),
            by: row("name"),
            at: row("checked_at")
        )
    }
}
