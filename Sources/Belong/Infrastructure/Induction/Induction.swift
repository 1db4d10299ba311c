import Foundation
import Kernel
import Store

/// One thing of getting to know each other: shadowing a GP or a nurse, being shadowed,
/// an hour at reception. Both sides have names. It happened when the link worker says
/// so, and at no other time: *it was on the plan and never happened* (paper, line 79).
struct Induction: Identifiable, Sendable {
    let id: Key<Induction>
    let kind: Kind
    let colleague: Worry.Named
    let beginsAt: Date
    let date: Key<Planned>
    /// How often it was rebooked because it did not happen.
    let missed: Int
    /// Whether it happened, as the link worker says.
    let happenedAt: Date?
    /// Others who say that it did. It counts for nothing, and is shown.
    let saidBy: [String]

    enum Planned {}

    enum Kind: String, CaseIterable, Sendable, Column {
        case shadowGP = "shadow_gp"
        case shadowNurse = "shadow_nurse"
        case beShadowed = "be_shadowed"
        case reception
        case manager
        case other

        var name: String {
            switch self {
            case .shadowGP: "Shadow a GP"
            case .shadowNurse: "Shadow a nurse"
            case .beShadowed: "Be shadowed"
            case .reception: "An hour at reception"
            case .manager: "An hour with the practice manager"
            case .other: "Get to know each other"
            }
        }
    }

    enum Refused: Refusal {
        case happened
        case notBegun
        case notThere

        var sentence: String {
            switch self {
            case .happened: "The link worker has said already that this happened."
            case .notBegun: "It is planned for later. Whether it happened can be said then."
            case .notThere: "Choose somebody who works at the practice."
            }
        }
    }
}

extension Induction {
    func state(at now: Date, linkWorker: String) -> String {
        if let happenedAt { return "happened, says \(linkWorker), \(Day(happenedAt).short)" }
        let again =
            missed == 0 ? "" : "did not happen \(missed == 1 ? "once" : "\(missed) times"), rebooked; "
        if beginsAt > now { return "\(again)planned" }
        return saidBy.isEmpty
            ? "\(again)\(linkWorker) has not said yet whether it happened"
            : "\(again)\(saidBy.joined(separator: " and ")) says that it happened; \(linkWorker) has not said so"
    }

    func answered(at now: Date) throws(Refused) {
        if happenedAt != nil { throw .happened }
        if beginsAt > now { throw .notBegun }
    }

    /// The same weekday and time, as many weeks on as it takes to be after now.
    static func again(after beginsAt: Date, at now: Date) -> Date {
        let minute = TimeOfDay.minute(London.time(beginsAt)) ?? 540
        let weeks = (1...520).lazy.map { DiaryHours.instant(Day(beginsAt).advanced(by: 7 * $0), minute) }
        return weeks.first { $0 > now } ?? now + 7 * 86_400
    }
}

extension Induction {
    /// That the link worker said it happened, in a span of time. `induction` must be in the query.
    static func happening(_ from: Date, _ until: Date) -> SQL {
        """
        SELECT 1 FROM induction_answer
        JOIN induction_date ON induction_date.id = induction_answer.induction_date
        WHERE induction_date.induction = induction.id AND induction_answer.is_link_worker
            AND induction_answer.happened AND induction_answer.said_at > \(from)
            AND induction_answer.said_at <= \(until)
        """
    }
}

extension Reader {
    func inductions(_ which: SQL) throws -> [Induction] {
        let said: [(Key<Induction.Planned>, String)] = try rows(
            """
            SELECT induction_date, member.name
            FROM induction_answer
            JOIN member ON member.id = said_by
            JOIN induction_date ON induction_date.id = induction_answer.induction_date
            JOIN induction ON induction.id = induction_date.induction
            WHERE \(which) AND NOT is_link_worker AND induction_date.replaced_by IS NULL
            ORDER BY said_at
            """
        ).map { try ($0("induction_date"), $0("name")) }
        return try rows(
            """
            SELECT induction.id, induction.kind, induction.colleague, member.name, induction_date.id AS date,
                induction_date.begins_at,
                (SELECT COUNT(*) FROM induction_date AS again
                    WHERE again.induction = induction.id AND again.why = 'missed') AS missed,
                (SELECT MAX(said_at) FROM induction_answer
                    WHERE induction_answer.induction_date = induction_date.id AND is_link_worker AND happened)
                    AS happened_at
            FROM induction
            JOIN member ON member.id = induction.colleague
            JOIN induction_date ON induction_date.induction = induction.id AND induction_date.replaced_by IS NULL
            WHERE \(which)
            ORDER BY induction_date.begins_at, induction.id
            """
        ).map { row in
            let date: Key<Induction.Planned> = try row("date")
            return try Induction(
                id: row("id"),
                kind: row("kind"),
                colleague: .init(id: row("colleague"), name: row("name")),
                beginsAt: row("begins_at"),
                date: date,
                missed: row("missed"),
                happenedAt: row("happened_at"),
                saidBy: said.filter { $0.0 == date }.map(\.1)
            )
        }
    }
}

extension Owing.Part {
    /// What did not happen rises to the top.
    static let induction = Owing.Part(
        heading: "Induction",
        path: { "/placements/\($0.id)/induction" },
        lines: { view, placed, now in
            try view.inductions("induction.placement = \(placed.id)").risen.map { one in
                Owing.Line(
                    what: one.kind.name,
                    whose: one.colleague.name,
                    due: Supervision.spoken(one.beginsAt),
                    state: one.state(at: now, linkWorker: placed.linkWorker.name),
                    isDone: one.happenedAt != nil
                )
            }
        }
    )
}

extension [Induction] {
    /// What was missed first, then what is open, by date.
    var risen: [Induction] {
        filter { $0.happenedAt == nil && $0.missed > 0 } + filter { $0.happenedAt == nil && $0.missed == 0 }
            + filter { $0.happenedAt != nil }
    }
}
