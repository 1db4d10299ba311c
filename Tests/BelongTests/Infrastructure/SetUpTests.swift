import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("What should stand ready for the first day")
struct SetUpTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
    }

    private func door(_ member: Member) -> SetUps { SetUps(store: here.store, member: member) }

    private func item(_ item: SetUp.Item) async throws -> SetUp {
        let items = try await door(here.sam).look(at: placement, at: now).items
        return try #require(items.first { $0.item == item })
    }

    @Test func `is twelve things, of which the practice has nine`() async throws {
        #expect(SetUp.Item.allCases.count == 12)
        try await door(here.peter).begin(placement, at: now)

        let items = try await door(here.sam).look(at: placement, at: now).items
        #expect(items.count { $0.whose?.id == here.peter.id } == 9)
        #expect(items.count { $0.whose?.id == here.ruth.id } == 3)
    }

    @Test func `works when the link worker says so, not when it is said to be done`() async throws {
        try await door(here.peter).begin(placement, at: now)
        try await door(here.peter).say(.done, of: .phone, in: placement, at: now)
        #expect(try await !item(.phone).works)
        #expect(try await item(.phone).state(began: Day(now), at: now) == "Peter Hale says it is done")
        #expect(
            try await item(.phone).state(began: Day(now).advanced(by: -8), at: now)
                == "Peter Hale says it is done; not confirmed in the first week"
        )

        try await door(here.sam).say(.doesNot, "No line out", of: .phone, in: placement, at: now + 1)
        #expect(try await item(.phone).state(began: Day(now), at: now) == "it does not work yet: No line out")
        #expect(try await here.mail(to: here.peter) == ["A telephone: it does not work yet"])
        try await door(here.sam).say(.works, of: .phone, in: placement, at: now + 2)
        #expect(try await item(.phone).works)
    }

    @Test func `was ready only if it was done before the first day`() async throws {
        try await door(here.peter).begin(placement, at: now)
        try await door(here.peter).say(.done, of: .room, in: placement, at: now)
        try await door(here.sam).say(.works, of: .room, in: placement, at: now + 1)

        #expect(try await item(.room).wasReady(on: Day(now).advanced(by: 1)))
        #expect(try await !item(.room).wasReady(on: Day(now)))
    }

    @Test
    func `is begun by the practice or the supervisor, said by whoever owes it, read by those it concerns`()
        async throws
    {
        for member in [here.sam, here.nadia, here.jo, here.amara, here.mina, here.drPatel, here.olu] {
            await #expect(throws: Missing.self, "\(member.name)") { try await door(member).begin(placement) }
        }
        await #expect(throws: SetUp.Refused.notBegun) {
            try await door(here.peter).say(.done, of: .room, in: placement)
        }
        #expect(
            SetUp.Refused.notBegun.sentence
                == "Nobody is named for this yet. The practice manager begins the list."
        )
        try await door(here.ruth).begin(placement, at: now)
        for member in [here.peter, here.ruth, here.nadia] {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await door(member).say(.works, of: .room, in: placement)
            }
        }
        for member in [here.amara, here.jo, here.olu, here.mina, here.drPatel, here.stranger] {
            let seen = try await here.opens("/placements/\(placement)/readiness", as: member)
            #expect(seen.status == 404, "\(member.name)")
        }
    }

    @Test func `is on one page for each, with whose it is`() async throws {
        let path = "/placements/\(placement)/readiness"
        #expect(try await here.opens(path, as: here.peter).says("Begin the list"))
        #expect(try await here.sends("\(path)/begin", [:], as: here.peter).status == 303)
        #expect(try await here.sends(path, ["item": "", "due": ""], as: here.peter).status == 422)
        let named: KeyValuePairs = ["item": "phone", "whose": "\(here.mina.id)", "due": "2027-01-04"]
        #expect(try await here.sends(path, named, as: here.peter).status == 303)
        #expect(try await here.sends("\(path)/room/works", [:], as: here.sam).status == 303)

        let owed = try await here.opens("/placements/\(placement)", as: here.sam)
        #expect(owed.says("Mina Shah · by 4 January") && owed.says("it works, says the link worker"))
    }
}
