import Foundation
import Kernel
import Store
import Web

/// The hours agreed for a week, what is planned of them, and what was put over the
/// time kept for the community: a fact about the week, never about a person.
struct WeekHours: Sendable {
    let agreed: Agreed?
    let planned: [DiaryEntry.Share: Int]
    let eroded: [Erosion]

    /// Minutes a week, by agreement between a link worker and whoever supervises them.
    struct Agreed: Sendable, Equatable {
        let people: Int
        let community: Int
        let team: Int

        func minutes(_ share: DiaryEntry.Share) -> Int {
            switch share {
            case .people: people
            case .community: community
            case .team: team
            }
        }
    }

    /// Something that took time from what was kept for the community.
    struct Erosion: Sendable, Equatable {
        let day: Day
        let minutes: Int
        let by: String
    }

    /// Community time that something else was put over counts as what was put there.
    init(_ entries: [DiaryEntry], agreed: Agreed?) {
        self.agreed = agreed
        let standing = entries.filter { $0.stands && $0.standing.counts }
        let eroded = standing.filter { $0.plan.kind == .community }.flatMap { kept in
            standing.filter { $0.plan.kind != .community && $0.plan.overlaps(kept.plan) }.map { over in
                Erosion(
                    day: Day(kept.plan.beginsAt),
                    minutes: kept.plan.shared(with: over.plan),
                    by: over.sourceOfErosion
                )
            }
        }
        let cancelled = entries.compactMap { entry -> Erosion? in
            guard entry.plan.kind == .community, let cancelling = entry.cancelling else { return nil }
            return Erosion(day: Day(entry.plan.beginsAt), minutes: entry.minutes, by: cancelling.why.erosion)
        }
        self.eroded = eroded + cancelled
        var planned: [DiaryEntry.Share: Int] = [:]
        for entry in standing { planned[entry.plan.kind.share, default: 0] += entry.minutes }
        planned[.community, default: 0] -= eroded.reduce(0) { $0 + $1.minutes }
        self.planned = planned.mapValues { max(0, $0) }
    }
}

extension DiaryEntry {
    /// Of what kind it was and for whom, and never with which person.
    fileprivate var sourceOfErosion: String {
        switch plan.kind.share {
        case .people: "time with somebody"
        case .community: ""
        case .team: practice.map { "\(plan.kind.name.lowercased()), \($0)" } ?? plan.kind.name.lowercased()
        }
    }
}

extension DiaryEntry.Why {
    fileprivate var erosion: String {
        switch self {
        case .person: "cancelled: the group could not"
        case .linkWorker: "cancelled"
        case .logistics: "cancelled: logistics"
        }
    }
}

extension DiaryEntry.Standing {
    fileprivate var counts: Bool {
        switch self {
        case .planned, .happened, .missed: true
        case .cancelled: false
        }
    }
}

extension DiaryEntry.Plan {
    fileprivate func shared(with other: DiaryEntry.Plan) -> Int {
        Int(min(endsAt, other.endsAt).timeIntervalSince(max(beginsAt, other.beginsAt)) / 60)
    }
}

extension Int {
    /// Minutes as hours people say: 90 is *1½ h*, 100 is *1 h 40*.
    var asHours: String {
        let (hours, rest) = (self / 60, self % 60)
        switch rest {
        case 0: return "\(hours) h"
        case 30: return hours == 0 ? "½ h" : "\(hours)½ h"
        default: return hours == 0 ? "\(rest) min" : "\(hours) h \(rest.padded(2))"
        }
    }
}

extension WeekHours {
    /// Figures, bars and words, each saying the same.
    var card: HTML {
        """
        <section class="card"><h2>Your week</h2>
        \(agreed == nil ? "<p class=\"hint\">No hours agreed for a week yet.</p>" as HTML : nil)
        <ul class="plain hours">\(each: DiaryEntry.Share.allCases, line)</ul>\(eroded.isEmpty ? nil : erosion)</section>
        """
    }

    private func line(_ share: DiaryEntry.Share) -> HTML {
        let used = planned[share] ?? 0
        guard let whole = agreed?.minutes(share), whole > 0 else {
            return "<li>\(share.name) <b>\(used.asHours)</b></li>"
        }
        return """
            <li>\(share.name) <b>\(used.asHours) of \(whole.asHours)</b>
            <progress class="\(share.rawValue)" max="\(whole)" value="\(min(used, whole))" aria-label="\(share.name)">\(used.asHours) of \(whole.asHours)</progress></li>
            """
    }

    private var erosion: HTML {
        """
        <p class="small"><b>Put over community time:</b></p>
        <ul class="small">\(each: eroded, { "<li>\($0.day.weekday.name): \($0.minutes.asHours), \($0.by)</li>" })</ul>
        """
    }

    static let sample = WeekHours(
        DiaryEntry.samples(on: Day(number: 20_557)),
        agreed: Agreed(people: 1_320, community: 360, team: 180)
    )
}
