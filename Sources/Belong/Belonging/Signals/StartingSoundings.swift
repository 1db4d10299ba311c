import Foundation
import Kernel
import Store

/// What the first weeks of a placement were like: C13.c1, C13.m1, C13.o1, C14.c1. What a window of the start holds is
/// read for a year after it, and then it has left: how somebody arrived says nothing of how it is later.
extension Sounding {
    static let starting: [Sounding] = [ready, raisedBefore, basicsWork, inducted]

    /// The placements that began within a year, with their first day as `began_on`.
    private static func begun(_ span: Span) -> SQL {
        """
        FROM scoped
        JOIN placement ON placement.id = scoped.id
            AND placement.began_on > \(Day(span.at).advanced(by: -365)) AND placement.began_on <= \(Day(span.at))
        """
    }

    /// C13.c1: of the things to be ready that the link worker has spoken of, those that worked when they first tried,
    /// and were done before the first day or tried in the first week. It is known when they have spoken of all.
    private static let ready = read("C13.c1", said) { rows, span in
        let all = try SetUpSaid.all(rows)
        let spoken = all.compactMap { item, said in
            said.first(of: [.works, .doesNot]).map { (item, said, $0) }
        }
        let credit = spoken.count { _, said, first in
            let isDone = said.first(of: [.done]).map { Day($0.at) < said.beganOn } ?? false
            return first.act == .works && (isDone || Day(first.at) < said.beganOn.advanced(by: span.length))
        }
        return spoken.isEmpty ? .unknown(.nothing) : .share(Proportion(Double(credit), of: spoken.count))
    }

    /// C13.o1: working days from the first day until the link worker had said of everything on the list that it works.
    private static let basicsWork = read("C13.o1", said) { rows, span in
        let all = try SetUpSaid.all(rows)
        guard let start = all.values.first?.beganOn else { return .unknown(.nothing) }
        let worked = all.values.map {
            $0.last(of: [.works, .doesNot]).flatMap { $0.act == .works ? $0.at : nil }
        }
        let end = worked.contains(nil) ? nil : worked.compactMap(\.self).max()
        let first = London.instant(start, hour: 0)
        return .median(Waits([span.workingDays(from: first, to: end.map { max($0, first) })]))
    }

    /// Every item on the list of a placement, with each thing said of it.
    private static func said(_ span: Span) -> SQL {
        """
        SELECT scoped.id AS placement, placement.began_on, listed.item, readiness_turn.act, readiness_turn.said_at
        \(begun(span))
        JOIN (
            SELECT DISTINCT placement, item FROM readiness_item WHERE said_at <= \(span.at)
        ) AS listed ON listed.placement = scoped.id
        LEFT JOIN readiness_turn ON readiness_turn.placement = scoped.id AND readiness_turn.item = listed.item
            AND readiness_turn.said_at <= \(span.at)
        """
    }

    /// C13.m1: of the troubles of setting up in the first 60 days, those that were raised before the first: things
    /// that did not work, and what the link worker raised of rooms, access and IT.
    private static let raisedBefore = judged("C13.m1") { span in
        """
        SELECT scoped.id AS placement, placement.began_on, issue.raised_at
        \(begun(span))
        JOIN issue ON issue.placement = scoped.id AND issue.kind IN ('room', 'access', 'it')
            AND issue.raised_at <= \(span.at)
        UNION ALL
        SELECT scoped.id, placement.began_on, MIN(readiness_turn.said_at)
        \(begun(span))
        JOIN readiness_turn ON readiness_turn.placement = scoped.id AND readiness_turn.act = 'does_not'
            AND readiness_turn.said_at <= \(span.at)
        GROUP BY scoped.id, placement.began_on, readiness_turn.item
        """
    } _: { row, span in
        let (began, raised): (Day, Day) = try (row("began_on"), Day(row("raised_at") as Date))
        guard raised < began.advanced(by: span.length) else { return nil }
        return raised < began ? 1 : 0
    }

    /// C14.c1: of what was first planned for the time until now, and for the first weeks, what the link worker says
    /// happened, on whichever date in the end. Nobody else's word counts (V9).
    private static let inducted = judged("C14.c1") { span in
        """
        SELECT scoped.id AS placement, placement.began_on, (
                SELECT MIN(begins_at) FROM induction_date
                WHERE induction_date.induction = induction.id AND planned_at <= \(span.at)) AS planned_at, (
                SELECT MIN(said_at) FROM induction_date
                JOIN induction_answer ON induction_answer.induction_date = induction_date.id
                WHERE induction_date.induction = induction.id AND is_link_worker AND happened
                    AND said_at <= \(span.at)) AS happened_at
        \(begun(span))
        JOIN induction ON induction.placement = scoped.id AND induction.made_at <= \(span.at)
        """
    } _: { row, span in
        let (began, planned, happened): (Day, Date, Date?) = try (
            row("began_on"), row("planned_at"), row("happened_at")
        )
        guard Day(planned) < began.advanced(by: span.length) else { return nil }
        return happened != nil ? 1 : planned <= span.at ? 0 : nil
    }
}

extension Span {
    /// The days it looks back; of a window of the start, the days from the first.
    var length: Int { Int((at.timeIntervalSince(from) / 86_400).rounded()) }
}

/// What was said of one thing that is to be ready, in the order of time.
private struct SetUpSaid {
    let beganOn: Day
    let turns: [(act: SetUp.Act, at: Date)]

    static func all(_ rows: [Row]) throws -> [String: SetUpSaid] {
        try Dictionary(grouping: rows) { try $0("item") as String }.compactMapValues { rows in
            guard let beganOn: Day = try rows.first?("began_on") else { return nil }
            let turns = try rows.compactMap { row -> (act: SetUp.Act, at: Date)? in
                guard let act: SetUp.Act = try row("act") else { return nil }
                return try (act, row("said_at"))
            }
            return SetUpSaid(beganOn: beganOn, turns: turns.sorted { $0.at < $1.at })
        }
    }

    func first(of acts: Set<SetUp.Act>) -> (act: SetUp.Act, at: Date)? {
        turns.first { acts.contains($0.act) }
    }

    func last(of acts: Set<SetUp.Act>) -> (act: SetUp.Act, at: Date)? {
        turns.last { acts.contains($0.act) }
    }
}
