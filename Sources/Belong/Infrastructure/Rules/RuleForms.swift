import Foundation
import Kernel
import Web

/// Who answers for a question, as it was typed.
struct RuleForm: Decodable, Sendable {
    var question: String?
    var party: String?
    var owner: String?

    init() {}

    func read() throws(Problems) -> Rules.Named {
        var problems = Problems()
        let question = problems.unless(
            question.flatMap(Rule.Question.init(rawValue:)),
            "question",
            "Choose which question"
        )
        let party = problems.unless(
            party.flatMap(Rule.Party.init(rawValue:)),
            "party",
            "Choose whose rule it is"
        )
        let owner = problems.unless(owner.flatMap { Member.ID($0) }, "owner", "Choose who answers for it")
        guard let question, let party, let owner else { throw problems }
        return .init(question: question, party: party, owner: owner)
    }
}

/// What holds, as the one who is named for it typed it.
struct HoldingForm: Decodable, Sendable {
    var holds: String?

    init() {}

    func read() throws(Problems) -> String {
        var problems = Problems()
        guard let words = problems.text(holds, "holds", "Say in a line what holds", upTo: 500) else {
            throw problems
        }
        return words
    }
}

/// Being asked for different things, as it was typed.
struct ConflictForm: Decodable, Sendable {
    var about: String?
    var one: String?
    var other: String?
    var words: String?

    init() {}

    func read() throws(Problems) -> Rules.Asked {
        var problems = Problems()
        let about = problems.unless(
            about.flatMap(Rule.Question.init(rawValue:)),
            "about",
            "Choose about what"
        )
        let one = problems.unless(one.flatMap { Member.ID($0) }, "one", "Choose who asks")
        let other = problems.unless(
            other.flatMap { Member.ID($0) },
            "other",
            "Choose who asks for something else"
        )
        let words = problems.text(words, "words", "Say in one sentence what the two ask", upTo: 500)
        if let one, one == other { problems.add("other", "Choose two different people") }
        guard let about, let one, let other, let words, problems.list.isEmpty else { throw problems }
        return .init(question: about, one: one, other: other, words: words)
    }
}

struct SettlingForm: Decodable, Sendable {
    var words: String?

    init() {}

    func read() throws(Problems) -> String {
        var problems = Problems()
        guard let words = problems.text(words, "words", "Say what holds from now on", upTo: 1_000) else {
            throw problems
        }
        return words
    }
}

extension Rules.Look {
    static var sample: Rules.Look {
        let placed = Owing.Placed.sample
        let (ruth, peter, nadia) = (
            Worry.Named(id: Member.ID(), name: "Ruth Adler"),
            Worry.Named(id: Member.ID(), name: "Peter Hale"),
            Worry.Named(id: Member.ID(), name: "Nadia Aziz")
        )
        let rules = Rule.Question.allCases.map { question in
            question == .leave
                ? Rule(
                    question: question,
                    id: Key(),
                    party: .employer,
                    owner: ruth,
                    words: "Two weeks ahead; tell the practice too."
                ) : Rule(question: question, id: nil, party: nil, owner: nil, words: nil)
        }
        let conflict = RuleConflict(
            id: RuleConflict.ID(),
            placement: placed.id,
            question: .records,
            words: "The practice wants every call coded; my employer wants it in their own system.",
            one: peter,
            other: ruth,
            tieBreaker: nadia,
            raisedAt: Date.sampled - 3 * 86_400,
            settled: nil
        )
        return Rules.Look(
            placed: placed,
            rules: rules,
            conflicts: [conflict],
            owners: [
                .init(id: ruth.id, name: ruth.name, role: .supervisor),
                .init(id: peter.id, name: peter.name, role: .practiceManager),
            ],
            gp: nil,
            me: placed.linkWorker.id
        )
    }
}
