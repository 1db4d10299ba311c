import Foundation
import Kernel
import Store

/// A link worker's own calendars elsewhere. Nobody else sees that there are any.
struct BusyCalendars: Sendable {
    let store: any Store
    let member: Member
    var source = BusySource.live

    func all() async throws -> [BusyCalendar] {
        guard member.isA(.linkWorker) else { throw Missing() }
        let me = member.id
        return try await store.read { view in try view.busyCalendars(of: me) }
    }

    /// It is read before it is kept, so that what is wrong is said at once.
    func add(_ typed: String, at now: Date = .now) async throws {
        guard member.isA(.linkWorker) else { throw Missing() }
        let (me, url) = (member.id, try BusyCalendar.address(typed))
        let known = try await store.beside.read { view in try view.busyCalendars(of: me) }
        guard known.count < BusyCalendar.most else { throw BusyCalendar.Refused.tooMany }
        guard !known.contains(where: { $0.address == url.absoluteString }) else { return }
        let spans = try await source.spans(url, at: now)
        try await store.write { work in
            try work.holdDiary(of: me)
            guard try work.busyCalendars(of: me).count < BusyCalendar.most else {
                throw BusyCalendar.Refused.tooMany
            }
            let id = BusyCalendar.ID(at: now)
            try work.run(
                """
                INSERT INTO busy_calendar (id, member, address, host, made_at)
                VALUES (\(id), \(me), \(url.absoluteString), \(url.host() ?? ""), \(now))
                """
            )
            try work.keep(spans, of: id, at: now)
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// Its address and all that was read from it are forgotten.
    func end(_ id: BusyCalendar.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            guard try work.busyCalendars(of: me).contains(where: { $0.id == id }) else { throw Missing() }
            try work.run("INSERT INTO busy_calendar_end (calendar, ended_at) VALUES (\(id), \(now))")
            try work.run("UPDATE busy_calendar SET address = '' WHERE id = \(id)")
            try work.run("DELETE FROM busy_time WHERE calendar = \(id)")
            try work.log(.changed, id, by: me, at: now)
        }
    }
}

extension BusySource {
    /// What is busy, from yesterday to four months ahead.
    fileprivate func spans(_ url: URL, at now: Date) async throws -> [BusyText.Span] {
        let text = String(decoding: try await fetch(url), as: UTF8.self)
        return try BusyText.read(
            text,
            from: London.instant(Day(now).advanced(by: -BusyCalendar.back), hour: 0),
            until: London.instant(Day(now).advanced(by: BusyCalendar.ahead), hour: 0)
        )
    }
}

/// The rounds in which calendars are read again.
package struct BusyWatch: Sendable {
    let store: any Store
    var source = BusySource.live

    package init(store: any Store) {
        self.store = store
    }

    init(store: any Store, source: BusySource) {
        (self.store, self.source) = (store, source)
    }

    /// So many in one round at most: the others have their turn in the next.
    private static let most = 20

    /// Gives how many were read. One that cannot be read keeps what was read before.
    @discardableResult
    package func round(at now: Date = .now) async throws -> Int {
        let before = now.addingTimeInterval(-BusyCalendar.every)
        let due: [BusyCalendar] = try await store.read { view in
            try view.all(
                """
                SELECT \(BusyCalendar.columns)
                FROM \(BusyCalendar.tables)
                WHERE \(BusyCalendar.stands) AND (busy_reading.tried_at IS NULL OR busy_reading.tried_at < \(before))
                ORDER BY busy_reading.tried_at, busy_calendar.id
                LIMIT \(Self.most)
                """
            )
        }
        var read = 0
        for calendar in due where try await isRead(calendar, at: now) { read += 1 }
        return read
    }

    private func isRead(_ calendar: BusyCalendar, at now: Date) async throws -> Bool {
        do {
            let spans = try await source.spans(BusyCalendar.address(calendar.address), at: now)
            try await store.write { work in
                // It may have been ended meanwhile: then nothing of it is kept.
                guard try work.busyCalendars(of: calendar.member).contains(where: { $0.id == calendar.id })
                else { return }
                try work.keep(spans, of: calendar.id, at: now)
            }
            return true
        } catch {
            let words = BusyTrouble.words(error)
            try await store.write { try $0.note(words, of: calendar.id, at: now) }
            return false
        }
    }
}

/// Why a calendar could not be read, in a sentence that may be shown.
enum BusyTrouble {
    static func words(_ error: any Error) -> String {
        switch error {
        case let refusal as any Refusal: refusal.sentence
        default: "It could not be reached just now."
        }
    }
}

extension Reader {
    func busyCalendars(of member: Member.ID) throws -> [BusyCalendar] {
        try all(
            """
            SELECT \(BusyCalendar.columns)
            FROM \(BusyCalendar.tables)
            WHERE busy_calendar.member = \(member) AND \(BusyCalendar.stands)
            ORDER BY busy_calendar.made_at, busy_calendar.id
            """
        )
    }

    /// When somebody is busy elsewhere in a stretch of time.
    func busyTimes(of member: Member.ID, from: Date, before: Date) throws -> [BusyText.Span] {
        try rows(
            """
            SELECT DISTINCT busy_time.begins_at, busy_time.ends_at
            FROM busy_time
            JOIN busy_calendar ON busy_calendar.id = busy_time.calendar
            WHERE busy_calendar.member = \(member) AND busy_time.begins_at < \(before) AND busy_time.ends_at > \(from)
            ORDER BY busy_time.begins_at, busy_time.ends_at
            """
        ).map { try BusyText.Span(begins: $0("begins_at"), ends: $0("ends_at")) }
    }
}

extension Writer {
    /// In the place of what was read before.
    fileprivate func keep(_ spans: [BusyText.Span], of calendar: BusyCalendar.ID, at now: Date) throws {
        try run("DELETE FROM busy_time WHERE calendar = \(calendar)")
        for span in spans {
            try run(
                """
                INSERT INTO busy_time (calendar, begins_at, ends_at)
                VALUES (\(calendar), \(span.begins), \(span.ends))
                """
            )
        }
        try run(
            """
            INSERT INTO busy_reading (calendar, tried_at, read_at, trouble) VALUES (\(calendar), \(now), \(now), '')
            ON CONFLICT (calendar) DO UPDATE SET tried_at = excluded.tried_at, read_at = excluded.read_at, trouble = ''
            """
        )
    }

    fileprivate func note(_ trouble: String, of calendar: BusyCalendar.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO busy_reading (calendar, tried_at, trouble) VALUES (\(calendar), \(now), \(trouble))
            ON CONFLICT (calendar) DO UPDATE SET tried_at = excluded.tried_at, trouble = excluded.trouble
            """
        )
    }
}
