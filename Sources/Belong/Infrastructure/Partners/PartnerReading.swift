import Foundation
import Kernel
import Store

extension Reader {
    /// Those of half a year that were not taken back, the latest first.
    func planningMeetings(_ reach: Reach, on today: Day) throws -> [PlanningMeeting] {
        try rows(
            """
            SELECT planning_meeting.id, place.name AS place_name, held_on, words, voice, noted_by, member.name
            FROM planning_meeting
            JOIN organisation AS place ON place.id = COALESCE(practice, planning_meeting.network)
            JOIN member ON member.id = noted_by
            WHERE planning_meeting.network = \(reach.id) AND held_on > \(today.advanced(by: -Partner.halfYear))
                AND (practice IS NULL OR practice IN (\(each: reach.practices.map(\.id))))
                AND NOT EXISTS (
                    SELECT 1 FROM planning_meeting_end
                    WHERE planning_meeting_end.meeting = planning_meeting.id)
            ORDER BY held_on DESC, planning_meeting.id
            """
        ).map { row in
            try PlanningMeeting(
                id: row("id"),
                placeName: row("place_name"),
                heldOn: row("held_on"),
                words: row("words"),
                voice: row("voice"),
                notedBy: .init(id: row("noted_by"), name: row("name"))
            )
        }
    }

    /// What flowed, the latest first, with what was not taken back.
    func resourceFlows(_ which: SQL) throws -> [(provider: Key<Provider>, flow: ResourceFlow)] {
        try rows(
            """
            SELECT resource_flow.id, provider, provider.name AS provider_name, kind, pounds, from_day, until_day,
                source, noted_by, member.name,
                CASE WHEN EXISTS (
                    SELECT 1 FROM resource_flow_denial WHERE resource_flow_denial.flow = resource_flow.id)
                THEN 1 ELSE 0 END AS is_denied
            FROM resource_flow
            JOIN provider ON provider.id = resource_flow.provider
            JOIN member ON member.id = noted_by
            WHERE \(which) AND NOT EXISTS (
                SELECT 1 FROM resource_flow_end WHERE resource_flow_end.flow = resource_flow.id)
            ORDER BY from_day DESC, resource_flow.id
            """
        ).map { row in
            let denied: Int = try row("is_denied")
            return try (
                row("provider"),
                ResourceFlow(
                    id: row("id"),
                    to: row("provider_name"),
                    kind: row("kind"),
                    pounds: row("pounds"),
                    from: row("from_day"),
                    until: row("until_day"),
                    source: row("source"),
                    notedBy: .init(id: row("noted_by"), name: row("name")),
                    isDenied: denied == 1
                )
            )
        }
    }

    /// The providers a network's people were introduced to within a year, by name.
    func partners(_ reach: Reach, at now: Date) throws -> [Partner] {
        let (year, half) = (now - Double(Partner.year) * 86_400, now - Double(Partner.halfYear) * 86_400)
        let flows = try Dictionary(
            grouping: resourceFlows(
                "resource_flow.network = \(reach.id) AND until_day > \(Day(now).advanced(by: -Partner.year))"
            ),
            by: \.provider
        )
        return try rows(
            """
            SELECT provider.id, provider.name, COUNT(DISTINCT CASE WHEN introduction.made_at > \(half) AND EXISTS (
                    SELECT 1 FROM introduction_answer
                    WHERE introduction_answer.introduction = introduction.id AND answer IN ('yes', 'yes_from'))
                THEN "case".person END) AS people
            FROM organisation AS place
            JOIN "case" ON "case".practice = place.id
            JOIN introduction ON introduction."case" = "case".id AND introduction.way <> 'signposting'
                AND introduction.made_at > \(year) AND introduction.made_at <= \(now)
            JOIN activity ON activity.id = introduction.activity
            JOIN provider ON provider.id = activity.provider
            WHERE place.network = \(reach.id)
            GROUP BY provider.id, provider.name
            ORDER BY provider.name, provider.id
            """
        ).map { row in
            let (id, people): (Key<Provider>, Int) = try (row("id"), row("people"))
            return try Partner(
                id: id,
                name: row("name"),
                isBusy: people >= Partner.busy,
                flows: flows[id]?.map(\.flow) ?? []
            )
        }
    }

    /// Groups a network's people know that pause or stopped within half a year, the latest first.
    func groupPauses(_ reach: Reach, at now: Date) throws -> [GroupPause] {
        let (year, half) = (now - Double(Partner.year) * 86_400, now - Double(Partner.halfYear) * 86_400)
        return try rows(
            """
            SELECT activity.id, activity.name, pausing.since, pausing.is_over, pause_reason.reason,
                pause_reason.words, member.name AS sayer_name
            FROM (
                SELECT activity, said_at AS since, 0 AS is_over
                FROM capacity
                WHERE state = 'pausing' AND replaced_by IS NULL AND said_at > \(half)
                UNION ALL
                SELECT activity, told_at AS since, 1 AS is_over
                FROM confirmation
                WHERE answer = 'stopped' AND replaced_by IS NULL AND told_at > \(half)) AS pausing
            JOIN activity ON activity.id = pausing.activity
            LEFT JOIN pause_reason ON pause_reason.id = (
                SELECT latest.id FROM pause_reason AS latest
                WHERE latest.activity = activity.id AND latest.said_at >= pausing.since
                ORDER BY latest.said_at DESC, latest.id DESC LIMIT 1)
            LEFT JOIN member ON member.id = pause_reason.said_by
            WHERE EXISTS (
                SELECT 1
                FROM introduction
                JOIN "case" ON "case".id = introduction."case"
                JOIN organisation AS place ON place.id = "case".practice
                WHERE introduction.activity = activity.id AND introduction.way <> 'signposting'
                    AND introduction.made_at > \(year) AND place.network = \(reach.id))
            ORDER BY pausing.since DESC, activity.id
            """
        ).map { row in
            let (over, kind): (Int, PauseReason?) = try (row("is_over"), row("reason"))
            return try GroupPause(
                activity: row("id"),
                name: row("name"),
                isOver: over == 1,
                since: row("since"),
                reason: kind.map { try ($0, row("words"), row("sayer_name")) }
            )
        }
    }
}
