import Foundation
import Kernel
import Store
import Web

/// Whose rule applies in one placement. Anybody it concerns names who answers for a
/// question; only they say what holds. Only the link worker says that they are asked
/// for different things.
struct Rules: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    struct Look: Sendable {
        let placed: Owing.Placed
        let rules: [Rule]
        let conflicts: [RuleConflict]
        let owners: [Concerned]
        let gp: Worry.Named?
        let me: Member.ID

        var isLinkWorker: Bool { placed.side == .linkWorker }
        /// The first question nobody owns: what to ask next.
        var next: Rule? { rules.first { $0.owner == nil } }
    }

    struct Named: Sendable {
        let question: Rule.Question
        let party: Rule.Party
        let owner: Member.ID
    }

    struct Asked: Sendable {
        let question: Rule.Question
        let one: Member.ID
        let other: Member.ID
        let words: String
    }

    func look(at id: Placement.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { try $0.ruleLook(id, member, at: now) }
    }

    func name(_ named: Named, in id: Placement.ID, at now: Date = .now) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            _ = try work.placed(id, for: member, at: now)
            let look = try work.ruleLook(id, member, at: now)
            guard look.owners.contains(where: { $0.id == named.owner }) else { throw Rule.Refused.notThere }
            let made = Key<Rule>(at: now)
            try work.run(
                """
                UPDATE responsibility SET replaced_by = \(made)
                WHERE placement = \(id) AND question = \(named.question) AND replaced_by IS NULL
                """
            )
            try work.run(
                """
                INSERT INTO responsibility (id, placement, question, party, owner, named_at, named_by)
                VALUES (\(made), \(id), \(named.question), \(named.party), \(named.owner), \(now), \(member.id))
                """
            )
            try work.tell(
                [named.owner].filter { $0 != member.id },
                "You are named for an everyday question",
                "\(named.question.name), at \(look.placed.practiceName). Say in a line what holds: "
                    + "\(site)/placements/\(id)/rules",
                at: now
            )
            try work.log(.changed, made, by: member.id, at: now)
        }
    }

    /// What holds, in a line, by whoever is named for it.
    func confirm(_ rule: Key<Rule>, _ words: String, in id: Placement.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let look = try work.ruleLook(id, member, at: now)
            guard let found = look.rules.first(where: { $0.id == rule }), found.owner?.id == member.id else {
                throw Missing()
            }
            guard !found.isConfirmed else { throw Rule.Refused.answered }
            try work.run(
                """
                INSERT INTO responsibility_answer (responsibility, words, confirmed_at, confirmed_by)
                VALUES (\(rule), \(words), \(now), \(member.id))
                """
            )
            try work.log(.changed, rule, by: member.id, at: now)
        }
    }

    /// *I am being asked for different things.* Both are told, and whoever breaks the
    /// tie: the network lead, or else the supervisor.
    @discardableResult
    func raise(_ asked: Asked, in id: Placement.ID, at now: Date = .now) async throws -> RuleConflict.ID {
        let (member, site) = (member, site)
        return try await store.write { work in
            let look = try work.ruleLook(id, member, at: now)
            guard look.isLinkWorker else { throw Missing() }
            let known = Set(look.owners.map(\.id))
            guard asked.one != asked.other, known.isSuperset(of: [asked.one, asked.other]) else {
                throw Rule.Refused.notThere
            }
            let others = look.owners.filter { ![asked.one, asked.other].contains($0.id) }
            let breakers = others.filter { $0.role == .networkLead }.map(\.id)
            guard let breaker = breakers.first ?? others.first?.id ?? look.placed.supervisor?.id else {
                throw Rule.Refused.notThere
            }
            let made = RuleConflict.ID(at: now)
            try work.run(
                """
                INSERT INTO rule_conflict (id, placement, question, words, one, other, tie_breaker, raised_at, raised_by)
                VALUES (\(made), \(id), \(asked.question), \(asked.words), \(asked.one), \(asked.other), \(breaker),
                    \(now), \(member.id))
                """
            )
            try work.tell(
                [asked.one, asked.other, breaker],
                "A link worker is asked for different things",
                "At \(look.placed.practiceName). Please settle it between you within \(RuleConflict.promise) days: "
                    + "\(site)/rules/conflicts/\(made)",
                at: now
            )
            try work.log(.changed, made, by: member.id, at: now)
            return made
        }
    }
}

extension Reader {
    fileprivate func ruleLook(_ id: Placement.ID, _ member: Member, at now: Date) throws -> Rules.Look {
        let (placed, isConcerned) = try ruled(id, member, at: now)
        let theirs: SQL = isConcerned ? "TRUE" : "\(member.id) IN (one, other, tie_breaker)"
        let owners = try concerned(at: placed.practice, as: Rule.owners, on: Day(now))
        return try Rules.Look(
            placed: placed,
            rules: rules(of: id),
            conflicts: conflicts("rule_conflict.placement = \(id) AND \(theirs)"),
            owners: owners.filter { $0.id != placed.linkWorker.id },
            gp: supervision(of: placed.linkWorker.id, in: id).gp,
            me: member.id
        )
    }

    /// The placement, and whether it is this member's concern; else they were named for a rule of it, a
    /// clinician for safeguarding, and read its rules and the conflicts they are part of.
    private func ruled(_ id: Placement.ID, _ member: Member, at now: Date) throws -> (Owing.Placed, Bool) {
        let which: SQL = "placement.id = \(id)"
        if let found = try placed(member, among: which, at: now).first { return (found, true) }
        let named: SQL = """
            EXISTS (
                SELECT 1 FROM responsibility
                WHERE responsibility.placement = placement.id AND replaced_by IS NULL AND owner = \(member.id))
            """
        let found = try placed(member, among: which, besides: named, at: now).first
        guard let found else { throw Missing() }
        return (found, false)
    }
}
