import Foundation
import Kernel
import Store

/// What became of words for somebody. That they were written does not mean that
/// anybody was told (hazard H03).
enum Delivery: Sendable, Equatable {
    case onItsWay(Message.Channel)
    case sent(Message.Channel)
    /// On paper, by their link worker.
    case printed
    /// Nobody takes it, nowhere is safe for it, or no service is set up.
    case stuck(Message.Channel)

    /// The head of a line of their story.
    var title: String {
        switch self {
        case .onItsWay(let channel): "\(channel.oneOf) to them is on its way"
        case .sent(let channel): "Told by \(channel.name.lowercased())"
        case .printed: "Told on paper"
        case .stuck(let channel): "Not told: the \(channel.name.lowercased()) could not be sent"
        }
    }

    /// The same for whoever goes on with them.
    var sentence: String {
        switch self {
        case .onItsWay(let channel): "\(channel.oneOf) to them is on its way, \(Self.saying)."
        case .sent(let channel): "They were written to by \(channel.name.lowercased()), \(Self.saying)."
        case .printed: "They were told on paper."
        case .stuck(let channel):
            "The \(channel.name.lowercased()) to them could not be sent. Print the letter, or tell them yourself."
        }
    }

    private static let saying = "with a way to say yes, no or another time"

    /// Whether they may have heard, or will.
    var isStuck: Bool {
        switch self {
        case .onItsWay, .sent, .printed: false
        case .stuck: true
        }
    }
}

extension Message.Channel {
    fileprivate var oneOf: String {
        switch self {
        case .text: "A text"
        case .email: "An e-mail"
        case .letter: "A letter"
        }
    }
}

extension Reader {
    func delivery(of message: Message.ID) throws -> Delivery {
        let row = try rows(
            """
            SELECT channel, outbox.message AS outstanding, message_printed.printed_at,
                (SELECT outcome FROM dispatch WHERE dispatch.message = message.id
                    ORDER BY tried_at DESC LIMIT 1) AS outcome
            FROM message
            LEFT JOIN outbox ON outbox.message = message.id
            LEFT JOIN message_printed ON message_printed.message = message.id
            WHERE message.id = \(message)
            """
        ).first
        guard let row else { throw Missing() }
        let channel: Message.Channel = try row("channel")
        let (outstanding, printedAt): (Message.ID?, Date?) = try (row("outstanding"), row("printed_at"))
        if printedAt != nil { return .printed }
        if outstanding != nil { return .onItsWay(channel) }
        let outcome: String? = try row("outcome")
        return outcome == "sent" ? .sent(channel) : .stuck(channel)
    }
}
