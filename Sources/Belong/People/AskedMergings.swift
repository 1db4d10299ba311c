import Foundation
import Kernel
import Store

/// What administrators are asked, where the other record is known at their practices.
struct AskedMergings: Sendable {
    let store: any Store
    let member: Member

    /// What is asked, and the record of theirs that it may be.
    struct Open: Sendable {
        let asked: AskedMerging
        let one: Side
        let other: Side
    }

    /// Enough of a record to say whether it is the same person, and no more.
    struct Side: Sendable {
        let id: Person.ID
        let particulars: Particulars
        let practice: String
    }

    func all() async throws -> [AskedMerging] {
        guard member.isA(.administrator) else { throw Missing() }
        let mine = mine
        return try await store.read { view in
            try view.all(
                "SELECT \(AskedMerging.columns) FROM \(AskedMerging.tables) WHERE \(mine) ORDER BY asked_at"
            )
        }
    }

    /// Both are looked at, so both looks are noted.
    func open(_ id: AskedMerging.ID, at now: Date = .now) async throws -> Open {
        let me = member.id
        return try await store.write { work in
            let (asked, other) = try find(id, in: work)
            for person in [asked.person, other] {
                try work.log(.looked, person, about: person, by: me, at: now)
            }
            return try Open(asked: asked, one: work.side(of: asked.person), other: work.side(of: other))
        }
    }

    func merge(
        _ id: AskedMerging.ID,
        keeping right: Person.ID,
        because reason: String,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            let (asked, other) = try find(id, in: work)
            guard right == asked.person || right == other else { throw Missing() }
            let gone = right == other ? asked.person : other
            let merging = try work.bringTogether(right, gone, because: reason, by: me, at: now)
            try work.answer(id, with: merging, by: me, at: now)
            try work.log(.changed, merging, about: right, by: me, at: now)
        }
    }

    /// They are two people.
    func leave(_ id: AskedMerging.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let asked = try find(id, in: work).asked
            try work.answer(id, with: nil, by: me, at: now)
            try work.log(.changed, id, about: asked.person, by: me, at: now)
        }
    }

    private func find(
        _ id: AskedMerging.ID,
        in view: any Reader
    ) throws -> (asked: AskedMerging, other: Person.ID) {
        guard member.isA(.administrator) else { throw Missing() }
        let found: AskedMerging? = try view.first(
            "SELECT \(AskedMerging.columns) FROM \(AskedMerging.tables) WHERE merging_asked.id = \(id) AND \(mine)"
        )
        guard let found else { throw Missing() }
        let other: Person.ID? = try view.value(
            "SELECT person FROM particulars WHERE nhs_number = \(found.nhsNumber) AND replaced_by IS NULL"
        )
        guard let other else { throw Missing() }
        return (found, other)
    }

    /// Not answered, of a record at their practices, asked by somebody else.
    private var mine: SQL {
        let places = member.organisations(as: .administrator)
        return """
            (asked_by <> \(member.id)
            AND NOT EXISTS (
                SELECT 1 FROM merging_asked_answer
                WHERE merging_asked_answer.merging_asked = merging_asked.id)
            AND EXISTS (
                SELECT 1
                FROM particulars
                JOIN person ON person.id = particulars.person
                JOIN organisation ON organisation.id = person.practice
                WHERE particulars.nhs_number = merging_asked.nhs_number AND particulars.replaced_by IS NULL
                    AND person.id <> merging_asked.person
                    AND (organisation.id IN (\(each: places)) OR organisation.network IN (\(each: places)))))
            """
    }
}

extension Reader {
    fileprivate func side(of person: Person.ID) throws -> AskedMergings.Side {
        let practice: String? = try value(
            "SELECT name FROM person JOIN organisation ON organisation.id = practice WHERE person.id = \(person)"
        )
        return try AskedMergings.Side(
            id: person,
            particulars: particulars(of: person),
            practice: practice ?? ""
        )
    }
}

extension Writer {
    fileprivate func answer(
        _ id: AskedMerging.ID,
        with merging: Merging.ID?,
        by member: Member.ID,
        at now: Date
    ) throws {
        let answered = try run(
            """
            INSERT INTO merging_asked_answer (merging_asked, merging, answered_at, answered_by)
            VALUES (\(id), \(merging), \(now), \(member))
            ON CONFLICT (merging_asked) DO NOTHING
            """
        )
        guard answered == 1 else { throw AskedMerging.Refused.answered }
    }
}
