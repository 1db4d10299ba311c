import Foundation
import Kernel
import Store

/// Until when a post is paid for, by whom, and with how much notice, as somebody who
/// employs or pays confirmed it. A link worker who does not know whether there is a next
/// year is leaving already (paper, lines 8 and 26).
struct Funding: Identifiable, Sendable {
    let id: Key<Funding>
    let source: String
    let until: Day
    let noticeWeeks: Int
    let confirmedAt: Date
    let confirmedBy: Worry.Named

    /// With fewer months than this, whoever pays and employs is told.
    static let ahead = 3
}

extension Funding {
    /// Whole months it lasts from that day on; none once it is over.
    func months(on today: Day) -> Int { max(0, today.months(until: until.advanced(by: 1))) }

    func isEnding(on today: Day) -> Bool { months(on: today) < Self.ahead }

    /// *4 months, until 31 March 2027*
    func words(on today: Day) -> String {
        guard until >= today else { return "ended \(until.full)" }
        let months = months(on: today)
        return "\(months == 0 ? "less than a month" : months.counted("month")), until \(until.full)"
    }

    var notice: String {
        noticeWeeks == 0 ? "no notice agreed" : "\(noticeWeeks.counted("week")) notice"
    }
}

extension Day {
    /// Whole months of the calendar from this day to that.
    func months(until day: Day) -> Int {
        let (from, to) = (date, day.date)
        return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
    }
}

extension Member {
    /// The organisations for which they can say whether a post is paid, or whether somebody may learn.
    var speaksFor: [Organisation.ID] {
        organisations(as: .networkLead, .practiceManager, .coordinator)
    }
}

extension Owing.Placed {
    /// Whoever employs and whoever pays, each once.
    var payers: String {
        employer == funder ? employerName : "\(employerName) and \(funderName)"
    }

    /// Whether a member leads its network, or speaks for whoever employs or pays the link worker.
    func isPaid(by member: Member) -> Bool {
        guard side != .linkWorker else { return false }
        let leads = network.map(member.organisations(as: .networkLead).contains) ?? false
        return leads || member.speaksFor.contains { [employer, funder].contains($0) }
    }
}

extension Reader {
    /// One placement, also for those who speak for its employer or funder.
    func placedOrPaid(_ id: Placement.ID, for member: Member, at now: Date) throws -> Owing.Placed {
        let found = try placedOrPaid(member, among: "placement.id = \(id)", at: now).first
        guard let found else { throw Missing() }
        return found
    }

    func placedOrPaid(_ member: Member, among which: SQL = "TRUE", at now: Date) throws -> [Owing.Placed] {
        let theirs = member.speaksFor
        let paid: SQL = "placement.employer IN (\(each: theirs)) OR placement.funder IN (\(each: theirs))"
        return try placed(member, among: which, besides: "(\(paid))", at: now)
    }

    /// What was confirmed of these placements, the latest first.
    func fundings(_ which: SQL) throws -> [Placement.ID: [Funding]] {
        let all = try rows(
            """
            SELECT post_funding.id, placement, source, funded_until, notice_weeks, confirmed_at, confirmed_by,
                member.name AS confirmer_name
            FROM post_funding
            JOIN member ON member.id = confirmed_by
            WHERE \(which)
            ORDER BY confirmed_at DESC, post_funding.id DESC
            """
        ).map { row -> (Placement.ID, Funding) in
            try (
                row("placement"),
                Funding(
                    id: row("id"),
                    source: row("source"),
                    until: row("funded_until"),
                    noticeWeeks: row("notice_weeks"),
                    confirmedAt: row("confirmed_at"),
                    confirmedBy: .init(id: row("confirmed_by"), name: row("confirmer_name"))
                )
            )
        }
        return Dictionary(grouping: all, by: \.0).mapValues { $0.map(\.1) }
    }
}

extension Owing.Part {
    static let post = Owing.Part(
        heading: "The post",
        path: { "/placements/\($0.id)/funding" },
        lines: { view, placed, now in
            let today = Day(now)
            let current = try view.fundings("placement = \(placed.id)")[placed.id]?.first
            return [
                Owing.Line(
                    what: current.map { "Paid by \($0.source)" } ?? "For how long the post is paid",
                    whose: placed.payers,
                    due: current.map(\.notice) ?? "to be confirmed",
                    state: current?.words(on: today) ?? "nobody has confirmed it yet",
                    isDone: current.map { !$0.isEnding(on: today) } ?? false
                )
            ]
        }
    )
}
