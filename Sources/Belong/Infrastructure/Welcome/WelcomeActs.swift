import Foundation
import Kernel
import Store
import Web

/// How one placement's link worker is made welcome. Whoever answers for the practice offers; that it happened is
/// the link worker's word.
struct WelcomeActs: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    struct Look: Sendable {
        let placed: Owing.Placed
        let acts: [WelcomeAct]
        let answering: [Concerned]
        let mayOffer: Bool

        var isLinkWorker: Bool { placed.side == .linkWorker }
    }

    func look(at id: Placement.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { try $0.welcomeLook(id, member, at: now) }
    }

    /// The practice offers something, in a line: who, when.
    func offer(
        _ kind: WelcomeAct.Kind,
        _ words: String,
        in placement: Placement.ID,
        at now: Date = .now
    ) async throws {
        let (me, member, site) = (member.id, member, site)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM placement WHERE id = \(placement) \(work.dialect.forUpdate)")
            let look = try work.welcomeLook(placement, member, at: now)
            guard look.mayOffer, !kind.isInduction else { throw Missing() }
            try look.admits(kind)
            try work.add(kind, words, to: placement, by: me, at: now)
            try work.tell(
                [look.placed.linkWorker.id],
                "\(kind.name), at \(look.placed.practiceName)",
                "\(words.isEmpty ? "Your practice would like that." : words) Once it has happened, or has not, you say so "
                    + "here: \(site)/placements/\(placement)/welcome",
                at: now
            )
        }
    }

    /// The link worker says whether it happened, also of what nobody had offered.
    func say(
        _ happened: Bool,
        of kind: WelcomeAct.Kind,
        in placement: Placement.ID,
        at now: Date = .now
    ) async throws {
        let (me, member, site) = (member.id, member, site)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM placement WHERE id = \(placement) \(work.dialect.forUpdate)")
            let look = try work.welcomeLook(placement, member, at: now)
            guard look.isLinkWorker, !kind.isInduction else { throw Missing() }
            guard let act = look.acts.first(where: { $0.kind == kind }) else { throw Missing() }
            let id: Key<WelcomeAct>
            switch act.standing {
            case .happened: throw WelcomeAct.Refused.answered
            case .offered(let offered?, _, _, _): id = offered
            case .offered, .nothing, .didNotHappen:
                guard happened else { throw WelcomeAct.Refused.answered }
                id = try work.add(kind, "", to: placement, by: me, at: now)
            }
            try work.run(
                """
                INSERT INTO welcome_answer (act, happened, said_at, said_by)
                VALUES (\(id), \(happened), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
            guard !happened else { return }
            try work.tell(
                look.answering.map(\.id),
                "Something did not happen yet at \(look.placed.practiceName)",
                "\(kind.name): \(look.placed.linkWorker.name) says that it did not. Another day may do: "
                    + "\(site)/placements/\(placement)/welcome",
                at: now
            )
        }
    }

    /// Not this month: nothing is suggested for thirty days.
    func rest(_ placement: Placement.ID, at now: Date = .now) async throws {
        let (me, member) = (member.id, member)
        try await store.write { work in
            let look = try work.welcomeLook(placement, member, at: now)
            guard look.mayOffer else { throw Missing() }
            let id = Key<WelcomeAct>(at: now)
            try work.run(
                """
                INSERT INTO welcome_later (id, practice, said_at, said_by)
                VALUES (\(id), \(look.placed.practice), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// One thing to do this month, for whoever answers for a practice: the first of the alphabet that is open, and
    /// none in a month in which something was offered, or was said to rest.
    func suggestion(at now: Date = .now) async throws -> (kind: WelcomeAct.Kind, placement: Placement.ID)? {
        guard [.practiceManager, .networkLead].contains(where: member.isA) else { return nil }
        let member = member
        return try await store.read { view in
            for placed in try view.placed(member, at: now)
            where placed.side == .manager || placed.side == .lead {
                let look = try view.welcomeLook(placed, member, at: now)
                guard look.mayOffer, try !view.rests(placed.practice, at: now) else { continue }
                if let open = look.acts.first(where: \.isOpen) { return (open.kind, placed.id) }
            }
            return nil
        }
    }
}

extension WelcomeActs.Look {
    fileprivate func admits(_ kind: WelcomeAct.Kind) throws {
        switch acts.first(where: { $0.kind == kind })?.standing {
        case .offered, .happened: throw WelcomeAct.Refused.offered
        case .nothing, .didNotHappen, nil: break
        }
    }
}

extension Reader {
    fileprivate func welcomeLook(
        _ id: Placement.ID,
        _ member: Member,
        at now: Date
    ) throws -> WelcomeActs.Look {
        try welcomeLook(placed(id, for: member, at: now), member, at: now)
    }

    fileprivate func welcomeLook(
        _ placed: Owing.Placed,
        _ member: Member,
        at now: Date
    ) throws -> WelcomeActs.Look {
        let answering = try answering(for: placed, at: now)
        return try WelcomeActs.Look(
            placed: placed,
            acts: welcomeActs(of: placed.id, at: now),
            answering: answering,
            mayOffer: placed.side != .linkWorker && answering.contains { $0.id == member.id }
        )
    }

    /// Whether something was offered there in the last month, or it was said to wait.
    fileprivate func rests(_ practice: Organisation.ID, at now: Date) throws -> Bool {
        let since = now - WelcomeAct.resting
        return try has(
            """
            SELECT 1 FROM welcome_later WHERE practice = \(practice) AND said_at > \(since)
            UNION ALL
            SELECT 1 FROM welcome_act
            JOIN placement ON placement.id = welcome_act.placement
            WHERE placement.practice = \(practice) AND offered_at > \(since)
            """
        )
    }
}

extension Writer {
    @discardableResult
    fileprivate func add(
        _ kind: WelcomeAct.Kind,
        _ words: String,
        to placement: Placement.ID,
        by member: Member.ID,
        at now: Date
    ) throws -> Key<WelcomeAct> {
        let id = Key<WelcomeAct>(at: now)
        try run(
            """
            INSERT INTO welcome_act (id, placement, kind, words, offered_at, offered_by)
            VALUES (\(id), \(placement), \(kind), \(words), \(now), \(member))
            """
        )
        try log(.changed, id, by: member, at: now)
        return id
    }
}
