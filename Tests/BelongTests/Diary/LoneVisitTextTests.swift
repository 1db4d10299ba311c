import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A text from a visit alone")
struct LoneVisitTextTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
        let jean = try await here.accepts(here.refers())
        try await here.hasPhone(here.amara, "07700 900300")
        try await here.hasPhone(here.sam, "07700 900301")
        _ = try await here.visitsAlone(jean)
    }

    private func arrives(
        _ words: String,
        named name: String = UUID().uuidString,
        at time: String
    ) async throws {
        let now = try Neighbourhood.at(time)
        let arrival = Arrival(
            id: Arrival.ID(at: now),
            notification: name,
            sender: "07700 900300",
            body: words
        )
        try await Arriving(store: here.store, site: here.site().address).take(arrival, at: now)
    }

    private func words(to recipient: String) async throws -> [String] {
        try await here.store.read {
            try $0.values("SELECT body FROM message WHERE recipient = \(recipient) ORDER BY made_at, id")
        }
    }

    @Test(arguments: ["OUT", "out, thanks", "Safe", "ok", "I'm out", "All good"])
    func `says that they are out, is thanked, and nobody is told`(said: String) async throws {
        try await arrives(said, at: "15:25")
        try await LoneVisitWatch(store: here.store, site: here.site().address)
            .round(at: Neighbourhood.at("16:30"))

        #expect(
            try await words(to: "07700 900300")
                == ["Belong: thank you. You are out and safe, and Sam Reed need not worry."]
        )
        #expect(try await words(to: "07700 900301").isEmpty)
        #expect(try await here.count("lone_visit_end WHERE by_text") == 1)
    }

    @Test func `asks for help, and others are told at once, once`() async throws {
        try await arrives("HELP", named: "one", at: "14:30")
        try await arrives("HELP", named: "one", at: "14:30")
        try await arrives("I need help", at: "14:31")

        #expect(try await words(to: "07700 900301").count == 1)
        #expect(try await words(to: "07700 900301").first?.contains("asks for help. Ring 999") == true)
        #expect(try await words(to: "07700 900300").count == 2)
    }

    @Test func `that says neither ends nothing, and is answered with what to text`() async throws {
        try await arrives("Out of milk here, shall I bring some for you all", at: "14:30")

        #expect(try await here.count("lone_visit_end") == 0)
        #expect(
            try await words(to: "07700 900300") == [
                """
                Belong: nobody reads this. If you are out and safe answer OUT. If you need help answer HELP, or ring 999.
                """
            ]
        )
    }

    @Test func `from somebody on no visit is like any other text`() async throws {
        try await arrives("OUT", at: "13:00")
        #expect(try await here.count("lone_visit_end") == 0)
        #expect(try await here.count("arrival WHERE told IS NULL") == 1)
    }
}
