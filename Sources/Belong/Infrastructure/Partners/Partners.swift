import Foundation
import Kernel
import Store

/// How the networks of one member treat groups: who plans with them, what flows to them,
/// why one pauses. A link worker notes what they know as well; nothing here counts people.
struct Partners: Sendable {
    let store: any Store
    let member: Member

    struct Look: Sendable {
        let reach: Reach
        let meetings: [PlanningMeeting]
        let partners: [Partner]
        let pauses: [GroupPause]
        let me: Member.ID

        var mayNote: Bool { reach.leads || reach.isManager || reach.isLinkWorker }

        /// Whoever noted something, and whoever leads, takes it back.
        func mayTakeBack(_ noted: Worry.Named) -> Bool { reach.leads || noted.id == me }

        func partner(_ flow: ResourceFlow.ID) -> (partner: Partner, flow: ResourceFlow)? {
            for partner in partners {
                if let found = partner.flows.first(where: { $0.id == flow }) { return (partner, found) }
            }
            return nil
        }
    }

    struct Met: Sendable {
        let place: Reach.Place
        let heldOn: Day
        let words: String
        let voice: String
    }

    struct Given: Sendable {
        let provider: Key<Provider>
        let kind: ResourceFlow.Kind
        let pounds: Int?
        let from: Day
        let until: Day
        let source: String
    }

    struct Why: Sendable {
        let activity: Activity.ID
        let reason: PauseReason
        let words: String
    }

    static func isFor(_ member: Member) -> Bool { Owing.isFor(member) }

    func looks(at now: Date = .now) async throws -> [Look] {
        let member = member
        return try await store.read { try $0.partnerLooks(of: member, at: now) }
    }

    @discardableResult
    func note(_ met: Met, at now: Date = .now) async throws -> PlanningMeeting.ID {
        let member = member
        guard met.heldOn <= Day(now) else { throw PlanningMeeting.Refused.notYet }
        return try await store.write { work in
            let looks = try work.partnerLooks(of: member, at: now)
            let look = looks.first { $0.reach.id == met.place.network }
            guard let look, look.mayNote, look.reach.includes(met.place.practice) else { throw Missing() }
            let id = PlanningMeeting.ID(at: now)
            try work.run(
                """
                INSERT INTO planning_meeting (id, network, practice, held_on, words, voice, noted_at, noted_by)
                VALUES (\(id), \(look.reach.id), \(met.place.practice), \(met.heldOn), \(met.words), \(met.voice),
                    \(now), \(member.id))
                """
            )
            try work.log(.changed, id, by: member.id, at: now)
            return id
        }
    }

    /// It was noted wrongly.
    func takeBack(_ meeting: PlanningMeeting.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let looks = try work.partnerLooks(of: member, at: now)
            let found = looks.first { look in
                look.meetings.contains { $0.id == meeting && look.mayTakeBack($0.notedBy) }
            }
            guard found != nil else { throw Missing() }
            try work.run(
                """
                INSERT INTO planning_meeting_end (meeting, ended_at, ended_by)
                VALUES (\(meeting), \(now), \(member.id))
                ON CONFLICT (meeting) DO NOTHING
                """
            )
            try work.log(.changed, meeting, by: member.id, at: now)
        }
    }

    /// Something flowed to a group that the network's people go to.
    @discardableResult
    func note(
        _ given: Given,
        in network: Organisation.ID,
        at now: Date = .now
    ) async throws
        -> ResourceFlow.ID
    {
        let member = member
        return try await store.write { work in
            let look = try work.partnerLooks(of: member, at: now).first { $0.reach.id == network }
            guard let look, look.mayNote, look.partners.contains(where: { $0.id == given.provider }) else {
                throw Missing()
            }
            let id = ResourceFlow.ID(at: now)
            try work.run(
                """
                INSERT INTO resource_flow (id, network, provider, kind, pounds, from_day, until_day, source, noted_at,
                    noted_by)
                VALUES (\(id), \(network), \(given.provider), \(given.kind), \(given.pounds), \(given.from),
                    \(given.until), \(given.source), \(now), \(member.id))
                """
            )
            try work.log(.changed, id, by: member.id, at: now)
            return id
        }
    }

    func takeBack(_ flow: ResourceFlow.ID, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let looks = try work.partnerLooks(of: member, at: now)
            let found = looks.first { look in
                look.partner(flow).map { look.mayTakeBack($0.flow.notedBy) } ?? false
            }
            guard found != nil else { throw Missing() }
            try work.run(
                """
                INSERT INTO resource_flow_end (flow, ended_at, ended_by) VALUES (\(flow), \(now), \(member.id))
                ON CONFLICT (flow) DO NOTHING
                """
            )
            try work.log(.changed, flow, by: member.id, at: now)
        }
    }

    /// Why a group pauses, as it says. The last word stands.
    func say(_ why: Why, at now: Date = .now) async throws {
        let member = member
        try await store.write { work in
            let looks = try work.partnerLooks(of: member, at: now)
            let found = looks.first { look in
                look.mayNote && look.pauses.contains { $0.activity == why.activity }
            }
            guard found != nil else { throw Missing() }
            let id = Key<PauseReason>(at: now)
            try work.run(
                """
                INSERT INTO pause_reason (id, activity, reason, words, said_at, said_by)
                VALUES (\(id), \(why.activity), \(why.reason), \(why.words), \(now), \(member.id))
                """
            )
            try work.log(.changed, id, by: member.id, at: now)
        }
    }
}

extension Reader {
    fileprivate func partnerLooks(of member: Member, at now: Date) throws -> [Partners.Look] {
        try reaches(of: member, at: now).map { reach in
            try Partners.Look(
                reach: reach,
                meetings: planningMeetings(reach, on: Day(now)),
                partners: partners(reach, at: now),
                pauses: groupPauses(reach, at: now),
                me: member.id
            )
        }
    }
}
