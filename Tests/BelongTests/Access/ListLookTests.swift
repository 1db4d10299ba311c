import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A look at a list of names")
struct ListLookTests {
    private let sight: InSight
    private var here: Neighbourhood { sight.here }

    init() async throws {
        sight = try await InSight()
    }

    /// Lines of the log that one member has left about a list.
    private func lines(_ kind: String, by member: Member) async throws -> Int {
        try await here.count(
            "log_entry WHERE subject_kind = \(kind) AND member = \(member.id) AND act = 'looked' AND person IS NULL"
        )
    }

    @Test func `leaves a line, whatever the list`() async throws {
        try await sight.story.cases().show(sight.story.id)
        let lists: [(path: String, kind: String, reader: Member)] = [
            ("/waiting", "Waiting", here.amara), ("/people", "People", here.amara),
            ("/introductions", "Introductions", here.amara), ("/welcome", "Welcome", here.walter),
            ("/desk", "Desk", here.drPatel), ("/referrals/new", "Desk", here.drPatel),
            ("/shown", "Shown", here.ruth), ("/replies", "Replies", here.amara),
            ("/community/\(sight.lunch)/people", "Shortlisting", here.amara),
            ("/news", "Inbox", here.drPatel), ("/worries", "Worries", here.ruth),
            ("/today", "Today", here.amara), ("/diary", "Diary", here.amara),
            ("/diary/new", "Diary", here.amara), ("/front-desk", "FrontDesk", here.mina),
        ]
        for (path, kind, reader) in lists {
            let before = try await lines(kind, by: reader)
            #expect(try await here.opens(path, as: reader).status == 200)
            #expect(try await lines(kind, by: reader) == before + 1, "\(path) leaves no line")
        }
    }

    @Test func `leaves a line about each who is shown as who may be meant`() async throws {
        let jean = sight.story.person
        let alike = Neighbourhood.particulars(phone: nil)
        let request = ReferralRequest(
            practice: here.elmStreet.id,
            about: .notSaid,
            particulars: alike,
            reasons: [.isolation],
            otherReason: "",
            words: "Eats alone.",
            told: [],
            reaching: Neighbourhood.reaching,
            needs: [],
            risk: .nothingKnown,
            question: nil,
            askedFor: nil
        )
        let site = try #require(WebAddress("http://localhost:8080"))
        let referring = Referring(store: here.store, member: here.drLowe, site: site)
        guard case .whoIsMeant = try await referring.refer(request, at: Neighbourhood.now) else {
            Issue.record("nobody is shown")
            return
        }
        #expect(try await looks(at: jean, by: here.drLowe) == 1)
    }

    @Test func `leaves a line about each who looks like somebody`() async throws {
        let jean = sight.story.person
        let second = try await here.refers(at: Neighbourhood.now)
        let twin = try await here.person(of: second)
        try await here.accepts(second)

        _ = try await People(store: here.store, member: here.amara).lookAlikes(of: twin)

        #expect(try await looks(at: jean, by: here.amara) >= 1)
        #expect(try await looks(at: twin, by: here.amara) >= 1)
    }

    /// Looks at who somebody is, not at their case.
    private func looks(at person: Person.ID, by member: Member) async throws -> Int {
        try await here.count(
            """
            log_entry
            WHERE person = \(person) AND member = \(member.id) AND act = 'looked' AND subject_kind = 'Person'
            """
        )
    }
}
