import Foundation
import Kernel
import Store

/// The cases one link worker holds, in all their practices, and those they cover
/// for a colleague who is away; for a fortnight, to read, what they handed over.
/// Nobody else's can be asked for, not even by whoever referred or by a supervisor.
struct Cases: Sendable {
    let store: any Store
    let member: Member

    enum Refused: Refusal {
        case closed
        case handedOver
        case shown
        case moved
        case givenAway

        var sentence: String {
            switch self {
            case .closed: "This case is closed. Open it again first: the story so far is kept."
            case .handedOver: "Your time at this practice has ended. You can read this, and not change it."
            case .moved:
                "They are with another practice now. You can read this for a fortnight, and not change it."
            case .givenAway: "You handed this over. Your colleague goes on with it now; you can read it."
            case .shown: "This was shown to you to think over. The link worker changes it, not you."
            }
        }
    }

    /// After a placement has ended its cases can be read for this many days, to
    /// hand them over (governance, 4.1).
    static let handOver = 14

    /// Those this link worker holds or covers, found by index. `"case"` must be in the query.
    func mine(at now: Date) -> SQL {
        "(\"case\".id IN (SELECT held.id FROM (\(held(on: Day(now)))) AS held) AND \(isHere(Case.holder, at: now)))"
    }

    /// What they and those they cover for have: `id` and `holder`. Where is not asked yet.
    func held(on today: Day) -> SQL {
        Case.held(by: holders(on: today))
    }

    /// Whether one that is found, and whose holder is known, is theirs to have: there, and still.
    func isHere(_ holder: SQL, at now: Date) -> SQL {
        guard member.isA(.linkWorker) else { return "FALSE" }
        let today = Day(now)
        // Where is asked once for all of them.
        return """
            ((\(holder), "case".practice) IN (
                SELECT placement.link_worker, placement.practice FROM placement
                WHERE placement.began_on <= \(today)
                    AND (placement.link_worker = \(member.id) OR EXISTS (
                        SELECT 1 FROM cover
                        WHERE cover.covered_by = \(member.id) AND cover.link_worker = placement.link_worker
                            AND cover.practice = placement.practice AND \(Cover.current(on: today))))
                    AND NOT EXISTS (
                        SELECT 1 FROM placement_end
                        WHERE placement_end.placement = placement.id
                            AND placement_end.ended_on <= \(today.advanced(by: -Self.handOver))))
                AND NOT (\(Moving.isLongGone(at: now))))
            """
    }

    /// Those this member may read: theirs, and what was shown to them.
    private func readable(at now: Date) -> SQL {
        "(\(isHere(Case.holder, at: now)) OR \(Showing.isShown(to: member, at: now)) OR \(givenAway(at: now)))"
    }

    /// Those they handed over themselves in the last fortnight.
    private func givenAway(at now: Date) -> SQL {
        guard member.isA(.linkWorker) else { return "FALSE" }
        return """
            EXISTS (
                SELECT 1 FROM hand_over
                JOIN taking_over ON taking_over.hand_over = hand_over.id
                WHERE hand_over."case" = "case".id AND hand_over.link_worker = \(member.id)
                    AND hand_over.made_by = \(member.id)
                    AND taking_over.taken_at > \(now.addingTimeInterval(-Double(Self.handOver) * 86_400)))
            """
    }

    /// Until when they read what they handed over, if that is why they read it.
    func readsUntil(_ found: Case, in view: any Reader, at now: Date) throws -> Day? {
        let takenAt: Date? = try view.value(
            """
            SELECT taking_over.taken_at FROM hand_over
            JOIN taking_over ON taking_over.hand_over = hand_over.id
            JOIN "case" ON "case".id = hand_over."case"
            WHERE hand_over."case" = \(found.id) AND hand_over.link_worker = \(member.id)
                AND \(givenAway(at: now))
            ORDER BY taking_over.taken_at DESC
            LIMIT 1
            """
        )
        return takenAt.map { Day($0).advanced(by: Self.handOver) }
    }

    /// One to read.
    func find(_ id: Case.ID, in view: any Reader, at now: Date) throws -> Case {
        let found: Case? = try view.first(
            """
            SELECT \(Case.columns)
            FROM "case"
            WHERE "case".id = \(id) AND \(readable(at: now))
            """
        )
        guard let found else { throw Missing() }
        return found
    }

    /// Whether they hold or cover it, rather than only read it.
    func isMine(_ found: Case, in view: any Reader, at now: Date) throws -> Bool {
        let here = isHere(Case.holder, at: now)
        return try view.has("SELECT 1 FROM \"case\" WHERE \"case\".id = \(found.id) AND \(here)")
    }

    /// One to go on with: open, and in a practice where the link worker still is.
    func findOpen(_ id: Case.ID, in view: any Reader, at now: Date) throws -> Case {
        let found = try findToChange(id, in: view, at: now)
        guard try view.openClosing(of: id) == nil else { throw Refused.closed }
        return found
    }

    /// One to change, closed or not.
    func findToChange(_ id: Case.ID, in view: any Reader, at now: Date) throws -> Case {
        let found = try find(id, in: view, at: now)
        guard try isMine(found, in: view, at: now) else {
            guard try readsUntil(found, in: view, at: now) == nil else { throw Refused.givenAway }
            throw Refused.shown
        }
        guard try view.isPlaced(found.linkWorker, at: found.practice, on: Day(now)) else {
            throw Refused.handedOver
        }
        guard try !view.hasMoved(found.person, from: found.practice) else { throw Refused.moved }
        return found
    }

    func person(of id: Case.ID, at now: Date = .now) async throws -> Person.ID {
        try await store.read { view in try find(id, in: view, at: now).person }
    }

    /// Says no before anything is typed, where it would be refused afterwards.
    func mayGoOn(_ id: Case.ID, at now: Date = .now) async throws {
        try await store.read { view in _ = try findOpen(id, in: view, at: now) }
    }

    /// Notes that somebody's page is about to be read, before it is.
    func look(at id: Case.ID, _ act: LogEntry.Act = .looked, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try find(id, in: work, at: now)
            try work.log(act, id, about: found.person, by: me, at: now)
        }
    }

    /// One page about somebody, read in one view after the look was noted.
    func open<Answer: Sendable>(
        _ id: Case.ID,
        at now: Date = .now,
        _ body: @escaping @Sendable (any Reader, Case) throws -> Answer
    ) async throws -> Answer {
        try await look(at: id, at: now)
        return try await store.read { view in
            try body(view, find(id, in: view, at: now))
        }
    }
}

extension Reader {
    /// Whether they are registered elsewhere now, and were here once.
    func hasMoved(_ person: Person.ID, from practice: Organisation.ID) throws -> Bool {
        try has(
            """
            SELECT moving.id
            FROM moving
            JOIN person ON person.id = moving.person
            WHERE moving.person = \(person) AND from_practice = \(practice) AND person.practice <> \(practice)
            """
        )
    }

    /// The closing that stands, if the case is closed.
    func openClosing(of id: Case.ID) throws -> Key<Closing>? {
        try value(
            """
            SELECT closing.id
            FROM closing
            WHERE closing."case" = \(id) AND \(Closing.stands)
            """
        )
    }
}
