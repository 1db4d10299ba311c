import Foundation
import Kernel
import Store

/// What asking and referring say: C04.m2, C05.m1, C06.m1, C06.o1, C07.c1, C08.c1, C09.o1, C15.c1.
extension Sounding {
    static let referring: [Sounding] = [
        talkedOverFirst, toldBefore, withoutGP, staffWhoTurnToThem, staffWhoAreAnswered, whoBegins,
        referredAgain,
    ]

    /// C06.o1: there was a question to the link worker, on screen, that became the referral.
    private static let talkedOverFirst = share("C06.o1") { span in
        """
        SELECT scoped.id AS placement, CASE WHEN referral.question IS NULL THEN 0 ELSE 1 END AS got
        \(theirReferrals(span)) AND referral.route <> 'self'
        """
    }

    /// C07.c1: whoever referred said that they talked about the role and about who will be in touch.
    private static let toldBefore = share("C07.c1") { span in
        """
        SELECT scoped.id AS placement,
            CASE WHEN referral.told_role AND referral.told_contact THEN 1 ELSE 0 END AS got
        \(theirReferrals(span)) AND referral.route <> 'self'
        """
    }

    /// C08.c1: by themselves, through a group, or sent by somebody at the practice who is no clinician there.
    private static let withoutGP = share("C08.c1") { span in
        """
        SELECT scoped.id AS placement,
            CASE WHEN referral.route <> 'practice' OR NOT EXISTS (
                SELECT 1 FROM membership
                WHERE membership.member = referral.referrer AND membership.organisation = referral.practice
                    AND membership.role = 'clinician' AND membership.began_at <= \(span.at))
            THEN 1 ELSE 0 END AS got
        \(theirReferrals(span)) AND acceptance.referral IS NOT NULL
        """
    }

    /// C04.m2: of those who see patients, whoever asked this link worker or referred somebody to them.
    private static let staffWhoTurnToThem = share("C04.m2") { span in
        """
        SELECT staff.placement,
            CASE WHEN EXISTS (
                SELECT 1 FROM question
                WHERE question.asked_by = staff.member AND question.asked_of = staff.link_worker
                    AND question.practice = staff.practice
                    AND question.asked_at > \(span.from) AND question.asked_at <= \(span.at))
            OR EXISTS (
                SELECT 1 FROM referral
                LEFT JOIN acceptance ON acceptance.referral = referral.id AND acceptance.accepted_at <= \(span.at)
                WHERE referral.referrer = staff.member AND referral.practice = staff.practice
                    AND referral.made_at > \(span.from) AND referral.made_at <= \(span.at)
                    AND COALESCE(acceptance.link_worker, referral.asked_for) = staff.link_worker)
            THEN 1 ELSE 0 END AS got
        FROM (\(staff([.clinician, .receptionist], span))) AS staff
        """
    }

    /// C06.m1: a question and its answer, words of both on a referral, or news with a reply.
    private static let staffWhoAreAnswered = share("C06.m1") { span in
        """
        SELECT staff.placement,
            CASE WHEN EXISTS (
                SELECT 1 FROM question
                JOIN remark ON remark.question = question.id AND remark.said_by = staff.link_worker
                    AND remark.said_at <= \(span.at)
                WHERE question.asked_by = staff.member AND question.asked_of = staff.link_worker
                    AND question.practice = staff.practice
                    AND question.asked_at > \(span.from) AND question.asked_at <= \(span.at))
            OR EXISTS (
                SELECT 1 FROM referral
                JOIN remark AS theirs ON theirs.referral = referral.id AND theirs.said_by = staff.member
                    AND theirs.said_at > \(span.from) AND theirs.said_at <= \(span.at)
                JOIN remark AS back ON back.referral = referral.id AND back.said_by = staff.link_worker
                    AND back.said_at > \(span.from) AND back.said_at <= \(span.at)
                WHERE referral.practice = staff.practice)
            OR EXISTS (
                SELECT 1 FROM news_reply
                JOIN news ON news.id = news_reply.news AND news.sent_by = staff.link_worker
                JOIN "case" ON "case".id = news."case" AND "case".practice = staff.practice
                WHERE news_reply.said_by = staff.member AND news_reply.words IS NOT NULL
                    AND news_reply.said_at > \(span.from) AND news_reply.said_at <= \(span.at))
            THEN 1 ELSE 0 END AS got
        FROM (\(staff([.clinician, .receptionist, .practiceManager], span))) AS staff
        """
    }

    /// C15.c1: a question to the link worker began with the practice; a talk on a referral with whoever spoke first;
    /// news that was answered in words with the link worker.
    private static let whoBegins = share("C15.c1") { span in
        """
        SELECT scoped.id AS placement, 1 AS got
        FROM scoped
        JOIN question ON question.practice = scoped.practice AND question.asked_of = scoped.link_worker
            AND question.asked_at > \(span.from) AND question.asked_at <= \(span.at)
        UNION ALL
        SELECT scoped.id, CASE WHEN remark.said_by = scoped.link_worker THEN 0 ELSE 1 END
        FROM scoped
        JOIN referral ON referral.practice = scoped.practice
        JOIN remark ON remark.referral = referral.id
            AND remark.said_at > \(span.from) AND remark.said_at <= \(span.at)
        LEFT JOIN acceptance ON acceptance.referral = referral.id AND acceptance.accepted_at <= \(span.at)
        WHERE COALESCE(acceptance.link_worker, referral.asked_for) = scoped.link_worker
            AND NOT EXISTS (
                SELECT 1 FROM remark AS before
                WHERE before.referral = remark.referral
                    AND (before.said_at < remark.said_at
                        OR (before.said_at = remark.said_at AND before.id < remark.id)))
        UNION ALL
        SELECT scoped.id, 0
        FROM scoped
        JOIN "case" ON "case".practice = scoped.practice
        JOIN news ON news."case" = "case".id AND news.sent_by = scoped.link_worker
        WHERE EXISTS (
            SELECT 1 FROM news_reply
            WHERE news_reply.news = news.id AND news_reply.words IS NOT NULL
                AND news_reply.said_at > \(span.from) AND news_reply.said_at <= \(span.at))
        """
    }

    /// C09.o1: within 180 days of the first end they could hear of. Who still may is not counted yet.
    private static let referredAgain = judged("C09.o1") { span in
        """
        SELECT placement, closed_at, (
            SELECT MIN(again.made_at) FROM referral AS again
            WHERE again.referrer = ended.referrer AND again.practice = ended.practice
                AND again.made_at > ended.closed_at AND again.made_at <= \(span.at)) AS again_at
        FROM (
            SELECT scoped.id AS placement, scoped.practice, referral.referrer, MIN(closing.closed_at) AS closed_at
            FROM scoped
            JOIN "case" ON "case".practice = scoped.practice
            JOIN referral ON referral.id = "case".referral AND referral.referrer IS NOT NULL
            JOIN closing ON closing."case" = "case".id AND closing.closed_by = scoped.link_worker
                AND closing.closed_at > \(span.from) AND closing.closed_at <= \(span.at)
            GROUP BY scoped.id, scoped.practice, referral.referrer) AS ended
        """
    } _: { row, span in
        try span.inTime(180, after: row("closed_at"), row("again_at"))
    }
}
