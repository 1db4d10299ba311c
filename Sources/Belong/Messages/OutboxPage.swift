import Foundation
import Kernel
import Store
import Web

/// What has been written to people and groups, and what became of it. Where no text
/// or mail service is set up, this is where the messages are read.
struct OutboxPage: Page {
    let title = "Outbox"
    let place: String? = "/outbox"
    let lines: [Line]

    struct Line: Sendable {
        let channel: String
        let recipient: String
        let subject: String
        let body: String
        let links: [WebAddress]
        let made: String
        let outcome: String
    }
}

extension OutboxPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">This is a demonstration: what people and groups would receive is shown here. \
        Follow a link to answer as the person or the group would. Everybody reads everything here, links for a new password \
        included: that is so in a demonstration only, and where people are looked after nobody has this page.</p>
        \(lines.isEmpty ? nothing : list)
        """
    }

    private var nothing: HTML {
        """
        <section class="card"><p>Nothing has been written yet.</p></section>
        """
    }

    private var list: HTML {
        """
        <ul class="plain">\(each: lines, item)</ul>
        """
    }

    private func item(_ line: Line) -> HTML {
        """
        <li class="card"><h2>\(line.subject) <span class="tag sky">\(line.channel)</span></h2>
        <p class="small muted">to \(line.recipient) · \(line.made) · \(line.outcome)</p>
        <p class="keep">\(line.body)</p>
        \(each: line.links, { "<p><a class=\"btn sm quiet\" href=\"\($0)\">Open the link in it</a></p>" })</li>
        """
    }

    static let sample = OutboxPage(
        lines: [
            Line(
                channel: "Text",
                recipient: "07700 900112",
                subject: "A link worker at Elm Street Surgery",
                body:
                    "Hello Denise. You can say yes, no or another time here: http://localhost:8080/l/sample",
                links: [WebAddress("http://localhost:8080/l/sample")].compactMap(\.self),
                made: "today, 09:30",
                outcome: "sent"
            )
        ]
    )
}

/// The outbox of a demonstration. Served only where the demo is switched on: it
/// shows every message to whoever is signed in.
struct Outbox: Sendable {
    let store: any Store

    func page(at now: Date = .now) async throws -> OutboxPage {
        let rows = try await store.read { view in
            try view.rows(
                """
                SELECT channel, recipient, subject, body, made_at,
                    (SELECT outcome FROM dispatch WHERE message = message.id ORDER BY tried_at DESC LIMIT 1) AS outcome
                FROM message
                ORDER BY made_at DESC, id
                LIMIT 200
                """
            )
        }
        return try OutboxPage(lines: rows.map { try OutboxPage.Line($0, at: now) })
    }
}

extension OutboxPage.Line {
    fileprivate init(_ row: Row, at now: Date) throws {
        let kind: Message.Channel = try row("channel")
        let madeAt: Date = try row("made_at")
        channel = kind.name
        recipient = try row("recipient")
        subject = try row("subject")
        body = try row("body")
        links = body.split(whereSeparator: \.isWhitespace)
            .filter { $0.hasPrefix("http") }
            .compactMap { WebAddress(String($0)) }
        made = "\(Day(madeAt).nearness(to: Day(now))), \(London.time(madeAt))"
        switch try row("outcome") as String? {
        case "sent": outcome = "sent"
        case "failed": outcome = "tried, will be tried again"
        case "given_up": outcome = "could not be sent"
        default: outcome = "kept here"
        }
    }
}
