import Foundation
import Kernel
import Store

/// How many people one is there for: a link worker's own, those of the link workers
/// one supervises, and, where there are more than agreed, of those at one's practice.
struct Loads: Sendable {
    let store: any Store
    let member: Member

    static func isFor(_ member: Member) -> Bool {
        member.isA(.linkWorker) || member.isA(.supervisor) || member.isA(.practiceManager)
    }

    /// By name, never by number. A practice manager reads of those only who have more than agreed.
    func all(at now: Date = .now) async throws -> [Load] {
        try await store.read { view in try all(in: view, at: now) }
    }

    func all(in view: any Reader, at now: Date) throws -> [Load] {
        let loads = try view.loads(of: "placement.link_worker IN (\(whose))", on: Day(now))
        let close = try Set(view.values(mine(on: Day(now))) as [Member.ID])
        return loads.filter { close.contains($0.linkWorker.id) || $0.isOver }
    }

    /// Where somebody who manages has not answered yet.
    func unanswered(at now: Date = .now) async throws -> Int {
        guard !managed.isEmpty || member.isA(.supervisor) else { return 0 }
        return try await all(at: now).count { answers($0) && $0.needsAnswer(on: Day(now)) }
    }

    /// Whether this member is one of those who answer, and not the link worker themself.
    func answers(_ load: Load) -> Bool {
        load.linkWorker.id != member.id && (!managed.isEmpty || member.isA(.supervisor))
    }

    @discardableResult
    func say(
        _ people: Int,
        _ words: String,
        for who: Member.ID,
        at now: Date = .now
    ) async throws -> AgreedLoad.ID {
        let (me, mine) = (member.id, mine(on: Day(now)))
        return try await store.write { work in
            guard try (work.values(mine) as [Member.ID]).contains(who) else { throw Missing() }
            guard try work.isSupervised(who, on: Day(now)) else { throw AgreedLoad.Refused.nobody }
            let id = AgreedLoad.ID(at: now)
            try work.run(
                """
                INSERT INTO agreed_load (id, link_worker, people, words, said_at, said_by)
                VALUES (\(id), \(who), \(people), \(words), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
            return id
        }
    }

    /// The other's yes to what was said last.
    func agree(_ id: AgreedLoad.ID, at now: Date = .now) async throws {
        let (me, mine) = (member.id, mine(on: Day(now)))
        do {
            try await store.write { work in
                let said: AgreedLoad? = try work.first(
                    "SELECT \(AgreedLoad.columns) FROM \(AgreedLoad.tables) WHERE agreed_load.id = \(id)"
                )
                guard let said, try (work.values(mine) as [Member.ID]).contains(said.linkWorker) else {
                    throw Missing()
                }
                // Between the two of them: neither says yes to their own word.
                guard said.saidBy.id != me, (said.saidBy.id == said.linkWorker) != (me == said.linkWorker)
                else {
                    throw AgreedLoad.Refused.own
                }
                let latest = try work.loads(of: "placement.link_worker = \(said.linkWorker)", on: Day(now))
                    .first
                guard latest?.proposed?.id == id else { throw AgreedLoad.Refused.settled }
                try work.run(
                    "INSERT INTO agreed_load_yes (agreed_load, agreed_at, agreed_by) VALUES (\(id), \(now), \(me))"
                )
                try work.log(.changed, id, by: me, at: now)
            }
        } catch is Conflict {
            throw AgreedLoad.Refused.settled
        }
    }

    /// What is done about it, and by when, from whoever manages.
    func answer(_ id: AgreedLoad.ID, _ words: String, until: Day, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let load = try all(in: work, at: now).first { $0.agreed?.id == id }
            guard let load, answers(load) else { throw Missing() }
            guard load.isOver else { throw AgreedLoad.Refused.settled }
            let answer = Key<LoadAnswer>(at: now)
            try work.run(
                """
                INSERT INTO load_answer (id, agreed_load, words, until_on, answered_at, answered_by)
                VALUES (\(answer), \(id), \(words), \(until), \(now), \(me))
                """
            )
            try work.log(.changed, answer, by: me, at: now)
        }
    }

    private var managed: [Organisation.ID] { member.organisations(as: .practiceManager) }

    /// Themself, and those they supervise: the two who agree.
    fileprivate func mine(on today: Day) -> SQL {
        let own: SQL = member.isA(.linkWorker) ? "placement.link_worker = \(member.id)" : "FALSE"
        let supervised: SQL = member.isA(.supervisor) ? "placement.supervisor = \(member.id)" : "FALSE"
        return """
            SELECT DISTINCT placement.link_worker FROM placement
            WHERE (\(own) OR \(supervised)) AND \(Placement.current(on: today))
            """
    }

    /// Those, and whoever is at a practice they manage.
    private var whose: SQL {
        let own: SQL = member.isA(.linkWorker) ? "held.link_worker = \(member.id)" : "FALSE"
        let supervised: SQL = member.isA(.supervisor) ? "held.supervisor = \(member.id)" : "FALSE"
        let there: SQL = managed.isEmpty ? "FALSE" : "held.practice IN (\(each: managed))"
        return """
            SELECT held.link_worker FROM placement AS held
            WHERE (\(own) OR \(supervised) OR \(there)) AND NOT EXISTS (
                SELECT 1 FROM placement_end WHERE placement_end.placement = held.id)
            """
    }
}

extension Loads {
    func page(at now: Date = .now) async throws -> LoadPage {
        let (member, mine) = (member, mine(on: Day(now)))
        return try await store.read { view in
            let all = try all(in: view, at: now)
            let close = try Set(view.values(mine) as [Member.ID])
            return LoadPage(
                loads: all,
                me: member.id,
                agrees: all.map(\.linkWorker).filter { close.contains($0.id) },
                answers: member.isA(.practiceManager) || member.isA(.supervisor),
                today: Day(now)
            )
        }
    }
}
