import Foundation
import Kernel

extension Notify {
    enum Refused: Refusal {
        case noAddress

        var sentence: String { "Write a mobile number or an e-mail address that is your own." }
    }

    /// What became of a message that whoever looks after Belong sent to themselves.
    package struct Trial: Sendable {
        package let isTaken: Bool
        package let sentence: String
    }

    /// One message with nothing in it, to see whether Notify takes it. It is kept nowhere here.
    package func tryOut(to address: String, at now: Date = .now) async throws -> Trial {
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
        switch await send(message, at: now) {
        case .taken:
            return Trial(isTaken: true, sentence: "GOV.UK Notify has taken it. See whether it arrives.")
        case .again(let trouble, _), .never(let trouble):
            return Trial(isTaken: false, sentence: "It did not go: \(trouble.rawValue).")
        }
    }
}
