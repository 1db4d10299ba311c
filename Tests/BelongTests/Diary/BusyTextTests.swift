import Foundation
import Kernel
import Testing

@testable import Belong

@Suite("A calendar elsewhere")
struct BusyTextTests {
    /// From Monday 13 April 2026 for so many days.
    private func busy(_ events: String..., days: Int = 14, from: String = "2026-04-13") throws -> [String] {
        let text = (["BEGIN:VCALENDAR", "VERSION:2.0"] + events + ["END:VCALENDAR"]).joined(separator: "\r\n")
        let monday = try #require(Day(from))
        let spans = try BusyText.read(
            text,
            from: London.instant(monday, hour: 0),
            until: London.instant(monday.advanced(by: days), hour: 0)
        )
        return spans.map { "\(Day($0.begins)) \(London.time($0.begins))-\(London.time($0.ends))" }
    }

    private func event(_ lines: String...) -> String {
        (["BEGIN:VEVENT", "UID:\(lines[0].hashValue)"] + lines + ["END:VEVENT"]).joined(separator: "\r\n")
    }

    @Test func `is busy when it says so, in its own zone, in London's and in none`() throws {
        #expect(
            try busy(event("DTSTART:20260414T083000Z", "DTEND:20260414T093000Z")) == [
                "2026-04-14 09:30-10:30"
            ]
        )
        let paris = event("DTSTART;TZID=Europe/Paris:20260414T103000", "DURATION:PT1H30M")
        #expect(try busy(paris) == ["2026-04-14 09:30-11:00"])
        let outlook = event("DTSTART;TZID=\"W. Europe Standard Time\":20260414T103000", "DURATION:PT30M")
        #expect(try busy(outlook) == ["2026-04-14 09:30-10:00"])
        #expect(
            try busy(event("DTSTART:20260414T093000", "DTEND:20260414T100000")) == ["2026-04-14 09:30-10:00"]
        )
        let unknown = event("DTSTART;TZID=Mars/Olympus:20260414T093000", "DURATION:PT30M")
        #expect(try busy(unknown) == ["2026-04-14 09:30-10:00"])
    }

    @Test func `is not busy when it is free, cancelled or of no length`() throws {
        let (from, until) = ("DTSTART:20260414T083000Z", "DTEND:20260414T093000Z")
        for free in ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"] {
            #expect(try busy(event(from, until, free)).isEmpty, "\(free)")
        }
        #expect(try busy(event(from)).isEmpty)
        #expect(try busy(event(from, "DTEND:20260414T073000Z")).isEmpty)
        #expect(try busy(event("SUMMARY:No time at all")).isEmpty)
    }

    @Test func `takes whole days whole`() throws {
        #expect(try busy(event("DTSTART;VALUE=DATE:20260414")) == ["2026-04-14 00:00-00:00"])
        let away = event("DTSTART;VALUE=DATE:20260414", "DTEND;VALUE=DATE:20260417")
        #expect(try busy(away) == ["2026-04-14 00:00-00:00"])
        // The night on which the clocks go forward is part of the day.
        let change = event("DTSTART;VALUE=DATE:20260329")
        #expect(try busy(change, from: "2026-03-28") == ["2026-03-29 00:00-00:00"])
    }

    @Test func `keeps to the clock over the nights on which it is changed`() throws {
        let weekly = event("DTSTART;TZID=Europe/London:20260302T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")
        #expect(
            try busy(weekly, days: 15, from: "2026-03-23") == [
                "2026-03-23 09:00-10:00", "2026-03-30 09:00-10:00", "2026-04-06 09:00-10:00",
            ]
        )
    }

    @Test(arguments: [
        ("FREQ=DAILY;COUNT=3", ["13", "14", "15"]),
        ("FREQ=DAILY;INTERVAL=3;UNTIL=20260420T000000Z", ["13", "16", "19"]),
        ("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260422T235959Z", ["13", "15", "20", "22"]),
        ("FREQ=WEEKLY;INTERVAL=2", ["13", "27"]),
        ("FREQ=DAILY;BYDAY=SA,SU", ["18", "19", "25", "26"]),
        ("FREQ=MONTHLY;BYDAY=3TH", ["16"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", ["24"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-4", ["27"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-14", ["17"]),
        ("FREQ=YEARLY;BYMONTH=4;BYDAY=3SU", ["19"]),
        ("FREQ=HOURLY", ["13"]),
    ])
    func `is repeated as people's calendars do it`(_ rule: String, _ days: [String]) throws {
        let series = event("DTSTART:20260413T080000Z", "DURATION:PT30M", "RRULE:\(rule)")
        let found = try busy(series, days: 15)
        let expected = days.map { "2026-04-\($0) 09:00-09:30" }
        // What its first day does not fit may stand beside the rest.
        #expect(found.filter { !$0.hasPrefix("2026-04-13") || days.contains("13") } == expected, "\(rule)")
    }

    @Test func `that began years ago is found today`() throws {
        let old = event(
            "DTSTART;TZID=Europe/London:20100412T090000",
            "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY;INTERVAL=2"
        )
        #expect(try busy(old, days: 14).count == 1)
        let counted = event("DTSTART:20240101T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=10")
        #expect(try busy(counted).isEmpty)
    }

    @Test func `leaves out what was taken from a series, and moves what was moved`() throws {
        let series =
            "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260413T080000Z\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY;COUNT=4\r\n"
            + "EXDATE:20260414T080000Z\r\nEND:VEVENT"
        let moved =
            "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20260415T080000Z\r\nDTSTART:20260415T120000Z\r\n"
            + "DURATION:PT30M\r\nEND:VEVENT"
        #expect(
            try busy(series, moved) == [
                "2026-04-13 09:00-09:30", "2026-04-15 13:00-13:30", "2026-04-16 09:00-09:30",
            ]
        )
    }

    @Test func `reads folded lines, alarms within and words with traps in them`() throws {
        let trap = event(
            "SUMMARY:DTSTART:20260101T000000Z\\, honest",
            "DTSTART;TZID=Europe/Lo\r\n ndon:20260414T09\r\n\t3000",
            "DTEND;TZID=Europe/London:20260414T100000",
            "BEGIN:VALARM",
            "TRIGGER:-PT15M",
            "DURATION:PT5H",
            "END:VALARM"
        )
        #expect(try busy(trap) == ["2026-04-14 09:30-10:00"])
    }

    @Test func `brings together what overlaps`() throws {
        let one = event("DTSTART:20260414T080000Z", "DTEND:20260414T093000Z")
        let other = event("DTSTART:20260414T090000Z", "DTEND:20260414T100000Z")
        #expect(try busy(one, other) == ["2026-04-14 09:00-11:00"])
    }

    @Test(arguments: [
        "", "<!doctype html><title>Sign in</title>", "BEGIN:VCARD\r\nEND:VCARD", "{\"events\": []}",
        "\u{0}\u{1}\u{2}",
    ])
    func `that is none is said to be none`(_ text: String) throws {
        #expect(throws: BusyText.Refused.notACalendar) {
            try BusyText.read(text, from: .now, until: .now + 86_400)
        }
        #expect(
            BusyText.Refused.notACalendar.sentence.hasPrefix("What is behind that address is not a calendar.")
        )
    }

    @Test func `of ten thousand entries is read`() throws {
        let many = (0..<10_000).map { number in
            "BEGIN:VEVENT\r\nUID:\(number)\r\nSUMMARY:Somebody’s name\r\n"
                + "DTSTART:2026\((number % 12 + 1).padded(2))\((number % 28 + 1).padded(2))T\((number % 23).padded(2))0000Z\r\n"
                + "DURATION:PT30M\r\nEND:VEVENT"
        }.joined(separator: "\r\n")
        #expect(try busy(many, days: 120).count > 100)
    }

    @Test func `that repeats without end in every line is refused, and not read for ever`() throws {
        let bomb = (0..<2_000).map { number in
            "BEGIN:VEVENT\r\nUID:\(number)\r\nDTSTART:19000101T000000Z\r\nDURATION:PT1M\r\n"
                + "RRULE:FREQ=DAILY;COUNT=1000000\r\nEND:VEVENT"
        }.joined(separator: "\r\n")
        #expect(throws: BusyText.Refused.tooMuch) { try busy(bomb) }
    }
}
