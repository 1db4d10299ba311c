import Foundation
import Kernel
import Store
import Web

/// A text that somebody sent to us, as Notify hands it on.
struct Arrival: Identifiable, Sendable {
    let id: Key<Arrival>
    /// Notify's own name for it: handed on twice, it came once.
    let notification: String
    /// The number it came from.
    let sender: String
    let body: String

    /// Whether they want no more texts. A word alone, or with nothing but courtesies and texts
    /// beside it: *end it all* and *cancel Thursday* are for somebody to read and answer.
    var isStop: Bool {
        let words = body.lowercased().split { !$0.isLetter }.map(String.init)
        let text = words.joined(separator: " ")
        let rest = words.filter { !Self.besides.contains($0) }
        if rest.count == 1, Self.stopWords.contains(rest[0]) { return true }
        return Self.stopPhrases.contains { text.contains($0) }
    }

    private static let stopWords: Set<String> = [
        "stop", "stopall", "unsubscribe", "cancel", "end", "quit", "optout",
    ]
    private static let besides: Set<String> = [
        "please", "pls", "plz", "thanks", "thank", "you", "now", "text", "texts", "texting", "message",
        "messages", "messaging", "me", "these", "this", "your", "the", "sending", "hi", "hello",
    ]
    private static let stopPhrases = [
        "opt out", "stop all", "stop texting", "stop messaging", "stop contacting", "stop writing to me",
        "no more texts", "no more messages", "do not text", "don t text", "dont text", "leave me alone",
    ]
}

/// What is answered to a text, once a day at most: who reads it, when, and whom to ring meanwhile.
struct ArrivalAnswer: Sendable {
    let reader: String
    let practice: String
    /// *on Thursday 16 April or soon after*
    let when: String
    /// Somebody else may read it: no name of a link worker.
    let isNeutral: Bool

    static let subject = "Thank you"

    var words: String {
        """
        Thank you. \(isNeutral ? "Somebody" : reader) at \(practice) reads this \(when). Nobody reads these round \
        the clock. In danger now: 999. Urgent help: 111. Somebody to talk to, day and night: \
        \(isNeutral ? "" : "Samaritans ")116 123. \
        For no more texts answer STOP.
        """
    }
}

extension Following {
    static let arrivals = Following("arrival", "text from them", "texts from them") { work, rows, person in
        try work.run("UPDATE arrival SET person = \(person) WHERE \(rows)")
    }
}

extension CasePart {
    /// What goes to and fro.
    static let correspondence = CasePart(
        story: { view, found in
            try view.rows("SELECT came_at FROM arrival WHERE person = \(found.person)").map { row in
                try Event(
                    at: row("came_at"),
                    title: "A text from them",
                    isWithPerson: true,
                    path: "/cases/\(found.id)/messages"
                )
            }
        },
        record: { view, found in
            try view.passages(
                "arrival",
                "SELECT id, came_at AS at, body FROM arrival WHERE person = \(found.person)"
            ) { try ["A text from you": $0("body")] }
        },
        ways: { [Place("Messages to and from them", "/cases/\($0.id)/messages")] }
    )
}
