import Foundation
import Kernel
import Web

/// A change, as it was typed.
struct ChangeForm: Decodable, Sendable {
    var place: String?
    var kind: String?
    var words: String?
    var startsOn: String?
    var size: String?
    var why: String?

    init() {}

    /// Fourteen days from now: a week to be heard, and a week before it begins.
    init(kind: String?, on today: Day) {
        self.kind = kind
        size = "matters"
        startsOn = today.advanced(by: 2 * ChangeNotice.notice).description
    }

    func read(on today: Day) throws(Problems) -> ChangeNotices.Asked {
        var problems = Problems()
        let place = problems.unless(Reach.Place(place), "place", "Choose where it will be so")
        let kind = problems.unless(
            kind.flatMap(ChangeNotice.Kind.init(rawValue:)),
            "kind",
            "Choose what it is about"
        )
        let words = problems.text(words, "words", "Say what will be different", upTo: 2_000)
        let isSmall = problems.unless(Self.sizes[size ?? ""], "size", "Say whether it matters")
        var why: String?
        if isSmall == true {
            why = problems.text(self.why, "why", "Say why nobody needs to be asked", upTo: 300)
        }
        let day = problems.unless(
            startsOn.flatMap { Day(typed: $0.asWritten) },
            "startsOn",
            "Enter the day on which it begins"
        )
        if let day, let isSmall {
            do throws(ChangeNotice.Refused) {
                try ChangeNotice.admits(day, isMaterial: !isSmall, on: today)
            } catch {
                problems.add("startsOn", error.sentence)
            }
        }
        guard let place, let kind, let words, let day, problems.list.isEmpty else { throw problems }
        return .init(place: place, kind: kind, words: words, startsOn: day, small: why)
    }

    private static let sizes = ["matters": false, "small": true]
}

/// One line or more to a change, as it was typed: one's own word, a dispute, taking it back.
struct ChangeWordsForm: Decodable, Sendable {
    var voice: String?
    var dispute: String?
    var withdrawal: String?

    init() {}

    static func read(_ typed: String?, _ field: String, _ sentence: String) throws(Problems) -> String {
        var problems = Problems()
        guard let words = problems.text(typed, field, sentence, upTo: 2_000) else { throw problems }
        return words
    }
}

/// What somebody else said, as it was typed.
struct HeardForm: Decodable, Sendable {
    var who: String?
    var role: String?
    var heard: String?

    init() {}

    func read() throws(Problems) -> ChangeNotices.Heard {
        var problems = Problems()
        let kind = problems.unless(
            who.flatMap(ChangeNotice.Voice.Kind.init(rawValue:)),
            "who",
            "Choose whose voice it is"
        )
        let role = problems.text(role, "role", "Say as what they spoke, without a name", upTo: 100)
        let words = problems.text(heard, "heard", "Write down what they said", upTo: 2_000)
        guard let kind, let role, let words, problems.list.isEmpty else { throw problems }
        return .init(kind: kind, role: role, words: words)
    }
}

/// What the network lead says to a dispute, as it was typed.
struct ChangeSettlingForm: Decodable, Sendable {
    var matters: String?
    var settling: String?
    var from: String?

    init() {}

    func read(on today: Day) throws(Problems) -> ChangeNotices.Settled {
        var problems = Problems()
        let isMaterial = problems.unless(
            ["yes": true, "no": false][matters ?? ""],
            "matters",
            "Say whether it matters"
        )
        let words = problems.text(settling, "settling", "Say why, in a line", upTo: 1_000)
        let day = problems.unless(
            from.flatMap { Day(typed: $0.asWritten) },
            "from",
            "Enter the day on which it begins"
        )
        if let day, let isMaterial {
            do throws(ChangeNotice.Refused) {
                try ChangeNotice.admits(day, isMaterial: isMaterial, on: today)
            } catch {
                problems.add("from", error.sentence)
            }
        }
        guard let isMaterial, let words, let day, problems.list.isEmpty else { throw problems }
        return .init(isMaterial: isMaterial, words: words, startsOn: day)
    }
}

/// What changed because of what was said, as it was typed.
struct ChangeAnswerForm: Decodable, Sendable {
    var altered: String?
    var answer: String?

    init() {}

    func read() throws(Problems) -> (words: String, isAltered: Bool) {
        var problems = Problems()
        let isAltered = problems.unless(
            ["yes": true, "no": false][altered ?? ""],
            "altered",
            "Say whether anything was altered"
        )
        let words = problems.text(answer, "answer", "Say what changed, or why nothing could", upTo: 2_000)
        guard let isAltered, let words, problems.list.isEmpty else { throw problems }
        return (words, isAltered)
    }
}
