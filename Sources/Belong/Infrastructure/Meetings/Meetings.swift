import Foundation
import Kernel
import Store
import Web

/// The meetings of one placement's practice. The practice plans and invites; everybody
/// it concerns may put something on the agenda; how it went is the link worker's to say.
struct Meetings: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    struct Look: Sendable {
        let placed: Owing.Placed
        let meetings: [Meeting]
        let invitation: Meeting.Invitation

        var isLinkWorker: Bool { placed.side == .linkWorker }
        var mayPlan: Bool { placed.side == .manager || placed.side == .linkWorker }
        var mayInvite: Bool { placed.side == .manager }
    }

    struct Asked: Sendable {
        let name: String
        let place: String
        let beginsAt: Date
        let endsAt: Date
        /// How often, a week apart.
        let times: Int
    }

    func look(at id: Placement.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { try $0.meetingLook(id, member, at: now) }
    }

    /// Plans it, and tells the link workers who are invited.
    func plan(_ asked: Asked, in id: Placement.ID, at now: Date = .now) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            let look = try work.meetingLook(id, member, at: now)
            guard look.mayPlan else { throw Missing() }
            for week in 0..<asked.times {
                let (begins, ends) = (asked.beginsAt.weeksOn(week), asked.endsAt.weeksOn(week))
                try work.run(
                    """
                    INSERT INTO team_meeting (id, practice, name, begins_at, ends_at, place, made_at, made_by)
                    VALUES (\(Meeting.ID(at: now)), \(look.placed.practice), \(asked.name), \(begins), \(ends),
                        \(asked.place), \(now), \(member.id))
                    """
                )
            }
            let invited = try work.invited(to: look.placed.practice, on: Day(now)).filter { $0 != member.id }
            try work.tell(
                invited,
                "\(asked.name): \(Supervision.spoken(asked.beginsAt))",
                "You are expected, and there is a place for an item of yours: \(site)/placements",
                at: now
            )
            try work.log(.changed, id, by: member.id, at: now)
        }
    }

    /// A meeting is off.
    func end(_ meeting: Meeting.ID, in id: Placement.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let look = try work.meetingLook(id, member, at: now)
            guard look.mayPlan, let found = look.meetings.first(where: { $0.id == meeting }) else {
                throw Missing()
            }
            guard found.beginsAt > now else { throw Meeting.Refused.over }
            try work.run(
                """
                INSERT INTO team_meeting_end (meeting, ended_at, ended_by) VALUES (\(meeting), \(now), \(member.id))
                ON CONFLICT (meeting) DO NOTHING
                """
            )
            try work.log(.changed, meeting, by: member.id, at: now)
        }
    }

    /// Gives the standing invitation back, or says why there is none.
    func invite(_ isGiven: Bool, _ words: String, in id: Placement.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let look = try work.meetingLook(id, member, at: now)
            guard look.mayInvite else { throw Missing() }
            let made = Key<Meeting.Invitation>(at: now)
            try work.run(
                "UPDATE meeting_invitation SET replaced_by = \(made) WHERE placement = \(id) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO meeting_invitation (id, placement, is_given, words, said_at, said_by)
                VALUES (\(made), \(id), \(isGiven), \(words), \(now), \(member.id))
                """
            )
            try work.log(.changed, made, by: member.id, at: now)
        }
    }

    /// Puts something on the agenda: the link worker an item, anybody else a question to them.
    func add(_ words: String, to meeting: Meeting.ID, in id: Placement.ID, at now: Date = .now) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            let look = try work.meetingLook(id, member, at: now)
            guard let found = look.meetings.first(where: { $0.id == meeting }) else { throw Missing() }
            guard found.beginsAt > now else { throw Meeting.Refused.over }
            let kind = look.isLinkWorker ? "item" : "question"
            try work.run(
                """
                INSERT INTO meeting_item (id, meeting, placement, kind, words, said_at, said_by)
                VALUES (\(Key<Meeting.Item>(at: now)), \(meeting), \(id), \(kind), \(words), \(now), \(member.id))
                """
            )
            if !look.isLinkWorker {
                try work.tell(
                    [look.placed.linkWorker.id],
                    "A question to you for \(found.name)",
                    "It stands here: \(site)/placements/\(id)/meetings",
                    at: now
                )
            }
            try work.log(.changed, meeting, by: member.id, at: now)
        }
    }

    /// How it went, in one tap. Said again, the last word stands.
    func answer(
        _ answer: Meeting.Answer,
        to meeting: Meeting.ID,
        in id: Placement.ID,
        at now: Date = .now
    ) async throws {
        let member = member
        try await store.write { work in
            let look = try work.meetingLook(id, member, at: now)
            guard look.isLinkWorker, let found = look.meetings.first(where: { $0.id == meeting }) else {
                throw Missing()
            }
            guard found.beginsAt <= now else { throw Meeting.Refused.notBegun }
            try work.run(
                """
                INSERT INTO meeting_answer (meeting, placement, answer, said_at, said_by)
                VALUES (\(meeting), \(id), \(answer), \(now), \(member.id))
                ON CONFLICT (meeting, placement) DO UPDATE
                    SET answer = excluded.answer, said_at = excluded.said_at, said_by = excluded.said_by
                """
            )
            try work.log(.changed, meeting, by: member.id, at: now)
        }
    }
}

extension Date {
    /// The same time by the clock, so many weeks later.
    fileprivate func weeksOn(_ weeks: Int) -> Date {
        DiaryHours.instant(Day(self).advanced(by: 7 * weeks), TimeOfDay.minute(London.time(self)) ?? 0)
    }
}

extension Reader {
    fileprivate func meetingLook(_ id: Placement.ID, _ member: Member, at now: Date) throws -> Meetings.Look {
        let placed = try placed(id, for: member, at: now)
        let since = max(now - 90 * 86_400, London.instant(placed.beganOn, hour: 0))
        return try Meetings.Look(
            placed: placed,
            meetings: meetings(of: id, at: placed.practice, since: since),
            invitation: invitation(to: id)
        )
    }

    fileprivate func invited(to practice: Organisation.ID, on day: Day) throws -> [Member.ID] {
        try values(
            """
            SELECT DISTINCT link_worker FROM placement
            WHERE practice = \(practice) AND \(Placement.current(on: day)) AND NOT EXISTS (
                SELECT 1 FROM meeting_invitation
                WHERE meeting_invitation.placement = placement.id AND NOT is_given AND replaced_by IS NULL)
            """
        )
    }
}
