import Foundation
import Kernel
import Store

/// The people one link worker works with: those of whom they hold a case, open or
/// closed. What is kept of anybody else cannot be asked for.
struct People: Sendable {
    let store: any Store
    let member: Member

    var cases: Cases { Cases(store: store, member: member) }

    /// Makes sure that this member may read what is kept of them.
    func find(_ id: Person.ID, in view: any Reader, at now: Date) throws {
        guard try isMine(id, in: view, at: now) else { throw Missing() }
    }

    /// Makes sure that this member may change it: where the case is, they still work.
    func findToChange(_ id: Person.ID, in view: any Reader, at now: Date) throws {
        let practices = try practices(of: id, in: view, at: now)
        guard !practices.isEmpty else { throw Missing() }
        let here = try view.placements(of: member.id, on: Day(now)).filter(practices.contains)
        guard !here.isEmpty else { throw Cases.Refused.handedOver }
        guard try here.contains(where: { try !view.hasMoved(id, from: $0) }) else {
            throw Cases.Refused.moved
        }
    }

    /// Whether this member holds a case of theirs.
    func isMine(_ id: Person.ID, in view: any Reader, at now: Date) throws -> Bool {
        try !practices(of: id, in: view, at: now).isEmpty
    }

    /// Whether they are known where this member works: enough to find out that two
    /// records are one person's.
    func isInSight(_ id: Person.ID, in view: any Reader, at now: Date) throws -> Bool {
        let here = try view.placements(of: member.id, on: Day(now))
        let isKnownHere = try view.has(
            """
            SELECT person.id
            FROM person
            WHERE person.id = \(id) AND (person.practice IN (\(each: here)) OR EXISTS (
                SELECT 1 FROM referral
                WHERE referral.person = person.id AND referral.practice IN (\(each: here))))
            """
        )
        return try isKnownHere || isMine(id, in: view, at: now)
    }

    /// The record that stands for this one, if this member may read it.
    func standing(_ id: Person.ID, at now: Date = .now) async throws -> Person.ID {
        try await store.read { view in
            let standing = try view.standing(id)
            try find(standing, in: view, at: now)
            return standing
        }
    }

    /// What a page says of somebody, read in one view after the look was noted.
    func open<Answer: Sendable>(
        _ id: Person.ID,
        at now: Date = .now,
        _ body: @escaping @Sendable (any Reader) throws -> Answer
    ) async throws -> Answer {
        let me = member.id
        try await store.write { work in
            try find(id, in: work, at: now)
            try work.log(.looked, id, about: id, by: me, at: now)
        }
        return try await store.read { view in
            try find(id, in: view, at: now)
            return try body(view)
        }
    }

    /// One change to what is kept of somebody, noted in the log. Nobody else
    /// changes it meanwhile.
    func change(
        _ id: Person.ID,
        at now: Date,
        _ body: @escaping @Sendable (any Writer) throws -> Void
    ) async throws {
        let me = member.id
        try await store.write { work in
            try work.lock(id)
            try findToChange(id, in: work, at: now)
            try body(work)
            try work.log(.changed, id, about: id, by: me, at: now)
        }
    }

    private func practices(
        of id: Person.ID,
        in view: any Reader,
        at now: Date
    ) throws -> [Organisation.ID] {
        try view.values(
            """
            SELECT "case".practice
            FROM "case"
            WHERE "case".person = \(id) AND \(cases.mine(at: now))
            """
        )
    }
}

extension Writer {
    /// Whoever else would change what is kept of them waits for this transaction.
    func lock(_ person: Person.ID) throws {
        guard try has("SELECT id FROM person WHERE id = \(person) \(dialect.forUpdate)") else {
            throw Missing()
        }
    }
}
