import Foundation
import Kernel
import Store

/// Handing a worry on to a colleague, with a word. Nobody has it then until that
/// colleague says so.
struct WorryHanding: Identifiable, Sendable {
    let id: Key<WorryHanding>
    let by: String
    let to: String
    let words: String
    let at: Date
}

extension Worries {
    /// Whoever has it may, or whoever could say that they have it.
    func handOn(
        _ id: Worry.ID,
        to hearer: Member.ID,
        _ typed: String,
        _ site: WebAddress,
        at now: Date = .now
    ) async throws {
        let (me, words) = (member.id, try Worry.written(typed))
        try await store.write { work in
            let worry = try find(id, heldIn: work)
            guard try mayHandOn(worry, in: work) else { throw Missing() }
            if let holder = worry.acknowledgement, holder.member != me { throw Worry.Refused.acknowledged }
            let hearers = try work.hearers(at: worry.practice, besides: me, at: now)
            try worry.urgency.mayGo(to: hearer, among: hearers)
            let handing = WorryHanding.ID(at: now)
            try work.run(
                """
                INSERT INTO worry_handing (id, worry, words, handed_by, handed_to, handed_at)
                VALUES (\(handing), \(id), \(words), \(me), \(hearer), \(now))
                """
            )
            try work.run(
                "UPDATE worry_answer SET handed_on = \(handing) WHERE worry = \(id) AND handed_on IS NULL"
            )
            try work.alert([hearer], of: id, worry.urgency, about: worry.person, site, at: now)
            try work.log(.changed, id, about: worry.person, by: me, at: now)
        }
    }

    func mayHandOn(_ worry: Worry, in view: any Reader) throws -> Bool {
        if let holder = worry.acknowledgement { return holder.member == member.id }
        return try mayAcknowledge(worry, in: view)
    }
}

extension Worry.Urgency {
    /// What cannot wait goes to the practice while anybody of it can be told.
    func mayGo(to hearer: Member.ID, among hearers: [Worrying.Hearer]) throws(Worry.Refused) {
        guard let told = hearers.first(where: { $0.id == hearer }) else { throw .notThere }
        let canWait = self == .talk || !hearers.contains { $0.role != .supervisor }
        guard canWait || told.role != .supervisor else { throw .practiceFirst }
    }
}

extension Reader {
    func handings(of worry: Worry.ID) throws -> [WorryHanding] {
        try rows(
            """
            SELECT worry_handing.id, giver.name AS giver_name, taker.name AS taker_name, words, handed_at
            FROM worry_handing
            JOIN member AS giver ON giver.id = handed_by
            JOIN member AS taker ON taker.id = handed_to
            WHERE worry = \(worry)
            ORDER BY handed_at, worry_handing.id
            """
        ).map { row in
            try WorryHanding(
                id: row("id"),
                by: row("giver_name"),
                to: row("taker_name"),
                words: row("words"),
                at: row("handed_at")
            )
        }
    }
}
