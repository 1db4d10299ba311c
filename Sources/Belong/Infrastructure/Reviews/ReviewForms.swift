import Foundation
import Kernel
import Web

/// When a review is to be, as it was typed.
struct ReviewTimeForm: Decodable, Sendable {
    var day: String?
    var time: String?

    init() {}

    func read(at now: Date = .now) throws(Problems) -> Date {
        var problems = Problems()
        let day = problems.unless(day.flatMap { Day(typed: $0.asWritten) }, "day", "Enter a day there is")
        let minute = problems.unless(
            time.flatMap { TimeOfDay.minute($0.asWritten) },
            "time",
            "Enter a time, such as 10:00"
        )
        if let day, day < Day(now) { problems.add("day", "Enter a day from today on") }
        guard let day, let minute, problems.list.isEmpty else { throw problems }
        return DiaryHours.instant(day, minute)
    }
}

/// The one thing that is agreed, as it was typed.
struct CommitmentForm: Decodable, Sendable {
    var what: String?
    var whose: String?
    var due: String?
    var here: [String]?

    init() {}

    /// Four weeks from today is offered.
    init(on today: Day) { due = today.advanced(by: 28).description }

    func read(at now: Date = .now) throws(Problems) -> Reviews.Agreed {
        var problems = Problems()
        let today = Day(now)
        let words = problems.text(what, "what", "Write the one thing you agreed on", upTo: 200)
        if let words, words.split(separator: "\n").count > 1 {
            problems.add("what", "One thing only: leave the others for the next review")
        }
        let whose = problems.unless(whose.flatMap { Member.ID($0) }, "whose", "Choose whose it is")
        let due = problems.unless(
            due.flatMap { Day(typed: $0.asWritten) },
            "due",
            "Enter the day by which it is done"
        )
        if let due, due <= today || due > today.advanced(by: Review.rhythm) {
            problems.add("due", "Enter a day after today, and before the next review in three months")
        }
        if (here ?? []).isEmpty {
            problems.add("here", "A review is held together: confirm that you are")
        }
        guard let words, let whose, let due, problems.list.isEmpty else { throw problems }
        return .init(words: words, whose: whose, dueOn: due)
    }
}
