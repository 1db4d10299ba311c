import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Booking a room")
struct BookingTests {
    let it: RoomsInUse

    init() async throws { it = try await RoomsInUse() }

    @Test func `holds it for every quarter of an hour, for anybody named by their role`() async throws {
        let id = try await it.books("Podiatrist", it.clinical)

        #expect(try await it.holds(it.clinical) == 4)
        let found = try await it.find(id)
        #expect(found.whose == "Podiatrist")
        #expect(found.place == .room(it.clinical))
        #expect(found.time.spoken == "Tuesday 14 April, 11:00 to 12:00")
    }

    @Test func `is refused where somebody has the room, whole or in part, and nothing is kept`() async throws
    {
        try await it.books("GP", it.clinical, 10, 12)

        for (from, until) in [(10, 12), (11, 13), (9, 11), (9, 14)] {
            await #expect(throws: Booking.Refused.taken) {
                try await it.books("Nurse", it.clinical, from, until, at: RoomsInUse.now - 7200)
            }
        }
        #expect(try await it.here.count("booking") == 1)
        #expect(try await it.holds(it.clinical) == 8)
        try await it.books("Nurse", it.clinical, 12, 13)
        #expect(
            Booking.Refused.taken.sentence
                == "Somebody has that room at that time. Choose another room or time."
        )
    }

    @Test(arguments: 0..<4)
    func `by twenty at once gives each quarter to one of them`(_ round: Int) async throws {
        let starts = (0..<20).map { 11 + ($0 + round) % 3 }

        let booked = try await withThrowingTaskGroup(of: Bool.self) { group in
            for (number, start) in starts.enumerated() {
                group.addTask {
                    do {
                        try await it.books("Role \(number)", it.clinical, start, start + 2)
                        return true
                    } catch Booking.Refused.taken {
                        return false
                    }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect((1...2).contains(booked))
        #expect(try await it.here.count("booking") == booked)
        #expect(try await it.holds(it.clinical) == booked * 8)
    }

    @Test func `by many at once that all ask for it anyway has one holder and the others wait`() async throws
    {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                group.addTask { try await it.books("Role \(number)", it.garden, anyway: true) }
            }
            try await group.waitForAll()
        }

        #expect(try await it.holds(it.garden) == 4)
        let current: SQL = "booked_place WHERE replaced_by IS NULL AND kind"
        #expect(try await it.here.count("\(current) = 'room'") == 1)
        #expect(try await it.here.count("\(current) = 'waiting'") == 11)
    }

    @Test func `sent twice is done once`() async throws {
        let nonce = Submission.ID()
        let day = Day(.now).advanced(by: 3)
        let fields: KeyValuePairs = [
            "practice": "\(it.here.elmStreet.id)", "room": "\(it.garden)", "day": "\(day)", "from": "10:00",
            "until": "11:00", "role": "Nurse",
        ]
        for _ in 0..<2 {
            let sent = try await it.here.sends("/bookings", fields, as: it.here.mina, nonce: nonce)
            #expect(sent.status == 303)
        }
        #expect(try await it.here.count("booking") == 1)
    }

    @Test func `says everything that is wrong at once, and keeps what was typed`() async throws {
        let fields: KeyValuePairs = [
            "practice": "\(it.here.elmStreet.id)", "day": "31 4 2026", "from": "10:05", "until": "soon",
            "role": "", "needs[]": "step_free",
        ]
        let seen = try await it.here.sends("/bookings", fields, as: it.here.mina)

        #expect(seen.status == 422)
        for words in [
            "Choose a room", "Enter the day, like 14 4 2026", "Enter until when, like 11:00",
            "Say for whom: GP, nurse, pharmacist", "31 4 2026",
        ] {
            #expect(seen.says(words), "\(words)")
        }
    }

    @Test func `that is refused by a colleague's says so beside the room`() async throws {
        let day = Day(.now).advanced(by: 3)
        try await it.books("GP", it.garden, 10, 11, on: day, at: .now)
        let fields: KeyValuePairs = [
            "practice": "\(it.here.elmStreet.id)", "room": "\(it.garden)", "day": "\(day)", "from": "10:30",
            "until": "11:30", "role": "Nurse",
        ]
        let seen = try await it.here.sends("/bookings", fields, as: it.here.mina)

        #expect(seen.status == 422)
        #expect(seen.says(Booking.Refused.taken.sentence))
    }

    @Test func `is for those who work there, and nobody of another practice`() async throws {
        let id = try await it.books("GP", it.clinical)
        for stranger in [it.here.jo, it.here.drOsei, it.here.walter, it.here.nadia, it.here.stranger] {
            let board = try await it.here.opens("/rooms?practice=\(it.here.elmStreet.id)", as: stranger)
            #expect(board.status == 404, "\(stranger.name)")
            #expect(try await it.here.opens("/bookings/\(id)", as: stranger).status == 404)
            for act in ["cancellation", "no-show"] {
                #expect(try await it.here.sends("/bookings/\(id)/\(act)", [:], as: stranger).status == 404)
            }
        }
        #expect(try await it.here.opens("/rooms", as: it.here.drPatel).status == 200)
        #expect(
            try await it.here.sends("/bookings/\(id)/cancellation", [:], as: it.here.drPatel).status == 404
        )
        #expect(try await it.here.opens("/rooms/new", as: it.here.amara).status == 404)
        #expect(try await it.here.opens("/rooms/\(it.garden)", as: it.here.sam).status == 404)
    }

    @Test func `shows whom a link worker meets to that link worker and nobody else`() async throws {
        let id = try await it.meetsJean(it.garden)

        #expect(try await it.find(id, as: it.here.amara).ownCase == it.story.id)
        for other in [it.here.mina, it.here.peter, it.here.sam, it.here.drPatel] {
            #expect(try await it.find(id, as: other).ownCase == nil, "\(other.name)")
            let board = try await it.board(as: other).main.description
            #expect(!board.contains("/cases/") && !board.contains("Jean"), "\(other.name)")
        }
        let own = try await it.board(as: it.here.amara).main.description
        #expect(own.contains("/cases/\(it.story.id)") && !own.contains("Jean"))
    }

    @Test func `for somebody else's people is not there`() async throws {
        let asked = try Bookings.Asked(
            practice: it.here.elmStreet.id,
            room: it.garden,
            time: RoomTime(RoomsInUse.tuesday, from: 660, until: 720),
            role: "Link worker",
            who: it.here.sam.id,
            ownCase: it.story.id
        )
        await #expect(throws: Missing.self) {
            try await it.bookings(of: it.here.sam).book(asked, at: RoomsInUse.now)
        }
    }

    @Test func `shows a link worker where the person would like to meet, as a need`() async throws {
        let (here, referral) = (it.here, it.story.referral)
        try await here.store.write { work in
            let (id, person) = (Key<Wish>(), it.story.person)
            try work.run(
                """
                INSERT INTO wish (id, referral, answer, place, words, said_at)
                VALUES (\(id), \(referral), 'yes', 'community', '', \(Neighbourhood.now))
                """
            )
            let need = AccessNeed(kind: .stepFree, words: "")
            try work.add(need, of: person, by: nil, at: Neighbourhood.now)
        }
        let looks = try await it.story.looks()

        let page = try await it.bookings(of: here.amara).begin(at: nil, for: it.story.id, now: RoomsInUse.now)

        #expect(page.wish?.place == "Somewhere that does not feel medical")
        #expect(page.form.wants == "homely")
        #expect(page.form.needs == ["step_free"])
        #expect(page.main.description.contains("Step-free places"))
        #expect(try await it.story.looks() == looks + 1)
        await #expect(throws: Missing.self) {
            try await it.bookings(of: here.sam).begin(at: nil, for: it.story.id, now: RoomsInUse.now)
        }
    }
}
