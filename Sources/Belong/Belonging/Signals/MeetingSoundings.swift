import Foundation
import Kernel
import Store

/// C06.c2: of the practice's team meetings, those the link worker was invited to and could come to.
extension Sounding {
    static let meetings: [Sounding] = [openToThem]

    /// The invitation stands unless somebody said otherwise; one the link worker was not asked to, as they say, is
    /// none. They could come where it was held on a day agreed for them there, or where they came. Whether they came
    /// is not judged: they may rightly be with somebody.
    private static let openToThem = Sounding(signal: "C06.c2") { view, ground, span in
        let agreed = try view.agreedDays(ground, span)
        let meetings = try view.rows(
            """
            WITH \(ground.scoped)
            SELECT scoped.id AS placement, team_meeting.begins_at, (
                SELECT meeting_answer.answer FROM meeting_answer
                WHERE meeting_answer.meeting = team_meeting.id AND meeting_answer.placement = scoped.id
                    AND meeting_answer.said_at <= \(span.at)) AS answer, (
                SELECT is_given FROM meeting_invitation
                WHERE meeting_invitation.placement = scoped.id AND meeting_invitation.said_at <= team_meeting.begins_at
                ORDER BY meeting_invitation.said_at DESC LIMIT 1) AS is_given
            FROM scoped
            JOIN placement ON placement.id = scoped.id
            JOIN team_meeting ON team_meeting.practice = scoped.practice AND team_meeting.made_at <= \(span.at)
                AND team_meeting.begins_at > \(span.from) AND team_meeting.begins_at <= \(span.at)
            LEFT JOIN team_meeting_end ON team_meeting_end.meeting = team_meeting.id
                AND team_meeting_end.ended_at <= team_meeting.begins_at
            WHERE team_meeting_end.meeting IS NULL
            """
        ).map { row -> (Placement.ID, Bool) in
            let placement: Placement.ID = try row("placement")
            let (answer, isGiven): (String?, Bool?) = try (row("answer"), row("is_given"))
            let isTheirDay = try agreed[placement]?.contains(Day(row("begins_at") as Date)) ?? false
            let came = answer == "spoke" || answer == "there"
            return (placement, came || (isGiven ?? true) && answer != "not_asked" && isTheirDay)
        }
        return Dictionary(grouping: meetings, by: \.0).mapValues { all in
            .share(Proportion(Double(all.count { $0.1 }), of: all.count))
        }
    }
}
