import Kernel

/// The safest way a message can go to somebody, and where it goes.
struct SafeChannel: Sendable, Equatable {
    let channel: Message.Channel
    let recipient: String
}

extension Reaching {
    /// There is none if no channel they call safe leads anywhere.
    func channel(to person: Particulars) -> SafeChannel? {
        if channels.contains(.text), let phone = person.phone, phone.takesTexts {
            return SafeChannel(channel: .text, recipient: phone.description)
        }
        if channels.contains(.email), let email = person.email {
            return SafeChannel(channel: .email, recipient: email.description)
        }
        if channels.contains(.letter), let place = person.address ?? person.postcode?.description {
            return SafeChannel(channel: .letter, recipient: "\(person.fullName), \(place)")
        }
        return nil
    }
}
