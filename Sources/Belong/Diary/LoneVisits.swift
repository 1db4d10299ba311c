import Foundation
import Kernel
import Store
import Web

/// Visits alone, for the one who goes, the buddy, and whoever was told.
struct LoneVisits: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    enum Refused: Refusal {
        case out
        case notYet
        case longEnough

        var sentence: String {
            switch self {
            case .out: "They are out already, and everybody who was told knows."
            case .notYet: "This has not begun yet. Say that you are out when you are."
            case .longEnough: "That is more than four hours longer than planned. Ring your buddy instead."
            }
        }
    }

    /// Whom to name, and whether they may read where one is.
    struct Named: Sendable {
        let buddy: Member.ID
        let showsPlace: Bool
    }

    /// How much longer can be said in one tap, and how much in all.
    static let more: [Int] = [15, 30, 60]
    private static let longest: TimeInterval = 4 * 3_600

    var diary: Diary { Diary(store: store, member: member) }

    func page(_ first: DiaryEntry.ID, at now: Date = .now) async throws -> LoneVisitPage {
        let me = member.id
        return try await store.write { work in
            if let own = try ownEntry(first, in: work, at: now) {
                try work.log(.looked, own.id, about: own.personID, by: me, at: now)
                let visit = try work.loneVisits("lone_visit.first = \(first)").first
                return try LoneVisitPage(
                    own,
                    visit,
                    buddies: buddies(for: own, in: work, at: now),
                    in: work,
                    now
                )
            }
            let visit = try find(first, in: work)
            let isShown = visit.isOverdue(at: now) && visit.showsPlace
            // Where they are may be somebody's home: to read it is to look at what is kept of them.
            let person: Person.ID? = try visit.caseID.flatMap {
                try work.value("SELECT person FROM \"case\" WHERE id = \($0)")
            }
            if isShown { try work.log(.looked, visit.entry, about: person, by: me, at: now) }
            let home = try isShown && visit.kind == .home ? person.flatMap { try work.home(of: $0) } : nil
            return LoneVisitPage(visit, home: home, at: now)
        }
    }

    func name(_ named: Named, for first: DiaryEntry.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            guard let own = try ownEntry(first, in: work, at: now), own.stands,
                LoneVisit.kinds.contains(own.plan.kind)
            else { throw Missing() }
            guard try buddies(for: own, in: work, at: now).contains(where: { $0.id == named.buddy }) else {
                throw Missing()
            }
            let id = Key<LoneVisit>(at: now)
            try work.run(
                "UPDATE lone_visit SET replaced_by = \(id) WHERE first = \(first) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO lone_visit (id, first, buddy, shows_place, named_at, named_by)
                VALUES (\(id), \(first), \(named.buddy), \(named.showsPlace), \(now), \(me))
                """
            )
            try work.log(.changed, own.id, about: own.personID, by: me, at: now)
        }
    }

    /// The link worker themselves says it, or a colleague who has spoken with them.
    func end(_ first: DiaryEntry.ID, at now: Date = .now) async throws {
        let me = member.id
        try await change(first) { work, visit in
            guard visit.beginsAt <= now else { throw Refused.notYet }
            guard try work.end(visit, by: me, byText: false, at: now) else { throw Refused.out }
            try work.log(.changed, visit.entry, by: me, at: now)
        }
    }

    /// Only whoever is there knows that it takes longer.
    func stay(_ minutes: Int, longer first: DiaryEntry.ID, at now: Date = .now) async throws {
        let me = member.id
        guard Self.more.contains(minutes) else { throw Missing() }
        try await change(first) { work, visit in
            guard visit.owner.id == me else { throw Missing() }
            let planned: Date? = try work.value("SELECT ends_at FROM diary_entry WHERE id = \(visit.entry)")
            let until = max(now, visit.until) + TimeInterval(minutes * 60)
            guard let planned, until <= planned + Self.longest else { throw Refused.longEnough }
            try work.run(
                """
                INSERT INTO lone_visit_longer (id, entry, until, said_at, said_by)
                VALUES (\(Key<LoneVisit>(at: now)), \(visit.entry), \(until), \(now), \(me))
                """
            )
            try work.log(.changed, visit.entry, by: me, at: now)
        }
    }

    func askForHelp(_ first: DiaryEntry.ID, at now: Date = .now) async throws {
        let (me, site) = (member.id, site)
        try await change(first) { work, visit in
            guard visit.owner.id == me else { throw Missing() }
            if !visit.told.contains(.help) { try work.tell(of: visit, [.help], site, at: now) }
            try work.log(.changed, visit.entry, by: me, at: now)
        }
    }

    /// How many colleagues have not come back, as far as this member was told.
    func overdue(at now: Date = .now) async throws -> [LoneVisit] {
        let me = member.id
        return try await store.read { view in
            try view.loneVisits(
                """
                lone_visit_end.entry IS NULL AND diary_entry.member <> \(me)
                    AND diary_entry.begins_at > \(now - 2 * LoneVisit.day)
                    AND diary_entry.id IN (SELECT entry FROM lone_visit_telling WHERE member = \(me))
                """
            ).filter { $0.isOverdue(at: now) }
        }
    }

    /// Held first, so that being out and being missed never both happen.
    private func change(
        _ first: DiaryEntry.ID,
        _ body: @escaping @Sendable (any Writer, LoneVisit) throws -> Void
    ) async throws {
        try await store.write { work in
            _ = try work.rows("SELECT id FROM diary_entry WHERE first = \(first) \(work.dialect.forUpdate)")
            let visit = try find(first, in: work)
            guard visit.ended == nil else { throw Refused.out }
            try body(work, visit)
        }
    }

    private func find(_ first: DiaryEntry.ID, in view: any Reader) throws -> LoneVisit {
        let me = member.id
        let found = try view.loneVisits(
            """
            lone_visit.first = \(first) AND (diary_entry.member = \(me) OR lone_visit.buddy = \(me)
                OR diary_entry.id IN (SELECT entry FROM lone_visit_telling WHERE member = \(me)))
            """
        ).first
        guard let found, !member.memberships.isEmpty else { throw Missing() }
        return found
    }
}
