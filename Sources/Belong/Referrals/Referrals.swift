import Foundation
import Kernel
import Store

/// The referrals one member may see: a link worker those of every practice where
/// they are placed, a referrer their own. There is no way to ask for anyone else's.
struct Referrals: Sendable {
    let store: any Store
    let member: Member

    /// One that this link worker may act on.
    func find(_ id: Referral.ID, in view: any Reader, at now: Date) throws -> Referral {
        let found: Referral? = try view.first(
            """
            SELECT \(Referral.columns)
            FROM \(Referral.tables)
            WHERE referral.id = \(id) AND \(inMyPractices(at: now))
            """
        )
        guard let found else { throw Missing() }
        return found
    }

    /// One to change. It is held until the transaction ends, so that of two at the
    /// same moment the second finds what the first has done.
    func findToChange(_ id: Referral.ID, in work: any Writer, at now: Date) throws -> Referral {
        try work.hold(id)
        return try find(id, in: work, at: now)
    }

    /// One that this member sent, from where they still work.
    func findMine(_ id: Referral.ID, in view: any Reader) throws -> Referral {
        let found: Referral? = try view.first(
            """
            SELECT \(Referral.columns)
            FROM \(Referral.tables)
            WHERE referral.id = \(id) AND \(isSentByMe)
            """
        )
        guard let found else { throw Missing() }
        return found
    }

    /// Says something to whoever is on the other side of the referral.
    func say(_ typed: String, on id: Referral.ID, at now: Date = .now) async throws {
        let words = try Remark.said(typed)
        let me = member.id
        try await store.write { work in
            let referral = try findAny(id, in: work, at: now)
            guard referral.referrer != nil else { throw Remark.Refused.nobodyThere }
            try work.say(words, on: .referral(id), by: me, at: now)
            try work.log(.changed, id, about: referral.person, by: me, at: now)
        }
    }

    /// As a link worker or as the referrer.
    func findAny(_ id: Referral.ID, in view: any Reader, at now: Date) throws -> Referral {
        do {
            return try find(id, in: view, at: now)
        } catch is Missing {
            return try findMine(id, in: view)
        }
    }

    /// There is none for whoever may not see it. Anything else that goes wrong is a fault.
    func unlessMissing(_ found: () throws -> Referral) throws -> Referral? {
        do {
            return try found()
        } catch is Missing {
            return nil
        }
    }

    func inMyPractices(at now: Date) -> SQL {
        """
        referral.practice IN (
            SELECT placement.practice FROM placement
            WHERE placement.link_worker = \(member.id) AND \(Placement.current(on: Day(now))))
        """
    }
}

extension Writer {
    /// Whoever else would change this referral waits for the end of this transaction.
    func hold(_ referral: Referral.ID) throws {
        _ = try rows("SELECT id FROM referral WHERE id = \(referral) \(dialect.forUpdate)")
    }
}
