import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A group that was full")
struct RoomAgainTests {
    let here: Neighbourhood
    let open: Case.ID
    let lunch: Activity.ID

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers())
        lunch = try await here.group()
        try await here.letWalterWelcome(lunch)
    }

    private func room() async throws -> String? {
        let lunch = lunch
        return try await here.store.read { try $0.activity(lunch)?.capacity?.line(on: Day(.now)) }
    }

    @Test func `has a place again when it says yes`() async throws {
        let id = try await here.introduces(open, to: lunch)
        try await here.says(.full, lunch)
        _ = try await here.sends("/welcome/\(id)/answer", ["answer": "yes"], as: here.walter)

        #expect(try await room() == "Room for one to three, said today")
    }

    @Test func `has one from the day it says`() async throws {
        let id = try await here.introduces(open, to: lunch)
        try await here.says(.full, lunch)
        let day = Day(.now).advanced(by: 10)
        let yes: KeyValuePairs = ["answer": "yes_from", "from": "\(day)"]
        _ = try await here.sends("/welcome/\(id)/answer", yes, as: here.walter)

        #expect(try await room() == "Room for one to three, said today. The wait: from \(day.spoken)")
    }

    @Test func `that has room keeps what it said of it`() async throws {
        let id = try await here.introduces(open, to: lunch)
        try await here.says(.room, lunch)
        _ = try await here.sends("/welcome/\(id)/answer", ["answer": "yes"], as: here.walter)

        #expect(try await here.count("capacity") == 1)
    }
}
