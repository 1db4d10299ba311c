import Foundation
import Kernel
import Store

/// Who was asked how it should run, and who saw what came of it: C13.c2, C09.c1.
extension Sounding {
    static let heard: [Sounding] = [kindsAsked, sawStories]

    /// C13.c2: of six kinds of people (link worker, reception, clinicians, manager, groups, people), those of whom
    /// somebody was heard: in a check-in, in a light question, or on a change before it began.
    private static let kindsAsked = read("C13.c2") { span in
        """
        SELECT DISTINCT scoped.id AS placement, COALESCE(membership.role, check_in.respondent) AS kind
        FROM scoped
        JOIN check_in ON check_in.placement = scoped.id
            AND check_in.sat_at > \(span.from) AND check_in.sat_at <= \(span.at)
        LEFT JOIN membership ON check_in.respondent = 'staff' AND membership.member = check_in.member
            AND membership.organisation = scoped.practice AND membership.began_at <= \(span.at)
        UNION
        SELECT scoped.id, change_voice.kind
        FROM scoped
        JOIN organisation ON organisation.id = scoped.practice
        JOIN change_notice ON change_notice.network = organisation.network
            AND (change_notice.practice IS NULL OR change_notice.practice = scoped.practice)
        JOIN change_voice ON change_voice.notice = change_notice.id
            AND change_voice.said_at > \(span.from) AND change_voice.said_at <= \(span.at)
        """
    } _: { rows, _ in
        let kinds = Set(try rows.compactMap { row in Self.kinds[try row("kind") as String] })
        return kinds.isEmpty ? .unknown(.nothing) : .share(Proportion(Double(kinds.count), of: 6))
    }

    /// As each of them is called where they are heard, and the kind they are.
    private static let kinds = [
        "link_worker": "link worker", "receptionist": "reception", "clinician": "clinician",
        "practice_manager": "manager", "vcse": "group", "person": "person", "patient": "person",
    ]

    /// C09.c1: of the clinicians of the practice, those who looked at its stories and the numbers beside them.
    private static let sawStories = share("C09.c1") { span in
        """
        SELECT staff.placement, CASE WHEN EXISTS (
            SELECT 1 FROM stories_look
            WHERE stories_look.practice = staff.practice AND stories_look.member = staff.member
                AND stories_look.looked_at > \(span.from) AND stories_look.looked_at <= \(span.at))
        THEN 1 ELSE 0 END AS got
        FROM (\(staff([.clinician], span))) AS staff
        """
    }
}
