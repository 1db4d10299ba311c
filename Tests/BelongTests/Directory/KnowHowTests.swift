import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What link workers know of a place")
struct KnowHowTests {
    let town: Neighbourhood
    let lunch: Activity.ID

    init() async throws {
        town = try await Neighbourhood.withTown()
        lunch = try await town.activity(named: "Tuesday Table")
    }

    private func known(_ member: Member? = nil) async throws -> [KnowHow] {
        try await town.activities(seenBy: member ?? town.amara).find(lunch).knowHow
    }

    private func writes(_ words: String, by member: Member, at now: Date = Neighbourhood.now) async throws {
        try await town.activities(seenBy: member).write(words, of: lunch, at: now)
    }

    @Test func `is put right by a colleague, with who and when, and what was said before is kept`()
        async throws
    {
        try await writes("Ask for Jean, side door", by: town.amara)
        let note = try #require(try await known().first)
        try await town.activities(seenBy: town.sam)
            .write("Ask for Mo, front door", of: lunch, correcting: note.id, at: Neighbourhood.now + 60)

        let today = Day(Neighbourhood.now)
        #expect(try await known().map(\.words) == ["Ask for Mo, front door"])
        #expect(try await known().first?.signed(on: today) == "put right by Sam Reed, today")
        #expect(try await town.count("know_how") == 2)
    }

    @Test func `is put right once, from what stands`() async throws {
        try await writes("Side door", by: town.amara)
        let note = try #require(try await known().first)
        try await town.activities(seenBy: town.sam).write("Front door", of: lunch, correcting: note.id)

        await #expect(throws: KnowHow.Refused.changedSince) {
            try await town.activities(seenBy: town.jo).write("Back door", of: lunch, correcting: note.id)
        }
        await #expect(throws: KnowHow.Refused.changedSince) {
            try await town.activities(seenBy: town.jo).end(note.id, of: lunch)
        }
        #expect(
            KnowHow.Refused.changedSince.sentence
                == "A colleague has changed this note meanwhile. Read it again first."
        )
    }

    @Test func `stops being shown once it is not so any more`() async throws {
        try await writes("Side door", by: town.amara)
        let note = try #require(try await known().first)
        let sent = try await town.sends("/community/\(lunch)/note/\(note.id)/end", [:], as: town.sam)

        #expect(sent.location == "/community/\(lunch)")
        #expect(try await known().isEmpty)
        #expect(try await town.count("know_how") == 1)
    }

    @Test func `is put right and ended only by those it is for, and of its own place`() async throws {
        try await writes("Side door", by: town.amara)
        let note = try #require(try await known().first).id
        let other = try await town.activity(named: "Moorside Meals")
        let words: KeyValuePairs = ["note": "Mine", "corrects": "\(note)"]
        for member in [town.drPatel, town.mina, town.walter, town.nadia, town.stranger] {
            #expect(try await town.sends("/community/\(lunch)/note", words, as: member).status == 404)
            #expect(
                try await town.sends("/community/\(lunch)/note/\(note)/end", [:], as: member).status == 404
            )
        }
        #expect(try await town.sends("/community/\(other)/note", words, as: town.sam).status == 404)
        #expect(try await town.sends("/community/\(other)/note/\(note)/end", [:], as: town.sam).status == 404)
        #expect(try await known().map(\.words) == ["Side door"])
    }

    @Test func `is kept from the group, also where its coordinator is a link worker`() async throws {
        try await town.letWalterWelcome(lunch)
        try await writes("Jean is a little deaf", by: town.amara)
        let both = Member(
            id: town.walter.id,
            name: town.walter.name,
            memberships: town.walter.memberships + town.sam.memberships
        )

        #expect(try await known(both).isEmpty)
        #expect(try await !town.opens("/community/\(lunch)", as: both).says("little deaf"))
        #expect(try await town.sends("/community/\(lunch)/note", ["note": "Mine"], as: both).status == 404)
        let other = try await town.activity(named: "Moorside Meals")
        #expect(try await town.sends("/community/\(other)/note", ["note": "Ramp"], as: both).status == 303)
    }
}
