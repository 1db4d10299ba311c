import Foundation
import Kernel
import Store

/// Somebody said in one tap that an activity still runs; somebody who goes there
/// may also say that it has stopped, which link workers then find out (peers, row 47).
struct Confirmation: Sendable, Equatable {
    let voice: Voice
    let isRunning: Bool
    /// Who said so or heard it; nobody for whoever goes there.
    let by: String?
    let at: Date

    enum Voice: String, CaseIterable, Column {
        case member
        case group
        case person
    }

    enum Refused: Refusal {
        case closed

        var sentence: String {
            "Somebody found it closed. If it runs again, say below how you know."
        }
    }

    /// Confirmed by Amara Okafor, 6 days ago.
    func line(on today: Day) -> String {
        let when = Day(at).nearness(to: today)
        return isRunning
            ? "Confirmed by \(teller), \(when)" : "\(teller.capitalisedFirst) says it has stopped, \(when)"
    }

    private var teller: String {
        switch voice {
        case .member: by ?? "a colleague"
        case .group: "the group"
        case .person: "somebody who goes"
        }
    }
}

extension Activities {
    /// One tap: it still runs. Whoever welcomes for it says so as the group.
    func confirm(_ id: Activity.ID, at now: Date = .now) async throws {
        let me = member.id
        try await change(id, at: now) { work, provider, sight in
            guard sight.maySay else { throw Missing() }
            guard try !work.wouldTurn(id, .running) else { throw Confirmation.Refused.closed }
            try work.confirm(id, sight.isOwn(provider) ? .group : .member, by: me, at: now)
        }
    }
}

extension Writer {
    /// Keeps what was said; of each voice the last word stands.
    func confirm(
        _ activity: Activity.ID,
        _ voice: Confirmation.Voice,
        isRunning: Bool = true,
        by member: Member.ID?,
        at now: Date
    ) throws {
        let id = Key<Confirmation>(at: now)
        _ = try rows("SELECT id FROM activity WHERE id = \(activity) \(dialect.forUpdate)")
        try run(
            """
            UPDATE confirmation SET replaced_by = \(id)
            WHERE activity = \(activity) AND voice = \(voice) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO confirmation (id, activity, voice, answer, told_by, told_at)
            VALUES (\(id), \(activity), \(voice), \(isRunning ? "running" : "stopped"), \(member), \(now))
            """
        )
    }
}

extension Confirmation: Stored {
    init(_ row: Row) throws {
        let answer: String = try row("answer")
        try self.init(
            voice: row("voice"),
            isRunning: answer == "running",
            by: row("name"),
            at: row("told_at")
        )
    }

    /// The last word of each voice.
    static func current(of ids: [Activity.ID]) -> SQL {
        """
        SELECT confirmation.*, member.name
        FROM confirmation
        LEFT JOIN member ON member.id = told_by
        WHERE activity IN (\(each: ids)) AND replaced_by IS NULL
        ORDER BY told_at DESC, voice
        """
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
