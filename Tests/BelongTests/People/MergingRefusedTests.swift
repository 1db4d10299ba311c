import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Bringing two records together")
struct MergingRefusedTests {
    let two: TwoRecords
    let here: Neighbourhood

    init() async throws {
        two = try await TwoRecords()
        here = two.here
    }

    @Test func `is refused for two different NHS numbers`() async throws {
        try await two.given("943 476 5919", to: two.jean)
        try await two.given("401 023 2137", to: two.jeannie)

        await #expect(throws: Merging.Refused.twoNumbers) { try await two.merges() }
        #expect(try await two.known(two.jeannie).particulars.fullName == "Jeannie Moss")
        #expect(
            Merging.Refused.twoNumbers.sentence
                == "Two different NHS numbers are two different people, however alike. "
                + "If one of them was mistyped, put it right first."
        )
    }

    @Test func `is refused for one and the same`() async throws {
        await #expect(throws: Merging.Refused.oneAlready) {
            try await two.people.merge(two.jean, two.jean, because: "x", at: two.now)
        }
        let seen = try await here.opens("/people/\(two.jean)/merging/\(two.jean)", as: here.amara)
        #expect(seen.status == 409 && seen.says("This is one record already."))
    }

    @Test func `is refused a second time`() async throws {
        try await two.merges()

        await #expect(throws: Merging.Refused.alreadyMerged) { try await two.merges() }
        await #expect(throws: Merging.Refused.alreadyMerged) { try await two.merges(by: here.sam) }
        await #expect(throws: Merging.Refused.alreadyMerged) { try await two.merges(keeping: two.jeannie) }
        let sentence = "These two have been brought together already."
        #expect(Merging.Refused.alreadyMerged.sentence == sentence)
    }

    @Test func `is refused for one that has gone to a third meanwhile`() async throws {
        let third = try await here.person(of: here.refers(Neighbourhood.particulars("Jenny Moss")))
        try await two.merges()

        await #expect(throws: Merging.Refused.movedOn) {
            try await two.people.merge(third, two.jeannie, because: "x", at: two.now)
        }
        let gone = try await here.opens("/people/\(two.jean)/merging/\(two.jeannie)", as: here.amara)
        #expect(gone.status == 409 && gone.says("brought together already"))
        #expect(
            Merging.Refused.movedOn.sentence
                == "One of the two has been brought together with another record. Look for it again."
        )
    }

    @Test func `is for somebody who works with one and knows the other, and is not there for others`()
        async throws
    {
        let path = "/people/\(two.jean)/merging"
        let fields: KeyValuePairs = ["right": "\(two.jean)", "reason": "x", "nhsNumber": "943 476 5919"]
        for member in here.everyone where ![here.amara.id, here.sam.id].contains(member.id) {
            for page in [path, "\(path)/\(two.jeannie)"] {
                let seen = try await here.opens(page, as: member)
                #expect(seen.status == 404 && !seen.says("Moss"), "\(member.name) at \(page)")
                #expect(try await here.sends(page, fields, as: member).status == 404, "\(member.name)")
            }
        }
        for page in [path, "\(path)/\(two.jeannie)"] {
            #expect(try await here.opens(page, as: here.sam).status == 404)
        }
        #expect(try await here.count("merging") == 0)
    }

    @Test func `is not possible with a record that is out of sight`() async throws {
        let referral = try await here.refers(
            Neighbourhood.particulars("Joan Moss", bornOn: Day("1950-01-01")),
            by: here.jo,
            from: here.moorLane
        )
        let far = try await here.person(of: referral)
        try await two.given("943 476 5919", to: far)

        let page = try await here.opens("/people/\(two.jean)/merging/\(far)", as: here.amara)
        let sent = try await here.sends(
            "/people/\(two.jean)/merging/\(far)",
            ["right": "\(far)", "reason": "x"],
            as: here.amara
        )
        let found = try await here.sends(
            "/people/\(two.jean)/merging",
            ["nhsNumber": "943 476 5919"],
            as: here.amara
        )
        #expect(page.status == 404 && sent.status == 404)
        #expect(found.status == 422 && found.says("Nobody where you work is known by that number"))
        #expect(!found.says("Joan"))
    }

    @Test func `is not done once the placement has ended`() async throws {
        let (amara, today) = (here.amara.id, Day(two.now))
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO placement_end (placement, ended_on)
                SELECT id, \(today) FROM placement WHERE link_worker = \(amara)
                """
            )
        }
        await #expect(throws: Cases.Refused.handedOver) { try await two.merges() }
    }

    @Test func `is done by one of two at once, and the other reads a sentence`() async throws {
        let two = two
        let told = await withTaskGroup(of: Bool.self) { group in
            for right in [two.jean, two.jeannie, two.jean, two.jeannie] {
                for member in [two.here.amara, two.here.sam] {
                    group.addTask {
                        do {
                            try await two.merges(by: member, keeping: right)
                            return false
                        } catch {
                            return error as? Merging.Refused == .alreadyMerged
                        }
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(told == 7)
        #expect(try await here.count("merging") == 1)
        #expect(try await LogVerification(of: here.store).isWhole)
    }

    @Test func `loses nothing that is written about either at that moment`() async throws {
        let (two, here) = (two, here)
        try await withThrowingTaskGroup(of: Merging.ID.self) { group in
            group.addTask { try await two.merges() }
            for number in 0..<6 {
                group.addTask {
                    let need = AccessNeed(kind: .other, words: "\(number)")
                    try await here.store.write { work in
                        try work.add(need, of: two.jeannie, by: nil, at: two.now)
                    }
                    return Merging.ID()
                }
            }
            try await group.waitForAll()
        }
        #expect(try await two.rows(of: two.jeannie).values.allSatisfy { $0 == 0 })
        #expect(try await two.rows(of: two.jean)["access_need"] == 7)
    }
}
