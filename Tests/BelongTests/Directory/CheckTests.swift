import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Saying whether it still runs")
struct CheckTests {
    let town: Neighbourhood
    let lunch: Activity.ID

    init() async throws {
        town = try await Neighbourhood.withTown()
        lunch = try await town.activity(named: "Tuesday Table")
    }

    private func check(
        _ answer: Check.Answer,
        by member: Member? = nil,
        at now: Date = Neighbourhood.now
    ) async throws {
        try await town.activities(seenBy: member ?? town.amara).check(lunch, answer, by: .rang, at: now)
    }

    @Test func `shows who made sure and when`() async throws {
        try await check(.running)

        let later = Neighbourhood.now.addingTimeInterval(6 * 86_400)
        let found = try await town.finds("table", at: later)

        #expect(found.findings.first?.lastChecked == "Still running: Amara Okafor rang, 6 days ago")
    }

    @Test func `keeps what has closed from being offered, until somebody finds it open`() async throws {
        try await check(.closed, by: town.drPatel)
        #expect(try await town.names("table").isEmpty)
        #expect(try await town.names("near M33").contains("Tuesday Table") == false)
        #expect(try await town.names("").contains("Tuesday Table") == false)

        try await check(.running)
        #expect(try await town.names("table") == ["Tuesday Table"])
        #expect(try await town.names("near M33").contains("Tuesday Table"))
    }

    @Test func `stays closed when the feed goes on listing it`() async throws {
        try await check(.closed)
        var changed = Town.lunch
        changed.description = "Now with pudding."

        _ = try await Shelves(store: town.store).take(Town.reading([changed], isWhole: false))

        #expect(try await town.names("pudding").isEmpty)
    }

    @Test func `keeps every answer, and one of them is the last`() async throws {
        try await check(.running)
        try await check(.unsure)
        try await check(.running)

        #expect(try await town.count("activity_check") == 3)
        #expect(try await town.count("activity_check WHERE replaced_by IS NULL") == 1)
    }

    @Test func `is for a thing that exists`() async throws {
        await #expect(throws: Missing.self) {
            try await town.activities(seenBy: town.amara).check(Key(), .running, by: .rang)
        }
    }
}

@Suite("What a group says of its room")
struct CapacityTests {
    let town: Neighbourhood
    let lunch: Activity.ID

    init() async throws {
        town = try await Neighbourhood.withTown()
        lunch = try await town.activity(named: "Tuesday Table")
    }

    @Test func `stands on the line of the search`() async throws {
        try await town.activities(seenBy: town.amara)
            .hear(CapacitySaid(state: .few, wait: "two weeks", by: "Jean"), of: lunch, at: Neighbourhood.now)

        let capacity = try await town.finds("table").findings.first?.capacity
        #expect(capacity == "Room for one to three, said today. The wait: two weeks")
    }

    @Test func `may come from the group itself`() async throws {
        let lunch = lunch
        try await town.store.write { work in
            let said = CapacitySaid(state: .full, wait: nil, by: nil)
            try work.note(said, of: lunch, from: nil, at: Neighbourhood.now)
        }

        #expect(try await town.finds("table").findings.first?.capacity == "Full, said today")
    }

    @Test func `is written down only by those who speak with groups`() async throws {
        for member in [town.drPatel, town.mina, town.nadia, town.stranger] {
            await #expect(throws: Missing.self) {
                try await town.activities(seenBy: member)
                    .hear(CapacitySaid(state: .room, wait: nil, by: nil), of: lunch)
            }
        }
    }

    @Test func `leaves what link workers know of a place among them`() async throws {
        try await town.activities(seenBy: town.amara).write("Ask for Jean, side door", of: lunch)

        for member in [town.jo, town.ruth] {
            let known = try await town.activities(seenBy: member).find(lunch).knowHow
            #expect(known.map(\.words) == ["Ask for Jean, side door"])
        }
        for member in [town.drPatel, town.walter, town.mina] {
            #expect(try await town.activities(seenBy: member).find(lunch).knowHow.isEmpty)
            await #expect(throws: Missing.self) {
                try await town.activities(seenBy: member).write("Anything", of: lunch)
            }
        }
    }
}
