import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A clash over a room")
struct UnsafePhoneTests {
    @Test func `is not settled by telephone with somebody for whom a call is not safe`() async throws {
        let rooms = try await RoomsInUse()
        let (story, now) = (rooms.story, RoomsInUse.now)
        try await rooms.books("Physiotherapist", rooms.garden)
        let jean = try await rooms.meetsJean(rooms.garden, anyway: true)
        let bookings = rooms.bookings(of: rooms.here.amara)
        let before = try await bookings.clash(jean, at: now).clash
        #expect(before.parties.first?.offers.contains { $0.place == .phone } == true)

        let quiet = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        try await rooms.here.store.write { try $0.write(quiet, of: story.person, by: nil, at: now) }

        let after = try await bookings.clash(jean, at: now).clash
        let hers = try #require(after.parties.first { $0.booking.id == jean })
        #expect(!hers.offers.contains { $0.place == .phone })
        let time = before.booking.time
        let refused = await #expect(throws: Booking.Refused.self) {
            try await bookings.settle(jean, .init(mover: jean, place: .phone, from: time.from), at: now)
        }
        #expect(
            refused?.sentence
                == "The telephone will not do for this one. Choose a room or a place in the community."
        )
    }
}
