import Foundation
import Kernel
import Store

/// A link worker taking no new referrals for five days. No reason is asked. It ends
/// by itself, and earlier if they say so (journeys, 5.4).
struct Pause: Identifiable, Sendable {
    let id: Key<Pause>
    let linkWorker: Member.ID
    let beganAt: Date
    /// The day on which referrals come again.
    let until: Day

    /// So many days, and no more in one go.
    static let days = 5
    /// From the beginning of one to the beginning of the next, at least (days).
    static let apart = 14

    enum Refused: Refusal {
        case already
        case lately

        var sentence: String {
            switch self {
            case .already: "You take no new referrals already. It ends by itself."
            case .lately:
                "You paused in the last fortnight. If that was not enough, agree a smaller number with whoever supervises you: that lasts."
            }
        }
    }

    /// Those that hold on a day. `referral_pause` must be in the query.
    static func current(on day: Day) -> SQL {
        """
        referral_pause.until_on > \(day) AND NOT EXISTS (
            SELECT 1 FROM referral_pause_end WHERE referral_pause_end.pause = referral_pause.id)
        """
    }
}

/// Pausing, for a link worker and for nobody else.
struct Pauses: Sendable {
    let store: any Store
    let member: Member

    func current(in view: any Reader, at now: Date) throws -> Pause? {
        try view.pauses(of: [member.id], on: Day(now))[member.id]
    }

    /// From now on. Whoever manages where they work hears that it is so, and not why.
    @discardableResult
    func begin(at now: Date = .now) async throws -> Pause {
        guard member.isA(.linkWorker) else { throw Missing() }
        let (me, member, until) = (member.id, member, Day(now).advanced(by: Pause.days))
        let pause = Pause(id: Pause.ID(at: now), linkWorker: me, beganAt: now, until: until)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM member WHERE id = \(me) \(work.dialect.forUpdate)")
            guard try current(in: work, at: now) == nil else { throw Pause.Refused.already }
            let since = now.addingTimeInterval(-Double(Pause.apart) * 86_400)
            let isLately = try work.has(
                "SELECT id FROM referral_pause WHERE link_worker = \(me) AND began_at > \(since)"
            )
            guard !isLately else { throw Pause.Refused.lately }
            try work.run(
                """
                INSERT INTO referral_pause (id, link_worker, began_at, until_on)
                VALUES (\(pause.id), \(me), \(now), \(until))
                """
            )
            try work.tellManagers(of: member, pause, at: now)
            try work.log(.changed, pause.id, by: me, at: now)
        }
        return pause
    }

    /// Lifted early.
    func end(at now: Date = .now) async throws {
        guard member.isA(.linkWorker) else { throw Missing() }
        let me = member.id
        try await store.write { work in
            guard let pause = try current(in: work, at: now) else { return }
            try work.run(
                """
                INSERT INTO referral_pause_end (pause, ended_at) VALUES (\(pause.id), \(now))
                ON CONFLICT (pause) DO NOTHING
                """
            )
            try work.log(.changed, pause.id, by: me, at: now)
        }
    }
}

extension Reader {
    /// Who of these takes no new referrals on a day.
    func pauses(of linkWorkers: [Member.ID], on day: Day) throws -> [Member.ID: Pause] {
        guard !linkWorkers.isEmpty else { return [:] }
        let found = try rows(
            """
            SELECT id, link_worker, began_at, until_on
            FROM referral_pause
            WHERE link_worker IN (\(each: linkWorkers)) AND \(Pause.current(on: day))
            """
        ).map { row in
            try Pause(
                id: row("id"),
                linkWorker: row("link_worker"),
                beganAt: row("began_at"),
                until: row("until_on")
            )
        }
        return Dictionary(found.map { ($0.linkWorker, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension Reader {
    /// That somebody takes no new people just now, where a colleague does. Alone at a practice they
    /// may be asked for: the person waits for them.
    func pause(of linkWorker: Member.ID?, at practice: Organisation.ID, _ now: Date) throws -> String? {
        guard let linkWorker else { return nil }
        let there = try neighbours(of: [practice], at: now)
        let paused = there.first { $0.id == linkWorker && $0.pausedUntil != nil && !$0.instead.isEmpty }
        return paused.map { "\($0.pauseWords) Choose one of them, or whoever has room" }
    }
}

extension Writer {
    fileprivate func tellManagers(of linkWorker: Member, _ pause: Pause, at now: Date) throws {
        let managers: [String] = try values(
            """
            SELECT DISTINCT member.email
            FROM membership
            JOIN member ON member.id = membership.member
            WHERE membership.role = 'practice_manager' AND \(Member.Membership.current)
                AND membership.organisation IN (\(each: placements(of: linkWorker.id, on: Day(now))))
            """
        )
        for email in managers {
            let message = Message(
                id: Message.ID(at: now),
                channel: .email,
                recipient: email,
                subject: "\(linkWorker.name) takes no new referrals until \(pause.until.spoken)",
                body:
                    "\(linkWorker.name) has paused new referrals for a few days, until \(pause.until.spoken). "
                    + "No reason is needed. Whoever they look after already is looked after as before. "
                    + "The desk shows who takes new people meanwhile.",
                dueAt: now
            )
            try add(message, about: nil, by: linkWorker.id, at: now)
        }
    }
}
