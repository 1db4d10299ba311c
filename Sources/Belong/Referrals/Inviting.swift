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
        let safe = reaching?.safeAddress(of: told)
        let letter = try InvitationLetter(
            name: told.givenName,
            suggester: suggester(of: referral),
            isTold: !request.told.isEmpty,
            linkWorker: request.askedFor.flatMap { try value("SELECT name FROM member WHERE id = \($0)") },
            practice: place.name,
            phone: place.phone,
            isNeutral: reaching?.isNeutral ?? true,
            mayRing: reaching?.allowsRinging(accessNeeds(of: person)) ?? false,
            when: expectation(of: request.askedFor, at: request.practice, now),
            address: link.address(at: site),
            takesTexts: safe?.channel == .text && textsComeIn()
        )
        let message = safe?.message(letter.subject, letter.words, at: now)
        if let message { try add(message, about: person, by: member, at: now) }
        try run(
            """
            INSERT INTO invitation (id, referral, message, is_neutral, made_at)
            VALUES (\(Key<Invitation>(at: now)), \(referral), \(message?.id), \(letter.isNeutral), \(now))
            """
        )
    }

    /// Once somebody takes them on they hear who, and on which day: the invitation said neither for certain.
    func tellWhoTakesOn(_ referral: Referral, by linkWorker: Member, at now: Date) throws {
        guard let (safe, isNeutral) = try stillSafe(for: referral) else { return }
        let letter = try AcceptanceLetter(
            name: particulars(of: referral.person).givenName,
            linkWorker: linkWorker.name,
            practice: practice(referral.practice).name,
            isNeutral: isNeutral,
            mayRing: reaching(referral.person)?.allowsRinging(accessNeeds(of: referral.person)) ?? false,
            when: promise(of: linkWorker.id, at: referral.practice, now)
        )
        let message = safe.message(letter.subject, letter.words, at: now)
        try add(message, about: referral.person, by: linkWorker.id, at: now)
    }

    /// Where the invitation went, as long as that is still called safe, and whether words stay neutral there.
    func stillSafe(for referral: Referral) throws -> (SafeAddress, isNeutral: Bool)? {
        let invited = try rows(
            """
            SELECT message.recipient, invitation.is_neutral
            FROM invitation
            JOIN message ON message.id = invitation.message
            WHERE invitation.referral = \(referral.id)
            ORDER BY invitation.made_at DESC
            LIMIT 1
            """
        ).first
        guard let invited, let safe = try safeAddress(of: referral.person) else { return nil }
        let (recipient, isNeutral): (String, Bool) = try (invited("recipient"), invited("is_neutral"))
        return recipient == safe.recipient ? (safe, isNeutral || safe.isNeutral) : nil
    }
}
