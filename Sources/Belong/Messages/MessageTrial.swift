import Foundation
import Kernel

/// One message with nothing in it, from whoever looks after Belong to themselves: does
/// it go? It is kept nowhere here.
package struct MessageTrial: Sendable {
    package let isTaken: Bool
    package let sentence: String

    enum Refused: Refusal {
        case noAddress
        case notSetUp(Message.Channel)

        var sentence: String {
            switch self {
            case .noAddress: "Write a mobile number or an e-mail address that is your own."
            case .notSetUp(.email):
                "No mail service is set up: see smtp-server and notify-key in docs/running.md."
            case .notSetUp: "No text service is set up: see notify-key in docs/running.md."
            }
        }
    }

    package static func to(
        _ address: String,
        by notify: Notify?,
        _ server: MailServer?,
        at now: Date = .now
    ) async throws -> MessageTrial {
        let channel: (Message.Channel, String)? =
            EmailAddress(address).map { (.email, $0.description) }
            ?? PhoneNumber(address).flatMap { $0.takesTexts ? (.text, $0.description) : nil }
        guard let channel else { throw Refused.noAddress }
        let message = Message(
            id: Message.ID(at: now),
            channel: channel.0,
            recipient: channel.1,
            subject: "A test",
            body: "This is a test. There is nothing you need to do.",
            dueAt: now
        )
        if channel.0 == .email, let server {
            let trouble = await server.send(message, at: now)
            return MessageTrial(by: "The mail server", trouble?.rawValue)
        }
        guard let notify else { throw Refused.notSetUp(channel.0) }
        switch await notify.send(message, at: now) {
        case .taken: return MessageTrial(by: "GOV.UK Notify", nil)
        case .again(let trouble, _), .never(let trouble):
            return MessageTrial(by: "GOV.UK Notify", trouble.rawValue)
        }
    }

    private init(by carrier: String, _ trouble: String?) {
        isTaken = trouble == nil
        sentence =
            trouble.map { "It did not go: \($0)." } ?? "\(carrier) has taken it. See whether it arrives."
    }
}
