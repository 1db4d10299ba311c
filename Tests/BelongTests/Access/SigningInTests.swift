import Foundation
import Kernel
import Store
import TestStores
import Testing

@testable import Belong

@Suite("Signing in")
struct SigningInTests {
    private func house() async throws -> (store: any Store, ann: Member.ID) {
        let store = try await TestStores.fresh(Features.changes)
        let address = try #require(EmailAddress("Ann@Example.org"))
        let ann = try await Members(store: store).add(
            name: "Ann Bell",
            email: address,
            password: "a long enough word"
        )
        return (store, ann)
    }

    private func signingIn(_ store: any Store) -> SigningIn {
        SigningIn(store: store, passwords: Passwords())
    }

    @Test func `needs the right password, whatever the capitals of the address`() async throws {
        let (store, ann) = try await house()

        let member = try await signingIn(store).signIn(
            "ann@example.ORG",
            password: "a long enough word",
            from: "::1"
        )

        #expect(member == ann)
        await #expect(throws: SigningIn.Refused.unknown) {
            try await signingIn(store).signIn("ann@example.org", password: "another word", from: "::1")
        }
        await #expect(throws: SigningIn.Refused.unknown) {
            try await signingIn(store).signIn(
                "nobody@example.org",
                password: "a long enough word",
                from: "::1"
            )
        }
    }

    @Test(arguments: [
        "my pass phrase, in the wrong field", "", String(repeating: "a", count: 255) + "@example.org",
        String(repeating: "long ", count: 100_000),
    ])
    func `keeps nothing of what is no e-mail address`(_ typed: String) async throws {
        let (store, _) = try await house()

        await #expect(throws: SigningIn.Refused.unknown) {
            try await signingIn(store).signIn(typed, password: "a long enough word", from: "::1")
        }
        let kept: Int? = try await store.read { try $0.value("SELECT COUNT(*) FROM sign_in_attempt") }
        #expect(kept == 0)
    }

    @Test func `keeps the password as an argon2id hash only`() async throws {
        let (store, _) = try await house()

        let hash: String? = try await store.read { try $0.value("SELECT hash FROM password") }

        #expect(hash?.hasPrefix("$argon2id$v=19$m=65536") == true)
    }

    @Test func `is slowed down after five wrong tries, and open again after the wait`() async throws {
        let (store, ann) = try await house()
        let signing = signingIn(store)
        let now = Neighbourhood.now
        for _ in 0..<SigningIn.patience {
            _ = try? await signing.signIn("ann@example.org", password: "wrong", from: "::1", at: now)
        }

        await #expect(throws: SigningIn.Refused.tooMany(seconds: 2)) {
            try await signing.signIn("ann@example.org", password: "a long enough word", from: "::1", at: now)
        }
        let later = now.addingTimeInterval(2)
        #expect(
            try await signing.signIn(
                "ann@example.org",
                password: "a long enough word",
                from: "::1",
                at: later
            ) == ann
        )
    }

    @Test func `looks at five passwords and no more, however many come at once`() async throws {
        let (store, _) = try await house()
        let signing = signingIn(store)

        let refusals = await withTaskGroup(of: SigningIn.Refused?.self) { group in
            for number in 0..<40 {
                group.addTask {
                    do {
                        _ = try await signing.signIn(
                            "ann@example.org",
                            password: "guess \(number)",
                            from: "::\(number)",
                            at: Neighbourhood.now
                        )
                        return nil
                    } catch {
                        return error as? SigningIn.Refused
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(refusals.count { $0 == .unknown } == SigningIn.patience)
        #expect(refusals.count { $0 == .tooMany(seconds: 2) } == 35)
        let tries: Int? = try await store.read { try $0.value("SELECT COUNT(*) FROM sign_in_attempt") }
        #expect(tries == SigningIn.patience)
    }

    @Test func `does not make the owner wait for others, in a browser that signed in before`() async throws {
        let (store, ann) = try await house()
        let (signing, now) = (signingIn(store), Neighbourhood.now)
        let browser = try await KnownBrowsers(store: store).remember(nil, for: ann, at: now)
        let word = "a long enough word"
        for _ in 0..<9 {
            _ = try? await signing.signIn("ann@example.org", password: "wrong", from: "::1", at: now)
        }

        await #expect(throws: SigningIn.Refused.tooMany(seconds: 2)) {
            try await signing.signIn("ann@example.org", password: word, from: "::1", at: now)
        }
        await #expect(throws: SigningIn.Refused.tooMany(seconds: 2)) {
            try await signing.signIn(
                "ann@example.org",
                password: word,
                from: "::1",
                browser: "a guess",
                at: now
            )
        }
        #expect(
            try await signing.signIn(
                "ann@example.org",
                password: word,
                from: "::1",
                browser: browser,
                at: now
            )
                == ann
        )
        #expect(try await KnownBrowsers(store: store).remember(browser, for: ann, at: now) == browser)
    }

    @Test func `slows down a known browser that guesses, too`() async throws {
        let (store, ann) = try await house()
        let (signing, now) = (signingIn(store), Neighbourhood.now)
        let browser = try await KnownBrowsers(store: store).remember(nil, for: ann, at: now)
        for _ in 0..<SigningIn.patience {
            _ = try? await signing.signIn(
                "ann@example.org",
                password: "wrong",
                from: "::1",
                browser: browser,
                at: now
            )
        }

        await #expect(throws: SigningIn.Refused.tooMany(seconds: 2)) {
            try await signing.signIn(
                "ann@example.org",
                password: "wrong",
                from: "::1",
                browser: browser,
                at: now
            )
        }
    }

    @Test func `says in minutes how long a long wait is`() {
        let sentence = "That was wrong several times. Wait 15 minutes, then try again."
        #expect(SigningIn.Refused.tooMany(seconds: 896).sentence == sentence)
        let short = "That was wrong several times. Wait 1 second, then try again."
        #expect(SigningIn.Refused.tooMany(seconds: 1).sentence == short)
    }

    @Test func `never waits longer than a quarter of an hour`() {
        #expect(SigningIn.wait(afterWrong: 4) == 0)
        #expect(SigningIn.wait(afterWrong: 5) == 2)
        #expect(SigningIn.wait(afterWrong: 500) == 900)
    }
}
