import Foundation
import Kernel
import Store

/// Telling the person, before anybody rings, who suggested it, who will be in
/// touch, and that it is fine to say no (paper, lines 57-59; journeys 5.7).
///
/// With no safe channel nobody is written to, and the link worker reads that on
/// the referral.
extension Writer {
    func invite(
        _ person: Person.ID,
        to referral: Referral.ID,
        _ request: ReferralRequest,
        _ reaching: Reaching?,
        _ site: WebAddress,
        by member: Member.ID?,
        at now: Date
    ) throws {
        let told = try particulars(of: person)
        let phone: String?? = try value("SELECT phone FROM organisation WHERE id = \(request.practice)")
        let link = try makeLink(to: .invitation, referral, at: now)
        let letter = try InvitationLetter(
            name: told.givenName,
            referrer: member.flatMap { try value("SELECT name FROM member WHERE id = \($0)") },
            linkWorker: request.askedFor.flatMap { try value("SELECT name FROM member WHERE id = \($0)") },
            practice: value("SELECT name FROM organisation WHERE id = \(request.practice)") ?? "",
            phone: phone ?? nil,
            isNeutral: reaching?.isNeutral ?? true,
            address: link.address(at: site)
        )
        let safe = reaching?.safeAddress(of: told)
        let message = safe?.message(letter.subject, letter.words, at: now)
        if let message { try add(message, about: person, by: member, at: now) }
        try run(
            """
            INSERT INTO invitation (id, referral, message, made_at)
            VALUES (\(Key<Invitation>(at: now)), \(referral), \(message?.id), \(now))
            """
        )
    }
}

/// The words of an invitation. Short sentences, nothing medical, and in neutral
/// words where somebody else may read them (hazard H05).
struct InvitationLetter: Sendable {
    let name: String
    let referrer: String?
    let linkWorker: String?
    let practice: String
    let phone: String?
    let isNeutral: Bool
    let address: String

    var subject: String {
        isNeutral ? "A word from \(practice)" : "A link worker at \(practice)"
    }

    var words: String {
        isNeutral ? neutral : open
    }

    private var neutral: String {
        """
        Hello \(name). Someone from \(practice) would like a word when it suits you. Nothing is wrong. \
        Say when, or say no: \(address)
        """
    }

    private var open: String {
        let suggested =
            referrer.map { "\($0) at \(practice) and you talked about some extra help." }
            ?? "You asked \(practice) for some extra help."
        let who = linkWorker.map { "\($0), a link worker there," } ?? "A link worker there"
        let back = phone.map { " Or ring \($0)." } ?? ""
        return """
            Hello \(name). \(suggested) \(who) would like to ring you. A link worker is not a doctor and has time \
            to listen. You can say yes, no or another time here: \(address)\(back) It is fine to say no.
            """
    }
}
