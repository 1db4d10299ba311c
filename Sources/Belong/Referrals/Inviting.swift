import Foundation
import Kernel
import Store

/// Telling the person, before anybody rings, who suggested it, who will be in
/// touch and when, and that it is fine to say no (paper, lines 57-59; journeys 5.7).
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
        let place = try practice(request.practice)
        let link = try makeLink(to: .invitation, referral, at: now)
        let letter = try InvitationLetter(
            name: told.givenName,
            suggester: suggester(of: referral),
            linkWorker: request.askedFor.flatMap { try value("SELECT name FROM member WHERE id = \($0)") },
            practice: place.name,
            phone: place.phone,
            isNeutral: reaching?.isNeutral ?? true,
            mayRing: reaching?.allowsRinging(accessNeeds(of: person)) ?? false,
            when: promise(of: request.askedFor, at: request.practice, now),
            address: link.address(at: site)
        )
        let safe = reaching?.safeAddress(of: told)
        let message = safe?.message(letter.subject, letter.words, at: now)
        if let message { try add(message, about: person, by: member, at: now) }
        try run(
            """
            INSERT INTO invitation (id, referral, message, is_neutral, made_at)
            VALUES (\(Key<Invitation>(at: now)), \(referral), \(message?.id), \(letter.isNeutral), \(now))
            """
        )
    }

    /// Once somebody takes them on they hear who: where the invitation went, as long as
    /// that is still called safe, and unless it named them already.
    func tellWhoTakesOn(_ referral: Referral, by linkWorker: Member, at now: Date) throws {
        let invited = try rows(
            """
            SELECT message.recipient, invitation.is_neutral, asked_for
            FROM invitation
            JOIN message ON message.id = invitation.message
            JOIN referral ON referral.id = invitation.referral
            WHERE invitation.referral = \(referral.id)
            ORDER BY invitation.made_at DESC
            LIMIT 1
            """
        ).first
        guard let invited, let safe = try safeAddress(of: referral.person) else { return }
        let (recipient, isNeutral, askedFor): (String, Bool, Member.ID?) = try (
            invited("recipient"), invited("is_neutral"), invited("asked_for")
        )
        guard recipient == safe.recipient, askedFor != linkWorker.id else { return }
        let letter = try AcceptanceLetter(
            name: particulars(of: referral.person).givenName,
            linkWorker: linkWorker.name,
            practice: practice(referral.practice).name,
            isNeutral: isNeutral || safe.isNeutral,
            mayRing: reaching(referral.person)?.allowsRinging(accessNeeds(of: referral.person)) ?? false,
            when: promise(of: linkWorker.id, at: referral.practice, now)
        )
        let message = safe.message(letter.subject, letter.words, at: now)
        try add(message, about: referral.person, by: linkWorker.id, at: now)
    }
}

/// A practice as a letterhead has it.
struct Letterhead: Stored {
    let name: String
    let address: String?
    let postcode: String?
    let phone: String?

    init(_ row: Row) throws {
        name = try row("name")
        address = try row("address")
        postcode = try row("postcode")
        phone = try row("phone")
    }

    init(name: String, address: String?, postcode: String?, phone: String?) {
        (self.name, self.address, self.postcode, self.phone) = (name, address, postcode, phone)
    }

    var lines: [String] {
        [name, address, postcode].compactMap(\.self)
    }
}

extension Reader {
    func practice(_ id: Organisation.ID) throws -> Letterhead {
        let found: Letterhead? = try first(
            "SELECT name, address, postcode, phone FROM organisation WHERE id = \(id)"
        )
        guard let found else { throw Missing() }
        return found
    }
}
