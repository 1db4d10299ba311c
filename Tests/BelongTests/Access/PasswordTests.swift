import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A password")
struct PasswordTests {
    let here: Neighbourhood
    let sunita: Member
    let passwords = Passwords()
    var now: Date { Neighbourhood.now }
    static let old = "four-old-words-here"
    static let new = "four-new-words-here"

    init() async throws {
        here = try await Neighbourhood()
        sunita = Member(
            name: "Sunita Rao",
            memberships: [.init(role: .administrator, organisation: here.network)]
        )
        let (amara, admin) = (here.amara.id, sunita.id)
        let hash = try await passwords.hash(Self.old)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO member (id, name, email, email_folded, made_at)
                VALUES (\(admin), 'Sunita Rao', 'sunita@example.org', 'sunita@example.org', \(Neighbourhood.now))
                """
            )
            try work.run(
                "INSERT INTO password (member, hash, set_at) VALUES (\(amara), \(hash), \(Neighbourhood.now))"
            )
        }
    }

    private var sessions: Sessions { Sessions(store: here.store) }

    private func changes(
        _ old: String,
        to new: String,
        in session: String = "",
        after: Double = 1
    ) async throws {
        try await ChangingPassword(store: here.store, passwords: passwords, member: here.amara)
            .change(
                from: old,
                to: NewPassword(new, again: new),
                in: session,
                from: "192.0.2.7",
                at: now + after
            )
    }

    private func signsIn(_ password: String, after: Double = 10) async throws -> Member.ID {
        try await SigningIn(store: here.store, passwords: passwords)
            .signIn("amara.okafor@example.org", password: password, from: "192.0.2.8", at: now + after)
    }

    private func links() throws -> PasswordLinks {
        try PasswordLinks(store: here.store, site: here.site().address)
    }

    @Test func `is changed by whoever knows it, and signs out every other browser`() async throws {
        let (mine, other) = try await (
            sessions.begin(for: here.amara.id, at: now), sessions.begin(for: here.amara.id, at: now)
        )
        try await changes(Self.old, to: Self.new, in: mine)

        #expect(try await signsIn(Self.new) == here.amara.id)
        await #expect(throws: SigningIn.Refused.unknown) { try await signsIn(Self.old) }
        #expect(try await sessions.find(mine, at: now + 2) != nil)
        #expect(try await sessions.find(other, at: now + 2) == nil)
    }

    @Test func `is not changed by whoever only sits at the browser, however often they guess`() async throws {
        for _ in 0..<SigningIn.patience {
            let problems = await #expect(throws: Problems.self) { try await changes("guess", to: Self.new) }
            #expect(problems?.list.map(\.sentence) == ["That is not your password now"])
        }
        let problems = await #expect(throws: Problems.self) { try await changes(Self.old, to: Self.new) }
        #expect(problems?.list.first?.sentence.hasPrefix("That was wrong several times.") == true)
    }

    @Test func `must be long enough, and be typed twice alike`() async throws {
        for (typed, again, sentence) in [
            ("short", "short", "A password needs at least 12 characters."),
            (Self.new, "another-one-here", "These two are not the same. Type both again"),
            (String(repeating: "é", count: 201), "", "Keep it to 200 characters"),
        ] {
            let problems = #expect(throws: Problems.self) { try NewPassword(typed, again: again) }
            #expect(problems?.list.map(\.sentence) == [sentence])
        }
        let seen = try await here.sends(
            "/me/password",
            ["old": Self.old, "password": "short", "again": "short"],
            as: here.amara
        )
        #expect(seen.status == 422 && !seen.says("\"short\"") && !seen.says(Self.old))
    }

    @Test func `is set once by a link that an administrator sends and does not see`() async throws {
        let session = try await sessions.begin(for: here.amara.id, at: .now)
        let sent = try await here.sends("/colleagues/\(here.amara.id)/password-link", [:], as: sunita)
        #expect(sent.status == 303 && sent.location == "/colleagues")
        let body: String? = try await here.store.read {
            try $0.value("SELECT body FROM message WHERE recipient = 'amara.okafor@example.org'")
        }
        let path = try #require(body?.firstMatch(of: /\/password\/[0-9a-f]{64}/)).0
        let seen = try await here.opens("\(path)", as: nil)
        #expect(seen.status == 200 && seen.says("Hello Amara Okafor."))
        #expect(try await !here.opens("/post", as: sunita).says("/password/"))

        let wrong = try await here.sends("\(path)", ["password": "short", "again": ""], as: nil)
        #expect(wrong.status == 422)
        let fields: KeyValuePairs = ["password": Self.new, "again": Self.new]
        #expect(try await here.sends("\(path)", fields, as: nil).location == "/signing-in")
        #expect(try await here.sends("\(path)", fields, as: nil).status == 404)
        #expect(try await here.opens("\(path)", as: nil).status == 404)
        #expect(try await sessions.find(session) == nil)
    }

    @Test func `has links that end: after two days, by the next, and when somebody signs out everywhere`()
        async throws
    {
        let new = try NewPassword(Self.new, again: Self.new)
        func made(at now: Date) async throws -> String {
            try await String(links().make(for: here.amara.id, at: now).suffix(64))
        }
        let late = try await made(at: now)
        await #expect(throws: Missing.self) {
            try await links().set(new, by: late, at: now + PasswordLinks.life)
        }
        let first = try await made(at: now)
        let second = try await made(at: now + 1)
        await #expect(throws: Missing.self) { try await links().set(new, by: first, at: now + 2) }
        try await sessions.endAll(of: here.amara.id, at: now + 2)
        await #expect(throws: Missing.self) { try await links().set(new, by: second, at: now + 3) }
        await #expect(throws: Missing.self) { try await links().open("forged", at: now) }
        #expect(try await here.count("password_link WHERE token_hash = \(second)") == 0)
    }

    @Test func `is asked for colleagues by their administrator and no one else`() async throws {
        let list = try await here.opens("/colleagues", as: sunita)
        #expect(list.says("Amara Okafor") && list.says("Dr Osei") && !list.says("Jo Marsh"))
        for member in here.everyone {
            #expect(try await here.opens("/colleagues", as: member).status == 404, "\(member.name)")
            let sent = try await here.sends("/colleagues/\(here.sam.id)/password-link", [:], as: member)
            #expect(sent.status == 404, "\(member.name)")
        }
        let elsewhere = try await here.sends("/colleagues/\(here.jo.id)/password-link", [:], as: sunita)
        #expect(elsewhere.status == 404)
        #expect(try await here.count("password_link") == 0)
    }

    @Test func `and signing out everywhere end what a form left open could still send`() async throws {
        let token = try await sessions.begin(for: here.amara.id, at: now)
        let form = try #require(try await sessions.find(token, at: now)).session.formToken
        let next = try await sessions.begin(for: here.amara.id, at: now + 1)
        #expect(try await sessions.find(next, at: now + 1)?.session.formToken == form)

        try await sessions.endAll(of: here.amara.id, at: now + 2)
        let after = try await sessions.begin(for: here.amara.id, at: now + 3)
        #expect(try await sessions.find(after, at: now + 3)?.session.formToken != form)
    }
}
