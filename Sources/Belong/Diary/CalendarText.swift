import Foundation
import Kernel

/// A calendar as RFC 5545 writes it, in the time of London, right over the nights
/// on which the clocks change.
struct CalendarText: Sendable {
    let events: [Event]
    let now: Date

    struct Event: Sendable {
        let id: DiaryEntry.ID
        let words: String
        let beginsAt: Date
        let endsAt: Date
        let changedAt: Date
        let sequence: Int
        let isCancelled: Bool
    }

    init(events: [Event], at now: Date) {
        (self.events, self.now) = (events, now)
    }

    /// Every line ends as the standard wants it, and none is longer than 75 bytes.
    var text: String {
        (Self.head + events.flatMap(\.lines) + ["END:VCALENDAR"]).map { "\(Self.folded($0))\r\n" }.joined()
    }

    private static let head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Belong//Diary//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Belong",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZNAME:BST",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZNAME:GMT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]

    /// Continued on the next line after a blank, never in the middle of a letter.
    static func folded(_ line: String) -> String {
        var (lines, current, size) = ([String](), "", 0)
        for letter in line {
            let bytes = letter.utf8.count
            if size + bytes > 75 {
                lines.append(current)
                (current, size) = (" ", 1)
            }
            current.append(letter)
            size += bytes
        }
        return (lines + [current]).joined(separator: "\r\n")
    }
}

extension CalendarText.Event {
    fileprivate var lines: [String] {
        [
            "BEGIN:VEVENT",
            "UID:\(id)@belong",
            "DTSTAMP:\(changedAt.inGreenwich)",
            "LAST-MODIFIED:\(changedAt.inGreenwich)",
            "SEQUENCE:\(sequence)",
            "DTSTART;TZID=Europe/London:\(beginsAt.inLondon)",
            "DTEND;TZID=Europe/London:\(endsAt.inLondon)",
            "SUMMARY:\(words)",
            "STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")",
            "TRANSP:\(isCancelled ? "TRANSPARENT" : "OPAQUE")",
            "CLASS:PRIVATE",
            "END:VEVENT",
        ]
    }
}

extension Date {
    /// 20260414T083000Z
    fileprivate var inGreenwich: String { "\(written(ahead: 0))Z" }

    /// 20260414T093000, as the clocks of London show it.
    fileprivate var inLondon: String { written(ahead: London.offset(at: self)) }

    private func written(ahead: Int) -> String {
        let seconds = Int(timeIntervalSince1970.rounded(.down)) + ahead
        let days = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = seconds - days * 86_400
        let day = Day(number: days).description.replacing("-", with: "")
        return "\(day)T\((rest / 3_600).padded(2))\((rest / 60 % 60).padded(2))\((rest % 60).padded(2))"
    }
}
