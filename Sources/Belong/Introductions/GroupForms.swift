import Kernel
import Web

/// What a group tapped, and the line beside it.
struct GroupAnswerForm: Decodable, Sendable {
    var answer: String?
    var from: String?
    var words: String?

    func read(on today: Day) throws(Problems) -> GroupAnswer {
        var problems = Problems()
        let tapped = problems.unless(
            answer.flatMap { GroupAnswer.Kind(rawValue: $0) },
            "answer",
            "Tap one of the answers"
        )
        // Enter in the date says yes, and means from that day.
        let kind = tapped == .yes && from?.trimmingSpaces().isEmpty == false ? .yesFrom : tapped
        var day: Day?
        if kind == .yesFrom {
            day = problems.unless(
                from.flatMap { Day($0) }.flatMap {
                    (today...today.advanced(by: 366)).contains($0) ? $0 : nil
                },
                "from",
                "Say from which day, some time in the coming year"
            )
        }
        let words = problems.words(words, "words", upTo: 500)
        guard let kind, problems.list.isEmpty else { throw problems }
        return GroupAnswer(kind: kind, from: day, words: words)
    }
}

/// How it went, as it was tapped.
struct AttendanceForm: Decodable, Sendable {
    var answer: String?
    var words: String?
    /// Who says so, where a link worker writes it down.
    var toldBy: String?
    /// Who else the person lets hear it.
    var mayHear: [String]?

    var hearers: Set<Leave.Hearer> {
        Set((mayHear ?? []).compactMap(Leave.Hearer.init))
    }

    func read(_ teller: Attendance.Teller? = nil) throws(Problems) -> Attendance {
        var problems = Problems()
        let kind = problems.unless(
            answer.flatMap { Attendance.Kind(rawValue: $0) },
            "answer",
            "Tap one of the answers"
        )
        let teller = problems.unless(
            teller ?? toldBy.flatMap { Attendance.Teller(rawValue: $0) },
            "toldBy",
            "Say who told you"
        )
        let words = problems.words(words, "words", upTo: 500)
        guard let kind, let teller, problems.list.isEmpty else { throw problems }
        return Attendance(kind: kind, toldBy: teller, words: words)
    }
}

/// Thanks on their way to a group.
struct ThanksForm: Decodable, Sendable {
    var words = "Thank you for making someone welcome. It matters."

    func read() throws(Problems) -> String {
        var problems = Problems()
        let line = words.onOneLine
        let words = problems.unless(
            (1...300).contains(line.count) ? line : nil,
            "words",
            "Write a line of thanks, 300 characters at most"
        )
        guard let words else { throw problems }
        return words
    }
}
