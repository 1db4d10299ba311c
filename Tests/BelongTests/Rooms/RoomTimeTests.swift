import Foundation
import Kernel
import Testing

@testable import Belong

@Suite("The time a room is booked for")
struct RoomTimeTests {
    /// The clocks go forward on 29 March 2026, and back on 25 October.
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test func `is four quarters to the hour on any day`() throws {
        let time = try RoomTime(day("2026-04-14"), from: 600, until: 675)
        #expect(time.quarters.count == 5)
        #expect(time.clock == "10:00 to 11:15")
    }

    @Test func `until midnight ends where the next day begins`() throws {
        let time = try RoomTime(day("2026-04-14"), from: 1320, until: 0)
        let next = try RoomTime(day("2026-04-15"), from: 0, until: 60)
        #expect(time.until == next.from)
        #expect(!time.overlaps(next))
    }

    @Test func `has an hour more in the night the clocks go back`() throws {
        let night = try RoomTime(day("2026-10-25"), from: 30, until: 150)
        #expect(night.quarters.count == 12)
        #expect(night.clock == "00:30 to 02:30")
        let all = RoomTime(days: try day("2026-10-25"), before: try day("2026-10-26"))
        #expect(all.quarters.count == 100)
    }

    @Test func `has an hour less in the night they go forward, and no time that is never shown`() throws {
        let spring = try day("2026-03-29")
        #expect(try RoomTime(spring, from: 30, until: 150).quarters.count == 4)
        #expect(throws: RoomTime.Refused.notOnTheClock) { try RoomTime(spring, from: 75, until: 150) }
        #expect(throws: RoomTime.Refused.notOnTheClock) { try RoomTime(spring, from: 30, until: 90) }
        #expect(
            RoomTime.Refused.notOnTheClock.sentence
                == "The clocks go forward that night, and never show that time"
        )
    }

    @Test func `is in whole quarters and the right way round`() throws {
        let tuesday = try day("2026-04-14")
        #expect(throws: RoomTime.Refused.notAQuarter) { try RoomTime(tuesday, from: 605, until: 660) }
        #expect(throws: RoomTime.Refused.wrongWayRound) { try RoomTime(tuesday, from: 660, until: 660) }
        #expect(
            RoomTime.Refused.notAQuarter.sentence
                == "Rooms are booked by the quarter of an hour: 09:00, 09:15, 09:30"
        )
        #expect(RoomTime.Refused.wrongWayRound.sentence == "The end is not after the beginning")
    }
}
