import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A yes or a no by text")
struct ArrivalWishTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func texts(_ words: String, from sender: String = "07700 900112") async throws {
        let arrival = Arrival(
            id: Arrival.ID(),
            notification: UUID().uuidString,
            sender: sender,
            body: words
        )
        try await Arriving(store: here.store, site: here.site().address).take(arrival)
    }

    private func wishes() async throws -> [Wish.Answer] {
        try await here.store.read { try $0.values("SELECT answer FROM wish WHERE replaced_by IS NULL") }
    }

    @Test(arguments: [("YES", Wish.Answer.yes), ("yes please", .yes), ("No.", .no), ("no thank you", .no)])
    func `is their answer to the invitation, and is received`(
        _ words: String,
        _ answer: Wish.Answer
    ) async throws {
        try await here.refers(at: .now)

        try await texts(words)

        #expect(try await wishes() == [answer])
        let receipt: String? = try await here.store.read {
            try $0.value("SELECT message.body FROM message JOIN arrival ON arrival.answer = message.id")
        }
        #expect(
            receipt?.contains(answer == .no ? "Nobody from Elm Street Surgery" : "Somebody from Elm Street")
                == true
        )
        let waits = try await here.referrals(seenBy: here.amara).waiting().count
        #expect(waits == (answer == .no ? 0 : 1))
    }

    @Test func `after a no is a second thought`() async throws {
        try await here.refers(at: .now)
        try await texts("no")
        try await texts("yes")

        #expect(try await wishes() == [.yes])
        #expect(try await here.referrals(seenBy: here.amara).waiting().count == 1)
    }

    @Test(arguments: ["yes but not on Fridays", "No idea who you are", "maybe", "STOP"])
    func `is nothing longer than that: a person reads it`(_ words: String) async throws {
        try await here.refers(at: .now)

        try await texts(words)

        #expect(try await wishes().isEmpty)
    }

    @Test func `from a number of two people, or of nobody, answers nothing`() async throws {
        try await here.refers(at: .now)
        try await here.refers(Neighbourhood.particulars("Ada Moss", bornOn: Day("1990-01-01")), at: .now)

        try await texts("no")
        try await texts("no", from: "07700 900999")

        #expect(try await wishes().isEmpty)
    }
}
