import Foundation
import Kernel
import Web

/// All about one activity: what, when, where, what it costs, whom to ask, and how
/// far any of it can be relied on today.
struct ActivityPage: FormPage {
    let title: String
    let place: String? = "/community"
    let id: Activity.ID
    let provider: String
    let story: [String]
    let warning: String?
    let facts: [Fact]
    let ways: [Way]
    let isOffered: Bool
    let lastChecked: String
    let capacity: String?
    let knowHow: [Note]?
    let sight: Seeing
    let outlook: String?
    let putRight: PutRight?
    /// Whether the reader has people of their own to introduce.
    let mayIntroduce: Bool
    /// For whom it was looked.
    var whom: Whom?
    var form = ActivityForm()
    var problems = Problems()

    /// What the reader may see and say of it.
    struct Seeing: Sendable {
        var room = true
        /// Whether their word takes effect.
        var speaks = true
        var maySay = true
        /// Whether it is the reader's own group.
        var isOwn = false
    }

    /// What its own group put right, and what its list says there.
    struct PutRight: Sendable {
        let signed: String
        let listed: [Fact]
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
        let id: KnowHow.ID
        let words: String
        let signed: String
    }

    init(
        _ activity: Activity,
        knowHow: [KnowHow]?,
        sight: Seeing = Seeing(),
        differences: [Amendment.Difference] = [],
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
            Note(id: $0.id, words: $0.words, signed: $0.signed(on: today))
        }
        self.sight = sight
        isOffered = activity.isOffered
        outlook = activity.outlook.flatMap { outlook in
            outlook.standing == .sound ? nil : outlook.line(on: today)
        }
        putRight = PutRight(differences, today: today)
    }
}

extension ActivityPage.PutRight {
    fileprivate init?(_ differences: [Amendment.Difference], today: Day) {
        guard let last = differences.map(\.amendment).max(by: { $0.at < $1.at }) else { return nil }
        signed = "Put right by the group: \(last.by), \(Day(last.at).nearness(to: today))"
        listed = differences.map { difference in
            let words = difference.listed.isEmpty ? "nothing" : difference.listed
            return .init(name: difference.amendment.field.title, words: [words])
        }
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
