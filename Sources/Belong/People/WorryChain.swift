import Foundation
import Kernel
import Store

/// To whom a worry goes next, one after the other, where nobody answers: as the
/// practice has named it, then everybody else there who may hear of one.
struct WorryChain: Identifiable, Sendable {
    let id: Key<WorryChain>

    /// So many can be named.
    static let longest = 3

    enum Refused: Refusal {
        case nobody
        case twice
        case notThere

        var sentence: String {
            switch self {
            case .nobody: "Name at least one person."
            case .twice: "Name each person once."
            case .notThere: "One of them does not work with this practice any more. Choose again."
            }
        }
    }
}

/// Naming the chain, for practice managers and for their own practice only.
struct WorryChains: Sendable {
    let store: any Store
    let member: Member

    var practices: [Organisation] {
        member.memberships.filter { $0.role == .practiceManager && $0.organisation.kind == .practice }
            .map(\.organisation)
    }

    /// Who is named, and who could be.
    func read(
        _ practice: Organisation.ID,
        at now: Date = .now
    ) async throws -> (practice: Organisation, named: [Member.ID], hearers: [Worrying.Hearer]) {
        let mine = try find(practice)
        return try await store.read { view in
            let hearers = try view.hearers(at: practice, besides: nil, at: now)
            let there = hearers.map(\.id)
            return try (mine, view.namedChain(at: practice).filter(there.contains), hearers)
        }
    }

    func name(_ chosen: [Member.ID], at practice: Organisation.ID, now: Date = .now) async throws {
        let (me, id) = (member.id, WorryChain.ID(at: now))
        _ = try find(practice)
        guard !chosen.isEmpty else { throw WorryChain.Refused.nobody }
        guard Set(chosen).count == chosen.count else { throw WorryChain.Refused.twice }
        try await store.write { work in
            let there = try work.hearers(at: practice, besides: nil, at: now).map(\.id)
            guard chosen.allSatisfy(there.contains) else { throw WorryChain.Refused.notThere }
            try work.run(
                "UPDATE worry_chain SET replaced_by = \(id) WHERE practice = \(practice) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO worry_chain (id, practice, named_by, named_at)
                VALUES (\(id), \(practice), \(me), \(now))
                """
            )
            for (step, member) in zip(1..., chosen.prefix(WorryChain.longest)) {
                try work.run(
                    "INSERT INTO worry_chain_step (chain, step, member) VALUES (\(id), \(step), \(member))"
                )
            }
            try work.log(.changed, id, by: me, at: now)
        }
    }

    private func find(_ practice: Organisation.ID) throws -> Organisation {
        guard let mine = practices.first(where: { $0.id == practice }) else { throw Missing() }
        return mine
    }
}

extension Reader {
    fileprivate func namedChain(at practice: Organisation.ID) throws -> [Member.ID] {
        try values(
            """
            SELECT member
            FROM worry_chain
            JOIN worry_chain_step ON chain = worry_chain.id
            WHERE practice = \(practice) AND replaced_by IS NULL
            ORDER BY step
            """
        )
    }

    /// Those named who are still there, then managers, supervisors, clinicians.
    func worryChain(
        at practice: Organisation.ID,
        besides member: Member.ID,
        at now: Date
    ) throws -> [Member.ID] {
        let hearers = try hearers(at: practice, besides: member, at: now)
        let inOrder = [Role.practiceManager, .supervisor, .clinician].flatMap { role in
            hearers.filter { $0.role == role }.map(\.id)
        }
        let named = try namedChain(at: practice).filter(inOrder.contains)
        return named + inOrder.filter { !named.contains($0) }
    }
}
