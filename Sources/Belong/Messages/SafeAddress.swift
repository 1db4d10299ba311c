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
        return try particulars(of: person).safeAddress(reaching)
    }
}

extension Particulars {
    func safeAddress(_ reaching: Reaching) -> SafeAddress? {
        if reaching.channels.contains(.text), let phone, phone.takesTexts {
            return SafeAddress(
                channel: .text,
                recipient: phone.description,
                isNeutral: reaching.isNeutral
            )
        }
        if reaching.channels.contains(.email), let email {
            return SafeAddress(
                channel: .email,
                recipient: email.description,
                isNeutral: reaching.isNeutral
            )
        }
        if reaching.channels.contains(.letter), let place = address ?? postcode?.description {
            return SafeAddress(
                channel: .letter,
                recipient: "\(fullName), \(place)",
                isNeutral: reaching.isNeutral
            )
        }
        return nil
    }
}
