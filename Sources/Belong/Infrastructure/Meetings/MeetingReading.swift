import Foundation
import Kernel
import Store

extension Reader {
    /// Those of a practice as they stand in one placement, the next first of what is to
    /// come and the latest of what was.
    func meetings(of placement: Placement.ID, at practice: Organisation.ID, since: Date) throws -> [Meeting] {
        let items: [(Meeting.ID, Meeting.Item)] = try rows(
            """
            SELECT meeting, kind, words, member.name
            FROM meeting_item
            JOIN member ON member.id = said_by
            WHERE placement = \(placement)
            ORDER BY said_at, meeting_item.id
            """
        ).map { row in
            let kind: String = try row("kind")
            return try (
                row("meeting"),
                Meeting.Item(isQuestion: kind == "question", words: row("words"), by: row("name"))
            )
        }
        return try rows(
            """
            SELECT team_meeting.id, name, begins_at, ends_at, place, answer
            FROM team_meeting
            LEFT JOIN meeting_answer ON meeting_answer.meeting = team_meeting.id
                AND meeting_answer.placement = \(placement)
            WHERE practice = \(practice) AND begins_at >= \(since) AND NOT EXISTS (
                SELECT 1 FROM team_meeting_end WHERE team_meeting_end.meeting = team_meeting.id)
            ORDER BY begins_at, team_meeting.id
            """
        ).map { row in
            let id: Meeting.ID = try row("id")
            return try Meeting(
                id: id,
                name: row("name"),
                beginsAt: row("begins_at"),
                endsAt: row("ends_at"),
                place: row("place"),
                items: items.filter { $0.0 == id }.map(\.1),
                answer: row("answer")
            )
        }
    }

    func invitation(to placement: Placement.ID) throws -> Meeting.Invitation {
        try rows(
            """
            SELECT is_given, words FROM meeting_invitation WHERE placement = \(placement) AND replaced_by IS NULL
            """
        ).first.map { try Meeting.Invitation(isGiven: $0("is_given"), words: $0("words")) } ?? .standing
    }
}

extension Owing.Part {
    static let meetings = Owing.Part(
        heading: "Meetings",
        path: { "/placements/\($0.id)/meetings" },
        lines: { view, placed, now in
            let since = max(now - 90 * 86_400, London.instant(placed.beganOn, hour: 0))
            let all = try view.meetings(of: placed.id, at: placed.practice, since: since)
            let invitation = try view.invitation(to: placed.id)
            let standing = Owing.Line(
                what: "Invited to the team meeting",
                whose: "the practice manager",
                due: "always",
                state: invitation.isGiven ? "yes, a standing invitation" : "no: \(invitation.words)",
                isDone: invitation.isGiven
            )
            let missed = Owing.Line(
                what: "Two meetings in a row without the link worker",
                whose: "the practice manager",
                due: "worth a quiet word",
                state: "could it be at another time, or joined from elsewhere?"
            )
            let been = all.filter { $0.beginsAt <= now }
            let near = Array(all.filter { $0.beginsAt > now }.prefix(1)) + Array(been.suffix(3).reversed())
            let lines = near.map { meeting in
                Owing.Line(
                    what: meeting.name,
                    whose: placed.practiceName,
                    due: Supervision.spoken(meeting.beginsAt),
                    state: meeting.state(at: now),
                    isDone: meeting.answer?.wasThere ?? false
                )
            }
            return [standing] + (Meeting.missedTwice(been) ? [missed] : []) + lines
        }
    )
}
