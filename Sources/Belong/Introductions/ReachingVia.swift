import Kernel
import Store

/// A way by which a group may get in touch with somebody: only those the person
/// called safe, or through their link worker.
struct ReachingVia: Sendable, Equatable {
    let key: String
    let words: String
}

extension Particulars {
    func waysForGroups(_ reaching: Reaching?, linkWorker: String, _ phone: PhoneNumber?) -> [ReachingVia] {
        let safe = reaching?.channels ?? []
        let voicemail = reaching?.mayLeaveVoicemail == true ? "" : ", no voicemail"
        let number = self.phone.map(\.description)
        return [
            safe.contains(.text) ? number.map { ReachingVia(key: "text", words: "a text to \($0)") } : nil,
            safe.contains(.call)
                ? number.map { ReachingVia(key: "call", words: "a call to \($0)\(voicemail)") } : nil,
            safe.contains(.email)
                ? email.map { ReachingVia(key: "email", words: "an e-mail to \($0)") } : nil,
            ReachingVia(
                key: "link_worker",
                words: "through \(linkWorker), link worker\(phone.map { ", \($0)" } ?? "")"
            ),
        ]
        .compactMap(\.self)
    }
}

/// What is known and may be offered for telling, before anything is agreed.
struct Tellable: Sendable {
    let person: Person.ID
    let givenName: String
    /// As a draft for what a group hears; put right before anything is agreed.
    var hope: String
    let ways: [ReachingVia]
    let needs: String
}

extension Reader {
    func tellable(of about: Case, by member: Member) throws -> Tellable {
        let told = try particulars(of: about.person)
        let own: PhoneNumber?? = try value(
            "SELECT phone FROM profile WHERE member = \(member.id) AND replaced_by IS NULL"
        )
        let practice: PhoneNumber?? = try value(
            "SELECT phone FROM organisation WHERE id = \(about.practice)"
        )
        return try Tellable(
            person: about.person,
            givenName: told.givenName,
            hope: whatMatters(in: about.id)?.words ?? "",
            ways: told.waysForGroups(
                reaching(about.person),
                linkWorker: member.name,
                (own ?? nil) ?? (practice ?? nil)
            ),
            needs: accessNeeds(of: about.person).map(\.flag).joined(separator: ", ")
        )
    }
}
