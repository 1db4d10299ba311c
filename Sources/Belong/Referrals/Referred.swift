import Foundation
import Kernel
import Store

/// Somebody this member referred, as it stands: whoever refers should not have to
/// ask what became of it.
struct Referred: Sendable {
    let referral: Referral
    let name: String
    let linkWorker: String?
    /// When it came to an end, if nobody has come back since.
    var endedAt: Date?
    let saidNo: Bool
    /// Who wrote last and has no answer yet.
    let askedBy: String?
    /// Something happened since they last opened it.
    let isNew: Bool
    /// Whether what the person wishes is for them: it is not for the front desk and
    /// the manager, who hear how it stands (governance, section 4.2).
    let hears: Bool
}

extension Referrals {
    /// Those this member sent from where they still work: what is new first, however
    /// old, then the newest.
    func referred(at now: Date = .now) async throws -> [Referred] {
        let (theirs, hears) = (isSentByMe, hearsWishes)
        let unheard: SQL = "SELECT unheard.id FROM (\(Referred.unheard(by: member.id))) AS unheard"
        let lately = now.addingTimeInterval(-Double(Referred.listed) * 86_400)
        return try await store.read { view in
            try view.all(
                """
                SELECT \(Referral.columns), given_name, family_name, taker.name AS taker_name, wish.answer,
                    (SELECT closed_at FROM closing WHERE closing."case" = "case".id AND \(Closing.stands)) AS ended_at,
                    (SELECT member.name
                        FROM remark
                        JOIN member ON member.id = remark.said_by
                        WHERE remark.referral = referral.id AND remark.said_by <> referral.referrer
                            AND NOT EXISTS (
                                SELECT 1 FROM remark AS answer
                                WHERE answer.referral = referral.id AND answer.said_by = referral.referrer
                                    AND answer.said_at >= remark.said_at)
                        ORDER BY remark.said_at DESC LIMIT 1) AS asked_by,
                    CASE WHEN referral.id IN (\(unheard)) THEN 1 ELSE 0 END AS is_new,
                    CASE WHEN \(hears) THEN 1 ELSE 0 END AS hears
                FROM \(Referral.tables)
                JOIN particulars ON particulars.person = referral.person AND particulars.replaced_by IS NULL
                LEFT JOIN "case" ON "case".referral = referral.id
                LEFT JOIN member AS taker ON taker.id = \(Case.holder)
                LEFT JOIN wish ON wish.referral = referral.id AND wish.replaced_by IS NULL
                WHERE \(theirs) AND (referral.made_at > \(lately) OR referral.id IN (\(unheard)))
                ORDER BY is_new DESC, referral.made_at DESC, referral.id DESC
                LIMIT 30
                """
            )
        }
    }

    /// Sent by this member, who still works where they sent it from.
    var isSentByMe: SQL {
        """
        referral.referrer = \(member.id)
            AND COALESCE(referral.referring, referral.practice) IN (\(each: Set(member.memberships.map(\.organisation.id))))
        """
    }

    /// Sent from where they are of those who hear what the person wishes.
    var hearsWishes: SQL {
        let places = member.memberships.filter { Listener.roles.contains($0.role) }.map(\.organisation.id)
        return "COALESCE(referral.referring, referral.practice) IN (\(each: Set(places)))"
    }
}

extension Referred {
    /// One stays on the desk for so many days; what was not opened stays until it is.
    static let listed = 180

    /// What happened to a referral since whoever sent it last opened it: it was declined,
    /// somebody wrote to them, the person said no or took that back. Only where they still work there.
    static func unheard(by member: Member.ID? = nil) -> SQL {
        let theirs: SQL = member.map { "referral.referrer = \($0) AND \(isStillThere)" } ?? isStillThere
        return """
            SELECT heard.id, heard.referrer, heard.person, heard.happened_at
            FROM (
                SELECT referral.id, referral.referrer, referral.person, decline.declined_at AS happened_at
                FROM referral
                JOIN decline ON decline.referral = referral.id
                WHERE \(theirs)
                UNION ALL
                SELECT referral.id, referral.referrer, referral.person, withdrawal.withdrawn_at
                FROM referral
                JOIN withdrawal ON withdrawal.referral = referral.id AND withdrawal.taken_back IS NULL
                WHERE \(theirs)
                UNION ALL
                SELECT referral.id, referral.referrer, referral.person, second_thought.said_at
                FROM referral
                JOIN second_thought ON second_thought.referral = referral.id
                WHERE \(theirs)
                UNION ALL
                SELECT referral.id, referral.referrer, referral.person, wish.said_at
                FROM referral
                JOIN wish ON wish.referral = referral.id AND wish.answer = 'no' AND wish.replaced_by IS NULL
                WHERE \(theirs) AND \(Listener.isStillThere)
                UNION ALL
                SELECT referral.id, referral.referrer, referral.person, remark.said_at
                FROM referral
                JOIN remark ON remark.referral = referral.id AND remark.said_by <> referral.referrer
                WHERE \(theirs)
            ) AS heard
            WHERE NOT EXISTS (
                SELECT 1 FROM referral_reading
                WHERE referral_reading.referral = heard.id AND referral_reading.read_by = heard.referrer
                    AND referral_reading.read_at >= heard.happened_at)
            """
    }

    /// Whether the referrer works where they referred from, in whatever role.
    /// `referral` must be in the query.
    static let isStillThere: SQL = """
        EXISTS (
            SELECT 1 FROM membership
            WHERE membership.member = referral.referrer
                AND membership.organisation = COALESCE(referral.referring, referral.practice)
                AND \(Member.Membership.current))
        """
}

extension Referred: Stored {
    init(_ row: Row) throws {
        let answer: Wish.Answer? = try row("answer")
        let (isNew, hears): (Int, Int) = try (row("is_new"), row("hears"))
        try self.init(
            referral: Referral(row),
            name: Particulars(naming: row).listed,
            linkWorker: row("taker_name"),
            endedAt: row("ended_at"),
            saidNo: answer == .no,
            askedBy: row("asked_by"),
            isNew: isNew == 1,
            hears: hears == 1
        )
    }
}

extension Writer {
    /// Opening it is reading it.
    func noteReading(of referral: Referral, by member: Member.ID, at now: Date) throws {
        guard referral.referrer == member else { return }
        try run(
            """
            INSERT INTO referral_reading (referral, read_by, read_at)
            VALUES (\(referral.id), \(member), \(now))
            ON CONFLICT (referral, read_by, read_at) DO NOTHING
            """
        )
    }
}
