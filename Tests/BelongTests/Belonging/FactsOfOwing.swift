import Foundation
import Kernel
import Store

@testable import Belong

/// What was owed to the link worker, and what became of it.
extension Facts {
    /// Something is raised, and this became of it: at so many days before now.
    func raises(
        _ days: Double,
        _ kind: Issue.Kind = .it,
        of placement: Placement.ID? = nil,
        by raiser: Member? = nil,
        _ turns: (Issue.Act, Double)...
    ) async throws {
        let (id, at, raiser) = (Issue.ID(), Self.day(days), (raiser ?? here.amara).id)
        let (place, whose, owner) = (here.elmStreet.id, placement ?? self.placement, here.peter.id)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO issue (id, practice, placement, kind, words, whose, raised_at, raised_by, raised_as)
                VALUES (\(id), \(place), \(whose), \(kind), 'No login', \(owner), \(at), \(raiser), 'link_worker')
                """
            )
            for (act, when) in turns {
                try work.run(
                    """
                    INSERT INTO issue_turn (id, issue, act, words, said_at, said_by)
                    VALUES (\(Key<Issue.Turn>()), \(id), \(act), '', \(Self.day(when)),
                        \(act == .closed ? raiser : owner))
                    """
                )
            }
        }
    }

    /// Somebody is named for a rule, and says what holds.
    func owns(
        _ question: Rule.Question,
        _ days: Double,
        confirmed: Double?,
        of placement: Placement.ID? = nil
    )
        async throws
    {
        let (id, whose, owner) = (Key<Rule>(), placement ?? self.placement, here.peter.id)
        try await here.store.write { work in
            try work.run(
                """
                UPDATE responsibility SET replaced_by = \(id)
                WHERE placement = \(whose) AND question = \(question) AND replaced_by IS NULL
                """
            )
            try work.run(
                """
                INSERT INTO responsibility (id, placement, question, party, owner, named_at, named_by)
                VALUES (\(id), \(whose), \(question), 'host', \(owner), \(Self.day(days)), \(owner))
                """
            )
            guard let confirmed else { return }
            try work.run(
                """
                INSERT INTO responsibility_answer (responsibility, words, confirmed_at, confirmed_by)
                VALUES (\(id), 'Ring me', \(Self.day(confirmed)), \(owner))
                """
            )
        }
    }

    /// Two ask for different things; and it is settled, if it is.
    func differs(_ days: Double, settled: Double? = nil, of placement: Placement.ID? = nil) async throws {
        let (id, whose, here) = (RuleConflict.ID(), placement ?? self.placement, here)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO rule_conflict (id, placement, question, words, one, other, tie_breaker, raised_at,
                    raised_by)
                VALUES (\(id), \(whose), 'place', 'Home or not', \(here.peter.id), \(here.ruth.id),
                    \(here.nadia.id), \(Self.day(days)), \(here.amara.id))
                """
            )
            guard let settled else { return }
            try work.run(
                """
                INSERT INTO rule_settling (conflict, words, settled_at, settled_by)
                VALUES (\(id), 'Home is fine', \(Self.day(settled)), \(here.nadia.id))
                """
            )
        }
    }

    func says(
        _ item: String,
        _ answer: CheckInAnswer,
        _ days: Double,
        of placement: Placement.ID? = nil
    )
        async throws
    {
        let said = CheckIns.Said(answers: [item: answer], shared: [:], seconds: 5)
        try await CheckIns(store: here.store, member: here.amara)
            .answer(placement ?? self.placement, said, on: .own, at: Self.day(days))
    }

    /// Supervision is agreed under one hat, so often.
    func agrees(_ hat: Supervision.Hat, every: Int, _ days: Double, for who: Member? = nil) async throws {
        let (id, who, ruth) = (Key<Supervision.Rhythm>(), (who ?? here.amara).id, here.ruth.id)
        try await here.store.write { work in
            try work.run(
                """
                UPDATE supervision_agreement SET replaced_by = \(id)
                WHERE link_worker = \(who) AND hat = \(hat) AND replaced_by IS NULL
                """
            )
            try work.run(
                """
                INSERT INTO supervision_agreement (id, link_worker, hat, supervisor, every_days, agreed_at, agreed_by)
                VALUES (\(id), \(who), \(hat), \(ruth), \(every), \(Self.day(days)), \(ruth))
                """
            )
        }
    }

    /// An hour of supervision, and what the link worker says of it.
    func supervised(
        _ hat: Supervision.Hat,
        _ days: Double,
        _ useful: Supervision.Useful?,
        said: Double? = nil,
        who: Member? = nil
    ) async throws {
        let (id, who, ruth, at) = (Supervision.ID(), (who ?? here.amara).id, here.ruth.id, Self.day(days))
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO supervision (id, link_worker, hat, supervisor, begins_at, planned_at, planned_by)
                VALUES (\(id), \(who), \(hat), \(ruth), \(at), \(at - 86_400), \(ruth))
                """
            )
            guard let useful else { return }
            try work.run(
                """
                INSERT INTO supervision_answer (supervision, useful, said_at, said_by)
                VALUES (\(id), \(useful), \(Self.day(said ?? days - 0.1)), \(who))
                """
            )
        }
    }

    /// Days after the first of the placement, as days before now.
    static func since(_ days: Double) -> Double { 300 - days }

    /// Something that is to be ready, and what was said of it, so many days after the first.
    func prepares(
        _ item: SetUp.Item,
        of placement: Placement.ID? = nil,
        _ turns: (SetUp.Act, Double)...
    ) async throws {
        let (whose, peter, amara) = (placement ?? self.placement, here.peter.id, here.amara.id)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO readiness_item (id, placement, item, whose, due_on, said_at, said_by)
                VALUES (\(Key<SetUp>()), \(whose), \(item), \(peter), \(Day(Self.day(301))), \(Self.day(320)), \(peter))
                """
            )
            for (act, days) in turns {
                try work.run(
                    """
                    INSERT INTO readiness_turn (id, placement, item, act, words, said_at, said_by)
                    VALUES (\(Key<SetUp.Turn>()), \(whose), \(item), \(act), '', \(Self.day(Self.since(days))),
                        \(act == .done ? peter : amara))
                    """
                )
            }
        }
    }
}
