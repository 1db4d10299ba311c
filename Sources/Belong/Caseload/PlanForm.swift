import Kernel
import Web

/// The plan, exactly as it was typed: goals g0, g1, … each with steps s0, s1, …
struct PlanForm: Decodable, Sendable {
    var goals: [String: GoalTyped]?
    var words = ""
    var from: String?
    var contact: String?
    var draft: String?
    var addRoom: String?

    struct GoalTyped: Decodable, Sendable {
        var words = ""
        var steps: [String: StepTyped]?
    }

    struct StepTyped: Decodable, Sendable {
        var words = ""
        var who = ""
        var standing = ""
        var note = ""
    }

    static let mostGoals = 12
    static let mostSteps = 20

    var draftID: Draft.ID? { draft.flatMap { Draft.ID($0) } }

    /// What is meant, or everything that must be put right first. What was left
    /// empty is left out.
    func read() throws(Problems) -> Revision {
        var problems = Problems()
        let goals = typed.compactMap { key, goal in goal.read(key, &problems) }
        let words = problems.words(words, "words", upTo: 2_000)
        _ = problems.unless(
            goals.isEmpty ? nil : goals,
            "goals-g0",
            "Write at least one goal in their words. If listening is enough, no plan is needed"
        )
        guard problems.list.isEmpty else { throw problems }
        return Revision(
            goals: goals,
            words: words,
            from: from.flatMap { Plan.ID($0) },
            contact: contact.flatMap { Contact.ID($0) }
        )
    }

    /// The goals in their order.
    var typed: [(key: String, goal: GoalTyped)] {
        (goals ?? [:]).numbered.prefix(Self.mostGoals).map { (key: $0.key, goal: $0.value) }
    }

    /// With an empty goal at the end, and an empty step in every goal.
    func withRoom() -> PlanForm {
        var roomy = self
        var goals: [String: GoalTyped] = [:]
        for (place, (_, goal)) in typed.enumerated() { goals["g\(place)"] = goal.withRoom() }
        if goals.count < Self.mostGoals { goals["g\(goals.count)"] = GoalTyped(steps: [:]).withRoom() }
        roomy.goals = goals
        return roomy
    }
}

extension PlanForm.GoalTyped {
    fileprivate func read(_ key: String, _ problems: inout Problems) -> Goal? {
        let words = problems.words(words, "goals-\(key)", upTo: 500)
        let steps = typed.compactMap { place, step in step.read("\(key)-\(place)", &problems) }
        guard !words.isEmpty || !steps.isEmpty else { return nil }
        _ = problems.unless(
            words.isEmpty ? nil : words,
            "goals-\(key)",
            "Say which goal these steps are for"
        )
        return Goal(words: words, steps: steps)
    }

    var typed: [(key: String, step: PlanForm.StepTyped)] {
        (steps ?? [:]).numbered.prefix(PlanForm.mostSteps).map { (key: $0.key, step: $0.value) }
    }

    fileprivate func withRoom() -> PlanForm.GoalTyped {
        var roomy = self
        var steps: [String: PlanForm.StepTyped] = [:]
        for (place, (_, step)) in typed.enumerated() { steps["s\(place)"] = step }
        if steps.count < PlanForm.mostSteps {
            steps["s\(steps.count)"] = PlanForm.StepTyped(standing: Step.Standing.toDo.rawValue)
        }
        roomy.steps = steps
        return roomy
    }
}

extension PlanForm.StepTyped {
    fileprivate func read(_ key: String, _ problems: inout Problems) -> Step? {
        let words = problems.words(words, "steps-\(key)", upTo: 500)
        let who = problems.words(who, "who-\(key)", upTo: 200)
        let note = problems.words(note, "note-\(key)", upTo: 500)
        guard !words.isEmpty || !who.isEmpty || !note.isEmpty else { return nil }
        _ = problems.unless(words.isEmpty ? nil : words, "steps-\(key)", "Say what the step is")
        return Step(
            words: words,
            who: who,
            standing: Step.Standing(rawValue: standing) ?? .toDo,
            note: note
        )
    }
}

extension PlanForm {
    /// The plan as it stands, to be revised.
    init(_ plan: Plan?, at contact: Contact.ID?) {
        let goals = (plan?.goals ?? []).enumerated().map { ("g\($0.offset)", GoalTyped($0.element)) }
        self.goals = Dictionary(uniqueKeysWithValues: goals)
        from = plan?.id.description
        self.contact = contact?.description
    }
}

extension PlanForm.GoalTyped {
    fileprivate init(_ goal: Goal) {
        words = goal.words
        let steps = goal.steps.enumerated().map { ("s\($0.offset)", PlanForm.StepTyped($0.element)) }
        self.steps = Dictionary(uniqueKeysWithValues: steps)
    }
}

extension PlanForm.StepTyped {
    fileprivate init(_ step: Step) {
        (words, who, standing, note) = (step.words, step.who, step.standing.rawValue, step.note)
    }
}

extension Dictionary where Key == String {
    /// Keys such as g0, g1, g10 in the order of their numbers.
    fileprivate var numbered: [(key: String, value: Value)] {
        sorted { (Int($0.key.dropFirst()) ?? 0, $0.key) < (Int($1.key.dropFirst()) ?? 0, $1.key) }
    }
}
