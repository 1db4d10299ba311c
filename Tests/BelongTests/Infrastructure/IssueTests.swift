import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// The tests' own library has an issue too.
private typealias Issue = Belong.Issue

@Suite("Something that is not right")
struct IssueTests {
    let here: Neighbourhood
    let now = Neighbourhood.now

    init() async throws { here = try await Neighbourhood() }

    private func raised(
        _ kind: Issue.Kind = .it,
        by member: Member? = nil,
        whose: Member? = nil
    ) async throws -> Issue.ID {
        try await here.issues(of: member ?? here.sam).raise(
            .init(
                practice: here.elmStreet.id,
                kind: kind,
                words: "No sign-in at the branch",
                whose: (whose ?? here.peter).id
            ),
            at: now
        )
    }

    private func say(
        _ act: Issue.Act,
        _ id: Issue.ID,
        _ who: Member,
        to: Member? = nil,
        days: Double = 0
    )
        async throws
    {
        try await here.issues(of: who).say(act, "Done", to: to?.id, on: id, at: now + days * 86_400)
    }

    private func standing(_ id: Issue.ID) async throws -> Issue.Standing {
        try await here.issues(of: here.sam).look(at: id, at: now).issue.standing
    }

    @Test func `is taken up, put right, and closed by whoever raised it`() async throws {
        let id = try await raised()
        try await say(.acknowledged, id, here.peter, days: 1)
        try await say(.mended, id, here.peter, days: 2)
        #expect(try await standing(id) == .mended(at: now + 2 * 86_400))
        try await say(.notYet, id, here.sam, days: 3)
        try await say(.mended, id, here.peter, days: 4)
        try await say(.closed, id, here.sam, days: 5)

        #expect(try await standing(id) == .closed(at: now + 5 * 86_400))
        await #expect(throws: Issue.Refused.closed) { try await say(.mended, id, here.peter, days: 6) }
    }

    @Test func `is closed by nobody else, and read by nobody else`() async throws {
        let id = try await raised()
        await #expect(throws: Missing.self) { try await say(.closed, id, here.peter) }
        for other in here.everyone where ![here.sam.id, here.peter.id].contains(other.id) {
            await #expect(throws: Missing.self, "\(other.name)") {
                try await here.issues(of: other).look(at: id)
            }
            await #expect(throws: Missing.self, "\(other.name)") { try await say(.closed, id, other) }
        }
    }

    @Test func `is handed on to whose it really is, and begins to wait again`() async throws {
        let id = try await raised()
        try await say(.handed, id, here.peter, to: here.nadia, days: 1)

        #expect(try await standing(id) == .raised(since: now + 86_400))
        #expect(try await here.issues(of: here.nadia).waiting().toFix == 1)
        await #expect(throws: Missing.self) { try await say(.mended, id, here.peter) }
        await #expect(throws: Issue.Refused.notThere) { try await say(.handed, id, here.nadia, to: here.jo) }
    }

    @Test func `is asked of somebody who can do something about it there`() async throws {
        for other in [here.jo, here.olu, here.mina, here.sam] {
            await #expect(throws: Issue.Refused.notThere, "\(other.name)") { try await raised(whose: other) }
        }
        await #expect(throws: Missing.self) { try await raised(by: here.jo) }
        #expect(
            Issue.Refused.notThere.sentence
                == "Choose somebody from the list: they have to be able to do something about it."
        )
        #expect(Issue.Refused.closed.sentence == "Whoever raised this has closed it.")
        #expect(Issue.Refused.acknowledged.sentence == "You have said already that you have this.")
        #expect(Issue.Refused.nothingMended.sentence == "Nobody has said yet that it is put right.")
    }

    @Test func `says in words how long it waits`() async throws {
        let id = try await raised()
        let issue = try await here.issues(of: here.sam).look(at: id, at: now).issue
        #expect(issue.state(at: now + 86_400) == "nobody has said yet that they have it")
        #expect(
            issue.state(at: now + 9 * 86_400)
                == "nobody has said for more than 5 working days that they have it"
        )
        await #expect(throws: Issue.Refused.nothingMended) { try await say(.notYet, id, here.sam) }
        try await say(.acknowledged, id, here.peter)
        await #expect(throws: Issue.Refused.acknowledged) { try await say(.acknowledged, id, here.peter) }
    }

    @Test func `closed from two windows at once is closed once`() async throws {
        let id = try await raised()
        let closed = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask { (try? await say(.closed, id, here.sam)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(closed == 1)
        #expect(try await here.count("issue_turn WHERE act = 'closed'") == 1)
    }

    @Test func `stands in the placement of the link worker who raised it, without its words`() async throws {
        _ = try await raised()
        let placement = try await here.placement(of: here.sam)
        for member in [here.sam, here.peter, here.ruth, here.nadia] {
            let page = try await here.opens("/placements/\(placement)", as: member)
            #expect(page.says("IT") && page.says("Peter Hale"), "\(member.name)")
            #expect(!page.says("No sign-in at the branch"), "\(member.name)")
        }
        for member in [here.amara, here.jo, here.mina, here.drPatel, here.olu, here.walter, here.stranger] {
            #expect(
                try await here.opens("/placements/\(placement)", as: member).status == 404,
                "\(member.name)"
            )
        }
    }

    @Test func `is raised on a page that says everything that is missing, and tells its owner`() async throws
    {
        let empty = try await here.sends("/issues", ["words": ""], as: here.sam)
        #expect(empty.status == 422)
        #expect(empty.says("Choose what kind of thing it is"))
        #expect(empty.says("Say in a line or two what is not right"))
        #expect(empty.says("Choose whose it is to put right"))

        let fields: KeyValuePairs = [
            "kind": "room", "words": "The room is let out on Tuesdays",
            "whose": "\(here.elmStreet.id).\(here.peter.id)",
        ]
        let sent = try await here.sends("/issues", fields, as: here.sam)
        let path = try #require(sent.location)
        #expect(
            try await here.mail(to: here.peter) == ["Something at Elm Street Surgery is yours to put right"]
        )
        #expect(try await here.opens("/front-desk", as: here.peter).says("1 thing that a colleague raised"))
        #expect(try await here.opens(path, as: here.peter).says("I have this"))
        #expect(try await here.sends("\(path)/mending", ["words": ""], as: here.peter).status == 422)
        #expect(
            try await here.sends("\(path)/mending", ["words": "It is yours"], as: here.peter).status == 303
        )
        #expect(try await here.opens(path, as: here.sam).says("Only you close this"))
        #expect(try await here.sends("\(path)/closing", [:], as: here.sam).status == 303)
    }
}
