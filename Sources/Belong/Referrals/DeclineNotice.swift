import Foundation
import Kernel
import Store

/// The e-mail that brings somebody back to whoever referred them, because a
/// clinician must see them first (hazard H04). It says nothing of who it is.
struct DeclineNotice: Sendable {
    static let subject = "Somebody you referred needs a clinician first"
    static let words = """
        A link worker could not take on somebody you referred: they need a clinician first. They wrote you a line. \
        Sign in to Belong and open your desk to read who it is and why.
        """
}

extension Writer {
    /// Goes to the referrer, if they still work where they referred from.
    func sendNotice(of decline: Decline, to referral: Referral, by member: Member.ID, at now: Date) throws {
        guard decline.reason == .clinical else { return }
        let email: EmailAddress? = try value(
            """
            SELECT member.email
            FROM referral
            JOIN member ON member.id = referral.referrer
            WHERE referral.id = \(referral.id) AND \(Referred.isStillThere)
            """
        )
        guard let email else { return }
        let message = Message(
            id: Message.ID(at: now),
            channel: .email,
            recipient: email.description,
            subject: DeclineNotice.subject,
            body: DeclineNotice.words,
            dueAt: now
        )
        try add(message, about: nil, by: member, at: now)
    }
}
