import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Sending a form that is open to anybody")
struct PacingTests {
    let here: Neighbourhood
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
    }

    private var pacing: Pacing { Pacing(store: here.store) }

    @Test func `costs a wait after many from one address, and from no other`() async throws {
        for _ in 0..<Pacing.Form.asking.patience {
            try await pacing.take(.asking, from: "10.0.0.1", at: now)
        }

        await #expect(throws: Pacing.TooMany.self) {
            try await pacing.take(.asking, from: "10.0.0.1", at: now)
        }
        try await pacing.take(.asking, from: "10.0.0.2", at: now)
        try await pacing.take(.link, from: "10.0.0.1", at: now)
    }

    @Test func `is possible again once the wait is over, which never grows beyond a quarter of an hour`()
        async throws
    {
        for _ in 0..<Pacing.Form.asking.patience {
            try await pacing.take(.asking, from: "10.0.0.1", at: now)
        }

        try await pacing.take(.asking, from: "10.0.0.1", at: now.addingTimeInterval(11))

        #expect(Pacing.wait(after: 400, .asking) == 900)
        #expect(
            Pacing.TooMany(seconds: 70).sentence
                == "Many forms came from where you are just now. Wait 2 minutes, then send it again."
        )
    }

    @Test func `keeps no address for longer than an hour`() async throws {
        try await pacing.take(.asking, from: "10.0.0.1", at: now)
        try await pacing.take(.link, from: "10.0.0.2", at: now.addingTimeInterval(3_601))

        #expect(try await here.count("public_sending") == 1)
    }

    @Test func `at once counts every one`() async throws {
        let (pacing, now) = (pacing, now)
        let taken = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<30 {
                group.addTask { (try? await pacing.take(.asking, from: "10.0.0.1", at: now)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect(taken == Pacing.Form.asking.patience)
    }

    @Test func `too soon gives the form of the public page back as it was typed`() async throws {
        for _ in 0..<Pacing.Form.asking.patience { try await pacing.take(.asking, from: "unknown") }

        let asked = try await here.asks(["words": "I miss the choir."])

        #expect(asked.status == 422)
        #expect(asked.says("Many forms came from where you are just now. Wait"))
        #expect(asked.says("I miss the choir.") && asked.says("value=\"Zoë\""))
        #expect(try await here.count("referral") == 0)
    }
}
