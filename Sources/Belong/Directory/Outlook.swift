import Foundation
import Kernel
import Store

/// How long a group thinks it can go on, as its coordinator said: between the
/// group and link workers until the group lets everybody know (journeys, 5.6;
/// peers, row 49). No message goes to anybody because of it.
struct Outlook: Identifiable, Sendable {
    let id: Key<Outlook>
    let standing: Standing
    let words: String?
    let by: String
    let at: Date
    let isPublic: Bool

    enum Standing: Equatable, Sendable {
        case sound
        case secure(until: Day)
        case mightStop
    }

    /// From so many days before its money ends a group counts as one that may
    /// stop: time to look around without haste `[X]`.
    static let notice = 90

    /// Whether whoever has people there should think of another place.
    func isFragile(on today: Day) -> Bool {
        switch standing {
        case .sound: false
        case .mightStop: true
        case .secure(let until): until.number - today.number <= Self.notice
        }
    }

    /// They might have to stop, said 6 days ago: the hall is sold.
    func line(on today: Day) -> String {
        let said = "\(standing.sentence(on: today)), said \(Day(at).nearness(to: today))"
        return words.map { "\(said): \($0)" } ?? said
    }
}

extension Outlook.Standing {
    fileprivate func sentence(on today: Day) -> String {
        switch self {
        case .sound: "They can go on"
        case .mightStop: "They might have to stop"
        case .secure(let until) where until < today: "They were secure until \(until.full)"
        case .secure(let until): "They are secure until \(until.full)"
        }
    }

    var kind: String {
        switch self {
        case .sound: "sound"
        case .secure: "secure"
        case .mightStop: "might_stop"
        }
    }

    var until: Day? {
        if case .secure(let until) = self { until } else { nil }
    }

    init?(_ kind: String, until: Day?) {
        switch (kind, until) {
        case ("sound", _): self = .sound
        case ("might_stop", _): self = .mightStop
        case ("secure", let until?): self = .secure(until: until)
        default: return nil
        }
    }
}

extension Activities {
    /// What its own coordinator says of how long it can go on.
    func say(
        _ standing: Outlook.Standing,
        of id: Activity.ID,
        words: String? = nil,
        at now: Date = .now
    ) async throws {
        let (me, outlook) = (member.id, Outlook.ID(at: now))
        try await change(id, at: now) { work, provider, sight in
            guard sight.isOwn(provider) else { throw Missing() }
            try work.run(
                "UPDATE outlook SET replaced_by = \(outlook) WHERE activity = \(id) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO outlook (id, activity, kind, until_day, words, said_by, said_at)
                VALUES (\(outlook), \(id), \(standing.kind), \(standing.until), \(words), \(me), \(now))
                """
            )
        }
    }

    /// Lets everybody who uses the directory know what stands. Said twice it is said once.
    func open(outlookOf id: Activity.ID, at now: Date = .now) async throws {
        let me = member.id
        try await change(id, at: now) { work, provider, sight in
            guard sight.isOwn(provider) else { throw Missing() }
            let current: Outlook.ID? = try work.value(
                "SELECT id FROM outlook WHERE activity = \(id) AND replaced_by IS NULL"
            )
            guard let current else { throw Missing() }
            try work.run(
                """
                INSERT INTO outlook_opening (outlook, opened_by, opened_at)
                VALUES (\(current), \(me), \(now))
                ON CONFLICT (outlook) DO NOTHING
                """
            )
        }
    }
}

extension Outlook: Stored {
    init(_ row: Row) throws {
        let (kind, opened): (String, Date?) = try (row("kind"), row("opened_at"))
        guard let standing = try Standing(kind, until: row("until_day")) else { throw Missing() }
        try self.init(
            id: row("id"),
            standing: standing,
            words: row("words"),
            by: row("name"),
            at: row("said_at"),
            isPublic: opened != nil
        )
    }

    static func current(of ids: [Activity.ID]) -> SQL {
        """
        SELECT outlook.*, member.name, opened_at
        FROM outlook
        JOIN member ON member.id = said_by
        LEFT JOIN outlook_opening ON outlook_opening.outlook = outlook.id
        WHERE activity IN (\(each: ids)) AND replaced_by IS NULL
        """
    }
}
