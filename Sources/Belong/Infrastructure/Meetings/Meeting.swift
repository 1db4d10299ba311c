import Foundation
import Kernel
import Store

/// A meeting of a practice's team, as it stands for one link worker: invited unless
/// somebody says why not, with an item of theirs, one question *to* them, and whether
/// they were there and spoke (paper, lines 44 and 78).
struct Meeting: Identifiable, Sendable {
    let id: Key<Meeting>
    let name: String
    let beginsAt: Date
    let endsAt: Date
    let place: String
    let items: [Item]
    let answer: Answer?

    /// Something on the agenda: the link worker's own, or asked of them.
    struct Item: Sendable {
        let isQuestion: Bool
        let words: String
        let by: String
    }

    /// How it went for the link worker, theirs to say and never judged: with somebody
    /// else is as good an answer as being there.
    enum Answer: String, CaseIterable, Sendable, Column {
        case spoke
        case there
        case elsewhere
        case notAsked = "not_asked"

        var name: String {
            switch self {
            case .spoke: "I was there, and spoke"
            case .there: "I was there"
            case .elsewhere: "I was with somebody, or elsewhere"
            case .notAsked: "Nobody asked me"
            }
        }

        /// As others read it.
        var told: String {
            switch self {
            case .spoke: "was there, and spoke"
            case .there: "was there"
            case .elsewhere: "was needed elsewhere"
            case .notAsked: "was not asked"
            }
        }

        var wasThere: Bool {
            switch self {
            case .spoke, .there: true
            case .elsewhere, .notAsked: false
            }
        }
    }

    /// Whether the link worker is expected at the meetings here.
    struct Invitation: Sendable {
        let isGiven: Bool
        /// Why not.
        let words: String

        static let standing = Invitation(isGiven: true, words: "")
    }

    enum Refused: Refusal {
        case notBegun
        case over

        var sentence: String {
            switch self {
            case .notBegun: "It has not begun yet. How it went can be said afterwards."
            case .over: "This meeting is over. Choose one that is to come."
            }
        }
    }
}

extension Meeting {
    var spoken: String { "\(Supervision.spoken(beginsAt)) to \(London.time(endsAt))" }

    func state(at now: Date) -> String {
        if let answer { return answer.told }
        if beginsAt <= now { return "the link worker has not said yet how it went" }
        let item = items.contains { !$0.isQuestion } ? "with an item of theirs" : "no item of theirs yet"
        let question = items.contains(where: \.isQuestion) ? "a question to them" : "no question to them yet"
        return "\(item), \(question)"
    }

    /// Whether the last two that were answered went by without the link worker: worth a quiet word.
    static func missedTwice(_ meetings: [Meeting]) -> Bool {
        let answered = meetings.sorted { $0.beginsAt > $1.beginsAt }.compactMap(\.answer).prefix(2)
        return answered.count == 2 && answered.allSatisfy { !$0.wasThere }
    }

    /// For somebody's calendar. It says where and when, and nothing of the agenda.
    func calendar(at practice: String, now: Date) -> String {
        let words = "\(name), \(practice)\(place.isEmpty ? "" : ", \(place)")"
        return CalendarText(
            events: [
                .init(
                    id: DiaryEntry.ID(id.uuid),
                    words: words.asCalendarText,
                    beginsAt: beginsAt,
                    endsAt: endsAt,
                    changedAt: now,
                    sequence: 0,
                    isCancelled: false
                )
            ],
            at: now
        ).text
    }
}

extension String {
    /// With what RFC 5545 reads as its own marked as words, and on one line.
    var asCalendarText: String {
        replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .split(whereSeparator: \.isNewline).joined(separator: "\\n")
    }
}
