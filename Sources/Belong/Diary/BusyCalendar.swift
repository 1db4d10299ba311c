import Foundation
import Kernel
import Store

/// A calendar a link worker has elsewhere. Only when they are busy is taken from it,
/// so that the diary asks before two things meet. Its address is a secret and is
/// forgotten with it.
struct BusyCalendar: Identifiable, Sendable {
    let id: Key<BusyCalendar>
    let member: Member.ID
    let address: String
    let host: String
    let readAt: Date?
    /// Why it could not be read last time, in a sentence; empty if it could.
    let trouble: String

    /// So far back and ahead it is read (days).
    static let back = 1
    static let ahead = 120
    /// So often at most (seconds).
    static let every = 900.0
    /// So many a member may have.
    static let most = 5

    enum Refused: Refusal {
        case tooMany
        case notAnAddress

        var sentence: String {
            switch self {
            case .tooMany: "You have \(BusyCalendar.most) calendars here already. End one first."
            case .notAnAddress:
                "Enter the address of a calendar: it begins with https:// and often ends in .ics"
            }
        }
    }

    /// What was typed as an address to read: `webcal:` is how some say `https:`.
    static func address(_ typed: String) throws(Refused) -> URL {
        let words = typed.onOneLine.replacing(/^webcals?:/.ignoresCase(), with: "https:")
        guard words.utf8.count <= 2_000, let url = URL(string: words), url.scheme?.lowercased() == "https",
            let host = url.host(), !host.isEmpty, url.user() == nil
        else { throw .notAnAddress }
        return url
    }
}

/// Where a calendar is fetched from.
struct BusySource: Sendable {
    let fetch: @Sendable (URL) async throws -> Data

    /// Over https alone, from public addresses alone, so long and so much and no more.
    static let live = BusySource { address in
        let line = FeedLine(
            allowPrivate: false,
            onlySecure: true,
            mostBytes: 8 * 1024 * 1024,
            kind: "text/calendar"
        )
        do {
            let answer = try await within(seconds: 40) { try await line.get(address, for: "the calendar") }
            await line.hangUp()
            guard case .found(let bytes) = answer else {
                throw UnreadableSource("There is no calendar at that address.")
            }
            return bytes
        } catch {
            await line.hangUp()
            throw error
        }
    }

    private static func within<Answer: Sendable>(
        seconds: Int,
        _ work: @escaping @Sendable () async throws -> Answer
    ) async throws -> Answer {
        try await withThrowingTaskGroup(of: Answer.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                throw UnreadableSource("The calendar did not come within \(seconds) seconds.")
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }
}

extension BusyCalendar: Stored {
    static let columns: SQL = """
        busy_calendar.id, busy_calendar.member, busy_calendar.address, busy_calendar.host, busy_reading.read_at,
        busy_reading.trouble
        """
    static let tables: SQL = """
        busy_calendar
        LEFT JOIN busy_reading ON busy_reading.calendar = busy_calendar.id
        """
    static let stands: SQL = """
        NOT EXISTS (SELECT 1 FROM busy_calendar_end WHERE busy_calendar_end.calendar = busy_calendar.id)
        """

    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            member: row("member"),
            address: row("address"),
            host: row("host"),
            readAt: row("read_at"),
            trouble: row("trouble") ?? ""
        )
    }
}
