import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A link worker's check-in")
struct CheckInTests {
    let here: Neighbourhood
    let placement: Placement.ID
    static let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.amara, at: here.elmStreet)
    }

    private func door(_ member: Member? = nil) -> CheckIns {
        CheckIns(store: here.store, member: member ?? here.amara)
    }

    private func says(
        _ answers: [String: CheckInAnswer],
        shared: [String: Set<Confidant>] = [:],
        seconds: Int = 20,
        on occasion: CheckIn.Occasion = .rhythm,
        at now: Date = Self.now
    ) async throws {
        let said = CheckIns.Said(answers: answers, shared: shared, seconds: seconds)
        try await door().answer(placement, said, on: occasion, at: now)
    }

    @Test func `is asked for each placement, and rests for two weeks`() async throws {
        #expect(
            try await door().places(at: Self.now).map(\.practice) == [
                "Elm Street Surgery", "Harbour Practice",
            ]
        )
        #expect(try await door().page(placement, all: false, at: Self.now).items.count == 4)

        try await says(["LW6": .mostly])

        #expect(try await door().places(at: Self.now).map(\.isDue) == [false, true])
        #expect(try await door().page(placement, all: false, at: Self.now + 13 * 86_400).items.isEmpty)
        #expect(try await door().page(placement, all: false, at: Self.now + 14 * 86_400).items.count == 3)
    }

    @Test func `may be done at any time, and keeps the rhythm`() async throws {
        try await says(["LW6": .mostly], on: .own)

        #expect(try await door().page(placement, all: true, at: Self.now).items.count == 19)
        #expect(try await door().places(at: Self.now).map(\.isDue) == [true, true])
    }

    @Test func `is shown to whoever gave it, first and alone`() async throws {
        try await says(["LW6": .mostly, "LW5": .cannotSay])
        let page = try await door().page(placement, all: false, at: Self.now)

        #expect(page.answers.map(\.item).sorted() == ["LW5", "LW6"])
        #expect(page.shared.isEmpty)
        #expect(page.main.description.contains("Seen by you alone"))
    }

    @Test func `is shared question by question, and taken back`() async throws {
        try await says(["LW6": .mostly], shared: ["LW6": [.practice, .supervisor]])
        try await door().share(placement, ["LW6": [.supervisor]], at: Self.now + 60)
        let (placement, now) = (placement, Self.now)

        let shared = try await here.store.read { view in
            try [view.sharings(of: placement, at: now + 59), view.sharings(of: placement, at: now + 60)]
        }
        #expect(shared == [["LW6": [.practice, .supervisor]], ["LW6": [.supervisor]]])
        #expect(try await here.count("check_in_sharing") == 2)
    }

    @Test func `counts the time it took, and never that of a page left open`() async throws {
        try await says(["LW6": .mostly], seconds: 20)
        try await says(["LW6": .mostly], seconds: 90_000, on: .own)
        try await says(["LW6": .mostly], seconds: -5, on: .own)
        let placement = placement

        let burden = try await here.store.read { try $0.burden(of: placement, at: Self.now) }
        #expect(burden.seconds == [.linkWorker: 620])
        #expect(burden.words == "Link worker 10 minutes.")
        #expect(Burden(seconds: [:]).words == "No time yet.")
    }

    @Test func `is nobody else's`() async throws {
        let said = CheckIns.Said(answers: ["LW6": .fully], shared: [:], seconds: 1)
        for other in [here.sam, here.peter, here.ruth, here.nadia, here.jo, here.stranger] {
            await #expect(throws: Missing.self) {
                try await door(other).page(placement, all: true, at: Self.now)
            }
            await #expect(throws: Missing.self) {
                try await door(other).answer(placement, said, on: .own, at: Self.now)
            }
            await #expect(throws: Missing.self) { try await door(other).share(placement, [:], at: Self.now) }
            #expect(try await here.opens("/check-in/\(placement)", as: other).status == 404)
            #expect(
                try await here.sends("/check-in/\(placement)", ["answers[LW6]": "fully"], as: other).status
                    == 404
            )
            #expect(try await here.sends("/check-in/\(placement)/sharing", [:], as: other).status == 404)
        }
        #expect(try await here.count("check_in") == 0)
    }

    @Test func `is a few taps on a page, kept once though it is sent twice`() async throws {
        let fields: KeyValuePairs = [
            "answers[LW6]": "mostly", "items[]": "LW6", "seen[LW6][]": "practice", "began": "0",
            "occasion": "rhythm",
        ]
        let nonce = Submission.ID()
        for _ in 0..<2 {
            let sent = try await here.sends("/check-in/\(placement)", fields, as: here.amara, nonce: nonce)
            #expect(sent.status == 303)
        }

        #expect(try await here.count("check_in_answer WHERE item = 'LW6' AND answer = 'mostly'") == 1)
        #expect(try await here.count("check_in_sharing WHERE audience = 'practice'") == 1)
        #expect(
            try await here.opens("/check-in/\(placement)", as: here.amara).says(
                "There is nothing to ask today"
            )
        )
    }

    @Test func `that cannot be read comes back with what was tapped`() async throws {
        let fields: KeyValuePairs = ["answers[LW6]": "sideways", "answers[LW5]": "fully", "items[]": "LW6"]
        let sent = try await here.sends("/check-in/\(placement)", fields, as: here.amara)

        #expect(sent.status == 422)
        #expect(sent.says("Choose one of the answers, or leave it"))
        #expect(sent.says("value=\"fully\" checked"))
        #expect(try await here.count("check_in") == 0)
    }
}

extension Neighbourhood {
    func placement(of linkWorker: Member, at practice: Organisation) async throws -> Placement.ID {
        let found: Placement.ID? = try await store.read { view in
            try view.value(
                "SELECT id FROM placement WHERE link_worker = \(linkWorker.id) AND practice = \(practice.id)"
            )
        }
        return try #require(found)
    }
}
