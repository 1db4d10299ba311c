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
        try reaching(person)?.safeAddress(of: particulars(of: person))
    }
}

extension Reaching {
    /// There is none if no channel they call safe leads anywhere.
    func safeAddress(of person: Particulars) -> SafeAddress? {
        if channels.contains(.text), let phone = person.phone, phone.takesTexts {
            return SafeAddress(channel: .text, recipient: phone.description, isNeutral: isNeutral)
        }
        if channels.contains(.email), let email = person.email {
            return SafeAddress(channel: .email, recipient: email.description, isNeutral: isNeutral)
        }
        if channels.contains(.letter), let place = person.address ?? person.postcode?.description {
            return SafeAddress(
                channel: .letter,
                recipient: "\(person.fullName), \(place)",
                isNeutral: isNeutral
            )
        }
        return nil
    }
}
