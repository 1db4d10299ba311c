import Foundation
import Kernel
import Store

/// One pure question of the store: what one signal finds, for each placement that is asked about, as of an instant.
/// Facts that came later are not there.
struct Sounding: Sendable {
    let signal: Signal.ID
    let ask: @Sendable (any Reader, Ground, Span) throws -> [Placement.ID: Evidence]
}

/// Which placements are asked about: one, or all of a network in the same question.
enum Ground: Sendable {
    case placement(Placement.ID)
    case network(Organisation.ID)

    /// `scoped (id, link_worker, practice)`, for the head of a query.
    var scoped: SQL {
        """
        scoped AS (
            SELECT placement.id, placement.link_worker, placement.practice
            FROM placement
            WHERE \(which))
        """
    }

    private var which: SQL {
        switch self {
        case .placement(let id): "placement.id = \(id)"
        case .network(let id):
            "placement.practice IN (SELECT organisation.id FROM organisation WHERE organisation.network = \(id))"
        }
    }
}

/// From when until when a signal looks. Evidence that is older has left; the first instant is not in it.
struct Span: Equatable, Sendable {
    let from: Date
    let at: Date

    init(days: Int, until moment: Date) {
        (from, at) = (moment.addingTimeInterval(-Double(days) * 86_400), moment)
    }

    /// Between two instants.
    init(from start: Date, until moment: Date) {
        (from, at) = (start, moment)
    }

    /// Whether so many days have gone by since: only then is what did not come late.
    func isOver(_ days: Double, after start: Date) -> Bool {
        at.timeIntervalSince(start) >= days * 86_400
    }

    /// One if it came in time, nothing if it did not, and no answer while it still may.
    func inTime(_ days: Double, after start: Date, _ came: Date?) -> Double? {
        if let came, came.timeIntervalSince(start) <= days * 86_400 { return 1 }
        return isOver(days, after: start) ? 0 : nil
    }
}

extension Sounding {
    /// A share of rows that say themselves whether they have it: `placement` and `got`, one or nought.
    static func share(_ signal: Signal.ID, _ facts: @escaping @Sendable (Span) -> SQL) -> Sounding {
        Sounding(signal: signal) { view, ground, span in
            let rows = try view.rows(
                """
                WITH \(ground.scoped), fact AS (\(facts(span)))
                SELECT placement, SUM(got) AS got, COUNT(*) AS whole
                FROM fact
                GROUP BY placement
                """
            )
            return try rows.reduce(into: [:]) { all, row in
                let (got, whole): (Int, Int) = try (row("got"), row("whole"))
                all[try row("placement")] = .share(Proportion(Double(got), of: whole))
            }
        }
    }

    /// A share of rows that are judged one by one. Those that cannot be judged yet are not in it.
    static func judged(
        _ signal: Signal.ID,
        _ facts: @escaping @Sendable (Span) -> SQL,
        _ judge: @escaping @Sendable (Row, Span) throws -> Double?
    ) -> Sounding {
        Sounding(signal: signal) { view, ground, span in
            try grouped(view, ground, facts(span)).mapValues { rows in
                let credits = try rows.compactMap { try judge($0, span) }
                guard !credits.isEmpty else { return .unknown(.nothing) }
                return .share(Proportion(credits.reduce(0, +), of: credits.count))
            }
        }
    }

    /// Whatever the rows of each placement say together.
    static func read(
        _ signal: Signal.ID,
        _ facts: @escaping @Sendable (Span) -> SQL,
        _ read: @escaping @Sendable ([Row], Span) throws -> Evidence
    ) -> Sounding {
        Sounding(signal: signal) { view, ground, span in
            try grouped(view, ground, facts(span)).mapValues { try read($0, span) }
        }
    }

    private static func grouped(
        _ view: any Reader,
        _ ground: Ground,
        _ facts: SQL
    ) throws -> [Placement.ID: [Row]] {
        try Dictionary(grouping: view.rows("WITH \(ground.scoped) \(facts)")) { try $0("placement") }
    }

    /// Every signal whose records are kept. The others say why they are not known.
    static let all: [Sounding] = [
        referring, working, introducing, telling, living, rules, meetings, measuring, starting, supervising,
        issues, sharing, skills, arranging, partnering, attending, life, knowing, heard,
    ].flatMap(\.self)
}

extension Sounding {
    /// The referrals of each placement in the span: those its link worker accepted, and those that were asked for them
    /// while nobody has.
    static func theirReferrals(_ span: Span) -> SQL {
        """
        FROM scoped
        JOIN referral ON referral.practice = scoped.practice
            AND referral.made_at > \(span.from) AND referral.made_at <= \(span.at)
        LEFT JOIN acceptance ON acceptance.referral = referral.id AND acceptance.accepted_at <= \(span.at)
        WHERE COALESCE(acceptance.link_worker, referral.asked_for) = scoped.link_worker
        """
    }

    /// Whoever works at the practice of each placement at that instant, in these roles, each once.
    static func staff(_ roles: [Role], _ span: Span) -> SQL {
        """
        SELECT DISTINCT scoped.id AS placement, scoped.link_worker, scoped.practice, membership.member
        FROM scoped
        JOIN membership ON membership.organisation = scoped.practice
            AND membership.role IN (\(each: roles.map(\.rawValue))) AND membership.began_at <= \(span.at)
            AND membership.member <> scoped.link_worker
        LEFT JOIN membership_end ON membership_end.membership = membership.id
            AND membership_end.ended_at <= \(span.at)
        WHERE membership_end.membership IS NULL
        """
    }
}
