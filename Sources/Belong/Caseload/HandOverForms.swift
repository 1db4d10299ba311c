import Kernel
import Web

/// What is offered to a colleague, as it was typed.
struct HandOverForm: Decodable, Sendable {
    var to: String?
    var why = ""
    var toKnow = ""
    /// The last day with the colleague, if it is for a while.
    var until: String?

    func read(today: Day) throws(Problems) -> HandOverAsked {
        var problems = Problems()
        let to = problems.unless(to.flatMap { Member.ID($0) }, "to", "Choose a colleague")
        let why = problems.text(why, "why", "Say in a line why you hand this over", upTo: 300)
        let toKnow = problems.words(toKnow, "toKnow", upTo: 5_000)
        let until = Self.until(until, today: today, &problems)
        guard let to, let why, problems.list.isEmpty else { throw problems }
        return HandOverAsked(to: to, why: why, toKnow: toKnow, until: until)
    }

    /// A day to come, within a year. Nothing is for good.
    static func until(_ typed: String?, today: Day, _ problems: inout Problems) -> Day? {
        let until = problems.optional(typed, "until", "Enter a day there is, or leave it empty") {
            Day(typed: $0)
        }
        guard let until else { return nil }
        if until <= today { problems.add("until", "Choose a day to come") }
        if until > today.advanced(by: 366) {
            problems.add("until", "For longer than a year, hand it over for good")
        }
        return until
    }

    static func untilField(_ typed: String?, _ problems: Problems) -> HTML {
        Field(
            "until",
            "Only for a while? The last day with them",
            hint: "After that day it comes back to you by itself. Empty means for good.",
            problems
        ).line(typed, .date)
    }
}

/// Who gets the people somebody left, as it was chosen.
struct HandingOutForm: Decodable, Sendable {
    /// `practice.linkWorker.colleague`
    var who: String?
    var why = ""

    func read() throws(Problems) -> HandingOut.Asked {
        var problems = Problems()
        let keys = (who ?? "").split(separator: ".").map(String.init)
        let chosen = keys.count == 3 ? keys : nil
        let why = problems.text(why, "why", "Say in a line why, for whoever has them now", upTo: 300)
        let practice = chosen.flatMap { Organisation.ID($0[0]) }
        let linkWorker = chosen.flatMap { Member.ID($0[1]) }
        let colleague = chosen.flatMap { Member.ID($0[2]) }
        let to = problems.unless(colleague, "who", "Choose who has them from now on")
        guard let practice, let linkWorker, let to, let why, problems.list.isEmpty else { throw problems }
        return HandingOut.Asked(linkWorker: linkWorker, practice: practice, to: to, why: why)
    }
}
