import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// V6: most people are met in the room with the couch, and would rather not be.
@Suite("Where people were met")
struct PlaceFitTests {
    let it: RoomsInUse

    init() async throws {
        it = try await RoomsInUse()
    }

    /// Amara met Jean there so often, on as many days up to yesterday; what each of them said of it.
    private func met(
        _ times: Int,
        in room: Room.ID,
        person: PlaceAnswer? = nil,
        linkWorker: PlaceAnswer? = nil
    ) async throws {
        let door = it.bookings(of: it.here.amara)
        let token = try await it.here.store.write { [id = it.story.id] in
            try $0.makeLink(to: .ownPage, id, at: .now).token
        }
        for days in 1...times {
            let day = Day(.now).advanced(by: -days)
            let asked = try Bookings.Asked(
                practice: it.here.elmStreet.id,
                room: room,
                time: RoomTime(day, from: 600, until: 660),
                role: Role.linkWorker.title,
                who: it.here.amara.id,
                ownCase: it.story.id,
                wants: .homely
            )
            let before = London.instant(day, hour: 8)
            let booking = try await door.book(asked, at: before)
            let after = London.instant(day, hour: 12)
            if let linkWorker { try await door.say(linkWorker, of: booking, at: after) }
            if let person {
                try await OwnPlaceAnswers(store: it.here.store).say(person, of: booking, token, at: after)
            }
        }
    }

    private func fit() async throws -> PlaceFit {
        let practice = it.here.elmStreet.id
        return try await it.here.store.read { try $0.placeFit(at: practice, on: Day(.now)) }
    }

    @Test func `is seen by whoever keeps the rooms, with what else there is`() async throws {
        try await met(8, in: it.clinical, person: .wrong, linkWorker: .wrong)

        let page = try await it.here.opens("/rooms?practice=\(it.here.elmStreet.id)", as: it.here.mina)

        #expect(page.says("Clinical rooms"))
        #expect(page.says("8 meetings, 8 of them with a wish for another kind of room"))
        #expect(page.says("People: 8 of 8 would rather be somewhere else."))
        #expect(page.says("It speaks of the places, not of whoever met them there."))
        #expect(page.says("homely: 40 hours free next week between nine and five"))
        #expect(page.says("A place in the neighbourhood") && page.says("The telephone"))
        #expect(!page.says("Amara Okafor: "))
    }

    @Test func `is nobody's to read but theirs who keep the rooms`() async throws {
        try await met(8, in: it.clinical, person: .wrong)
        for other in [it.here.amara, it.here.sam, it.here.drPatel] {
            let page = try await it.here.opens("/rooms?practice=\(it.here.elmStreet.id)", as: other)
            #expect(!page.says("Where people were met"), "\(other.name)")
        }
    }

    @Test func `shows nothing of four meetings, nor what four people said`() async throws {
        try await met(4, in: it.clinical, person: .wrong)
        #expect(!(try await it.here.opens("/rooms", as: it.here.mina).says("Where people were met")))
        try await met(5, in: it.neutral)
        let page = try await it.here.opens("/rooms", as: it.here.mina)
        #expect(page.says("Neutral rooms") && page.says("People: too few answers to show."))
        #expect(!page.says("<b>Clinical rooms</b>"))
    }

    @Test func `suggests nothing where people like where they were`() async throws {
        try await met(6, in: it.garden, person: .right, linkWorker: .right)

        let page = try await it.here.opens("/rooms?practice=\(it.here.elmStreet.id)", as: it.here.mina)

        #expect(page.says("Homely rooms") && page.says("People: 0 of 6 would rather be somewhere else."))
        #expect(!page.says("What else there is"))
    }

    @Test func `leaves out who did not come, and the telephone`() async throws {
        try await met(5, in: it.clinical)
        let last = try #require(try await it.all().last)
        try await it.bookings(of: it.here.amara).noShow(last.id, at: last.time.begins + 900)
        #expect(try await fit().lines.first?.met == 4)
    }
}
