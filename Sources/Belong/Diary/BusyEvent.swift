import Foundation
import Kernel

/// One entry of a calendar elsewhere, as far as it says when somebody is busy.
struct BusyEvent: Sendable {
    let uid: String
    let start: BusyMoment?
    let isBusy: Bool
    /// Which of a series it stands in the place of.
    let instead: BusyMoment?
    private let ending: Ending
    private let rule: BusyRule?
    private let more: [BusyMoment]
    private let without: Set<Date>

    private enum Ending: Sendable {
        case lasting(TimeInterval)
        case days(Int)
    }

    init(_ lines: [BusyLine]) {
        let first = { (name: String) in lines.first { $0.name == name } }
        let moment = { (name: String) in
            first(name).flatMap { BusyMoment($0.value, zone: $0.parameters["TZID"]) }
        }
        uid = first("UID")?.value ?? ""
        start = moment("DTSTART")
        instead = moment("RECURRENCE-ID")
        let isFree =
            first("TRANSP")?.value.uppercased() == "TRANSPARENT"
            || first("STATUS")?.value.uppercased() == "CANCELLED"
            || first("X-MICROSOFT-CDO-BUSYSTATUS")?.value.uppercased() == "FREE"
        isBusy = !isFree && start != nil
        ending = Self.ending(start, moment("DTEND"), first("DURATION")?.value)
        rule = instead == nil ? first("RRULE").flatMap { BusyRule($0.value) } : nil
        more = Self.moments(lines, "RDATE")
        without = Set(Self.moments(lines, "EXDATE").map(\.instant))
    }

    /// When it begins in a stretch of time: nothing, if to find out takes more steps than there are.
    func starts(from: Date, until: Date, _ steps: inout Int) -> [Date]? {
        guard let start else { return [] }
        steps -= 1
        guard let rule else { return ([start] + more).map(\.instant) }
        // Whatever began so long before may still go on.
        let early = from.addingTimeInterval(-length)
        guard let days = rule.days(from: start, after: early, before: until, &steps) else { return nil }
        return (days.map { BusyMoment(day: $0, like: start) } + more).map(\.instant).filter {
            !without.contains($0) && isWithin($0, rule.ends)
        }
    }

    private func isWithin(_ start: Date, _ end: Date?) -> Bool { end.map { start <= $0 } ?? true }

    func end(of begin: Date) -> Date? {
        switch ending {
        case .lasting(let seconds): begin.addingTimeInterval(seconds)
        case .days(let days): London.instant(Day(begin).advanced(by: days), hour: 0)
        }
    }

    private var length: TimeInterval {
        switch ending {
        case .lasting(let seconds): seconds
        case .days(let days): Double(days + 1) * 86_400
        }
    }

    /// Without an end a whole day lasts a day and anything else no time at all (RFC 5545, 3.6.1).
    private static func ending(_ start: BusyMoment?, _ end: BusyMoment?, _ duration: String?) -> Ending {
        guard let start else { return .lasting(0) }
        if start.isWholeDay {
            let days =
                end.map { $0.day.number - start.day.number }
                ?? duration.map { Int((seconds($0) / 86_400).rounded(.up)) } ?? 1
            return .days(min(max(1, days), 3_660))
        }
        let lasting = end.map { $0.instant.timeIntervalSince(start.instant) } ?? duration.map(seconds) ?? 0
        return .lasting(min(max(0, lasting), 3_660 * 86_400))
    }

    private static func moments(_ lines: [BusyLine], _ name: String) -> [BusyMoment] {
        lines.filter { $0.name == name }.flatMap { line in
            line.value.split(separator: ",").prefix(2_000).compactMap {
                // A period says its beginning first.
                BusyMoment(String($0.prefix { $0 != "/" }), zone: line.parameters["TZID"])
            }
        }
    }

    /// `P1DT2H30M`, `PT45M`, `P2W`.
    static func seconds(_ duration: String) -> TimeInterval {
        var (all, number) = (0.0, 0.0)
        for letter in duration.uppercased() {
            switch letter {
            case "0"..."9": number = min(number * 10 + Double(letter.wholeNumberValue ?? 0), 1_000_000)
            case "W": (all, number) = (all + number * 604_800, 0)
            case "D": (all, number) = (all + number * 86_400, 0)
            case "H": (all, number) = (all + number * 3_600, 0)
            case "M": (all, number) = (all + number * 60, 0)
            case "S": (all, number) = (all + number, 0)
            case "-": return 0
            default: continue
            }
        }
        return all
    }
}
