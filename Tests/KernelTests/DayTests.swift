import Foundation
import Kernel
import Testing

@Suite("A day")
struct DayTests {
    @Test(arguments: ["2026-02-29", "2026-04-31", "2026-13-01", "0000-01-01", "14/04/2026", "2026-4-14", ""])
    func `that the calendar does not have is not read`(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test(arguments: ["1900-03-01", "1970-01-01", "2000-02-29", "2024-02-29", "2026-12-31"])
    func `is written as it was read`(_ text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test func `is said as people say it`() throws {
        let day = try #require(Day("2026-04-14"))

        #expect(day.spoken == "Tuesday 14 April")
        #expect(day.nearness(to: day.advanced(by: 8)) == "8 days ago")
        #expect(day.advanced(by: 1).nearness(to: day) == "tomorrow")
    }

    @Test func `gives an age that changes on the birthday, not before`() throws {
        let born = try #require(Day("1959-02-10"))

        #expect(born.age(on: try #require(Day("2026-02-09"))) == 66)
        #expect(born.age(on: try #require(Day("2026-02-10"))) == 67)
    }

    @Test func `begins at midnight in London, in summer too`() throws {
        let instant = try #require(try? Date("2026-06-30T23:30:00Z", strategy: .iso8601))

        #expect(Day(instant).description == "2026-07-01")
        #expect(London.time(instant) == "00:30")
    }

    @Test func `knows the instant of its hours on either side of a clock change`() throws {
        let before = try #require(Day("2026-10-24"))
        let after = try #require(Day("2026-10-25"))

        #expect(London.instant(before, hour: 10).ISO8601Format() == "2026-10-24T09:00:00Z")
        #expect(London.instant(after, hour: 10).ISO8601Format() == "2026-10-25T10:00:00Z")
    }

    @Test func `keeps the clocks as the zone's own tables do, for every half hour of thirty years`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        let begin = London.instant(try #require(Day("1996-01-01")), hour: 0).timeIntervalSince1970
        for year in 0..<30 {
            for change in [80.0, 300.0] {
                for halfHour in 0..<800 {
                    let seconds =
                        begin + (Double(year) * 365.2425 + change) * 86_400 + Double(halfHour) * 1800
                    let instant = Date(timeIntervalSince1970: seconds)
                    #expect(London.offset(at: instant) == zone.secondsFromGMT(for: instant))
                }
            }
        }
    }

    @Test(arguments: ["2026-4-14", "2026-04-1a", "2026/04/14", "+026-04-14", ""])
    func `is not read from anything but eight digits and two dashes`(text: String) {
        #expect(Day(text) == nil)
    }
}
