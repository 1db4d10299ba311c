import Foundation
import Kernel
import Store

/// Words to somebody with the link to their own page, the same for whatever waits for them there.
struct OwnPageWords: Sendable {
    let subject: String
    /// After *Hello Jean.*, and before the link. They say nothing of who asks or what about (hazard H05).
    let words: String
}

extension Writer {
    /// Writes to them by the way that is safe; nothing where there is none.
    func write(
        _ said: OwnPageWords,
        to person: Person.ID,
        of id: Case.ID,
        _ site: WebAddress,
        by member: Member.ID?,
        at now: Date
    ) throws -> Message.ID? {
        guard let safe = try safeAddress(of: person) else { return nil }
        let name = try particulars(of: person).givenName
        let address = try makeLink(to: .ownPage, id, at: now).address(at: site)
        let message = Message(
            id: Message.ID(at: now),
            channel: safe.channel,
            recipient: safe.recipient,
            subject: said.subject,
            body: "Hello \(name). \(said.words) \(address)",
            dueAt: now,
            wording: .neutral
        )
        try add(message, about: person, by: member, at: now)
        return message.id
    }
}
