import Foundation
import Kernel
import Store
import Web

/// For how long posts are paid: read by everybody a placement concerns, the link worker
/// before all; confirmed by whoever leads the network, employs or pays.
struct Fundings: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    struct Look: Sendable {
        let placed: Owing.Placed
        /// The latest first.
        let history: [Funding]
        let mayConfirm: Bool
    }

    /// One post on the page of all.
    struct Line: Sendable {
        let placed: Owing.Placed
        let funding: Funding?
    }

    struct Told: Sendable {
        let source: String
        let until: Day
        let noticeWeeks: Int
    }

    static func isFor(_ member: Member) -> Bool { !member.speaksFor.isEmpty }

    func look(at id: Placement.ID, at now: Date = .now) async throws -> Look {
        let member = member
        return try await store.read { view in
            let placed = try view.placedOrPaid(id, for: member, at: now)
            return try Look(
                placed: placed,
                history: view.fundings("placement = \(id)")[id] ?? [],
                mayConfirm: placed.isPaid(by: member)
            )
        }
    }

    /// Those this member speaks for, by the names of link worker and practice.
    func all(at now: Date = .now) async throws -> [Line] {
        let member = member
        return try await store.read { view in
            let theirs = try view.placedOrPaid(member, at: now).filter { $0.isPaid(by: member) }
            let fundings = try view.fundings("placement IN (\(each: theirs.map(\.id)))")
            return theirs.map { Line(placed: $0, funding: fundings[$0.id]?.first) }
        }
    }

    /// Those that are paid for less than three months more.
    func ending(at now: Date = .now) async throws -> [Line] {
        guard Self.isFor(member) else { return [] }
        return try await all(at: now).filter { $0.funding?.isEnding(on: Day(now)) ?? false }
    }

    func confirm(_ told: Told, of id: Placement.ID, at now: Date = .now) async throws {
        let (member, site) = (member, site)
        try await store.write { work in
            let placed = try work.placedOrPaid(id, for: member, at: now)
            guard placed.isPaid(by: member) else { throw Missing() }
            let made = Funding.ID(at: now)
            try work.run(
                """
                INSERT INTO post_funding (id, placement, source, funded_until, notice_weeks, confirmed_at, confirmed_by)
                VALUES (\(made), \(id), \(told.source), \(told.until), \(told.noticeWeeks), \(now), \(member.id))
                """
            )
            try work.tell(
                [placed.linkWorker.id],
                "For how long your post is paid",
                "It was confirmed, and stands here: \(site)/placements/\(id)/funding",
                at: now
            )
            try work.log(.changed, made, by: member.id, at: now)
        }
    }
}

extension Home {
    /// Three months ahead, so that there is still time to do something about it.
    func posts(at now: Date) async throws -> [Need] {
        let ending = try await Fundings(store: store, member: member, site: site).ending(at: now)
        return ending.count.need { count in
            Need(
                kind: "Posts",
                tone: "sun",
                words:
                    "\(count.counted("post")) paid for less than \(Funding.ahead) months more, as far as is confirmed",
                act: "See which",
                path: "/funding"
            )
        }
    }
}
