import Foundation
import Kernel
import Store

/// What somebody and their link worker set out to do: goals in the person's
/// words, steps with who does what. It may be revised at any contact; each
/// revision is a whole new version (paper, lines 6 and 9).
struct Plan: Identifiable, Sendable {
    let id: Key<Plan>
    let goals: [Goal]
    /// What was revised and why, in a line.
    let words: String
    let contact: Contact.ID?
    let revisedBy: String
    let revisedAt: Date
}

/// Where somebody wants to get to, as they say it.
struct Goal: Sendable, Equatable {
    let words: String
    let steps: [Step]
}

/// One thing on the way, whose it is and where it stands.
struct Step: Sendable, Equatable {
    let words: String
    let who: String
    let standing: Standing
    let note: String

    enum Standing: String, CaseIterable, Sendable, Column {
        case toDo = "to_do"
        case going
        case waiting
        case done
        case letGo = "let_go"

        var name: String {
            switch self {
            case .toDo: "to do"
            case .going: "going"
            case .waiting: "waiting"
            case .done: "done"
            case .letGo: "let go"
            }
        }

        var colour: String {
            switch self {
            case .going, .done: "leaf"
            case .waiting: "sun"
            case .toDo, .letGo: ""
            }
        }
    }
}

extension Reader {
    func plan(of id: Case.ID) throws -> Plan? {
        try plans("plan.\"case\" = \(id) AND plan.replaced_by IS NULL").first
    }

    /// Every version there was, latest first.
    func allPlans(of id: Case.ID) throws -> [Plan] {
        try plans("plan.\"case\" = \(id)")
    }

    private func plans(_ which: SQL) throws -> [Plan] {
        let lines = try rows(
            """
            SELECT plan.id, plan.words, plan.contact, revised_at, member.name AS revised_by,
                goal.position AS goal_position, goal.words AS goal_words,
                step.words AS step_words, who, standing, note
            FROM plan
            JOIN member ON member.id = plan.revised_by
            LEFT JOIN goal ON goal.plan = plan.id
            LEFT JOIN step ON step.goal = goal.id
            WHERE \(which)
            ORDER BY revised_at DESC, plan.id DESC, goal.position, step.position
            """
        )
        return try lines.gathered { try $0("id") as Plan.ID }.map { try Plan($0) }
    }
}

extension Plan {
    fileprivate init(_ lines: [Row]) throws {
        guard let first = lines.first else { throw Missing() }
        let withGoal = try lines.filter { row in
            let position: Int? = try row("goal_position")
            return position != nil
        }
        try self.init(
            id: first("id"),
            goals: withGoal.gathered { try $0("goal_position") as Int }.map { try Goal($0) },
            words: first("words"),
            contact: first("contact"),
            revisedBy: first("revised_by"),
            revisedAt: first("revised_at")
        )
    }
}

extension Goal {
    fileprivate init(_ lines: [Row]) throws {
        guard let first = lines.first else { throw Missing() }
        words = try first("goal_words")
        steps = try lines.compactMap(Step.init)
    }
}

extension Step {
    fileprivate init?(_ row: Row) throws {
        guard let words: String = try row("step_words") else { return nil }
        self.words = words
        who = try row("who")
        standing = try row("standing")
        note = try row("note")
    }
}

extension [Row] {
    /// Rows that follow each other and share a key, together.
    fileprivate func gathered<Of: Equatable>(by key: (Row) throws -> Of) rethrows -> [[Row]] {
        var groups: [[Row]] = []
        var last: Of?
        for row in self {
            let this = try key(row)
            if this == last, !groups.isEmpty {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
            last = this
        }
        return groups
    }
}
