import Foundation
import Kernel
import Store

/// How a network treats groups: C03.c1, C03.c2.
extension Sounding {
    static let partnering: [Sounding] = [planned, flowed]

    /// C03.c1: meetings that planned social prescribing for a placement, and somebody of the groups at the table.
    private static let planned = share("C03.c1") { span in
        """
        SELECT scoped.id AS placement, CASE WHEN planning_meeting.voice <> '' THEN 1 ELSE 0 END AS got
        FROM scoped
        JOIN organisation AS place ON place.id = scoped.practice
        JOIN planning_meeting ON planning_meeting.network = place.network
            AND (planning_meeting.practice IS NULL OR planning_meeting.practice = scoped.practice)
            AND held_on > \(Day(span.from)) AND held_on <= \(Day(span.at)) AND noted_at <= \(span.at)
        WHERE NOT EXISTS (
            SELECT 1 FROM planning_meeting_end
            WHERE planning_meeting_end.meeting = planning_meeting.id AND ended_at <= \(span.at))
        """
    }

    /// C03.c2: groups that said yes to five people or more of a placement's network, and to whom anything flowed from
    /// that network in the same time. What was taken back, or did not arrive, did not flow.
    private static let flowed = share("C03.c2") { span in
        """
        SELECT scoped.id AS placement, CASE WHEN EXISTS (
                SELECT 1 FROM resource_flow
                WHERE resource_flow.network = received.network AND resource_flow.provider = received.provider
                    AND from_day <= \(Day(span.at)) AND until_day > \(Day(span.from)) AND noted_at <= \(span.at)
                    AND NOT EXISTS (
                        SELECT 1 FROM resource_flow_end
                        WHERE resource_flow_end.flow = resource_flow.id AND ended_at <= \(span.at))
                    AND NOT EXISTS (
                        SELECT 1 FROM resource_flow_denial
                        WHERE resource_flow_denial.flow = resource_flow.id AND denied_at <= \(span.at)))
            THEN 1 ELSE 0 END AS got
        FROM scoped
        JOIN organisation AS own ON own.id = scoped.practice
        JOIN (\(received(span))) AS received ON received.network = own.network
        """
    }

    private static func received(_ span: Span) -> SQL {
        """
        SELECT place.network, activity.provider
        FROM organisation AS place
        JOIN "case" ON "case".practice = place.id
        JOIN introduction ON introduction."case" = "case".id AND introduction.way <> 'signposting'
            AND introduction.made_at > \(span.from) AND introduction.made_at <= \(span.at)
        JOIN activity ON activity.id = introduction.activity
        WHERE place.network IN (
                SELECT organisation.network FROM scoped
                JOIN organisation ON organisation.id = scoped.practice)
            AND EXISTS (
                SELECT 1 FROM introduction_answer
                WHERE introduction_answer.introduction = introduction.id AND answer IN ('yes', 'yes_from')
                    AND introduction_answer.said_at <= \(span.at))
        GROUP BY place.network, activity.provider
        HAVING COUNT(DISTINCT "case".person) >= \(Partner.busy)
        """
    }
}
