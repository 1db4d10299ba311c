import Foundation
import Kernel
import Store

/// C16.c2: of the check-ins of which the link worker shared anything, those that somebody else read on the placement's
/// page within seven days of the sharing. Whoever may open that page can act.
extension Sounding {
    static let sharing: [Sounding] = [readInTime]

    private static let readInTime = judged("C16.c2") { span in
        """
        SELECT scoped.id AS placement, check_in.id, MIN(shared.at) AS shared_at, (
            SELECT MIN(standing_look.looked_at) FROM standing_look
            WHERE standing_look.placement = scoped.id AND standing_look.member <> scoped.link_worker
                AND standing_look.looked_at >= MIN(shared.at) AND standing_look.looked_at <= \(span.at)) AS looked_at
        FROM scoped
        JOIN check_in ON check_in.placement = scoped.id AND check_in.respondent = 'link_worker'
            AND check_in.sat_at > \(span.from) AND check_in.sat_at <= \(span.at)
        JOIN (
            SELECT check_in_answer.check_in, CASE WHEN check_in_sharing.shared_at > check_in_answer.answered_at
                THEN check_in_sharing.shared_at ELSE check_in_answer.answered_at END AS at
            FROM check_in_answer
            JOIN check_in_sharing ON check_in_sharing.placement = check_in_answer.placement
                AND check_in_sharing.item = check_in_answer.item AND check_in_sharing.shared_at <= \(span.at)
                AND (check_in_sharing.ended_at IS NULL OR check_in_sharing.ended_at > check_in_answer.answered_at)
        ) AS shared ON shared.check_in = check_in.id AND shared.at <= \(span.at)
        GROUP BY scoped.id, scoped.link_worker, check_in.id
        """
    } _: { row, span in
        try span.inTime(7, after: row("shared_at"), row("looked_at"))
    }
}
