import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The watch that a target opens")
struct PressureWatchTests {
    let facts: Facts
    let target: Target.ID
    var here: Neighbourhood { facts.here }

    /// Begun forty days ago.
    init() async throws {
        facts = try await Facts()
        let lead = try Targets(store: facts.here.store, member: facts.here.nadia, site: Neighbourhood.site())
        let asked = Targets.Asked(
            place: .init(network: facts.here.network.id),
            kind: .pace,
            words: "Eight people a day",
            setBy: "The board",
            since: Day(Facts.now).advanced(by: -40),
            terms: .init(way: .imposed, paired: "")
        )
        target = try await lead.add(asked, at: Facts.now)
    }

    private func watch(_ member: Member, days: Double = 0) async throws -> PressureWatch {
        try await Targets(store: here.store, member: member, site: Neighbourhood.site())
            .look(at: target, at: Facts.now + days * 86_400).watch
    }

    private func felt(_ answer: String, _ days: Double, _ who: Member, shared: Confidant? = nil) async throws
    {
        let placement = try await here.placement(of: who, at: here.elmStreet)
        try await here.store.write { work in
            let id = CheckIn.ID()
            try work.run(
                """
                INSERT INTO check_in (id, placement, respondent, member, occasion, seconds, sat_at)
                VALUES (\(id), \(placement), 'link_worker', \(who.id), 'own', 20, \(Facts.day(days)))
                """
            )
            try work.run(
                """
                INSERT INTO check_in_answer (check_in, placement, item, respondent, member, answer, answered_at)
                VALUES (\(id), \(placement), 'LW8', 'link_worker', \(who.id), \(answer), \(Facts.day(days)))
                """
            )
            guard let shared else { return }
            try work.run(
                """
                INSERT INTO check_in_sharing (id, placement, item, audience, shared_at)
                VALUES (\(id), \(placement), 'LW8', \(shared), \(Facts.day(days)))
                """
            )
        }
    }

    @Test func `shows first conversations before and since, of all together`() async throws {
        for days in [70.0, 65, 60, 55, 50, 45] {
            try await facts.talks(facts.refers(days + 1), days, minutes: 60)
        }
        for days in [30.0, 20] { try await facts.talks(facts.refers(days + 1), days, minutes: 30) }
        try await facts.talks(facts.refers(31, to: here.sam), 30, minutes: 20)
        try await facts.talks(facts.refers(131), 131, minutes: 90)

        let lead = try await watch(here.nadia)
        #expect(lead.placements == 3)
        #expect(lead.before.lengthWords == "half of them 60 minutes or longer")
        #expect(lead.after?.lengths.sorted() == [20, 30, 30])
        #expect(lead.after?.lengthWords == "fewer than 6: too few to say anything")
        #expect(try await watch(here.sam).after?.lengths == [20])
    }

    @Test func `shows what link workers share with whoever looks, and no more`() async throws {
        try await felt("fully", 60, here.amara, shared: .network)
        try await felt("not_at_all", 20, here.amara)
        try await felt("fully", 20, here.sam, shared: .practice)

        let lead = try await watch(here.nadia)
        #expect(lead.before.pushedWords == "0 not pushed, 0 mostly pushed, 1 pushed")
        #expect(lead.after?.pushedWords == "1 not pushed, 0 mostly pushed, 0 pushed")
        let manager = try await watch(here.peter)
        #expect(manager.after?.pushedWords == "0 not pushed, 0 mostly pushed, 1 pushed")
        #expect(manager.before.pushed == .unknown(.notShared))
        #expect(try await watch(here.amara).after?.pushedWords == "1 not pushed, 0 mostly pushed, 0 pushed")
        #expect(try await watch(here.ruth).after?.pushed == .unknown(.notShared))
    }

    @Test func `lasts ninety days, and says on which it is`() async throws {
        let today = Day(Facts.now)
        let last = today.advanced(by: 50)
        let watch = try await watch(here.sam)
        #expect(watch.state(on: today) == "Day 41 of 90. It is watched until \(last.full).")
        #expect(watch.state(on: last) == "It was watched until \(last.full).")
        try await facts.talks(facts.refers(39), 38, minutes: 30)
        let late = try await self.watch(here.amara, days: 200)
        #expect(late.after?.lengths == [30])
    }

    @Test func `says nothing after it before it begins`() async throws {
        let asked = Targets.Asked(
            place: .init(network: here.network.id),
            kind: .cap,
            words: "Six",
            setBy: "The board",
            since: Day(Facts.now).advanced(by: 5),
            terms: .init(way: .negotiated, paired: "Time")
        )
        let door = try Targets(store: here.store, member: here.nadia, site: Neighbourhood.site())
        let id = try await door.add(asked, at: Facts.now)
        let watch = try await door.look(at: id, at: Facts.now).watch
        #expect(watch.after == nil)
        #expect(watch.state(on: Day(Facts.now)).hasPrefix("It begins "))
        let page = try await here.opens("/targets/\(id)", as: here.nadia)
        #expect(page.says("Whether people had time to talk") && !page.says("Amara Okafor"))
    }
}
