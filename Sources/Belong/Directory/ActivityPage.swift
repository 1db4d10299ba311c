import Foundation
import Kernel
import Web

/// All about one activity: what, when, where, what it costs, whom to ask, and how
/// far any of it can be relied on today.
struct ActivityPage: Page {
    let title: String
    let place: String? = "/community"
    let id: Activity.ID
    let provider: String
    let story: [String]
    let warning: String?
    let facts: [Fact]
    let ways: [Way]
    let lastChecked: String
    let capacity: String?
    let knowHow: [Note]?
    let sight: Seeing
    /// Whether the reader has people of their own to introduce.
    let mayIntroduce: Bool
    var form = ActivityForm()
    var problems = Problems()

    /// What the reader may see and say of it.
    struct Seeing: Sendable {
        var room = true
        /// Whether their word takes effect.
        var speaks = true
        var maySay = true
    }

    /// One thing known of it, or that it is not known.
    struct Fact: Sendable {
        let name: String
        let words: [String]
    }

    /// A way to reach them.
    struct Way: Sendable {
        let words: String
        let address: WebAddress
    }

    struct Note: Sendable {
        let words: String
        let signed: String
    }

    init(
        _ activity: Activity,
        knowHow: [KnowHow]?,
        sight: Seeing = Seeing(),
        mayIntroduce: Bool = false,
        today: Day
    ) {
        self.mayIntroduce = mayIntroduce
        title = activity.name
        id = activity.id
        provider = activity.provider.name
        story = activity.story
        warning = activity.warning(on: today)
        facts = activity.facts
        ways = activity.ways
        lastChecked = activity.lastChecked(on: today)
        capacity = activity.capacity?.line(on: today)
        self.knowHow = knowHow?.map {
            Note(words: $0.words, signed: "\($0.by), \(Day($0.at).nearness(to: today))")
        }
        self.sight = sight
    }
}

extension Activity {
    /// The description in paragraphs, unless it says no more than the name.
    fileprivate var story: [String] {
        guard description.folded != name.folded else { return [] }
        return description.split(separator: "\n").map { String($0).trimmingSpaces() }.filter { !$0.isEmpty }
    }

    fileprivate func warning(on today: Day) -> String? {
        if let goneAt {
            return
                "Gone from the list it came from, \(Day(goneAt).nearness(to: today)). It is not offered to anyone."
        }
        if check?.answer == .closed { return "Somebody found it closed. It is not offered to anyone." }
        return switch status {
        case .active: alert
        case .paused: "Closed for now, its publisher says. It is not offered to anyone."
        case .inactive, .defunct: "It does not run any more, its publisher says. It is not offered to anyone."
        }
    }

    fileprivate var facts: [ActivityPage.Fact] {
        let times = gatherings.lines.isEmpty ? ["Ask them when they meet"] : gatherings.lines
        let places = venues.isEmpty ? ["Ask them where"] : venues.map(\.line)
        let price = cost ?? isFree.map { $0 ? "Nothing" : "Something: ask" } ?? "Ask them"
        let steps = stepFree.map { $0 ? "Step-free" : "There are steps" } ?? "Ask them about steps"
        let known: [ActivityPage.Fact] = [
            .init(name: "When", words: times),
            .init(name: "Where", words: places),
            .init(name: "What it costs", words: [price]),
            .init(name: "Steps", words: [steps]),
        ]
        let perhaps: [(String, [String])] = [
            ("For whom", [ages.words].compactMap(\.self)),
            ("Languages", languages),
            ("Helps with", needs.map(\.name)),
        ]
        return known + perhaps.filter { !$0.1.isEmpty }.map { ActivityPage.Fact(name: $0.0, words: $0.1) }
    }

    fileprivate var ways: [ActivityPage.Way] {
        var ways: [ActivityPage.Way] = []
        if let number = phone ?? provider.phone, let address = WebAddress("tel:\(number.digits)") {
            ways.append(.init(words: "Ring \(number)", address: address))
        }
        if let mail = email ?? provider.email, let address = WebAddress("mailto:\(mail)") {
            ways.append(.init(words: "Write to \(mail)", address: address))
        }
        if let page = web ?? provider.web { ways.append(.init(words: "Their page", address: page)) }
        return ways
    }
}

/// What somebody fills in on the page of an activity, in any of its three forms.
struct ActivityForm: Decodable, Sendable {
    var answer: String?
    var means: String?
    var words: String?
    var state: String?
    var wait: String?
    var by: String?
    var note: String?

    func readCheck() throws(Problems) -> (answer: Check.Answer, means: Check.Means, words: String?) {
        var problems = Problems()
        let answer = problems.unless(
            answer.flatMap { Check.Answer(rawValue: $0) },
            "answer",
            "Say whether it still runs"
        )
        let means = problems.unless(means.flatMap { Check.Means(rawValue: $0) }, "means", "Say how you know")
        let words = problems.short(words, "words")
        guard let answer, let means, problems.list.isEmpty else { throw problems }
        return (answer, means, words)
    }

    func readCapacity() throws(Problems) -> CapacitySaid {
        var problems = Problems()
        let state = problems.unless(
            state.flatMap { Capacity.State(rawValue: $0) },
            "state",
            "Choose what they said"
        )
        let (wait, by) = (problems.short(wait, "wait"), problems.short(by, "by"))
        guard let state, problems.list.isEmpty else { throw problems }
        return CapacitySaid(state: state, wait: wait, by: by)
    }

    func readNote() throws(Problems) -> String {
        var problems = Problems()
        let words = problems.unless(problems.short(note, "note"), "note", "Write what colleagues should know")
        guard let words, problems.list.isEmpty else { throw problems }
        return words
    }
}

extension Problems {
    /// A line somebody may leave empty, or a problem if it is a letter.
    fileprivate mutating func short(_ typed: String?, _ field: String) -> String? {
        let words = words(typed, field, upTo: 500)
        return words.isEmpty ? nil : words
    }
}
