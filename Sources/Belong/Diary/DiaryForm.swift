import Foundation
import Kernel
import Web

/// Something to put into the diary, exactly as it was typed.
struct DiaryForm: Decodable, Sendable {
    var kind: String?
    var caseID: String?
    var practice: String?
    var day = ""
    var from = ""
    var until = ""
    var back: String?
    var words: String?
    var place: String?
    var ownPlace: String?
    var mayMeet: [String]?

    init() {}

    /// What it plans, or everything that must be put right first.
    func read() throws(Problems) -> DiaryAsked {
        var problems = Problems()
        let kind = problems.unless(
            kind.flatMap(DiaryEntry.Kind.init(rawValue:)),
            "kind",
            "Say what it is"
        )
        let hours = DiaryHours(day: day, from: from, until: until).read(&problems)
        let chosen = caseID.flatMap { Case.ID($0) }
        if let kind, kind.share == .people, chosen == nil { problems.add("caseID", "Say with whom") }
        let back = problems.optional(back, "back", "Enter a time, such as 15:45", TimeOfDay.minute)
        let backAt = back.flatMap { minute in
            Day(typed: self.day.asWritten).map { DiaryHours.instant($0, minute) }
        }
        if let backAt, let hours, backAt < hours.until {
            problems.add("back", "That is before it ends")
        }
        let plan = DiaryEntry.Plan(
            kind: kind ?? .call,
            caseID: kind?.share == .people ? chosen : nil,
            practice: practice.flatMap { Organisation.ID($0) },
            beginsAt: hours?.from ?? .distantPast,
            endsAt: hours?.until ?? .distantPast,
            backAt: backAt,
            words: problems.words(words, "words", upTo: 500),
            place: problems.words(place, "place", upTo: 120),
            ownPlace: problems.words(ownPlace, "ownPlace", upTo: 300)
        )
        guard problems.list.isEmpty else { throw problems }
        return DiaryAsked(plan: plan, mayMeet: mayMeet?.contains("yes") == true)
    }
}

/// Another time for what is there already.
struct MoveForm: Decodable, Sendable {
    var day = ""
    var from = ""
    var until = ""
    var because: String?
    var mayMeet: [String]?

    init() {}

    init(_ plan: DiaryEntry.Plan) {
        day = "\(Day(plan.beginsAt))"
        from = London.time(plan.beginsAt)
        until = London.time(plan.endsAt)
    }

    func read() throws(Problems) -> MoveAsked {
        var problems = Problems()
        let hours = DiaryHours(day: day, from: from, until: until).read(&problems)
        let because = problems.text(because, "because", "Say in a line why it moves", upTo: 300)
        guard let hours, let because, problems.list.isEmpty else { throw problems }
        return MoveAsked(
            beginsAt: hours.from,
            endsAt: hours.until,
            because: because,
            mayMeet: mayMeet?.contains("yes") == true
        )
    }
}

struct CancellingForm: Decodable, Sendable {
    var why: String?
    var cancelWords: String?

    init() {}

    func read() throws(Problems) -> DiaryEntry.Cancelling {
        var problems = Problems()
        let why = problems.unless(why.flatMap(DiaryEntry.Why.init(rawValue:)), "why", "Say why it falls out")
        let words = problems.words(cancelWords, "cancelWords", upTo: 300)
        guard let why, problems.list.isEmpty else { throw problems }
        return .init(why: why, words: words)
    }
}

struct MissingForm: Decodable, Sendable {
    var tried: String?
    var next: String?

    init() {}

    func read() throws(Problems) -> (tried: String, next: String) {
        var problems = Problems()
        let tried = problems.words(tried, "tried", upTo: 2_000)
        let next = problems.text(next, "next", "Say what you do next: nobody is forgotten")
        guard let next, problems.list.isEmpty else { throw problems }
        return (tried, next)
    }
}

/// A stretch of one day, as it was typed.
struct DiaryHours: Sendable {
    let day: String
    let from: String
    let until: String

    func read(_ problems: inout Problems) -> (from: Date, until: Date)? {
        let day = problems.unless(
            Day(typed: day.asWritten),
            "day",
            "Enter a day there is, such as 2026-04-14"
        )
        let from = problems.unless(
            TimeOfDay.minute(from.asWritten),
            "from",
            "Enter when it begins, such as 14:00"
        )
        let until = problems.unless(
            TimeOfDay.minute(until.asWritten),
            "until",
            "Enter when it ends, such as 15:00"
        )
        guard let day, let from, let until else { return nil }
        let span = (Self.instant(day, from), Self.instant(day, until))
        for (field, minute, instant) in [("from", from, span.0), ("until", until, span.1)]
        where TimeOfDay.minute(London.time(instant)) != minute {
            problems.add(
                field,
                "That night the clocks go forward, and this time does not come. Enter another"
            )
        }
        return problems.unless(span.0 < span.1 ? span : nil, "until", "It ends before it begins")
    }

    static func instant(_ day: Day, _ minute: Int) -> Date {
        London.instant(day, hour: minute / 60, minute: minute % 60)
    }
}
