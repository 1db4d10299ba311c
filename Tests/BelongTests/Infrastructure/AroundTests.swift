import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// V12 (paper, lines 81-82): what changes outside is a reason to look.
@Suite("What changed around a placement")
struct AroundTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
    }

    private func begins(_ count: Int, days: Int, at practice: Organisation? = nil) async throws {
        let (place, network) = ((practice ?? here.harbour).id, here.network.id)
        let (day, at) = (Day(now).advanced(by: -days), now)
        try await here.store.write { work in
            for number in 0..<count {
                let id = Member.ID()
                try work.run(
                    """
                    INSERT INTO member (id, name, email, email_folded, made_at)
                    VALUES (\(id), \("New \(number)"), \("\(id)"), \("\(id)"), \(at))
                    """
                )
                _ = try work.place(
                    id,
                    at: place,
                    employer: network,
                    funder: network,
                    supervisor: nil,
                    from: day
                )
            }
        }
    }

    private func around(at moment: Date? = nil) async throws -> Around {
        try await here.reviews(of: here.peter).look(at: placement, at: moment ?? now).around
    }

    @Test func `is that a team of four has become eleven: look sooner, and what has to change?`() async throws
    {
        try await begins(2, days: 200)
        try await begins(7, days: 20)
        try await begins(3, days: 20, at: here.moorLane)

        let around = try await around()
        #expect(around.linkWorkers == .init(then: 4, now: 11))
        #expect(around.prompts.map(\.words) == ["the team has grown from 4 to 11 link workers"])
        let section = try await Owing(store: here.store, member: here.peter).page(of: placement, at: now)
            .sections.last { $0.heading == "Reviews, and what was agreed" }
        #expect(section?.lines.first?.due == "sooner: the team has grown from 4 to 11 link workers")
        let page = try await here.reviews(of: here.peter).plan(now, in: placement, at: now)
        let seen = try await ReviewPage(draft: here.reviews(of: here.peter).open(page, at: now), now: now)
        #expect(seen.main.description.contains("The team has grown from 4 to 11 link workers."))
    }

    @Test func `asks nothing where it grew a little, or was looked at since`() async throws {
        try await begins(2, days: 20)
        #expect(try await around().prompts.isEmpty)
        try await begins(5, days: 20)
        #expect(try await around().linkWorkers == .init(then: 2, now: 9))

        let door = try here.reviews(of: here.peter)
        let id = try await door.plan(now, in: placement, at: now)
        let agreed = Reviews.Agreed(
            words: "A second room",
            whose: here.peter.id,
            dueOn: Day(now).advanced(by: 9)
        )
        try await door.close(id, with: agreed, at: now)
        #expect(try await around(at: now + 86_400).linkWorkers == .init(then: 9, now: 9))
    }

    @Test func `counts who waits at this practice, then and now`() async throws {
        for (name, days) in [("Ada Hall", 100.0), ("Ben Roe", 5), ("Cy Lund", 6), ("Di Fox", 7)] {
            try await here.refers(Neighbourhood.particulars(name), at: now - days * 86_400)
        }

        #expect(try await around().waiting == .init(then: 1, now: 4))
        #expect(try await around().prompts.map(\.words) == ["4 people wait where 1 did"])
        #expect(try await around(at: now - 80 * 86_400).waiting == .init(then: 0, now: 1))
    }
}
