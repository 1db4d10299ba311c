import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Supervision")
struct SupervisionTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
    }

    private func agreed(_ hat: Supervision.Hat = .cases, with who: Member? = nil) async throws {
        try await here.supervisions(of: here.sam)
            .agree(
                .init(hat: hat, supervisor: (who ?? here.ruth).id, rhythm: .monthly),
                in: placement,
                at: now
            )
    }

    private func planned(_ days: Double, _ hat: Supervision.Hat = .cases) async throws -> Supervision.ID {
        try await here.supervisions(of: here.ruth).plan(hat, now + days * 86_400, in: placement, at: now)
    }

    private func standing() async throws -> SupervisionStanding {
        try await here.supervisions(of: here.sam).look(at: placement, at: now).standing
    }

    private func cancel(_ id: Supervision.ID, by who: Member, at then: Date) async throws {
        let (_, slots) = try await here.supervisions(of: who).proposed(id, at: then)
        try await here.supervisions(of: who).cancel(id, offering: slots, at: then)
    }

    @Test func `keeps its three hats apart, each with a name`() async throws {
        try await agreed(.cases)
        try await agreed(.employment, with: here.nadia)

        let standing = try await standing()
        #expect(standing.agreement(.cases)?.supervisor.name == "Ruth Adler")
        #expect(standing.agreement(.employment)?.supervisor.name == "Nadia Aziz")
        #expect(standing.state(.wellbeing, at: now) == "nothing agreed yet")
    }

    @Test func `is held when the link worker says so, and keeps nothing of what was said`() async throws {
        try await agreed()
        let id = try await planned(2)
        let after = now + 3 * 86_400
        await #expect(throws: Supervision.Refused.notBegun) {
            try await here.supervisions(of: here.sam).held(id, .yes, at: now)
        }
        await #expect(throws: Missing.self) {
            try await here.supervisions(of: here.ruth).held(id, .yes, at: after)
        }
        try await here.supervisions(of: here.sam).held(id, .partly, at: after)

        let standing = try await standing()
        #expect(standing.lastHeld(.cases) == now + 2 * 86_400)
        #expect(standing.state(.cases, at: after) == "last held yesterday, none planned")
        #expect(
            standing.state(.cases, at: now + 40 * 86_400)
                == "last held 38 days ago, none planned: longer than agreed"
        )
        await #expect(throws: Supervision.Refused.over) {
            try await here.supervisions(of: here.sam).held(id, .yes, at: after)
        }
    }

    @Test func `cancelled offers three times within seven days, and one of them is taken`() async throws {
        try await agreed()
        let id = try await planned(2)
        try await cancel(id, by: here.ruth, at: now)

        let cancelling = try #require(try await standing().sessions.first?.cancelling)
        #expect(cancelling.slots.count == 3)
        #expect(cancelling.slots.allSatisfy { $0.beginsAt > now && $0.beginsAt < now + 8 * 86_400 })
        try await here.supervisions(of: here.sam).choose(cancelling.slots[1].id, at: now)

        #expect(try await standing().next(.cases, at: now) == cancelling.slots[1].beginsAt)
        await #expect(throws: Supervision.Refused.taken) {
            try await here.supervisions(of: here.sam).choose(cancelling.slots[0].id, at: now)
        }
        #expect(try await here.mail(to: here.nadia).isEmpty)
    }

    @Test func `that fell out a second time reaches the network lead, until it is held`() async throws {
        try await agreed()
        try await cancel(planned(2), by: here.ruth, at: now)
        #expect(try await here.mail(to: here.nadia).isEmpty)
        let slot = try #require(try await standing().sessions.first?.cancelling?.slots.first)
        try await here.supervisions(of: here.sam).choose(slot.id, at: now)
        let second = try #require(try await standing().sessions.first { !$0.isOver })
        try await cancel(second.id, by: here.ruth, at: now + 3_600)

        #expect(try await here.mail(to: here.nadia) == ["A supervision fell out twice"])
        #expect(
            try await here.opens("/", as: here.nadia).says(
                "1 supervision a link worker is owed fell out twice"
            )
        )
        let third = try await planned(4)
        try await here.supervisions(of: here.sam).held(third, .yes, at: now + 5 * 86_400)
        #expect(try await here.supervisions(of: here.nadia).fellOutTwice(at: now) == 0)
    }

    @Test func `that did not happen counts as fallen out and offers other times by itself`() async throws {
        try await agreed()
        let id = try await planned(1)
        try await here.supervisions(of: here.sam).missed(id, at: now + 2 * 86_400)

        let cancelling = try #require(try await standing().sessions.first?.cancelling)
        #expect(cancelling.didNotHappen && cancelling.slots.count == 3)
        #expect(try await standing().lastHeld(.cases) == nil)
    }

    @Test func `answered from two windows at once is answered once`() async throws {
        try await agreed()
        let id = try await planned(-1)
        let answers = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let door = try? here.supervisions(of: here.sam)
                    return number.isMultiple(of: 2)
                        ? (try? await door?.held(id, .yes, at: now)) != nil
                        : (try? await door?.missed(id, at: now)) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(answers == 1)
    }

    @Test func `is for those it concerns, and its use for the two of it`() async throws {
        try await agreed()
        let id = try await planned(-1)
        try await here.supervisions(of: here.sam).held(id, .no, at: now)
        let path = "/placements/\(placement)/supervision"

        for member in [here.sam, here.ruth] {
            #expect(
                try await here.opens(path, as: member).says("It was held, and of no use"),
                "\(member.name)"
            )
        }
        for member in [here.peter, here.nadia] {
            let page = try await here.opens(path, as: member)
            #expect(page.says("It was held") && !page.says("of no use"), "\(member.name)")
        }
        for member in [here.amara, here.jo, here.olu, here.mina, here.drPatel, here.stranger] {
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
            await #expect(throws: Missing.self) {
                try await here.supervisions(of: member).missed(id, at: now)
            }
            await #expect(throws: Missing.self) {
                try await here.supervisions(of: member)
                    .agree(
                        .init(hat: .cases, supervisor: here.ruth.id, rhythm: .weekly),
                        in: placement,
                        at: now
                    )
            }
        }
        await #expect(throws: Missing.self) {
            try await here.supervisions(of: here.peter).plan(.cases, now, in: placement, at: now)
        }
    }
}
