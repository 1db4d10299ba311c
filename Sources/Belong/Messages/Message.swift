import Foundation
import Kernel
import Store

/// Words on their way to somebody outside: written in the same transaction as
/// the fact that caused them, carried later by the `Postman`.
struct Message: Identifiable, Sendable {
    let id: Key<Message>
    var channel: Channel
    var recipient: String
    let subject: String
    let body: String
    let dueAt: Date
    /// How it is worded for the person themselves. There is none if it goes to
    /// somebody else: a group, a colleague.
    var wording: Wording?

    /// Whether the words name the service, or give nothing away.
    enum Wording: String, Sendable {
        case open
        case neutral
    }

    /// How words leave the building. A call is made by a person and is none of these.
    enum Channel: String, CaseIterable, Sendable {
        case text
        case email
        case letter

        var name: String {
            switch self {
            case .text: "Text"
            case .email: "E-mail"
            case .letter: "Letter"
            }
        }

        /// In the middle of a sentence.
        var spoken: String { name.lowercased() }
    }
}

extension Message.Channel: Column {}
extension Message.Wording: Column {}

extension Message: Stored {
    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            channel: row("channel"),
            recipient: row("recipient"),
            subject: row("subject"),
            body: row("body"),
            dueAt: row("due_at"),
            wording: row("wording")
        )
    }
}

extension Writer {
    /// Puts a message in the outbox.
    func add(_ message: Message, about person: Person.ID?, by member: Member.ID?, at now: Date) throws {
        let person = try person.map(hold)
        try run(
            """
            INSERT INTO message (id, channel, person, recipient, subject, body, wording, made_at, made_by,
                due_at)
            VALUES (\(message.id), \(message.channel), \(person), \(message.recipient), \(message.subject),
                \(message.body), \(message.wording), \(now), \(member), \(message.dueAt))
            """
        )
        try run("INSERT INTO outbox (message, due_at) VALUES (\(message.id), \(message.dueAt))")
    }
}
