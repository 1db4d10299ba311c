import Foundation
import Kernel
import Store
import Web

/// The newcomers one member is to meet, or is to be met by; whoever manages or supervises a placement reads
/// whether it happened, and says nothing.
struct Acquaintances: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    static func isFor(_ member: Member) -> Bool {
        !member.places.isEmpty || Owing.isFor(member)
    }

    func all(at now: Date = .now) async throws -> [Acquaintance] {
        guard Self.isFor(member) else { throw Missing() }
        let member = member
        return try await store.read { try $0.acquaintances(of: member, at: now) }
    }

    func say(
        _ happened: Bool,
        of membership: Key<Member.Membership>,
        with placement: Placement.ID,
        at now: Date = .now
    ) async throws {
        guard Self.isFor(member) else { throw Missing() }
        let (me, member, site) = (member.id, member, site)
        try await store.write { work in
            _ = try work.rows("SELECT id FROM membership WHERE id = \(membership) \(work.dialect.forUpdate)")
            let found = try work.acquaintances(of: member, at: now).first {
                $0.membership == membership && $0.placement == placement && $0.isOneOfThem(me)
            }
            guard let found else { throw Missing() }
            // Said already: nothing new to tell.
            guard (found.metAt != nil) != happened else { return }
            let id = Key<Acquaintance>(at: now)
            try work.run(
                """
                INSERT INTO acquaintance_word (id, placement, membership, happened, said_at, said_by)
                VALUES (\(id), \(placement), \(membership), \(happened), \(now), \(me))
                """
            )
            let doubt = "If you have not, say so here, and it stays to be done: "
            try work.tell(
                [found.other(than: me).id],
                happened
                    ? "\(member.name) says that you have met"
                    : "\(member.name) says that you have not met yet",
                "\(happened ? doubt : "A few minutes will do: ")\(site)/newcomers",
                at: now
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    /// How many this member is still to meet.
    func waiting(at now: Date = .now) async throws -> Int {
        guard Self.isFor(member) else { return 0 }
        let me = member.id
        return try await all(at: now).count { $0.isOneOfThem(me) && $0.metAt == nil }
    }
}

extension Reader {
    fileprivate func acquaintances(of member: Member, at now: Date) throws -> [Acquaintance] {
        let placements = try placed(member, at: now).map(\.id)
        return try acquaintances(
            "(membership.member = \(member.id) OR placement.id IN (\(each: placements)))",
            since: now - 60 * 86_400,
            at: now
        )
    }
}

extension Owing.Part {
    /// Whoever came to the practice in the last two months, and whether they have met.
    static let newcomers = Owing.Part(
        heading: "New at the practice",
        path: { _ in "/newcomers" },
        lines: { view, placed, now in
            try view.acquaintances("placement.id = \(placed.id)", since: now - 60 * 86_400, at: now).map {
                one in
                Owing.Line(
                    what: one.newcomer.name,
                    whose: one.role.title,
                    due: "joined \(Day(one.joinedAt).nearness(to: Day(now)))",
                    state: one.state(at: now),
                    isDone: one.metAt != nil
                )
            }
        }
    )
}
