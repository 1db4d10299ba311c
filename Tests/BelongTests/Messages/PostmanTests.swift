import Foundation
import Kernel
import Store
import Synchronization
import Testing

@testable import Belong

@Suite("The postman")
struct PostmanTests {
    private struct Closed: Error {}

    private func count(of outcome: String, in here: Neighbourhood) async throws -> Int {
        try await here.count("dispatch WHERE outcome = \(outcome)")
    }

    @Test func `carries each message once`() async throws {
        let here = try await Neighbourhood()
        try await here.refers()
        let carried = Mutex<[String]>([])
        let postman = Postman(
            store: here.store,
            carrier: Carrier { message in
                carried.withLock { $0.append(message.recipient) }
                return .sent
            }
        )

        try await postman.round(at: Neighbourhood.now)
        try await postman.round(at: Neighbourhood.now + 60)

        #expect(carried.withLock { $0 } == ["07700 900112"])
        #expect(try await count(of: "sent", in: here) == 1)
    }

    @Test func `tries again after a minute, then less and less often, and gives up where a person sees it`()
        async throws
    {
        let here = try await Neighbourhood()
        try await here.refers()
        let postman = Postman(store: here.store, carrier: Carrier { _ in throw Closed() })
        var now = Neighbourhood.now

        #expect(try await postman.round(at: now) == 1)
        #expect(try await postman.round(at: now + 59) == 0)
        for wait in Postman.waits {
            now += wait
            try await postman.round(at: now)
        }

        #expect(try await count(of: "given_up", in: here) == 1)
        #expect(try await postman.round(at: now + 7 * 86_400) == 0)
    }

    @Test func `keeps messages here where no service is set up`() async throws {
        let here = try await Neighbourhood()
        try await here.refers()

        try await Postman(store: here.store, carrier: .here).round(at: Neighbourhood.now)

        #expect(try await count(of: "withheld", in: here) == 1)
        let page = try await Outbox(store: here.store).page(at: Neighbourhood.now)
        #expect(page.lines.map(\.outcome) == ["kept here"])
    }

    @Test func `has told people in a demonstration, where they read it in the outbox`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        try await Postman(store: here.store, carrier: .outbox).round(at: Neighbourhood.now)

        let page = try await Outbox(store: here.store).page(at: Neighbourhood.now)
        #expect(page.lines.map(\.outcome) == ["sent"])
        let read = try await here.opens("/referrals/\(referral)", as: here.amara)
        #expect(read.says("They were written to by text"))
    }
}
