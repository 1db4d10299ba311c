import Foundation
import Kernel
import Store

/// What one link worker brings, as they wrote it, on a page of its own. They say twice a year that it is still so; that
/// a manager or the network's lead has opened it is kept, and the link worker reads it (paper, lines 40 to 44).
struct Bringing: Sendable {
    let store: any Store
    let member: Member

    struct Look: Sendable {
        let linkWorker: Worry.Named
        let practices: [String]
        let profile: Profile?
        /// When they last wrote or confirmed it.
        let confirmedAt: Date?
        /// Who has opened it, for the link worker alone.
        let openings: [Opening]
        let isMine: Bool
    }

    struct Opening: Sendable {
        let name: String
        let at: Date
    }

    enum Refused: Refusal {
        case nothing

        var sentence: String { "Say first what you bring. Then it can be confirmed." }
    }

    /// After half a year it is asked again.
    static let half: TimeInterval = 182 * 86_400

    /// Opens it. For a manager or a lead it is kept that they did, once a day.
    func open(_ linkWorker: Member.ID, at now: Date = .now) async throws -> Look {
        let (member, isKept) = (member, member.isA(.practiceManager) || member.isA(.networkLead))
        return try await store.write { work in
            let look = try work.bringing(linkWorker, for: member, at: now)
            guard isKept, !look.isMine, look.profile != nil else { return look }
            let isThere = try work.has(
                """
                SELECT 1 FROM profile_opening
                WHERE link_worker = \(linkWorker) AND opened_by = \(member.id) AND opened_at > \(now - 86_400)
                    AND opened_at <= \(now)
                """
            )
            guard !isThere else { return look }
            try work.run(
                """
                INSERT INTO profile_opening (id, link_worker, opened_by, opened_at)
                VALUES (\(Key<Opening>(at: now)), \(linkWorker), \(member.id), \(now))
                """
            )
            return look
        }
    }

    /// It is still so, says whose it is.
    func confirm(at now: Date = .now) async throws {
        guard member.isA(.linkWorker) else { throw Missing() }
        let (member, id) = (member, Key<Bringing>(at: now))
        try await store.write { work in
            guard try work.bringing(member.id, for: member, at: now).profile != nil else {
                throw Refused.nothing
            }
            try work.run(
                "INSERT INTO profile_confirmation (id, link_worker, confirmed_at) VALUES (\(id), \(member.id), \(now))"
            )
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// Whether a link worker should look at it again, or say it for the first time.
    func isDue(at now: Date = .now) async throws -> Bool {
        guard member.isA(.linkWorker) else { return false }
        let me = member.id
        return try await store.read { view in
            guard let at = try view.confirmed(me, at: now) else { return true }
            return now.timeIntervalSince(at) >= Self.half
        }
    }
}

extension Reader {
    fileprivate func bringing(_ id: Member.ID, for member: Member, at now: Date) throws -> Bringing.Look {
        let isMine = id == member.id && member.isA(.linkWorker)
        let led = member.organisations(as: .networkLead, .supervisor)
        let own: SQL = """
            SELECT practice.network FROM placement
            JOIN organisation AS practice ON practice.id = placement.practice
            WHERE placement.link_worker = \(member.id) AND \(Placement.current(on: Day(now)))
            """
        let places = try rows(
            """
            SELECT organisation.name,
                CASE WHEN organisation.id IN (\(each: member.practices)) OR organisation.network IN (\(each: led))
                    OR placement.supervisor = \(member.id) OR organisation.network IN (\(own))
                THEN 1 ELSE 0 END AS is_seen
            FROM placement
            JOIN organisation ON organisation.id = placement.practice
            WHERE placement.link_worker = \(id) AND \(Placement.current(on: Day(now)))
            ORDER BY organisation.name
            """
        )
        let isSeen = try places.contains { try $0("is_seen") == 1 }
        guard isMine || isSeen else { throw Missing() }
        var profile: Profile? = try first(
            "SELECT brings, languages, phone, leaves FROM profile WHERE member = \(id) AND replaced_by IS NULL"
        )
        profile?.specialisms = try specialisms(of: [id])[id] ?? []
        let name: String? = try value("SELECT name FROM member WHERE id = \(id)")
        return try Bringing.Look(
            linkWorker: .init(id: id, name: name ?? ""),
            practices: places.map { try $0("name") },
            profile: profile,
            confirmedAt: confirmed(id, at: now),
            openings: isMine ? openings(of: id) : [],
            isMine: isMine
        )
    }

    /// When a link worker last said what they bring, or that it is still so.
    fileprivate func confirmed(_ id: Member.ID, at now: Date) throws -> Date? {
        let written: Date? = try value(
            "SELECT written_at FROM profile WHERE member = \(id) AND replaced_by IS NULL"
        )
        let said: Date? = try value(
            """
            SELECT confirmed_at FROM profile_confirmation WHERE link_worker = \(id)
            ORDER BY confirmed_at DESC LIMIT 1
            """
        )
        return [written, said].compactMap(\.self).max()
    }

    private func openings(of id: Member.ID) throws -> [Bringing.Opening] {
        try rows(
            """
            SELECT member.name, opened_at FROM profile_opening
            JOIN member ON member.id = opened_by
            WHERE link_worker = \(id)
            ORDER BY opened_at DESC, profile_opening.id
            LIMIT 10
            """
        ).map { try Bringing.Opening(name: $0("name"), at: $0("opened_at")) }
    }
}
