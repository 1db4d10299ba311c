import Foundation
import Kernel
import Store

/// One of the twelve things that should stand ready before a link worker's first day:
/// whose it is, by when, and whether it works, as the link worker says in the first
/// week. They are the practice's to see to, not the link worker's (paper, line 73).
struct SetUp: Sendable {
    let item: Item
    let whose: Worry.Named?
    let dueOn: Day?
    let turns: [Turn]

    enum Item: String, CaseIterable, Sendable, Column {
        case room
        case logins
        case smartcard
        case phone
        case directory
        case route
        case template
        case induction
        case supervisor
        case meeting
        case safeguarding
        case loneWorking = "lone_working"

        var name: String {
            switch self {
            case .room: "A room to meet people in"
            case .logins: "Sign-ins that work"
            case .smartcard: "A smartcard"
            case .phone: "A telephone"
            case .directory: "The directory of groups"
            case .route: "The way referrals come"
            case .template: "The template in the records"
            case .induction: "A plan for the induction"
            case .supervisor: "A supervisor, by name"
            case .meeting: "A place in the team meeting"
            case .safeguarding: "Who leads on safeguarding"
            case .loneWorking: "What holds when working alone"
            }
        }

        /// Whoever supervises sees to these; all others are the practice's.
        var isSupervisors: Bool {
            switch self {
            case .induction, .supervisor, .loneWorking: true
            case .room, .logins, .smartcard, .phone, .directory, .route, .template, .meeting, .safeguarding:
                false
            }
        }
    }

    enum Act: String, Sendable, Column {
        /// Whoever owes it says so.
        case done
        /// The link worker says so: only then it is.
        case works
        case doesNot = "does_not"
    }

    struct Turn: Sendable {
        let act: Act
        let words: String
        let by: String
        let at: Date
    }

    enum Refused: Refusal {
        case notBegun
        case notThere

        var sentence: String {
            switch self {
            case .notBegun: "Nobody is named for this yet. The practice manager begins the list."
            case .notThere: "Choose somebody from the list."
            }
        }
    }

    /// The link worker says within so many days of the first whether it works.
    static let firstWeek = 7
}

extension SetUp {
    var works: Bool { turns.last?.act == .works }

    /// Said to be done before the first day, and found to work.
    func wasReady(on first: Day) -> Bool {
        works && turns.contains { $0.act == .done && Day($0.at) < first }
    }

    func state(began: Day, at now: Date) -> String {
        let today = Day(now)
        guard let last = turns.last else {
            guard let dueOn else { return "nobody is named for it" }
            return dueOn < today ? "not yet; it was due \(dueOn.nearness(to: today))" : "not yet"
        }
        switch last.act {
        case .works: return "it works, says the link worker"
        case .doesNot:
            return last.words.isEmpty ? "it does not work yet" : "it does not work yet: \(last.words)"
        case .done:
            let isLate = began.advanced(by: Self.firstWeek) < today
            return isLate
                ? "\(last.by) says it is done; not confirmed in the first week" : "\(last.by) says it is done"
        }
    }

    func line(began: Day, at now: Date) -> Owing.Line {
        Owing.Line(
            what: item.name,
            whose: whose?.name ?? "nobody named yet",
            due: dueOn.map { "by \($0.short)" } ?? "before the first day",
            state: state(began: began, at: now),
            isDone: works
        )
    }
}

extension Reader {
    /// All twelve, in one order, whether anybody has begun or not.
    func setUps(of placement: Placement.ID) throws -> [SetUp] {
        let named = try rows(
            """
            SELECT item, whose, member.name, due_on
            FROM readiness_item
            JOIN member ON member.id = whose
            WHERE placement = \(placement) AND replaced_by IS NULL
            """
        ).map { row in
            let item: SetUp.Item = try row("item")
            return try (item, Worry.Named(id: row("whose"), name: row("name")), row("due_on") as Day)
        }
        let turns = try rows(
            """
            SELECT item, act, words, member.name, said_at
            FROM readiness_turn
            JOIN member ON member.id = said_by
            WHERE placement = \(placement)
            ORDER BY said_at, readiness_turn.id
            """
        ).map { row in
            let item: SetUp.Item = try row("item")
            return try (
                item, SetUp.Turn(act: row("act"), words: row("words"), by: row("name"), at: row("said_at"))
            )
        }
        return SetUp.Item.allCases.map { item in
            let owner = named.first { $0.0 == item }
            return SetUp(
                item: item,
                whose: owner?.1,
                dueOn: owner?.2,
                turns: turns.filter { $0.0 == item }.map(\.1)
            )
        }
    }
}

extension Owing.Part {
    static let readiness = Owing.Part(
        heading: "Ready for the first day",
        path: { "/placements/\($0.id)/readiness" },
        lines: { view, placed, now in
            try view.setUps(of: placed.id).map { $0.line(began: placed.beganOn, at: now) }
        }
    )
}
