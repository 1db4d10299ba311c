import Foundation
import Kernel
import Store

/// Supervision as the link worker says it was held, and how many people they look after beside what was agreed:
/// C14.c2, C14.c3, C14.o3. A link worker has these once, at however many practices.
extension Sounding {
    static let supervising: [Sounding] = [heldAsAgreed, longestGap, load]

    /// C14.c2: what was held of what the agreements ask for, hat by hat. An hour that was of no use does not count,
    /// one that was partly of use counts half: five minutes are not supervision.
    private static let heldAsAgreed = Sounding(signal: "C14.c2") { view, ground, span in
        let due = try view.dueSupervision(ground, span)
        let held = try view.heldSupervision(ground, span)
        return due.reduce(into: [:]) { all, entry in
            let whole = entry.value.values.reduce(0, +)
            guard whole > 0 else { return }
            let theirs = held[entry.key] ?? []
            let credit = entry.value.reduce(0.0) { sum, hat in
                sum + min(Double(hat.value), theirs.filter { $0.hat == hat.key }.reduce(0) { $0 + $1.credit })
            }
            all[entry.key] = .share(Proportion(credit, of: whole))
        }
    }

    /// C14.c3: the longest time from one supervision to the next, about cases or about oneself, and from the last one
    /// until now: days. Employment is another hat.
    private static let longestGap = Sounding(signal: "C14.c3") { view, ground, span in
        try view.heldSupervision(ground, span).compactMapValues { held in
            let times = held.filter { $0.hat != .employment }.map(\.at).sorted()
            let gaps = zip(times, times.dropFirst() + [span.at]).map { $1.timeIntervalSince($0) / 86_400 }
            return gaps.max().map { .figure($0, of: Double(times.count)) }
        }
    }

    /// C14.o3: people with an open case whom the link worker held at that instant, over how many were agreed.
    private static let load = read("C14.o3") { span in
        """
        , limits AS (
            SELECT agreed_load.link_worker, agreed_load.people,
                ROW_NUMBER() OVER (PARTITION BY agreed_load.link_worker ORDER BY agreed_load.said_at DESC) AS place
            FROM agreed_load
            JOIN agreed_load_yes ON agreed_load_yes.agreed_load = agreed_load.id
                AND agreed_load_yes.agreed_at <= \(span.at)
        )
        SELECT scoped.id AS placement, limits.people AS agreed, (
            SELECT COUNT(DISTINCT "case".person)
            FROM "case"
            WHERE ("case".link_worker = scoped.link_worker OR "case".id IN (
                    SELECT taking_over."case" FROM taking_over
                    WHERE taking_over.link_worker = scoped.link_worker))
                AND "case".opened_at <= \(span.at) AND COALESCE((
                    SELECT taking_over.link_worker FROM taking_over
                    WHERE taking_over."case" = "case".id AND taking_over.taken_at <= \(span.at)
                    ORDER BY taking_over.taken_at DESC LIMIT 1), "case".link_worker) = scoped.link_worker
                AND NOT EXISTS (
                    SELECT 1 FROM closing
                    LEFT JOIN reopening ON reopening.closing = closing.id AND reopening.reopened_at <= \(span.at)
                    WHERE closing."case" = "case".id AND closing.closed_at <= \(span.at)
                        AND reopening.closing IS NULL)) AS people
        FROM scoped
        JOIN limits ON limits.link_worker = scoped.link_worker AND limits.place = 1
        """
    } _: { rows, _ in
        guard let row = rows.first else { return .unknown(.nothing) }
        let (people, agreed): (Int, Int) = try (row("people"), row("agreed"))
        return .figure(Double(people) / Double(agreed), of: 1)
    }
}

/// An hour that was held, and of how much use the link worker found it.
struct HeldSupervision: Sendable {
    let hat: Supervision.Hat
    let at: Date
    let useful: Supervision.Useful

    var credit: Double {
        switch useful {
        case .yes: 1
        case .partly: 0.5
        case .no: 0
        }
    }
}

extension Reader {
    /// How often each hat should have been worn while it was agreed, whole times only.
    fileprivate func dueSupervision(
        _ ground: Ground,
        _ span: Span
    ) throws -> [Placement.ID: [Supervision.Hat: Int]] {
        let agreed = try rows(
            """
            WITH \(ground.scoped)
            SELECT scoped.id AS placement, agreement.hat, agreement.every_days, agreement.agreed_at,
                later.agreed_at AS ended_at
            FROM scoped
            JOIN supervision_agreement AS agreement ON agreement.link_worker = scoped.link_worker
                AND agreement.agreed_at <= \(span.at)
            LEFT JOIN supervision_agreement AS later ON later.id = agreement.replaced_by
                AND later.agreed_at <= \(span.at)
            """
        ).map { row -> (placement: Placement.ID, hat: Supervision.Hat, times: Double) in
            let (from, until): (Date, Date?) = try (row("agreed_at"), row("ended_at"))
            let days = (until ?? span.at).timeIntervalSince(max(from, span.from)) / 86_400
            let every: Int = try row("every_days")
            return try (row("placement"), row("hat"), max(0, days) / Double(every))
        }
        return Dictionary(grouping: agreed, by: \.placement).mapValues { all in
            Dictionary(grouping: all, by: \.hat).mapValues { Int($0.reduce(0) { $0 + $1.times }) }
        }
    }

    fileprivate func heldSupervision(
        _ ground: Ground,
        _ span: Span
    ) throws -> [Placement.ID: [HeldSupervision]] {
        let held = try rows(
            """
            WITH \(ground.scoped)
            SELECT scoped.id AS placement, supervision.hat, supervision.begins_at, supervision_answer.useful
            FROM scoped
            JOIN supervision ON supervision.link_worker = scoped.link_worker
                AND supervision.begins_at > \(span.from) AND supervision.begins_at <= \(span.at)
            JOIN supervision_answer ON supervision_answer.supervision = supervision.id
                AND supervision_answer.said_at <= \(span.at)
            """
        ).map { row -> (Placement.ID, HeldSupervision) in
            try (
                row("placement"),
                HeldSupervision(hat: row("hat"), at: row("begins_at"), useful: row("useful"))
            )
        }
        return Dictionary(grouping: held, by: \.0).mapValues { $0.map(\.1) }
    }
}
