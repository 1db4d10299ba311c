import Kernel
import Web

/// Who hears of a worry that nobody answers, at one practice: its manager names them.
struct WorryChainPage: Page {
    let title = "When nobody answers a worry"
    let place: String? = "/worries"
    let practice: Organisation
    let hearers: [Worrying.Hearer]
    var form = WorryChainForm()
    var problems = Problems()
}

/// Who was chosen, first to last.
struct WorryChainForm: Decodable, Sendable {
    var first: String?
    var second: String?
    var third: String?

    func read() throws(Problems) -> [Member.ID] {
        var problems = Problems()
        let chosen = [first, second, third].compactMap { $0.flatMap { Member.ID($0) } }
        if chosen.isEmpty { problems.add("first", WorryChain.Refused.nobody.sentence) }
        if Set(chosen).count < chosen.count { problems.add("first", WorryChain.Refused.twice.sentence) }
        guard problems.list.isEmpty else { throw problems }
        return chosen
    }
}

extension WorryChainForm {
    init(_ named: [Member.ID]) {
        let keys = named.map(\.description) + Array(repeating: "", count: WorryChain.longest)
        (first, second, third) = (keys[0], keys[1], keys[2])
    }
}

extension WorryChainPage {
    var main: HTML {
        """
        <div class="reading"><p class="small muted"><a href="/worries">Worries</a></p><h1>\(title)</h1>
        <p class="lead">\(practice.name). Whoever is told of a worry is reminded once. If two alerts go unanswered, \
        it goes to the first person below as well, then to the next, until somebody says they have it.</p>
        \(problems.summary)
        \(HTML.form("/practices/\(practice.id)/worry-chain", fields))
        <p class="small muted">After them, or where nobody is named: practice managers, supervisors, clinicians.</p></div>
        """
    }

    private var fields: HTML {
        """
        \(Field("first", "First", hint: "The duty clinician or the safeguarding lead, for example.", problems)
            .list(choices, chosen: form.first))
        \(Field("second", "Then", problems).list(choices, chosen: form.second))
        \(Field("third", "And then", problems).list(choices, chosen: form.third))
        <button class="btn">Keep</button>
        """
    }

    private var choices: [Choice] {
        [Choice("", "Nobody")]
            + hearers.map { Choice($0.id.description, "\($0.name), \($0.role.title.lowercased())") }
    }

    static var sample: WorryChainPage {
        WorryChainPage(
            practice: Organisation(kind: .practice, name: "Elm Street Surgery"),
            hearers: [
                .init(id: Member.ID(), name: "Dr Patel", role: .clinician),
                .init(id: Member.ID(), name: "Peter Hale", role: .practiceManager),
            ]
        )
    }
}
