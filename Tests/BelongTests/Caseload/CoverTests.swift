import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Covering for a colleague")
struct CoverTests {
    let story: CaseInHand
    let today = Day(Neighbourhood.now)

    init() async throws {
        story = try await CaseInHand()
    }

    private func asked(
        from: Int = 0,
        until: Int = 10,
        by colleague: Member? = nil,
        at practice: Organisation? = nil
    ) -> CoverAsked {
        CoverAsked(
            linkWorker: story.here.amara.id,
            practice: (practice ?? story.here.elmStreet).id,
            coveredBy: (colleague ?? story.here.sam).id,
            from: today.advanced(by: from),
            until: today.advanced(by: until)
        )
    }

    private func covers(of member: Member? = nil) -> Covers {
        Covers(store: story.here.store, member: member ?? story.here.amara)
    }

    private func sees(_ member: Member, days: Double = 0) async -> Bool {
        let cases = story.cases(seenBy: member)
        return (try? await cases.page(story.id, at: Neighbourhood.now + days * 86_400)) != nil
    }

    @Test func `opens the cases from the first day to the last, and not a day longer`() async throws {
        try await covers().arrange(asked(from: 2, until: 4), at: Neighbourhood.now)

        #expect(await !sees(story.here.sam, days: 1))
        #expect(await sees(story.here.sam, days: 2))
        #expect(await sees(story.here.sam, days: 4))
        #expect(await !sees(story.here.sam, days: 5))
    }

    @Test func `lets whoever covers write, under their own name`() async throws {
        try await covers().arrange(asked(), at: Neighbourhood.now)

        let told = CaseInHand.told("Rang while Amara was away.")
        try await story.cases(seenBy: story.here.sam).write(told, on: story.id, at: Neighbourhood.now)

        #expect(try await story.here.count("contact WHERE written_by = \(story.here.sam.id)") == 1)
        let people = try await story.cases(seenBy: story.here.sam).people(at: Neighbourhood.now)
        #expect(people.map(\.name) == ["Jean Moss"])
    }

    @Test func `opens one practice only`() async throws {
        let other = try await story.here.refers(
            Neighbourhood.particulars("Ada Poole", bornOn: Day("1940-05-06")),
            by: story.here.drOsei,
            from: story.here.harbour
        )
        let harbour = try await story.here.accepts(other)
        try await covers().arrange(asked(), at: Neighbourhood.now)

        await #expect(throws: Missing.self) {
            try await story.cases(seenBy: story.here.sam).page(harbour, at: Neighbourhood.now)
        }
    }

    @Test func `ends early when either of them says so`() async throws {
        try await covers().arrange(asked(), at: Neighbourhood.now)
        let cover = try #require(try await covers().all(at: Neighbourhood.now).covers.first)

        try await covers(of: story.here.sam).end(cover.id, at: Neighbourhood.now)

        #expect(await !sees(story.here.sam))
    }

    @Test func `is arranged by the link worker or their supervisor, and by nobody else`() async throws {
        for other in story.here.everyone where ![story.here.amara.id, story.here.ruth.id].contains(other.id) {
            await #expect(throws: Missing.self, "\(other.name)") {
                try await covers(of: other).arrange(asked(), at: Neighbourhood.now)
            }
        }
        try await covers(of: story.here.ruth).arrange(asked(), at: Neighbourhood.now)

        #expect(await sees(story.here.sam))
    }

    @Test func `is given by a link worker of the network, not by a stranger to it`() async throws {
        for other in [story.here.jo, story.here.drPatel, story.here.amara] {
            await #expect(throws: Cover.Refused.notThere, "\(other.name)") {
                try await covers().arrange(asked(by: other), at: Neighbourhood.now)
            }
        }
        #expect(
            Cover.Refused.notThere.sentence
                == "That colleague does not work in the same network as the practice. Choose another."
        )
    }

    @Test func `cannot be ended by somebody it does not concern`() async throws {
        try await covers().arrange(asked(), at: Neighbourhood.now)
        let cover = try #require(try await covers().all(at: Neighbourhood.now).covers.first)

        for other in [story.here.jo, story.here.olu, story.here.drPatel] {
            await #expect(throws: Missing.self) { try await covers(of: other).end(cover.id) }
        }
    }

    @Test func `says everything that is wrong with it at once`() throws {
        var form = CoverForm()
        form.from = "2026-02-30"
        form.until = ""

        let problems = #expect(throws: Problems.self) { try form.read(today: today) }
        #expect(problems?.list.map(\.field) == ["who", "from", "until"])
    }

    @Test(arguments: [(10, 2, "before the first"), (-9, -3, "has been"), (0, 200, "three months")])
    func `has days that make sense`(_ from: Int, _ until: Int, _ words: String) throws {
        var form = CoverForm()
        form.who = "\(Organisation.ID()).\(Member.ID()).\(Member.ID())"
        form.from = "\(today.advanced(by: from))"
        form.until = "\(today.advanced(by: until))"

        let problems = #expect(throws: Problems.self) { try form.read(today: today) }
        #expect(problems?.list.contains { $0.sentence.contains(words) } == true)
    }

    @Test func `is for link workers and supervisors on the web, and arranged there`() async throws {
        let here = story.here
        for member in here.everyone {
            let expected = member.isA(.linkWorker) || member.isA(.supervisor) ? 200 : 404
            #expect(try await here.opens("/cover", as: member).status == expected, "\(member.name)")
        }
        let who = "\(here.elmStreet.id).\(here.amara.id).\(here.sam.id)"
        let (from, until) = ("\(Day(.now))", "\(Day(.now).advanced(by: 5))")

        let sent = try await here.sends("/cover", ["who": who, "from": from, "until": until], as: here.amara)

        #expect(sent.location == "/cover")
        #expect(try await here.opens("/cover", as: here.sam).says("Sam Reed</b> for Amara Okafor"))
        #expect(try await here.opens(story.path, as: here.sam).says("while Amara Okafor is away"))
    }
}
