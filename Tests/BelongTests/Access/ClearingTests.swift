import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What is cleared away after a while")
struct ClearingTests {
    private let here: Neighbourhood
    private let now = Date.now

    init() async throws {
        here = try await Neighbourhood()
    }

    private func days(_ days: Double) -> Date { now - days * 86_400 }

    private func clears(at moment: Date? = nil) async throws -> Int {
        try await Clearing(store: here.store).round(at: moment ?? now)
    }

    @Test func `goes when its time is over, and not before`() async throws {
        let sessions = Sessions(store: here.store)
        _ = try await sessions.begin(for: here.amara.id, at: days(31))
        _ = try await sessions.begin(for: here.amara.id, at: days(29))
        try await sessions.endAll(of: here.amara.id, at: days(28))
        for age in [31.0, 29] {
            let drafts = Drafts(store: here.store, member: here.amara)
            try await drafts.keep(Draft.ID(), .contact, about: Key<Case>(), "matters=x", at: days(age))
            try await drafts.throwAway(Draft.ID(), at: days(age))
            _ = try? await SigningIn(store: here.store, passwords: Passwords())
                .signIn("amara.okafor@example.org", password: "wrong", from: "::1", at: days(age))
            try await here.store.write { work in
                _ = try work.makeLink(to: .ownPage, Key<Case>(), at: days(90 + age))
            }
        }
        for age in [401.0, 399] {
            _ = try await KnownBrowsers(store: here.store).remember(nil, for: here.amara.id, at: days(age))
        }

        #expect(try await clears() == 7)

        for table: SQL in [
            "session", "session_end", "draft", "draft_end", "sign_in_attempt", "link", "known_browser",
        ] {
            #expect(try await here.count(table) == 1, "\(table)")
        }
    }

    @Test func `goes in many small pieces`() async throws {
        let (many, member) = (Stale.batch + 1, here.amara.id)
        let old = days(40)
        try await here.store.write { work in
            for number in 0..<many {
                try work.run(
                    """
                    INSERT INTO session (token_hash, member, form_token, began_at, seen_at)
                    VALUES (\("token \(number)"), \(member), 'x', \(old), \(old))
                    """
                )
            }
        }

        #expect(try await clears() == many)
        #expect(try await here.count("session") == 0)
    }

    @Test func `the key of a form goes thirty days after the form was shown`() async throws {
        let shown = [days(31), days(29), now, now + 40 * 86_400]
        for moment in shown {
            let fields: KeyValuePairs = ["brings": "Patience", "languages": "", "phone": ""]
            _ = try await here.sends("/me/profile", fields, as: here.amara, nonce: .init(at: moment))
        }
        #expect(try await here.count("submission") == 4)

        #expect(try await clears() == 2)
        #expect(try await here.count("submission") == 2)
    }

    @Test func `is cleared once a day, and that stands in the log`() async throws {
        _ = try await clears()
        _ = try await Sessions(store: here.store).begin(for: here.amara.id, at: days(40))

        #expect(try await clears() == 0)
        #expect(try await clears(at: now + 86_400) == 1)
        #expect(try await here.count("clearing") == 2)
        #expect(try await here.count("log_entry WHERE act = 'cleared' AND actor = 'service'") == 2)
        #expect(try await LogVerification(of: here.store).isWhole)
    }
}
