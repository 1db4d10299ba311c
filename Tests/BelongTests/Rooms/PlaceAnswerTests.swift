import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Whether the place was right")
struct PlaceAnswerTests {
    let it: RoomsInUse
    let met: Booking.ID

    init() async throws {
        it = try await RoomsInUse()
        let begins = RoomTime.quarter(of: .now) - 8
        let asked = Bookings.Asked(
            practice: it.here.elmStreet.id,
            room: it.clinical,
            time: RoomTime(from: begins, until: begins + 4),
            role: Role.linkWorker.title,
            who: it.here.amara.id,
            ownCase: it.story.id,
            wants: .homely
        )
        met = try await it.bookings(of: it.here.amara).book(asked, at: .now - 7200)
    }

    private func token() async throws -> String {
        let id = it.story.id
        return try await it.here.store.write { try $0.makeLink(to: .ownPage, id, at: .now).token }
    }

    @Test func `is asked of the person on their own page: one tap, to change at any time`() async throws {
        let token = try await token()
        #expect(try await it.here.opens("/l/\(token)", as: nil).says("Was the place right?"))

        for answer in ["all_right", "wrong"] {
            let fields: KeyValuePairs = ["booking": "\(met)", "answer": answer]
            #expect(try await it.here.sends("/l/\(token)/place", fields, as: nil).status == 303)
        }

        #expect(try await it.here.opens("/l/\(token)", as: nil).says("You said: Somewhere else, please."))
        #expect(try await it.here.count("place_answer") == 2)
        #expect(try await it.here.count("place_answer WHERE replaced_by IS NULL") == 1)
    }

    @Test func `is asked of the link worker in one tap, and of nobody else`() async throws {
        let fields: KeyValuePairs = ["answer": "wrong"]
        for other in [it.here.mina, it.here.sam, it.here.jo] {
            #expect(try await it.here.sends("/bookings/\(met)/suitability", fields, as: other).status == 404)
        }
        #expect(try await it.here.opens("/rooms", as: it.here.amara).says("Was the place right?"))
        #expect(!(try await it.here.opens("/rooms", as: it.here.mina).says("Was the place right?")))

        let sent = try await it.here.sends("/bookings/\(met)/suitability", fields, as: it.here.amara)

        #expect(sent.status == 303)
        #expect(!(try await it.here.opens("/rooms", as: it.here.amara).says("Was the place right?")))
    }

    @Test func `can be read as counts of what kind of place was found how, and of nobody`() async throws {
        try await it.bookings(of: it.here.amara).say(.wrong, of: met)
        let (token, day) = (try await token(), Day(.now))
        try await OwnPlaceAnswers(store: it.here.store).say(.wrong, of: met, token)

        let counts = try await it.here.store.read {
            try $0.placeAnswers(
                at: it.here.elmStreet.id,
                from: day.advanced(by: -2),
                before: day.advanced(by: 1)
            )
        }

        #expect(counts.map(\.voice) == [.linkWorker, .person])
        #expect(counts.allSatisfy { $0.place == "clinical" && $0.wants == .homely && $0.times == 1 })
    }

    @Test func `is not asked of a link for something else, nor of another's booking`() async throws {
        let other = try await it.books("Nurse", it.garden, on: Day(.now).advanced(by: 2), at: .now)
        let token = try await token()
        for (link, booking) in [("forged", met), (token, other)] {
            let fields: KeyValuePairs = ["booking": "\(booking)", "answer": "right"]
            #expect(try await it.here.sends("/l/\(link)/place", fields, as: nil).status == 404)
        }
    }
}
