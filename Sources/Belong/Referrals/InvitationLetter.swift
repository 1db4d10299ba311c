import Foundation
import Kernel
import Store

/// The words of an invitation. Short sentences, nothing medical, and in neutral
/// words where somebody else may read them (hazard H05). They speak of ringing only
/// to somebody who can be rung.
struct InvitationLetter: Sendable {
    let name: String
    /// Who suggested it, and where they work. Nobody did if the person asked themselves.
    let suggester: String?
    let linkWorker: String?
    let practice: String
    let phone: String?
    let isNeutral: Bool
    let mayRing: Bool
    /// *Within five working days*, *on Thursday 16 April or soon after*.
    let when: String
    let address: String

    var subject: String {
        isNeutral ? "A word from \(practice)" : "A link worker at \(practice)"
    }

    var words: String {
        isNeutral ? neutral : open
    }

    private var neutral: String {
        """
        Hello \(name). Someone from \(practice) would like a word \(when). Nothing is wrong. \
        Say another time, or say no: \(address)
        """
    }

    private var open: String {
        let suggested =
            suggester.map { "\($0) and you talked about some extra help." }
            ?? "You asked \(practice) for some extra help."
        let who = linkWorker.map { "\($0), a link worker at \(practice)," } ?? "A link worker at \(practice)"
        let back = mayRing ? phone.map { " Or ring \($0)." } ?? "" : ""
        return """
            Hello \(name). \(suggested) \(who) would like to \(mayRing ? "ring you" : "be in touch") \(when). A link \
            worker is not a doctor and has time to listen. You can say yes, no or another time here: \
            \(address)\(back) It is fine to say no.
            """
    }
}

/// What somebody reads once it is known who takes them on.
struct AcceptanceLetter: Sendable {
    let name: String
    let linkWorker: String
    let practice: String
    let isNeutral: Bool
    let mayRing: Bool
    let when: String

    var subject: String { "A word from \(practice)" }

    var words: String {
        isNeutral
            ? "Hello \(name). \(linkWorker) from \(practice) will be in touch \(when). Nothing is wrong."
            : """
            Hello \(name). \(linkWorker), a link worker at \(practice), will \(mayRing ? "ring you" : "be in touch") \
            \(when). It is fine to say no: the link we sent you before still works.
            """
    }
}

extension Reaching {
    /// Whether words to them may speak of ringing: a call is safe, and they can hear it.
    func allowsRinging(_ needs: [AccessNeed]) -> Bool {
        channels.contains(.call) && !needs.contains { [.signLanguage, .hearing].contains($0.kind) }
    }
}

extension Reader {
    /// Who suggested it, at their own place: *Walter Green at St Mark's Lunch Club*.
    func suggester(of referral: Referral.ID) throws -> String? {
        try rows(
            """
            SELECT member.name, organisation.name AS place
            FROM referral
            JOIN member ON member.id = referral.referrer
            JOIN organisation ON organisation.id = COALESCE(referral.referring, referral.practice)
            WHERE referral.id = \(referral)
            """
        ).first.map { row in
            let (name, place): (String, String) = try (row("name"), row("place"))
            return "\(name) at \(place)"
        }
    }

    /// The next day the link worker is in, or else five working days.
    func promise(of linkWorker: Member.ID?, at practice: Organisation.ID, _ now: Date) throws -> String {
        let week =
            try linkWorker.flatMap { id in
                try neighbours(of: [practice], at: now).first { $0.id == id }?.presence
            } ?? []
        let days = (1...7).map { Day(now).advanced(by: $0) }
        let next = days.first { day in week.contains { $0.weekday == day.weekday } }
        return next.map { "on \($0.spoken) or soon after" } ?? "within five working days"
    }
}
