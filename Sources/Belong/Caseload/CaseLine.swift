import Foundation
import Kernel
import Store

/// One line of a link worker's people: who, where, and when they last spoke.
struct CaseLine: Sendable {
    let id: Case.ID
    let name: String
    let practice: String
    /// Whose they are, where one covers for a colleague.
    let coveredFor: String?
    let openedAt: Date
    let lastContact: Last?
    let reachedAt: Date?
    let standing: Standing
    /// What comes next in the diary with them.
    var planned: Planned?

    /// Something in the diary that has not begun.
    struct Planned: Sendable {
        let at: Date
        let kind: DiaryEntry.Kind
    }

    /// The last time they were in touch, or were tried.
    struct Last: Sendable {
        let at: Date
        let mode: Contact.Mode
        let outcome: String
    }

    /// What comes next, in the order of the page.
    enum Standing: String, CaseIterable, Sendable {
        case waiting
        case quiet
        case going
        case holding
        case closed

        var name: String {
            switch self {
            case .waiting: "Waiting for a first conversation"
            case .quiet: "Quiet"
            case .going: "Going"
            case .holding: "Holding"
            case .closed: "Closed"
            }
        }
    }

    /// Nobody is forgotten: not heard from for this many days is *quiet* (journeys 5.4).
    static let quietAfter = 21
}

extension Cases {
    /// Everyone one works with, across all placements; with a name, the closed too.
    func people(named name: String = "", at now: Date = .now) async throws -> [CaseLine] {
        try await store.look(at: NameList.People.self, of: member.id, at: now)
        return try await lines(named: name, at: now)
    }

    /// The same for whoever counts them and shows no name.
    func lines(named name: String = "", at now: Date = .now) async throws -> [CaseLine] {
        let (held, isHere) = (held(on: Day(now)), isHere("held.holder", at: now))
        let (folded, me) = (name.folded, member.id)
        let which: SQL =
            folded.isEmpty
            ? "closing.id IS NULL"
            : "given_folded || ' ' || family_folded LIKE \("%\(folded)%")"
        return try await store.read { view in
            try view.rows(
                """
                SELECT "case".id, given_name, family_name, organisation.name AS practice_name, opened_at,
                    CASE WHEN held.holder <> \(me)
                        THEN (SELECT name FROM member WHERE member.id = held.holder) END AS holder,
                    last.began_at AS last_at, last.mode, last.outcome,
                    (SELECT MAX(began_at) FROM contact
                        WHERE contact."case" = "case".id AND replaced_by IS NULL AND outcome = 'reached')
                        AS reached_at,
                    is_holding, closing.id AS closing
                FROM (\(held)) AS held
                JOIN "case" ON "case".id = held.id
                JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
                JOIN organisation ON organisation.id = "case".practice
                LEFT JOIN contact AS last ON last.id = (
                    SELECT id FROM contact
                    WHERE contact."case" = "case".id AND replaced_by IS NULL
                    ORDER BY began_at DESC, id DESC LIMIT 1)
                LEFT JOIN holding ON holding."case" = "case".id AND holding.replaced_by IS NULL
                LEFT JOIN closing ON closing."case" = "case".id AND \(Closing.stands)
                WHERE \(isHere) AND \(which)
                ORDER BY COALESCE(last.began_at, opened_at), "case".id
                """
            )
            .map { try CaseLine($0, at: now) }
        }
    }
}

extension CaseLine {
    fileprivate init(_ row: Row, at now: Date) throws {
        id = try row("id")
        let (given, family): (String, String) = try (row("given_name"), row("family_name"))
        name = "\(given) \(family)"
        practice = try row("practice_name")
        coveredFor = try row("holder")
        openedAt = try row("opened_at")
        reachedAt = try row("reached_at")
        lastContact = try Last(row)
        let (closing, holding): (Key<Closing>?, Bool?) = try (row("closing"), row("is_holding"))
        standing = Standing(
            reachedAt: reachedAt,
            isHolding: holding == true,
            isClosed: closing != nil,
            at: now
        )
    }
}

extension CaseLine.Last {
    init?(_ row: Row) throws {
        guard let at: Date = try row("last_at") else { return nil }
        self.at = at
        mode = try row("mode")
        outcome = try row("outcome")
    }
}

extension CaseLine.Standing {
    init(reachedAt: Date?, isHolding: Bool, isClosed: Bool, at now: Date) {
        guard !isClosed else {
            self = .closed
            return
        }
        guard !isHolding, let reachedAt else {
            self = isHolding ? .holding : .waiting
            return
        }
        let days = Day(now).number - Day(reachedAt).number
        self = days > CaseLine.quietAfter ? .quiet : .going
    }
}
