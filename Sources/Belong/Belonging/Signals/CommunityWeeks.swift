import Foundation
import Kernel

/// Whole weeks with the time agreed for the community, and how much of it was kept.
struct CommunityWeeks {
    /// Nothing where no whole week had anything agreed.
    let share: Proportion?

    struct Agreed: Equatable, Sendable {
        let minutes: Int
        let at: Date
    }

    struct Entry: Equatable, Sendable {
        let isCommunity: Bool
        let from: Date
        let until: Date
    }

    /// - Parameter agreed: in the order in which it was agreed.
    init(_ entries: [Entry], agreed: [Agreed], _ span: Span) {
        var (kept, weeks) = (0.0, 0)
        var monday = Day(span.from).monday.advanced(by: 7)
        while London.instant(monday.advanced(by: 7), hour: 0) <= span.at {
            let (begins, ends) = (
                London.instant(monday, hour: 0), London.instant(monday.advanced(by: 7), hour: 0)
            )
            if let minutes = agreed.last(where: { $0.at <= begins })?.minutes, minutes > 0 {
                let week = entries.filter { $0.from >= begins && $0.from < ends }
                kept += min(1, Self.minutes(of: week) / Double(minutes))
                weeks += 1
            }
            monday = monday.advanced(by: 7)
        }
        share = weeks > 0 ? Proportion(kept, of: weeks) : nil
    }

    /// Community time less what was put over it, each minute once.
    private static func minutes(of week: [Entry]) -> Double {
        let others = week.filter { !$0.isCommunity }.sorted { $0.from < $1.from }
        return week.filter(\.isCommunity).reduce(0) { sum, kept in
            var (free, until) = (0.0, kept.from)
            for other in others where other.until > until && other.from < kept.until {
                free += max(0, other.from.timeIntervalSince(until))
                until = max(until, other.until)
            }
            return sum + (free + max(0, kept.until.timeIntervalSince(until))) / 60
        }
    }
}
