import Foundation
import Kernel
import Store

/// Where a message reaches somebody without harm: the first channel that they
/// called safe and that we have an address for (hazard H05).
struct SafeAddress: Sendable, Equatable {
    let channel: Message.Channel
    let recipient: String
    /// Somebody else may read it: no service, no group, no reason.
    let isNeutral: Bool

    func message(_ subject: String, _ body: String, at now: Date) -> Message {
        Message(
            id: Message.ID(at: now),
            channel: channel,
            recipient: recipient,
            subject: subject,
            body: body,
            dueAt: now
        )
    }
}

extension Reader {
    /// There is none if nobody asked them, or if nothing written is safe.
    func safeAddress(of person: Person.ID) throws -> SafeAddress? {
        guard let reaching = try reaching(person) else { return nil }
        return try reaching.channel(to: particulars(of: person)).map { safe in
            SafeAddress(channel: safe.channel, recipient: safe.recipient, isNeutral: reaching.isNeutral)
        }
    }
}
