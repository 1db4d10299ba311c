import Foundation
import Kernel
import Store
import Web

/// A plan as it is meant to read from now on.
struct Revision: Sendable {
    let goals: [Goal]
    let words: String
    /// The version it was written on top of; none if there was no plan.
    let from: Plan.ID?
    let contact: Contact.ID?
}

extension Cases {
    /// Adds a new version of the plan. If another window changed it meanwhile,
    /// nothing is kept and what was typed comes back with a word about it.
    @discardableResult
    func revise(
        _ id: Case.ID,
        _ revision: Revision,
        draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws -> Plan.ID {
        let me = member.id
        do {
            return try await store.write { work in
                let found = try findOpen(id, in: work, at: now)
                let current: Plan.ID? = try work.value(
                    "SELECT id FROM plan WHERE plan.\"case\" = \(id) AND replaced_by IS NULL"
                )
                guard current == revision.from else { throw Problems.planChanged }
                let first = try revision.contact.map { try work.firstOf($0, on: id) }
                let plan = Plan.ID(at: now)
                try work.add(revision, as: plan, on: id, at: first, by: me, at: now)
                try work.endDraft(draft, of: me, at: now)
                try work.log(.changed, plan, about: found.person, by: me, at: now)
                return plan
            }
        } catch is Conflict {
            throw Problems.planChanged
        }
    }
}

extension Problems {
    fileprivate static var planChanged: Problems {
        var problems = Problems()
        let nothing: Plan.ID? = nil
        _ = problems.unless(
            nothing,
            "plan",
            "The plan was changed in another window. Look at it there, then keep this one if it still holds"
        )
        return problems
    }
}

extension Writer {
    fileprivate func add(
        _ revision: Revision,
        as plan: Plan.ID,
        on id: Case.ID,
        at contact: Contact.ID?,
        by member: Member.ID,
        at now: Date
    ) throws {
        try run(
            """
            UPDATE plan SET replaced_by = \(plan)
            WHERE plan."case" = \(id) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO plan (id, "case", words, contact, revised_at, revised_by)
            VALUES (\(plan), \(id), \(revision.words), \(contact), \(now), \(member))
            """
        )
        for (position, goal) in revision.goals.enumerated() {
            try add(goal, to: plan, position, at: now)
        }
    }

    private func add(_ goal: Goal, to plan: Plan.ID, _ position: Int, at now: Date) throws {
        let id = Key<Goal>(at: now)
        try run(
            """
            INSERT INTO goal (id, plan, position, words)
            VALUES (\(id), \(plan), \(position), \(goal.words))
            """
        )
        for (place, step) in goal.steps.enumerated() {
            try run(
                """
                INSERT INTO step (id, goal, position, words, who, standing, note)
                VALUES (\(Key<Step>(at: now)), \(id), \(place), \(step.words), \(step.who),
                    \(step.standing), \(step.note))
                """
            )
        }
    }
}
