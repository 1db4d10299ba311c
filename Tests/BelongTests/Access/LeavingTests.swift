import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Somebody who leaves")
struct LeavingTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    /// Sam's role at Elm Street ends, and nobody thinks of his placement.
    private func samLosesHisRole() async throws {
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO membership_end (membership, ended_at)
                SELECT id, \(Neighbourhood.now) FROM membership WHERE member = \(here.sam.id)
                """
            )
        }
    }

    private func samLeaves() async throws {
        try await Members(store: here.store).end(here.sam.id, at: here.elmStreet.id, at: Neighbourhood.now)
    }

    @Test(arguments: [true, false])
    func `sees no referral any more, and takes none on`(_ bySaying: Bool) async throws {
        let referral = try await here.refers()
        try await bySaying ? samLeaves() : samLosesHisRole()

        let theirs = here.referrals(seenBy: here.sam)
        #expect(try await theirs.waiting(at: Neighbourhood.now).isEmpty)
        await #expect(throws: Missing.self) { try await here.accepts(referral, by: here.sam) }
        await #expect(throws: Missing.self) { try await theirs.open(referral, at: Neighbourhood.now) }
        #expect(try await here.referrals(seenBy: here.amara).waiting(at: Neighbourhood.now).count == 1)
    }

    @Test func `is not at the desk, and nothing is passed to them`() async throws {
        let referral = try await here.refers()
        try await samLosesHisRole()

        let desk = try await Desks(store: here.store, member: here.drPatel).open(at: Neighbourhood.now)
        #expect(desk.linkWorkers.map(\.name) == ["Amara Okafor"])
        await #expect(throws: Passing.Refused.notAColleague) {
            try await here.referrals(seenBy: here.amara)
                .pass(referral, to: here.sam.id, "", at: Neighbourhood.now)
        }
        let seen = try await here.opens("/referrals/\(referral)", as: here.amara)
        #expect(!seen.says("Sam Reed"))
    }

    @Test func `cannot be asked for by people who come themselves`() async throws {
        #expect(try await here.opens("/ask", as: nil).says("Moor Lane Surgery"))
        try await Members(store: here.store).end(here.jo.id, at: here.moorLane.id)

        #expect(try await !here.opens("/ask", as: nil).says("Moor Lane Surgery"))
    }

    @Test func `is no reason to tell their supervisor of a worry there`() async throws {
        let person = try await here.person(of: here.refers())
        let worrying = try Worrying(store: here.store, member: here.drPatel, site: here.site().address)
        let before = try await worrying.begin(person, at: Neighbourhood.now).hearers
        #expect(before.contains { $0.id == here.ruth.id })

        for leaving in [here.amara, here.sam] {
            try await Members(store: here.store)
                .end(leaving.id, at: here.elmStreet.id, at: Neighbourhood.now)
        }

        let after = try await worrying.begin(person, at: Neighbourhood.now).hearers
        #expect(!after.contains { $0.id == here.ruth.id })
    }

    @Test func `has their placement ended, and the other role goes on`() async throws {
        try await Members(store: here.store)
            .end(here.amara.id, at: here.harbour.id, at: Neighbourhood.now)

        let today = Day(Neighbourhood.now)
        let amara = here.amara.id
        let places = try await here.store.read { try $0.placements(of: amara, on: today) }
        #expect(places == [here.elmStreet.id])
        #expect(try await here.count("placement_end") == 1)
    }

    @Test func `leaves people who are counted and named until somebody has them`() async throws {
        try await here.accepts(here.refers(), by: here.sam)
        let ada = Neighbourhood.particulars("Ada Hall", bornOn: Day("1961-05-06"))
        try await here.accepts(here.refers(ada), by: here.sam)
        #expect(try await Unheld.all(in: here.store, at: Neighbourhood.now).isEmpty)

        let left = try await Members(store: here.store)
            .end(here.sam.id, at: here.elmStreet.id, at: Neighbourhood.now)

        #expect(left == 2)
        let unheld = Unheld(linkWorker: "Sam Reed", practice: "Elm Street Surgery", people: 2)
        #expect(try await Unheld.all(in: here.store, at: Neighbourhood.now) == [unheld])
    }
}
