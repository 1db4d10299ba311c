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

    @Test func `never waits longer than a quarter of an hour`() {
        #expect(SigningIn.wait(afterWrong: 4) == 0)
        #expect(SigningIn.wait(afterWrong: 5) == 2)
        #expect(SigningIn.wait(afterWrong: 500) == 900)
    }
}

@Suite("A session")
struct SessionTests {
    @Test func `ends after half an hour of nothing, and after twelve hours of anything`() async throws {
        let here = try await Neighbourhood()
        let sessions = Sessions(store: here.store)
        let now = Neighbourhood.now
        let token = try await sessions.begin(for: here.amara.id, at: now)

        #expect(try await sessions.find(token, at: now + 29 * 60)?.member.id == here.amara.id)
        #expect(try await sessions.find(token, at: now + 58 * 60) != nil)
        #expect(try await sessions.find(token, at: now + 89 * 60) == nil)

        for half in 0..<30 { _ = try await sessions.find(token, at: now + Double(half) * 25 * 60) }
        #expect(try await sessions.find(token, at: now + 12 * 3600 + 60) == nil)
    }

    @Test func `is ended everywhere when somebody leaves`() async throws {
        let here = try await Neighbourhood()
        let sessions = Sessions(store: here.store)
        let token = try await sessions.begin(for: here.sam.id)

        try await Members(store: here.store).end(here.sam.id, at: here.elmStreet.id)

        #expect(try await sessions.find(token) == nil)
    }

    @Test func `shows what somebody does today, over all their organisations`() async throws {
        let here = try await Neighbourhood()
        let sessions = Sessions(store: here.store)
        let token = try await sessions.begin(for: here.amara.id)

        let found = try await sessions.find(token)

        #expect(found?.member.organisations(as: .linkWorker) == [here.elmStreet.id, here.harbour.id])
        #expect(try await sessions.find("not a token") == nil)
    }

    @Test func `is kept by its digest, so that a copy of the store signs nobody in`() async throws {
        let here = try await Neighbourhood()
        let token = try await Sessions(store: here.store).begin(for: here.amara.id)

        #expect(try await here.count("session WHERE token_hash = \(token)") == 0)
    }
}
