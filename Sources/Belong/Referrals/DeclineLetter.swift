import Foundation
import Kernel
import Store

/// What the person hears of a decline: kindly, that it is not their doing, and whom to turn to. Never why:
/// that is between those who know them.
struct DeclineLetter: Sendable {
    let name: String
    /// Who suggested it, and where they work. Nobody did if the person asked themselves.
    let suggester: String?
    let practice: String
    let phone: String?
    let needsClinician: Bool
    let isNeutral: Bool
    let mayRing: Bool

    var subject: String { "A word from \(practice)" }

    var words: String {
        isNeutral
            ? """
            Hello \(name). A word from \(practice): nobody will be in touch about what we wrote of before, and nothing is \
            wrong. \(back)
            """
            : """
            Hello \(name). The link workers at \(practice) cannot take this on just now. That is nothing to do with you. \
            \(next) \(back) You can always ask again.
            """
    }

    private var next: String {
        if needsClinician { return "Somebody at the surgery would like to see you first." }
        return suggester.map { "\($0) knows, and can talk with you about what else there is." }
            ?? "The surgery can tell you who else there is."
    }

    private var back: String {
        mayRing
            ? phone.map { "To talk to someone, ring \($0)." }
                ?? "To talk to someone, ask when you are next here."
            : "To talk to someone, ask when you are next here."
    }
}

extension Writer {
    /// Where the invitation went, as long as that is still called safe. Where nothing is, whoever referred is asked to.
    func tell(_ referral: Referral, of decline: Decline, by member: Member.ID, at now: Date) throws {
        guard let (safe, isNeutral) = try stillSafe(for: referral) else { return }
        let place = try practice(referral.practice)
        let letter = try DeclineLetter(
            name: particulars(of: referral.person).givenName,
            suggester: suggester(of: referral.id),
            practice: place.name,
            phone: place.phone,
            needsClinician: decline.reason == .clinical,
            isNeutral: isNeutral,
            mayRing: reaching(referral.person)?.allowsRinging(accessNeeds(of: referral.person)) ?? false
        )
        let message = safe.message(letter.subject, letter.words, at: now)
        try add(message, about: referral.person, by: member, at: now)
        try run("INSERT INTO decline_letter (referral, message) VALUES (\(referral.id), \(message.id))")
    }
}

extension Reader {
    /// What became of those words. None, where nobody was written to.
    func declineDelivery(of referral: Referral.ID) throws -> Delivery? {
        let message: Message.ID? = try value(
            "SELECT message FROM decline_letter WHERE referral = \(referral)"
        )
        return try message.map(delivery)
    }

    /// Who else works with that practice and takes new people, besides whoever declined.
    func others(besides referral: Referral, at now: Date) throws -> [Desk.Neighbour] {
        let decliner: Member.ID? = try value(
            "SELECT declined_by FROM decline WHERE referral = \(referral.id)"
        )
        return try neighbours(of: [referral.practice], at: now).filter {
            $0.id != decliner && $0.pausedUntil == nil
        }
    }
}

extension ReferralDetail {
    /// How the person hears of a decline, for whoever goes on with them.
    var declineTold: String {
        switch declineLetter {
        case .none: "Nobody has written to them: no safe way is known. Please tell them yourself."
        case .stuck: "The message to them could not be sent. Please tell them yourself."
        case .some(let delivery): "\(delivery.title), kindly and without the reason."
        }
    }

    /// *Refer to Sam Reed*, where there is one; where there are several, the form asks which.
    var referringAgain: String? {
        switch others.count {
        case 0: nil
        case 1: "Refer to \(others[0])"
        default: "Refer to another link worker here"
        }
    }
}
