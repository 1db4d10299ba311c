import Foundation
import HTTPTypes
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Going on after being signed out")
struct GoingOnTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    @Test func `a page that was asked for is where signing in leads`() async throws {
        let seen = try await here.opens("/people", as: nil)

        #expect(seen.location == "/signing-in?to=/people")
        #expect(try await here.opens("/signing-in?to=/people", as: nil).says("value=\"/people\""))
    }

    @Test func `a form that was sent keeps every word through the front door, and does nothing yet`()
        async throws
    {
        let seen = try await here.sends(
            "/me/profile",
            ["words": "Zoë & \"Łukasz\" <b>?", "more": ""],
            as: nil
        )

        #expect(seen.status == 401 && seen.says("You were signed out meanwhile."))
        let kept = try #require(seen.body.firstMatch(of: /name="carried" value="([^"]+)"/))
        let carried = try #require(Carried(text: String(kept.output.1).replacing("&amp;", with: "&")))
        #expect(carried.path == "/me/profile")
        #expect(carried.fields == [.init("words", "Zoë & \"Łukasz\" <b>?"), .init("more", "")])
    }

    @Test func `an address cannot bring a form along, only the page it leads to`() async throws {
        let address = "/signing-in?to=/me/profile%3Fbrings%3DI%2520know%2520nothing"
        let seen = try await here.opens(address, as: nil)

        #expect(seen.says("name=\"carried\" value=\"/me/profile\""))
        #expect(!seen.says("know") && !seen.says("What you wrote"))
    }

    /// A browser keeps the session to itself where another site sends the form, so
    /// that somebody signed in looks as if they were not.
    @Test(arguments: [
        ["Sec-Fetch-Site": "cross-site"], ["Origin": "https://elsewhere.example"], ["Origin": "null"],
    ])
    func `a form from elsewhere brings nothing through the front door`(_ said: [String: String]) async throws
    {
        let headers = HTTPFields(
            said.compactMap { name, value in
                HTTPField.Name(name).map { HTTPField(name: $0, value: value) }
            }
        )
        let seen = try await here.sends("/me/profile", ["brings": "Nothing"], as: nil, saying: headers)

        #expect(seen.location == "/signing-in" && !seen.says("Nothing"))
    }

    @Test func `everything that will be sent is shown before it is`() throws {
        let typed = "/cases/sample/closing?day=2026-04-14&outcome=reached&more=&words=Well+done"
        let page = try GoingOnPage(carried: #require(Carried(text: typed))).main.description

        let shown = page.replacing(/<input[^>]*>/, with: "")
        for words in ["/cases/sample/closing", "2026-04-14", "reached", "Well done", "Left empty", "more"] {
            #expect(shown.contains(words), "\(words) is not shown")
        }
    }

    @Test func `what belonged to the session that ended stays behind`() async throws {
        let seen = try await here.sends("/me/profile", ["words": "Hello"], as: nil)

        #expect(!seen.says(Neighbourhood.formToken))
    }

    @Test(arguments: ["//elsewhere.example/a", "https://elsewhere.example", "people", "/a b", "/\u{202E}"])
    func `nothing leads out of this site`(_ path: String) {
        #expect(Carried(text: path) == nil)
    }

    @Test func `a script that keeps a draft is told plainly`() async throws {
        let seen = try await here.sends("/drafts/contact/\(Case.ID())", ["draft": "x"], as: nil, draft: true)

        #expect(seen.status == 401 && seen.body.isEmpty)
    }

    @Test
    func `the forms of a session that ran out can be sent in the next, not those of one that was ended`()
        async throws
    {
        let sessions = Sessions(store: here.store)
        let (member, now) = (here.amara.id, Date.now)
        let first = try await token(of: sessions.begin(for: member, at: now - 7_200))
        let second = try await token(of: sessions.begin(for: member, at: now))
        #expect(first == second)

        try await sessions.endAll(of: member)
        #expect(try await token(of: sessions.begin(for: member)) != first)
        #expect(try await token(of: sessions.begin(for: here.sam.id)) != first)
    }

    private func token(of session: String) async throws -> String {
        let hash = Sodium.digest(session)
        let found: String? = try await here.store.read {
            try $0.value("SELECT form_token FROM session WHERE token_hash = \(hash)")
        }
        return try #require(found)
    }
}
