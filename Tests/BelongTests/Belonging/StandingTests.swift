import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Where a placement stands, on a page")
struct StandingTests {
    let facts: Facts
    var here: Neighbourhood { facts.here }
    var path: String { "/belonging/\(facts.placement)" }

    init() async throws {
        facts = try await Facts()
    }

    @Test
    func `that is new has nothing known, no band and no colour, and three things to begin with`()
        async throws
    {
        for reader in [here.amara, here.peter, here.nadia] {
            let seen = try await here.opens(path, as: reader)

            #expect(seen.status == 200)
            #expect(seen.body.ranges(of: "<b>Not known.</b>").count == 16)
            #expect(!seen.says("<svg class=\"continuum\""))
            #expect(seen.says("Three things to begin with"))
            #expect(seen.body.ranges(of: "<ol>").count == 1)
        }
    }

    @Test func `shows what is known in words, with what it rests on`() async throws {
        for _ in 0..<20 { try await facts.refers(20, asking: true) }
        let at = Facts.now
        let page = try await Standings(store: here.store, member: here.amara).page(
            facts.placement,
            on: nil,
            at: at
        )
        let seen = page.main.description

        #expect(
            seen.contains(
                "Referrals before which the two had talked, in person or on screen, of all: 20 of 20"
            )
        )
        #expect(seen.contains("There is no list of the practice’s patients here to compare with."))
        #expect(seen.contains("Too little is known yet"))
    }

    @Test func `can be seen on any date until today`() async throws {
        for _ in 0..<20 { try await facts.refers(20, asking: true) }
        let standings = Standings(store: here.store, member: here.amara)
        func talked(_ day: Day) async throws -> Evidence? {
            try await standings.page(facts.placement, on: day, at: Facts.now).now.evidence["C06.o1"]
        }

        let today = Day(Facts.now)
        #expect(try await talked(today) == .share(Proportion(20, of: 20)))
        #expect(try await talked(today.advanced(by: -21)) == .unknown(.nothing))
        #expect(
            try await standings.page(facts.placement, on: today.advanced(by: 5), at: Facts.now).day
                == today
        )
    }

    @Test
    func
        `is for the link worker, the practice's manager and the network's lead, and each look is noted`()
        async throws
    {
        for (reader, status) in [
            (here.amara, 200), (here.peter, 200), (here.nadia, 200), (here.ruth, 404), (here.sam, 404),
            (here.jo, 404), (here.olu, 404), (here.drPatel, 404), (here.mina, 404), (here.walter, 404),
            (here.stranger, 404),
        ] {
            #expect(try await here.opens(path, as: reader).status == status, "\(reader.name)")
        }
        #expect(
            try await here.count("log_entry WHERE subject_kind = 'Placement' AND act = 'looked'") == 3
        )
    }

    @Test func `is for whoever supervises once the link worker shares anything with them`()
        async throws
    {
        let said = CheckIns.Said(answers: ["LW5": .fully], shared: ["LW5": [.supervisor]], seconds: 5)
        let checkIns = CheckIns(store: here.store, member: here.amara)
        try await checkIns.answer(facts.placement, said, on: .own, at: .now)
        #expect(try await here.opens(path, as: here.ruth).status == 200)
        #expect(try await here.opens(path, as: here.amara).says("Nadia Aziz, Peter Hale, Ruth Adler"))

        try await checkIns.share(facts.placement, ["LW5": []], at: .now)
        #expect(try await here.opens(path, as: here.ruth).status == 404)
    }

    @Test func `says to nobody what the link worker did not share`() async throws {
        let said = CheckIns.Said(answers: ["LW5": .notAtAll], shared: [:], seconds: 5)
        let checkIns = CheckIns(store: here.store, member: here.amara)
        for _ in 0..<2 { try await checkIns.answer(facts.placement, said, on: .own, at: .now) }

        #expect(try await here.opens(path, as: here.amara).says("0 well, 0 in part, 2 not"))
        #expect(!(try await here.opens(path, as: here.peter).says("0 well, 0 in part, 2 not")))
    }
}

@Suite("Asked for the best and the worst")
struct BestAndWorstTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `Belong cannot say: placements stand by name, whatever is known of them`() async throws {
        let here = facts.here
        let standings = Standings(store: here.store, member: here.nadia)
        let before = try await standings.list(at: Facts.now).lines.map {
            "\($0.place.name) at \($0.place.practice)"
        }
        for _ in 0..<20 { try await facts.refers(20, to: here.sam, asking: true) }
        let after = try await standings.list(at: Facts.now).lines.map {
            "\($0.place.name) at \($0.place.practice)"
        }

        #expect(
            after == [
                "Amara Okafor at Elm Street Surgery", "Sam Reed at Elm Street Surgery",
                "Amara Okafor at Harbour Practice",
            ]
        )
        #expect(before == after)
        for asked in ["?sort=best", "?order=worst", "?by=score"] {
            let (plain, sorted) = try await (
                here.opens("/belonging", as: here.nadia), here.opens("/belonging\(asked)", as: here.nadia)
            )
            #expect(main(plain) == main(sorted))
        }
    }

    /// The page without what stands round it, which is new each time.
    private func main(_ seen: Seen) -> Substring? {
        seen.body.firstRange(of: "<main").map { seen.body[$0.lowerBound...] }
            .flatMap { page in page.firstRange(of: "</main>").map { page[..<$0.lowerBound] } }
    }

    @Test func `no page holds a score, a rank or a mean`() async throws {
        let pages = [StandingsPage.sample.main.description, PlacementPage.sample.main.description]
        for page in pages {
            for word in ["best", "worst", "rank", "average", "%", "out of 100", "total"] {
                #expect(!page.localizedCaseInsensitiveContains(word), "\(word)")
            }
        }
    }
}
