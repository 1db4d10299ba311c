import Kernel

/// What one version of a plan says otherwise than the one before, in sentences.
struct PlanChange: Sendable {
    let lines: [String]

    init(from before: Plan?, to after: Plan) {
        let (old, new) = (before?.goals ?? [], after.goals)
        lines =
            new.filter { goal in !old.contains { $0.words == goal.words } }.map { "New goal: \($0.words)" }
            + old.filter { goal in !new.contains { $0.words == goal.words } }
            .map { "No longer a goal: \($0.words)" }
            + Self.steps(from: old, to: new)
    }

    private static func steps(from old: [Goal], to new: [Goal]) -> [String] {
        let (before, after) = (old.flatMap(\.steps), new.flatMap(\.steps))
        let changed = after.compactMap { step -> String? in
            guard let was = before.first(where: { $0.words == step.words }) else {
                return "New step: \(step.words)"
            }
            return was == step ? nil : change(from: was, to: step)
        }
        let gone = before.filter { step in !after.contains { $0.words == step.words } }
        return changed + gone.map { "No longer a step: \($0.words)" }
    }

    private static func change(from was: Step, to step: Step) -> String {
        let standing =
            was.standing == step.standing ? nil : "\(step.standing.name), was \(was.standing.name)"
        let who = was.who == step.who ? nil : "now for \(step.who.isEmpty ? "nobody yet" : step.who)"
        let note = was.note == step.note || step.note.isEmpty ? nil : step.note.quoted
        let said = [standing, who, note].compactMap(\.self).joined(separator: "; ")
        return said.isEmpty ? step.words : "\(step.words): \(said)"
    }
}
