import Foundation
import Kernel
import Store
import Web

/// A case that a colleague had for a while comes back to whoever had it before: on
/// its day by itself, earlier if either of the two says so.
extension HandOver {
    /// Taken over for a while, and still with the colleague. Needs its tables.
    static let isForAWhile: SQL = """
        hand_over.until_on IS NOT NULL AND taking_over.taken_at IS NOT NULL AND taking_over.replaced_by IS NULL
            AND NOT \(Case.isClosed)
        """
}

extension HandOvers {
    func giveBack(_ id: HandOver.ID, at now: Date = .now) async throws {
        guard member.isA(.linkWorker) else { throw Missing() }
        let me = member.id
        try await store.write { work in
            let lent = try work.handOver(lent: id)
            guard let lent, lent.from.id == me || lent.to.id == me else { throw Missing() }
            try work.giveBack(lent, by: me, at: now)
        }
    }
}

/// The rounds in which what was lent until a day comes back.
package struct HandOverWatch: Sendable {
    let store: any Store

    package init(store: any Store) {
        self.store = store
    }

    /// Gives how many came back. Where whoever had them is not there any more they stay.
    @discardableResult
    package func round(at now: Date = .now) async throws -> Int {
        let due: [HandOver.ID] = try await store.read { view in
            try view.values(
                """
                SELECT hand_over.id
                FROM \(HandOver.tables)
                WHERE \(HandOver.isForAWhile) AND hand_over.until_on < \(Day(now))
                ORDER BY hand_over.until_on, hand_over.id
                """
            )
        }
        var back = 0
        for id in due where try await isBack(id, at: now) { back += 1 }
        return back
    }

    private func isBack(_ id: HandOver.ID, at now: Date) async throws -> Bool {
        try await store.write { work in
            guard let lent = try work.handOver(lent: id) else { return false }
            do {
                try work.giveBack(lent, by: lent.from.id, at: now)
                return true
            } catch is HandOver.Refused {
                return false
            }
        }
    }
}

extension Reader {
    fileprivate func handOver(lent id: HandOver.ID) throws -> HandOver? {
        try first(
            """
            SELECT \(HandOver.columns)
            FROM \(HandOver.tables)
            WHERE hand_over.id = \(id) AND \(HandOver.isForAWhile)
            """
        )
    }
}

extension Writer {
    fileprivate func giveBack(_ lent: HandOver, by member: Member.ID, at now: Date) throws {
        try holdCase(lent.caseID)
        guard let found = try aCase(lent.caseID), try handOver(lent: lent.id) != nil else {
            throw HandOver.Refused.settled
        }
        guard try isPlaced(lent.from.id, at: found.practice, on: Day(now)) else {
            throw HandOver.Refused.gone
        }
        let asked = HandOverAsked(to: lent.from.id, why: "It was for a while.", toKnow: "", returns: lent.id)
        let id = try add(asked, of: found, by: member, at: now)
        try take(id, of: found, to: lent.from.id, by: member, at: now)
    }
}

extension HandOversPage {
    var whileAway: HTML {
        """
        <section class="card"><h2>For a while</h2><ul class="plain">\(each: forAWhile, away)</ul></section>
        """
    }

    private func away(_ lent: Lately) -> HTML {
        let (handOver, until) = (lent.handOver, lent.handOver.until.map(\.spoken) ?? "")
        let said = lent.isMine ? "from \(handOver.from.name)" : "with \(handOver.to.name)"
        let name: HTML =
            lent.isMine
            ? "<a href=\"/cases/\(handOver.caseID)\">\(handOver.name)</a>" : "\(handOver.name)"
        return """
            <li class="row"><div class="grow">\(name) \(said)
            <div class="small muted">until \(until), then back with \(lent.isMine ? handOver.from.name : "you")</div></div>
            \(HTML.button(lent.isMine ? "Give back now" : "Take back now", "/hand-overs/\(handOver.id)/return",
                classes: "btn quiet sm"))</li>
            """
    }
}
