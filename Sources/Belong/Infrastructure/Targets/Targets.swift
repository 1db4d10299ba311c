import Foundation
import Kernel
import Store
import Web

/// The registers of targets of the networks one member belongs to. A link worker, a
/// manager and the network lead add to it; the lead says that it is whole, and ends one.
struct Targets: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    struct Register: Sendable {
        let reach: Reach
        let targets: [Target]
        let confirmation: TargetConfirmation?

        var mayAdd: Bool { reach.leads || reach.isManager || reach.isLinkWorker }
    }

    struct Asked: Sendable {
        let place: Reach.Place
        let kind: Target.Kind
        let words: String
        let setBy: String
        let since: Day
        let terms: Meant
    }

    struct Meant: Sendable {
        let way: Target.Way
        let paired: String
    }

    /// What one may read of a target, and do about it.
    struct Look: Sendable {
        let target: Target
        let watch: PressureWatch
        let maySay: Bool
        let mayEnd: Bool
    }

    static func isFor(_ member: Member) -> Bool { Owing.isFor(member) }

    func registers(at now: Date = .now) async throws -> [Register] {
        let member = member
        return try await store.read { view in
            try view.reaches(of: member, at: now).map { reach in
                let all = try view.targets("target.network = \(reach.id)")
                return try Register(
                    reach: reach,
                    targets: all.filter { reach.includes($0.practice) },
                    confirmation: view.targetConfirmation(of: reach.id)
                )
            }
        }
    }

    @discardableResult
    func add(_ asked: Asked, at now: Date = .now) async throws -> Target.ID {
        let (member, site) = (member, site)
        return try await store.write { work in
            let reach = try work.targetReach(asked.place.network, asked.place.practice, member, at: now)
            let id = Target.ID(at: now)
            try work.run(
                """
                INSERT INTO target (id, network, practice, kind, words, set_by, since_day, added_at, added_by)
                VALUES (\(id), \(reach.id), \(asked.place.practice), \(asked.kind), \(asked.words), \(asked.setBy),
                    \(asked.since), \(now), \(member.id))
                """
            )
            try work.note(asked.terms, of: id, from: member, reach, at: now)
            let linkWorkers = try work.linkWorkers(of: reach.id, at: asked.place.practice, on: Day(now))
            try work.tell(
                try (linkWorkers + work.leads(of: reach.id)).filter { $0 != member.id },
                "A target was written down",
                "What is counted, beside what, and what it does to conversations stands here: \(site)/targets/\(id)",
                at: now
            )
            try work.log(.changed, id, by: member.id, at: now)
            return id
        }
    }

    /// How it is meant from now on. That it was not agreed is a link worker's to say.
    func say(_ meant: Meant, of id: Target.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            _ = try work.rows("SELECT id FROM target WHERE id = \(id) \(work.dialect.forUpdate)")
            let target = try work.target(id, for: member, at: now)
            let reach = try work.targetReach(target.network, target.practice, member, at: now)
            try target.admits(meant.way, fromLinkWorker: reach.isLinkWorker)
            try work.note(meant, of: id, from: member, reach, at: now)
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// It is counted no more. What it was stays in the register.
    func end(_ id: Target.ID, _ words: String, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            _ = try work.rows("SELECT id FROM target WHERE id = \(id) \(work.dialect.forUpdate)")
            let target = try work.target(id, for: member, at: now)
            let reach = try work.targetReach(target.network, target.practice, member, at: now)
            guard reach.settles(target.practice) else { throw Missing() }
            guard target.ended == nil else { throw Target.Refused.ended }
            try work.run(
                """
                INSERT INTO target_end (target, words, ended_at, ended_by)
                VALUES (\(id), \(words), \(now), \(member.id))
                """
            )
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// That this is all there is. Only whoever leads the network answers for that.
    func confirm(_ network: Organisation.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let reach = try work.targetReach(network, nil, member, at: now)
            guard reach.leads else { throw Missing() }
            let made = Key<TargetConfirmation>(at: now)
            try work.run(
                """
                INSERT INTO target_confirmation (id, network, confirmed_at, confirmed_by)
                VALUES (\(made), \(network), \(now), \(member.id))
                """
            )
            try work.log(.changed, made, by: member.id, at: now)
        }
    }

    func look(at id: Target.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { view in
            let target = try view.target(id, for: member, at: now)
            let reach = try view.reaches(of: member, at: now).first { $0.id == target.network }
            guard let reach else { throw Missing() }
            return try Look(
                target: target,
                watch: view.pressureWatch(target, for: member, at: now),
                maySay: target.ended == nil && (reach.leads || reach.isManager || reach.isLinkWorker),
                mayEnd: target.ended == nil && reach.settles(target.practice)
            )
        }
    }

    /// For the first page of whoever leads: registers with something in them that nobody has confirmed for long.
    func unconfirmed(at now: Date) async throws -> Int {
        try await registers(at: now).count { register in
            register.reach.leads && !(register.targets.isEmpty && register.confirmation == nil)
                && register.confirmation?.holds(at: now) != true
        }
    }
}

extension Reader {
    fileprivate func target(_ id: Target.ID, for member: Member, at now: Date) throws -> Target {
        guard let target = try targets("target.id = \(id)").first else { throw Missing() }
        let reach = try reaches(of: member, at: now).first { $0.id == target.network }
        guard reach?.includes(target.practice) == true else { throw Missing() }
        return target
    }

    /// A network whose register this member may write in.
    fileprivate func targetReach(
        _ network: Organisation.ID,
        _ practice: Organisation.ID?,
        _ member: Member,
        at now: Date
    ) throws -> Reach {
        let found = try reaches(of: member, at: now).first { $0.id == network }
        guard let found, found.includes(practice), found.leads || found.isManager || found.isLinkWorker else {
            throw Missing()
        }
        return found
    }
}

extension Writer {
    fileprivate func note(
        _ meant: Targets.Meant,
        of id: Target.ID,
        from member: Member,
        _ reach: Reach,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO target_terms (id, target, way, paired, from_link_worker, said_at, said_by)
            VALUES (\(Key<Target.Terms>(at: now)), \(id), \(meant.way), \(meant.paired), \(reach.isLinkWorker),
                \(now), \(member.id))
            """
        )
    }
}
