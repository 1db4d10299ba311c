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
    /// Whether they talked with them about it.
    let isTold: Bool
    let linkWorker: String?
    let practice: String
    let phone: String?
    let isNeutral: Bool
    let mayRing: Bool
    /// *Usually within two weeks*: no day is named before somebody has accepted.
    let when: String
    let address: String
    /// Whether a text that comes back is read here.
    var takesTexts = false

    var subject: String {
        isNeutral ? "A word from \(practice)" : "A link worker at \(practice)"
    }

    var words: String {
        isNeutral ? neutral : open
    }

    private var byText: String { takesTexts ? " Or answer YES or NO to this text." : "" }

    private var neutral: String {
        """
        Hello \(name). Someone from \(practice) would like a word, \(when). Nothing is wrong. \
        Say another time, or say no, and that is fine: \(address)\(byText)
        """
    }

    private var open: String {
        let who = linkWorker.map { "\($0), a link worker at \(practice)," } ?? "A link worker at \(practice)"
        let back = mayRing ? phone.map { " Or ring \($0)." } ?? "" : ""
        return """
            Hello \(name). \(Invitation.suggested(by: suggester, isTold: isTold, practice)) \(who) would like to \
            \(mayRing ? "ring you" : "be in touch"), \(when). A link worker is not a doctor and has time to listen\
            \(isTold ? "" : ", and knows what goes on round here: company, money, housing, getting out"). \
            You can say yes, no or another time here: \(address)\(byText)\(back) It is fine to say no.
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

    /// How long people wait here, as the desk shows it: between which days half of them were taken on.
    func expectation(
        of linkWorker: Member.ID?,
        at practice: Organisation.ID,
        _ now: Date
    ) throws -> String {
        let there: [Member.ID] = try values(
            "SELECT link_worker FROM placement WHERE practice = \(practice) AND \(Placement.current(on: Day(now)))"
        )
        let waits = try waits(at: [practice], since: now.addingTimeInterval(-Desk.lately))
            .filter {
                there.contains($0.key.linkWorker) && (linkWorker == nil || $0.key.linkWorker == linkWorker)
            }
            .compactMap { $0.value.sorted().middleHalf }
        guard let shortest = waits.map(\.lowerBound).min(), let longest = waits.map(\.upperBound).max() else {
            return "usually within two weeks"
        }
        let (from, to) = (max(1, shortest), max(1, longest))
        return from == to ? "usually in about \(to.counted("day"))" : "usually in \(from) to \(to) days"
    }

    /// Whether texts that people send back reach Belong: one has.
    func textsComeIn() throws -> Bool {
        try has("SELECT id FROM arrival LIMIT 1")
    }

    /// For whoever has them: the next day the link worker is in, or else five working days.
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
