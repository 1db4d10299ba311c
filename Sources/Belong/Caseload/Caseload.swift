import Foundation
import Kernel
import Store

/// Everyone one works with, by what they need next: all of them counted, and of each
/// group those who have waited longest, so that two hundred and fifty people are a
/// page that can be read.
struct Caseload: Sendable {
    let groups: [Group]
    let filter: CaseloadFilter
    /// How many there are, whatever is filtered.
    let people: Int
    /// How many of them are one's own, and not a colleague's whom one covers.
    var own = 0

    struct Group: Sendable {
        let standing: CaseLine.Standing
        let count: Int
        let lines: [CaseLine]
    }

    /// So many of a group are in sight before it is unfolded.
    static let shown = 10
}

extension Cases {
    /// - Parameters:
    ///   - unfolded: the group that is shown whole.
    ///   - whole: whether all of them are.
    func caseload(
        _ filter: CaseloadFilter,
        unfolded: CaseLine.Standing? = nil,
        whole: Bool = false,
        in view: any Reader,
        at now: Date
    ) throws -> Caseload {
        let places = try places(filter, in: view, at: now)
        let mine = filter.standing.map { only in places.filter { $0.standing == only } } ?? places
        let groups = Dictionary(grouping: mine, by: \.standing)
        let shown = groups.mapValues { group in
            let first = group.sorted { $0.waits(before: $1) }
            return whole || group.first?.standing == unfolded ? first : Array(first.prefix(Caseload.shown))
        }
        let lines = try view.lines(of: shown.values.flatMap(\.self), seenBy: member.id, at: now)
        let all = try filter.isSet ? self.places(CaseloadFilter(), in: view, at: now) : places
        return Caseload(
            groups: CaseLine.Standing.allCases.compactMap { standing in
                groups[standing].map { group in
                    .init(
                        standing: standing,
                        count: group.count,
                        lines: (shown[standing] ?? []).compactMap { lines[$0.id] }
                    )
                }
            },
            filter: filter,
            people: all.count,
            own: Set(all.filter { $0.holder == member.id }.map(\.person)).count
        )
    }

    /// Where each of their open cases stands, without a name: one query, by index, however many they are.
    private func places(
        _ filter: CaseloadFilter,
        in view: any Reader,
        at now: Date
    ) throws -> [CasePlace] {
        let isHere = isHere("\"case\".holder", at: now)
        return try view.rows(
            """
            SELECT "case".id, "case".person, "case".holder, opened_at, is_holding,
                (SELECT MAX(began_at) FROM contact
                    WHERE contact."case" = "case".id AND replaced_by IS NULL AND outcome = 'reached')
                    AS reached_at
            FROM (\(Case.whole(of: holders(on: Day(now))))) AS "case"
            LEFT JOIN holding ON holding."case" = "case".id AND holding.replaced_by IS NULL
            WHERE \(isHere) AND NOT \(Case.isClosed) AND \(filter.condition(at: now))
            """
        ).map { try CasePlace($0, at: now) }
    }
}

extension Cases {
    /// Themself, and those they cover for.
    func holders(on today: Day) -> SQL {
        """
        SELECT \(member.id) UNION
        SELECT cover.link_worker FROM cover
        WHERE cover.covered_by = \(member.id) AND \(Cover.current(on: today))
        """
    }
}

extension Case {
    /// All that these members have, each row read once: what a list of two hundred and fifty needs of it.
    fileprivate static func whole(of members: SQL) -> SQL {
        """
        SELECT taken_on.id, taken_on.person, taken_on.practice, taken_on.opened_at, taken_on.link_worker AS holder
        FROM "case" AS taken_on
        WHERE taken_on.link_worker IN (\(members))
            AND NOT EXISTS (
                SELECT 1 FROM taking_over
                WHERE taking_over."case" = taken_on.id AND taking_over.replaced_by IS NULL)
        UNION ALL
        SELECT taken_on.id, taken_on.person, taken_on.practice, taken_on.opened_at, taking_over.link_worker
        FROM taking_over
        JOIN "case" AS taken_on ON taken_on.id = taking_over."case"
        WHERE taking_over.link_worker IN (\(members)) AND taking_over.replaced_by IS NULL
        """
    }
}

/// Where one case stands, and since when.
struct CasePlace: Sendable {
    let id: Case.ID
    let person: Person.ID
    let holder: Member.ID
    let openedAt: Date
    let reachedAt: Date?
    let standing: CaseLine.Standing

    /// Since when they have waited for what is next.
    var since: Date { reachedAt ?? openedAt }

    /// A key is written out only where two have waited equally long.
    func waits(before other: CasePlace) -> Bool {
        since == other.since ? "\(id)" < "\(other.id)" : since < other.since
    }

    fileprivate init(_ row: Row, at now: Date) throws {
        (id, person, holder) = try (row("id"), row("person"), row("holder"))
        openedAt = try row("opened_at")
        reachedAt = try row("reached_at")
        let isHolding: Bool? = try row("is_holding")
        standing = .init(reachedAt: reachedAt, isHolding: isHolding == true, isClosed: false, at: now)
    }
}

extension Reader {
    /// What is said of those in sight: who, where, the last contact, what is planned.
    fileprivate func lines(
        of places: [CasePlace],
        seenBy me: Member.ID,
        at now: Date
    ) throws -> [Case.ID: CaseLine] {
        guard !places.isEmpty else { return [:] }
        let found = Dictionary(places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let others = Set(places.map(\.holder)).subtracting([me])
        let names: [(Member.ID, String)] =
            try others.isEmpty
            ? []
            : rows("SELECT id, name FROM member WHERE id IN (\(each: others.sorted { "\($0)" < "\($1)" }))")
                .map { try ($0("id"), $0("name")) }
        let holders = Dictionary(names, uniquingKeysWith: { first, _ in first })
        let lines = try rows(
            """
            SELECT "case".id, given_name, family_name, organisation.name AS practice_name,
                last.began_at AS last_at, last.mode, last.outcome, planned.begins_at AS planned_at, planned.kind
            FROM "case"
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            JOIN organisation ON organisation.id = "case".practice
            LEFT JOIN contact AS last ON last.id = (
                SELECT id FROM contact
                WHERE contact."case" = "case".id AND replaced_by IS NULL
                ORDER BY began_at DESC, id DESC LIMIT 1)
            LEFT JOIN diary_entry AS planned ON planned.id = (
                \(CaseloadFilter.coming(at: now)) ORDER BY diary_entry.begins_at, diary_entry.id LIMIT 1)
            WHERE "case".id IN (\(each: places.map(\.id)))
            """
        ).compactMap { row -> (Case.ID, CaseLine)? in
            guard let place = found[try row("id")] else { return nil }
            return try (place.id, CaseLine(row, place, coveredFor: holders[place.holder]))
        }
        return Dictionary(lines, uniquingKeysWith: { first, _ in first })
    }
}

extension CaseLine {
    fileprivate init(_ row: Row, _ place: CasePlace, coveredFor: String?) throws {
        let (given, family): (String, String) = try (row("given_name"), row("family_name"))
        let (at, kind): (Date?, DiaryEntry.Kind?) = try (row("planned_at"), row("kind"))
        try self.init(
            id: place.id,
            name: "\(given) \(family)",
            practice: row("practice_name"),
            coveredFor: coveredFor,
            openedAt: place.openedAt,
            lastContact: Last(row),
            reachedAt: place.reachedAt,
            standing: place.standing,
            planned: at.flatMap { at in kind.map { Planned(at: at, kind: $0) } }
        )
    }
}
