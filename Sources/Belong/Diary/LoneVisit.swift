import Foundation
import Kernel
import Store

/// Time with somebody where nobody else is: a colleague, the buddy, knows when it ends, and
/// hears of it when the link worker does not say that they are out (hazard H07).
struct LoneVisit: Sendable {
    /// As the diary first had it; a move keeps the buddy.
    let first: DiaryEntry.ID
    /// As it stands. Whoever moves a visit is watched anew.
    let entry: DiaryEntry.ID
    let owner: Worry.Named
    let ownerPhone: PhoneNumber?
    let kind: DiaryEntry.Kind
    let practice: Organisation.ID?
    let caseID: Case.ID?
    let beginsAt: Date
    /// When they should be out: as planned, or as they said since.
    let until: Date
    let place: String
    let buddy: Worry.Named
    /// Whether the buddy may read where they are, once they are overdue.
    let showsPlace: Bool
    let ended: Ended?
    /// How far it has been told of since they should be out.
    let told: Set<Step>

    struct Ended: Sendable {
        let at: Date
        let by: String
    }

    /// Each is done once for one time at which they should be out.
    enum Step: Int, CaseIterable, Sendable {
        /// Themselves are asked.
        case ask
        case buddy
        case everybody
        /// They asked for help.
        case help

        /// How long after they should be out.
        var after: TimeInterval? {
            switch self {
            case .ask: 0
            case .buddy: 15 * 60
            case .everybody: 30 * 60
            case .help: nil
            }
        }
    }

    /// What is to be told now, and has not been.
    func due(at now: Date) -> [Step] {
        guard ended == nil else { return [] }
        return Step.allCases.filter { step in
            guard let after = step.after, !told.contains(step) else { return false }
            return until + after <= now
        }
    }

    func isRunning(at now: Date) -> Bool { ended == nil && beginsAt <= now }

    /// Somebody else has been told, or should be.
    func isOverdue(at now: Date) -> Bool {
        ended == nil && (until + 15 * 60 <= now || told.contains(.help))
    }

    /// A visit that somebody goes to alone. A call, and time at the practice, are none.
    static let kinds: [DiaryEntry.Kind] = [.home, .walk, .goingAlong, .elsewhere]
}

extension LoneVisit: Stored {
    /// Those that stand: neither moved on, nor cancelled, nor one to which nobody came.
    static func all(_ which: SQL) -> SQL {
        """
        SELECT lone_visit.first, diary_entry.id, diary_entry.member, owner.name AS owner_name,
            profile.phone AS owner_phone, diary_entry.kind, diary_entry.practice, diary_entry."case",
            diary_entry.begins_at, diary_entry.ends_at, diary_entry.place, diary_entry.own_place,
            lone_visit.buddy, buddy.name AS buddy_name, lone_visit.shows_place,
            lone_visit_end.ended_at, ender.name AS ender_name,
            (SELECT MAX(until) FROM lone_visit_longer WHERE lone_visit_longer.entry = diary_entry.id) AS longer
        FROM lone_visit
        JOIN diary_entry ON diary_entry.first = lone_visit.first AND diary_entry.replaced_by IS NULL
        JOIN member AS owner ON owner.id = diary_entry.member
        JOIN member AS buddy ON buddy.id = lone_visit.buddy
        LEFT JOIN profile ON profile.member = owner.id AND profile.replaced_by IS NULL
        LEFT JOIN lone_visit_end ON lone_visit_end.entry = diary_entry.id
        LEFT JOIN member AS ender ON ender.id = lone_visit_end.ended_by
        WHERE lone_visit.replaced_by IS NULL
            AND NOT EXISTS (SELECT 1 FROM diary_cancelling WHERE diary_cancelling.entry = diary_entry.id)
            AND NOT EXISTS (SELECT 1 FROM diary_missing WHERE diary_missing.entry = diary_entry.id)
            AND \(which)
        ORDER BY diary_entry.begins_at, diary_entry.id
        """
    }

    init(_ row: Row) throws {
        try self.init(row, told: [])
    }

    fileprivate init(_ row: Row, told: Set<Step>) throws {
        (first, entry) = try (row("first"), row("id"))
        owner = try .init(id: row("member"), name: row("owner_name"))
        ownerPhone = try row("owner_phone")
        (kind, practice, caseID) = try (row("kind"), row("practice"), row("case"))
        let (ends, longer): (Date, Date?) = try (row("ends_at"), row("longer"))
        beginsAt = try row("begins_at")
        until = max(ends, longer ?? ends)
        let (shown, own): (String, String) = try (row("place"), row("own_place"))
        place = [own, shown].filter { !$0.isEmpty }.joined(separator: ", ")
        buddy = try .init(id: row("buddy"), name: row("buddy_name"))
        showsPlace = try row("shows_place")
        let (at, by): (Date?, String?) = try (row("ended_at"), row("ender_name"))
        ended = at.map { Ended(at: $0, by: by ?? "") }
        self.told = told
    }
}

extension Reader {
    func loneVisits(_ which: SQL) throws -> [LoneVisit] {
        try rows(LoneVisit.all(which)).map { row in
            let visit = try LoneVisit(row)
            return try LoneVisit(row, told: told(of: visit))
        }
    }

    /// Help that was asked for stays asked for, however much longer they then say it takes.
    private func told(of visit: LoneVisit) throws -> Set<LoneVisit.Step> {
        let steps: [Int] = try values(
            """
            SELECT step FROM lone_visit_alert
            WHERE entry = \(visit.entry) AND (until = \(visit.until) OR step = \(LoneVisit.Step.help.rawValue))
            """
        )
        return Set(steps.compactMap(LoneVisit.Step.init))
    }

    /// Those of one link worker that go on just now, or should have ended within the last day.
    func runningVisits(of owner: Member.ID, at now: Date) throws -> [LoneVisit] {
        try loneVisits(
            """
            diary_entry.member = \(owner) AND diary_entry.begins_at <= \(now)
                AND diary_entry.ends_at > \(now - LoneVisit.day) AND lone_visit_end.entry IS NULL
            """
        )
    }
}

extension LoneVisit {
    /// After so long nobody needs to be told any more who was not told before.
    static let day: TimeInterval = 86_400
}
