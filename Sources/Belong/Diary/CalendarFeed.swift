import Foundation
import Kernel
import Store

/// A link worker's diary for the calendar on their phone, behind an address that
/// nobody can guess and that can be withdrawn. It tells nothing of anybody: only
/// that there is something, of what kind, and when.
struct CalendarFeed: Sendable {
    let store: any Store
    let member: Member

    /// How far back and ahead it goes (days).
    static let back = 30
    static let ahead = 180

    /// Whether there is one, and since when.
    func since() async throws -> Date? {
        let me = member.id
        return try await store.read { view in
            try view.value(
                "SELECT made_at FROM calendar_feed WHERE member = \(me) AND \(Self.stands) ORDER BY made_at DESC"
            )
        }
    }

    /// A new address, said once. Whatever address there was leads nowhere any more.
    func make(at now: Date = .now) async throws -> String {
        guard member.isA(.linkWorker) else { throw Missing() }
        let (me, token) = (member.id, Sodium.token())
        try await store.write { work in
            try work.endFeeds(of: me, at: now)
            let id = Key<CalendarFeed>(at: now)
            try work.run(
                """
                INSERT INTO calendar_feed (id, member, token_hash, made_at)
                VALUES (\(id), \(me), \(Sodium.digest(token)), \(now))
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
        return token
    }

    func withdraw(at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            try work.endFeeds(of: me, at: now)
            try work.log(.changed, Key<CalendarFeed>(me.uuid), by: me, at: now)
        }
    }

    static let stands: SQL = """
        NOT EXISTS (SELECT 1 FROM calendar_feed_end WHERE calendar_feed_end.feed = calendar_feed.id)
        """

    /// What is behind an address, as RFC 5545 writes it. Nothing, once its owner is
    /// a link worker nowhere.
    static func read(_ token: String, in store: any Store, at now: Date = .now) async throws -> String {
        try await store.read { view in
            let owner: Member.ID? = try view.value(
                """
                SELECT calendar_feed.member
                FROM calendar_feed
                WHERE token_hash = \(Sodium.digest(token)) AND \(stands)
                    AND EXISTS (
                        SELECT 1 FROM membership
                        WHERE membership.member = calendar_feed.member AND membership.role = 'link_worker'
                            AND \(Member.Membership.current))
                """
            )
            guard let owner else { throw Missing() }
            return try CalendarText(events: view.events(of: owner, at: now), at: now).text
        }
    }
}

extension Writer {
    fileprivate func endFeeds(of member: Member.ID, at now: Date) throws {
        try holdDiary(of: member)
        try run(
            """
            INSERT INTO calendar_feed_end (feed, ended_at, ended_by)
            SELECT id, \(now), \(member) FROM calendar_feed WHERE member = \(member) AND \(CalendarFeed.stands)
            """
        )
    }
}

extension Reader {
    fileprivate func events(of member: Member.ID, at now: Date) throws -> [CalendarText.Event] {
        let day = Day(now)
        let begin = London.instant(day.advanced(by: -CalendarFeed.back), hour: 0)
        let end = London.instant(day.advanced(by: CalendarFeed.ahead), hour: 0)
        return try rows(
            """
            SELECT first, kind, begins_at, ends_at, made_at, diary_cancelling.cancelled_at,
                (SELECT COUNT(*) FROM diary_entry AS older WHERE older.first = diary_entry.first) AS versions
            FROM diary_entry
            LEFT JOIN diary_cancelling ON diary_cancelling.entry = diary_entry.id
            WHERE diary_entry.member = \(member) AND replaced_by IS NULL
                AND begins_at >= \(begin) AND begins_at < \(end)
            ORDER BY begins_at, diary_entry.id
            """
        ).map { row in
            let (versions, cancelledAt): (Int, Date?) = try (row("versions"), row("cancelled_at"))
            let (kind, madeAt): (DiaryEntry.Kind, Date) = try (row("kind"), row("made_at"))
            return try CalendarText.Event(
                id: row("first"),
                words: kind.outside,
                beginsAt: row("begins_at"),
                endsAt: row("ends_at"),
                changedAt: cancelledAt ?? madeAt,
                sequence: versions - 1 + (cancelledAt == nil ? 0 : 1),
                isCancelled: cancelledAt != nil
            )
        }
    }
}

extension DiaryEntry.Kind {
    /// What a calendar elsewhere may say of it.
    fileprivate var outside: String {
        switch share {
        case .people: "Busy"
        case .community: "Community time"
        case .team: self == .learning ? "Learning" : "Meeting"
        }
    }
}
