import Foundation
import Kernel
import Store

/// A link worker's own check-ins: what they are asked, what they said, and who may see it.
struct CheckIns: Sendable {
    let store: any Store
    let member: Member

    struct Place: Sendable, Equatable {
        let placement: Placement.ID
        let practice: String
        let isDue: Bool
    }

    /// What a sitting keeps: answers, and with whom each of its questions is shared from now on.
    struct Said: Sendable {
        let answers: [CheckInItem.ID: CheckInAnswer]
        let shared: [CheckInItem.ID: Set<Confidant>]
        let seconds: Int
    }

    /// One's own placements of today, those that are due first.
    func places(at now: Date = .now) async throws -> [Place] {
        let me = member.id
        return try await store.read { view in
            try view.rows(
                """
                SELECT placement.id, organisation.name
                FROM placement
                JOIN organisation ON organisation.id = placement.practice
                WHERE placement.link_worker = \(me) AND \(Placement.current(on: Day(now)))
                ORDER BY organisation.name, placement.id
                """
            ).map { row in
                let id: Placement.ID = try row("id")
                return try Place(
                    placement: id,
                    practice: row("name"),
                    isDue: view.rhythm(of: id, at: now).isDue
                )
            }
        }
    }

    /// The questions of this time, or all there are, beside what was said before.
    func page(_ placement: Placement.ID, all: Bool, at now: Date = .now) async throws -> CheckInPage {
        guard let place = try await places(at: now).first(where: { $0.placement == placement }) else {
            throw Missing()
        }
        return try await store.read { view in
            let catalogue = try view.catalogue(at: now)
            let rhythm = try view.rhythm(of: placement, at: now)
            let deck = CheckInDeck(catalogue: catalogue, placement: placement)
            let bank = catalogue.items.filter { $0.respondent == .linkWorker }
            return try CheckInPage(
                practice: place,
                occasion: rhythm.isDue && !all ? .rhythm : .own,
                items: all ? bank : rhythm.isDue ? deck.items(sitting: rhythm.sittings) : [],
                bank: bank,
                answers: view.ownAnswers(of: placement, until: now),
                shared: view.sharings(of: placement, at: now),
                burden: view.burden(of: placement, at: now),
                began: now
            )
        }
    }

    /// Keeps what they answered, and lets see it whom they chose.
    func answer(
        _ placement: Placement.ID,
        _ said: Said,
        on occasion: CheckIn.Occasion,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            guard try work.isOwn(placement, of: me, on: Day(now)) else { throw Missing() }
            let id = CheckIn.ID(at: now)
            let seconds = min(max(said.seconds, 0), CheckIn.longest)
            try work.run(
                """
                INSERT INTO check_in (id, placement, respondent, member, occasion, seconds, sat_at)
                VALUES (\(id), \(placement), 'link_worker', \(me), \(occasion), \(seconds), \(now))
                """
            )
            for (item, answer) in said.answers.sorted(by: { $0.key < $1.key }) {
                try work.run(
                    """
                    INSERT INTO check_in_answer (check_in, item, placement, respondent, member, answer, answered_at)
                    VALUES (\(id), \(item), \(placement), 'link_worker', \(me), \(answer), \(now))
                    """
                )
            }
            for (item, audiences) in said.shared {
                try work.share(item, of: placement, with: audiences, at: now)
            }
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// From now on each of these questions is seen by those, and by nobody else. A placement that is over is still
    /// theirs to close.
    func share(
        _ placement: Placement.ID,
        _ shared: [CheckInItem.ID: Set<Confidant>],
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            guard try work.isOwn(placement, of: me) else { throw Missing() }
            for (item, audiences) in shared {
                try work.share(item, of: placement, with: audiences, at: now)
            }
            try work.log(.changed, placement, by: me, at: now)
        }
    }
}

extension Reader {
    /// How far the asking has come, and whether it is time.
    func rhythm(of placement: Placement.ID, at now: Date) throws -> (sittings: Int, isDue: Bool) {
        let since = now.addingTimeInterval(-Double(CheckIn.every) * 86_400)
        let row = try rows(
            """
            SELECT COALESCE(SUM(CASE WHEN occasion = 'rhythm' THEN 1 ELSE 0 END), 0) AS sittings,
                MAX(CASE WHEN occasion = 'rhythm' THEN sat_at END) AS asked,
                COALESCE(SUM(CASE WHEN sat_at > \(since) THEN seconds ELSE 0 END), 0) AS spent
            FROM check_in
            WHERE placement = \(placement) AND respondent = 'link_worker' AND sat_at <= \(now)
            """
        ).first
        guard let row else { return (0, true) }
        let due = try CheckIn.isDue(asked: row("asked"), secondsSpent: row("spent"), at: now)
        return try (row("sittings"), due)
    }

    /// Whether this placement is a link worker's own, on a day or ever.
    fileprivate func isOwn(_ placement: Placement.ID, of member: Member.ID, on day: Day? = nil) throws -> Bool
    {
        let current: SQL = day.map { "AND \(Placement.current(on: $0))" } ?? ""
        return try has(
            "SELECT id FROM placement WHERE placement.id = \(placement) AND link_worker = \(member) \(current)"
        )
    }
}
