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
        try await check(.closed, by: town.jo)
        #expect(try await town.names("table").isEmpty)
        #expect(try await town.names("near M33").contains("Tuesday Table") == false)
        #expect(try await town.names("").contains("Tuesday Table") == false)

        try await check(.running)
        #expect(try await town.names("table") == ["Tuesday Table"])
        #expect(try await town.names("near M33").contains("Tuesday Table"))
    }

    @Test func `is only reported as closed by others, for link workers to find out`() async throws {
        let admin = Member(
            name: "Nadia Aziz",
            memberships: [.init(role: .administrator, organisation: town.network)]
        )
        let others = [town.drPatel, town.mina, town.nadia, town.walter, admin]
        for (minute, member) in others.enumerated() {
            let them = member.memberships.first?.role == .administrator ? town.nadia.id : member.id
            let saying = Member(id: them, name: member.name, memberships: member.memberships)
            try await check(.closed, by: saying, at: Neighbourhood.now + Double(minute) * 60)
        }

        #expect(try await town.names("table") == ["Tuesday Table"])
        #expect(try await town.count("activity_check") == 0)
        let line = try await town.finds("table", as: town.sam).findings.first?.lastChecked
        #expect(
            line == "Nobody here has checked it yet. Find out, somebody says: Closed: Nadia Aziz rang, today"
        )
        let seen = try await town.finds("table", as: town.drPatel).findings.first?.lastChecked
        #expect(seen == "Nobody here has checked it yet")

        try await check(.running, at: Neighbourhood.now + 3600)
        let after = try await town.finds("table", as: town.sam).findings.first?.lastChecked
        #expect(after == "Still running: Amara Okafor rang, today")
    }

    @Test func `is not opened again by a word of others, nor said anything of by whoever has no role`()
        async throws
    {
        try await check(.closed)
        try await check(.running, by: town.drPatel)
        try await check(.unsure, by: town.mina)
        #expect(try await town.names("table").isEmpty)

        await #expect(throws: Missing.self) { try await check(.running, by: town.stranger) }
        let seen = try await town.opens("/community/\(lunch)", as: town.stranger)
        #expect(!seen.says("/community/\(lunch)/check"))
    }

    @Test func `is closed by the group's own coordinator`() async throws {
        try await town.letWalterWelcome(lunch)
        try await check(.closed, by: town.walter)

        #expect(try await town.names("table").isEmpty)
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
        let room = CapacitySaid(state: .room, wait: nil, by: nil)
        for member in [town.drPatel, town.mina, town.nadia, town.stranger, town.walter] {
            await #expect(throws: Missing.self) {
                try await town.activities(seenBy: member).hear(room, of: lunch)
            }
        }
        try await town.letWalterWelcome(lunch)
        try await town.activities(seenBy: town.walter).hear(room, of: lunch)
        let other = try await town.activity(named: "Moorside Meals")
        await #expect(throws: Missing.self) {
            try await town.activities(seenBy: town.walter).hear(room, of: other)
        }
    }

    @Test func `is seen by those who send people there and by the group, not at the front desk`()
        async throws
    {
        try await town.activities(seenBy: town.amara)
            .hear(CapacitySaid(state: .few, wait: "two weeks", by: "Jean"), of: lunch)

        for member in [town.amara, town.drPatel, town.peter, town.ruth, town.nadia] {
            #expect(try await town.finds("table", as: member).findings.first?.capacity != nil)
            #expect(try await town.opens("/community/\(lunch)", as: member).says("The wait: two weeks"))
        }
        for member in [town.mina, town.walter, town.stranger] {
            #expect(try await town.finds("table", as: member).findings.first?.capacity == nil)
            #expect(try await !town.opens("/community/\(lunch)", as: member).says("two weeks"))
        }
        #expect(try await town.opens("/community/\(lunch)", as: town.mina).says("Tuesdays, 12:00 to 14:00"))
        try await town.letWalterWelcome(lunch)
        #expect(try await town.opens("/community/\(lunch)", as: town.walter).says("two weeks"))
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
