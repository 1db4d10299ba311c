import Kernel
import Store

/// What is known of a case and may be told: nothing clinical, nothing that was
/// said in confidence.
struct NewsFacts: Sendable, Equatable {
    let givenName: String
    /// What matters, as they said it.
    var ownWords: String?
    /// What is being done, a short line each: groups met, steps of the plan.
    var doing: [String] = []
    /// What there is a reason to tell now.
    var milestone: News.Milestone = .contact
    var hasPlan = false
    /// Where the case is closed.
    var ended: Closing.Outcome?
}

extension Reader {
    /// From what matters, the plan and the groups. Never from the notes of a conversation.
    func newsFacts(of about: Case) throws -> NewsFacts {
        let steps = try plan(of: about.id)?.goals.flatMap(\.steps) ?? []
        let groups = try introductionLines(
            """
            introduction."case" = \(about.id) AND introduction.way <> 'signposting' AND \(Introduction.stands)
            """
        )
        return try NewsFacts(
            givenName: particulars(of: about.person).givenName,
            ownWords: whatMatters(in: about.id)?.words,
            doing: groups.compactMap(\.told) + steps.compactMap(\.told),
            milestone: occasion(
                of: about,
                hasPlan: !steps.isEmpty,
                hasGroup: groups.contains { $0.told != nil }
            ),
            hasPlan: !steps.isEmpty,
            ended: value("SELECT outcome FROM closing WHERE \"case\" = \(about.id) AND \(Closing.stands)")
        )
    }

    private func occasion(of about: Case, hasPlan: Bool, hasGroup: Bool) throws -> News.Milestone {
        if try openClosing(of: about.id) != nil { return .ending }
        if hasGroup { return .introduction }
        if hasPlan { return .plan }
        let outcomes: [String] = try values(
            "SELECT outcome FROM contact WHERE contact.\"case\" = \(about.id) AND replaced_by IS NULL"
        )
        return outcomes.isEmpty || outcomes.contains("reached") ? .contact : .notReached
    }
}

extension Introductions.Line {
    /// What a referrer may hear of it: only what came of a yes, and nothing of a
    /// group whose story the person keeps to themselves. Two voices stay two.
    fileprivate var told: String? {
        guard leaves[.referrer] != false else { return nil }
        guard !attendance.isEmpty else {
            return answer?.kind.isYes == true ? "\(activity) has said welcome" : nil
        }
        let theirs = attendance.first { $0.toldBy == .person }
        guard theirs?.kind != .ring else { return nil }
        let group = attendance.first { $0.toldBy == .group && $0.kind != .ring }
        guard let theirs, let group, theirs.kind != group.kind else {
            return (theirs ?? group).map { "\(activity): \($0.kind.spoken)" }
        }
        return "\(activity): \(theirs.kind.spoken), they say; \(group.kind.spoken), the group says"
    }
}

extension Attendance.Kind {
    fileprivate var spoken: String { name.lowercased() }
}

extension Step {
    fileprivate var told: String? {
        switch standing {
        case .letGo: nil
        case .toDo, .going, .waiting, .done: "\(words) (\(standing.name))"
        }
    }
}
