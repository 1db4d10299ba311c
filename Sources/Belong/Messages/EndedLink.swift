import Foundation
import Kernel
import Store
import Web

/// A link of ours that leads nowhere any more: it is too old, or what it was for is
/// settled. Whoever holds it reads whom to ring, and nothing of anybody.
struct EndedLink: Page {
    let title = "This link has come to its end"
    let practice: Letterhead
    let isForGroup: Bool
    /// Whether a link worker may be spoken of: not where somebody else may read it (H05).
    let isNeutral: Bool
    /// Who suggested what was declined, at their own place.
    var declined: Declined?
    /// Whom they know, where the practice has no telephone number of its own.
    var linkWorker: Ringing?

    struct Declined: Sendable {
        let suggester: String?
    }

    /// Somebody with a number that may be given out.
    struct Ringing: Sendable {
        let name: String
        let phone: String
    }

    /// Whom to ring: the practice, or else the link worker, unless nobody may read of one.
    private var ringing: Ringing? {
        practice.phone.map { Ringing(name: practice.name, phone: $0) }
            ?? (isNeutral ? nil : linkWorker)
    }

    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        <p class="lead">\(isForGroup ? Self.group : isNeutral ? Self.person : declined.map(told) ?? Self.person)</p>
        <p>\(ringing.map(ring) ?? write)</p>
        \(isForGroup || isNeutral ? nil : Self.again)</div>
        """
    }

    /// Whatever they wrote stands below it, to be copied or said on the telephone.
    struct Over: Refusal {
        let sentence: String
        let isFinal = true
    }

    var sentence: String {
        let who = ringing.map { "ring \($0.name) on \($0.phone)" } ?? "ask at \(practice.name)"
        return "\(title). To talk to someone, \(who)."
    }

    /// What holds now, for somebody whose link worker could not take them on.
    private func told(_ declined: Declined) -> String {
        let next =
            declined.suggester.map { "\($0) knows, and can talk with you about what else there is." }
            ?? "The surgery can tell you who else there is."
        return
            "The link workers at \(practice.name) could not take this on, and that is nothing to do with you. \(next)"
    }

    private static let person = "Nothing more happens because of it, and that is fine."
    private static let group = "What it asked is settled, or too long ago. Thank you for looking."
    private static let again: HTML = """
        <p><a class="btn quiet" href="/ask">Ask for a link worker</a></p>
        """

    private func ring(_ who: Ringing) -> HTML {
        """
        To talk to someone, ring \(who.name) on \
        <a href="tel:\(who.phone.filter { !$0.isWhitespace })">\(who.phone)</a>.
        """
    }

    private var write: HTML {
        "To talk to someone, write to \(practice.lines.joined(separator: ", ")), or ask when you are next there."
    }

    static let sample = EndedLink(
        practice: InvitationPage.sample.invitation.practice,
        isForGroup: false,
        isNeutral: false
    )
}

extension Reader {
    /// Where a token led until it was too old or taken back: a forged one is as good as none.
    func endedLink(_ token: String, at now: Date) throws -> EndedLink? {
        let found = try rows(
            """
            SELECT opens, subject
            FROM link
            WHERE token_hash = \(Sodium.digest(token)) AND (expires_at <= \(now)
                OR EXISTS (SELECT 1 FROM link_withdrawal WHERE link_withdrawal.link = link.token_hash))
            """
        ).first
        guard let found else { return nil }
        let (opens, subject): (Link.Opens, Key<EndedLink>) = try (found("opens"), found("subject"))
        let referral: SQL =
            switch opens {
            case .invitation: "\(subject)"
            case .ownPage: "(SELECT \"case\".referral FROM \"case\" WHERE \"case\".id = \(subject))"
            case .record:
                """
                (SELECT "case".referral FROM record_copy JOIN "case" ON "case".id = record_copy."case"
                WHERE record_copy.id = \(subject))
                """
            case .introduction, .outcome:
                """
                (SELECT "case".referral FROM introduction JOIN "case" ON "case".id = introduction."case"
                WHERE introduction.id = \(subject))
                """
            }
        return try rows(
            """
            SELECT organisation.name, organisation.address, organisation.postcode, organisation.phone,
                (SELECT COUNT(*) FROM invitation WHERE invitation.referral = referral.id AND is_neutral)
                    + (SELECT COUNT(*) FROM reaching WHERE reaching.person = referral.person
                        AND replaced_by IS NULL AND is_neutral) AS neutral,
                holder.name AS holder_name, profile.phone AS holder_phone, referral.id AS referral, declined_at
            FROM referral
            LEFT JOIN decline ON decline.referral = referral.id
            JOIN organisation ON organisation.id = referral.practice
            LEFT JOIN "case" ON "case".referral = referral.id
            LEFT JOIN member AS holder ON holder.id = \(Case.holder)
            LEFT JOIN profile ON profile.member = holder.id AND profile.replaced_by IS NULL
            WHERE referral.id = \(referral)
            """
        ).first.map { row in
            let neutral: Int = try row("neutral")
            let (name, phone): (String?, PhoneNumber?) = try (row("holder_name"), row("holder_phone"))
            let declinedAt: Date? = try row("declined_at")
            return try EndedLink(
                practice: Letterhead(row),
                isForGroup: [.introduction, .outcome].contains(opens),
                isNeutral: neutral > 0,
                declined: declinedAt.map { _ in
                    try EndedLink.Declined(suggester: suggester(of: row("referral")))
                },
                linkWorker: name.flatMap { name in phone.map { EndedLink.Ringing(name: name, phone: "\($0)") }
                }
            )
        }
    }
}
