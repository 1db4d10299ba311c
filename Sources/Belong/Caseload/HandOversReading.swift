import Foundation
import Kernel
import Store
import Web

extension HandOversPage {
    /// Whether this member sees to it that everyone has somebody.
    static func isFor(_ member: Member) -> Bool {
        member.isA(.practiceManager) || member.isA(.supervisor)
    }
}

extension HandOvers {
    /// What waits, and what was taken over lately. Whoever is asked reads of each
    /// person what they need to know, and that is logged.
    func page(at now: Date = .now) async throws -> HandOversPage {
        let member = member
        let isLinkWorker = member.isA(.linkWorker)
        let seesWhoIsLeft = HandOversPage.isFor(member)
        guard isLinkWorker || seesWhoIsLeft else { throw Missing() }
        var page = HandOversPage(isLinkWorker: isLinkWorker, seesWhoIsLeft: seesWhoIsLeft)
        if seesWhoIsLeft { page.left = try await HandingOut(store: store, member: member).left(at: now) }
        let managed = member.organisations(as: .practiceManager)
        if !managed.isEmpty { page.unseen = try await Unseen.all(in: store, at: managed, now) }
        guard isLinkWorker else { return page }
        let mine = try await store.write { work in
            let mine = try work.handOvers(of: member.id, at: now)
            for offered in mine.toMe {
                let person: Person.ID? = try work.value(
                    "SELECT person FROM \"case\" WHERE id = \(offered.caseID)"
                )
                try work.log(.looked, offered.id, about: person, by: member.id, at: now)
            }
            return mine
        }
        (page.toMe, page.fromMe) = (mine.toMe, mine.fromMe)
        page.forAWhile = mine.forAWhile.map { .init(handOver: $0, isMine: $0.to.id == member.id) }
        page.lately = mine.lately.map { .init(handOver: $0, isMine: $0.to.id == member.id) }
        return page
    }

    /// How many wait for this member's yes.
    func waiting() async throws -> Int {
        try await store.read { view in try waiting(in: view) }
    }

    /// Those a colleague would like this member to take over: each stands on their day until they say.
    func offered() async throws -> [HandOver] {
        try await store.read { view in try offered(in: view) }
    }

    func offered(in view: any Reader) throws -> [HandOver] {
        try view.all(
            """
            SELECT \(HandOver.columns)
            FROM \(HandOver.tables)
            WHERE hand_over.given_to = \(member.id) AND \(HandOver.isOpen)
            ORDER BY hand_over.made_at, hand_over.id
            """
        )
    }

    func waiting(in view: any Reader) throws -> Int {
        try view.value(
            """
            SELECT COUNT(*)
            FROM \(HandOver.tables)
            WHERE hand_over.given_to = \(member.id) AND \(HandOver.isOpen)
            """
        ) ?? 0
    }
}

extension Reader {
    fileprivate func handOvers(
        of member: Member.ID,
        at now: Date
    ) throws -> (toMe: [HandOver], fromMe: [HandOver], forAWhile: [HandOver], lately: [HandOver]) {
        let open: [HandOver] = try all(
            """
            SELECT \(HandOver.columns)
            FROM \(HandOver.tables)
            WHERE (hand_over.given_to = \(member) OR hand_over.made_by = \(member)) AND \(HandOver.isOpen)
            ORDER BY hand_over.made_at, hand_over.id
            """
        )
        let lately: [HandOver] = try all(
            """
            SELECT \(HandOver.columns)
            FROM \(HandOver.tables)
            WHERE (hand_over.given_to = \(member) AND taking_over.replaced_by IS NULL
                    OR hand_over.link_worker = \(member) AND hand_over.made_by = \(member))
                AND taking_over.taken_at > \(now.addingTimeInterval(-Double(Cases.handOver) * 86_400))
            ORDER BY taking_over.taken_at DESC, hand_over.id
            """
        )
        let forAWhile: [HandOver] = try all(
            """
            SELECT \(HandOver.columns)
            FROM \(HandOver.tables)
            WHERE (hand_over.given_to = \(member) OR hand_over.link_worker = \(member)) AND \(HandOver.isForAWhile)
            ORDER BY hand_over.until_on, hand_over.id
            """
        )
        return (
            open.filter { $0.to.id == member }, open.filter { $0.from.id == member }, forAWhile,
            lately.filter { late in !forAWhile.contains { $0.id == late.id } }
        )
    }
}
