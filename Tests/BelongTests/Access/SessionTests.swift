import Foundation
import Kernel
import Store
import Testing

@testable import Belong

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
