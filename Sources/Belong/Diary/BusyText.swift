import Foundation
import Kernel

/// A calendar of somebody's elsewhere, read for nothing but when they are busy
/// (RFC 5545). Not a word of it is kept: no title, no place, no name.
struct BusyText {
    /// From when until when somebody is busy.
    struct Span: Hashable, Sendable {
        let begins: Date
        let ends: Date
    }

    enum Refused: Refusal {
        case notACalendar
        case tooMuch

        var sentence: String {
            switch self {
            case .notACalendar:
                "What is behind that address is not a calendar. Look for an address that ends in .ics, often called “subscribe” or “publish”."
            case .tooMuch: "That calendar repeats more than we can read. Share one with fewer entries."
            }
        }
    }

    /// Steps through repetitions, over all entries together.
    static let mostSteps = 400_000

    /// What is busy in a stretch of time, in order and brought together where it overlaps.
    static func read(_ text: String, from: Date, until: Date) throws(Refused) -> [Span] {
        let lines = unfolded(text)
        guard lines.first?.uppercased() == "BEGIN:VCALENDAR" else { throw .notACalendar }
        let events = events(in: lines).filter(\.isBusy)
        let moved = Dictionary(grouping: events.filter { $0.instead != nil }, by: \.uid)
            .mapValues { Set($0.compactMap { $0.instead?.instant }) }
        var (steps, found) = (mostSteps, [Span]())
        for event in events {
            guard let starts = event.starts(from: from, until: until, &steps) else { throw .tooMuch }
            let away = event.instead == nil ? moved[event.uid] ?? [] : []
            for start in starts where !away.contains(start) {
                guard let end = event.end(of: start), start < end, end > from, start < until else { continue }
                found.append(Span(begins: max(start, from), ends: min(end, until)))
            }
        }
        return together(found)
    }

    /// A line may go on on the next, after a blank.
    static func unfolded(_ text: String) -> [String] {
        var lines: [String] = []
        for raw in text.utf8.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            if let first = raw.first, first == 32 || first == 9, !lines.isEmpty {
                lines[lines.count - 1] += String(Substring(raw.dropFirst()))
            } else {
                lines.append(String(Substring(raw)))
            }
        }
        if let first = lines.first {
            lines[0] = first.trimmingCharacters(
                in: .whitespaces.union(CharacterSet(charactersIn: "\u{FEFF}"))
            )
        }
        return lines
    }

    /// What stands between BEGIN:VEVENT and its END, without what is nested in it.
    private static func events(in lines: [String]) -> [BusyEvent] {
        var (events, open, nested) = ([BusyEvent](), [BusyLine]?.none, 0)
        for text in lines {
            let isBegin = text.hasPrefix("BEGIN:")
            if isBegin, text.uppercased() == "BEGIN:VEVENT", open == nil {
                (open, nested) = ([], 0)
            } else if open != nil, text.uppercased() == "END:VEVENT" {
                events.append(BusyEvent(open ?? []))
                open = nil
            } else if open != nil, isBegin {
                nested += 1
            } else if open != nil, text.hasPrefix("END:") {
                nested -= 1
            } else if open != nil, nested == 0, let line = BusyLine(text) {
                open?.append(line)
            }
        }
        return events
    }

    private static func together(_ spans: [Span]) -> [Span] {
        spans.sorted { $0.begins < $1.begins }.reduce(into: []) { joined, span in
            guard let last = joined.last, span.begins <= last.ends else {
                joined.append(span)
                return
            }
            joined[joined.count - 1] = Span(begins: last.begins, ends: max(last.ends, span.ends))
        }
    }
}

/// One property that says something of when: its name, its parameters, its value.
struct BusyLine: Sendable {
    let name: String
    let parameters: [String: String]
    let value: String

    private static let known: Set<String> = [
        "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS", "TRANSP",
        "UID",
        "X-MICROSOFT-CDO-BUSYSTATUS",
    ]

    /// Nothing for a property that has words in it: those are not even looked at.
    init?(_ text: String) {
        let name = text.prefix { $0 != ":" && $0 != ";" }.uppercased()
        guard Self.known.contains(name) else { return nil }
        var (isQuoted, colon) = (false, String.Index?.none)
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ":", !isQuoted {
                colon = index
                break
            }
        }
        guard let colon else { return nil }
        self.name = name
        value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        let pairs = text[..<colon].split(separator: ";").dropFirst().compactMap { part -> (String, String)? in
            let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard halves.count == 2 else { return nil }
            return (halves[0].uppercased(), halves[1].replacing("\"", with: ""))
        }
        parameters = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
