import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A practice whose last link worker has gone")
struct PracticeWithoutSomebodyTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    /// Amara is no link worker at Harbour any more; nobody thought of ending her placement.
    private func amaraLeavesHarbour() async throws {
        let (amara, harbour) = (here.amara.id, here.harbour.id)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO membership_end (membership, ended_at)
                SELECT id, \(Neighbourhood.now) FROM membership
                WHERE member = \(amara) AND organisation = \(harbour)
                """
            )
        }
    }

    @Test func `is named to its manager with how many wait unseen, and to nobody else`() async throws {
        let mara = Member(
            name: "Mara Finch",
            memberships: [.init(role: .practiceManager, organisation: here.harbour)]
        )
        try await here.refers(by: here.drOsei, from: here.harbour)
        #expect(try await Unseen.all(in: here.store, at: nil, Neighbourhood.now).isEmpty)
        #expect(try await !here.opens("/hand-overs", as: mara).says("nobody reads it"))

        try await amaraLeavesHarbour()

        let unseen = try await Unseen.all(in: here.store, at: nil, Neighbourhood.now)
        #expect(unseen == [Unseen(practice: "Harbour Practice", people: 1)])
        let page = try await here.opens("/hand-overs", as: mara)
        #expect(page.says("Waiting, and nobody reads it") && page.says("<b>1 person</b> at Harbour Practice"))
        #expect(!page.says("Jean"))
        for other in [here.peter, here.sam, here.ruth] {
            #expect(try await !here.opens("/hand-overs", as: other).says("nobody reads it"))
        }
    }

    @Test func `takes no referral, as nobody would see it`() async throws {
        try await amaraLeavesHarbour()

        await #expect(throws: Referring.Refused.nobodyThere) {
            try await here.refers(by: here.drOsei, from: here.harbour)
        }
        #expect(try await here.count("referral") == 0)
        #expect(try await here.count("person") == 0)
    }
}
