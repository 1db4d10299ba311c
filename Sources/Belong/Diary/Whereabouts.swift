import Foundation
import Kernel
import Store

/// Where a link worker is, as the front desk may know it: that it is planned and
/// part of the job, until when, and how to reach them. Never with whom, and no
/// place that would give somebody away (paper, line 47).
struct Whereabouts: Sendable {
    let name: String
    let practice: String
    /// *with someone at the leisure centre until 15:30, planned, part of the job*
    let now: String
    let next: String?
    let isAway: Bool
    let phone: PhoneNumber?

    /// What colleagues read of one entry.
    struct Shown: Sendable {
        let kind: DiaryEntry.Kind
        let place: String
        let beginsAt: Date
        let endsAt: Date
        let backAt: Date?
        let isHere: Bool

        var words: String {
            "\(doing)\(whereabouts) until \(London.time(endsAt))"
        }

        private var doing: String {
            switch kind {
            case .call, .video: "on a call with someone"
            case .practice: isHere ? "with someone here" : "with someone at another practice"
            case .goingAlong, .elsewhere: "with someone"
            case .home, .walk: "out with someone"
            case .meeting, .supervision: "in a meeting"
            case .learning: "learning"
            case .community: "out with community groups"
            }
        }

        /// A place is said where many people go. Somebody's home never is.
        private var whereabouts: String {
            switch kind {
            case .goingAlong, .elsewhere, .meeting, .learning: place.isEmpty ? "" : " at \(place)"
            case .practice: isHere && !place.isEmpty ? ", \(place)" : ""
            case .call, .video, .home, .walk, .supervision, .community: ""
            }
        }
    }
}

extension Whereabouts {
    init(
        name: String,
        practice: String,
        phone: PhoneNumber?,
        today: [Shown],
        presence: [Presence],
        at now: Date
    ) {
        (self.name, self.practice, self.phone) = (name, practice, phone)
        let current = today.last { $0.beginsAt <= now && now < max($0.endsAt, $0.backAt ?? $0.endsAt) }
        let agreed = Presence.words(presence, at: now)
        isAway = current != nil
        guard let current else {
            let coming = today.first { $0.beginsAt > now }
            self.now = agreed
            next = coming.map { "from \(London.time($0.beginsAt)): \($0.words)" }
            return
        }
        if now < current.endsAt {
            self.now = "\(current.words), planned, part of the job"
            next = "back \(London.time(current.backAt ?? current.endsAt))"
        } else {
            self.now = "on the way back, planned, part of the job"
            next = current.backAt.map { "back \(London.time($0))" }
        }
    }
}

/// The front desk of one's practices: where link workers are, and what may be said
/// to somebody who rings.
struct FrontDesk: Sendable {
    let store: any Store
    let member: Member

    var practices: [Organisation.ID] { member.organisations(as: .receptionist, .practiceManager) }

    func whereabouts(at now: Date = .now) async throws -> [Whereabouts] {
        guard !practices.isEmpty else { throw Missing() }
        let (practices, day) = (practices, Day(now))
        try await store.look(at: NameList.FrontDesk.self, of: member.id, at: now)
        return try await store.read { view in
            let shown = try view.shown(at: practices, on: day)
            let hours = try view.hours(at: practices, at: now)
            return try view.rows(
                """
                SELECT placement.id, placement.link_worker, placement.practice, member.name,
                    organisation.name AS practice_name, profile.phone
                FROM placement
                JOIN member ON member.id = placement.link_worker
                JOIN organisation ON organisation.id = placement.practice
                LEFT JOIN profile ON profile.member = member.id AND profile.replaced_by IS NULL
                WHERE placement.practice IN (\(each: practices)) AND \(Placement.current(on: day))
                ORDER BY organisation.name, member.name, placement.id
                """
            ).map { row in
                let (placement, linkWorker): (Placement.ID, Member.ID) = try (row("id"), row("link_worker"))
                let practice: Organisation.ID = try row("practice")
                return try Whereabouts(
                    name: row("name"),
                    practice: row("practice_name"),
                    phone: row("phone"),
                    today: (shown[linkWorker] ?? []).map { $0.seen(from: practice) },
                    presence: hours[placement] ?? [],
                    at: now
                )
            }
        }
    }
}

/// One entry with what a front desk may know of it: no person, no own words.
struct BareEntry: Sendable {
    let practice: Organisation.ID?
    let kind: DiaryEntry.Kind
    let place: String
    let beginsAt: Date
    let endsAt: Date
    let backAt: Date?

    func seen(from practice: Organisation.ID) -> Whereabouts.Shown {
        .init(
            kind: kind,
            place: place,
            beginsAt: beginsAt,
            endsAt: endsAt,
            backAt: backAt,
            isHere: self.practice == practice
        )
    }
}

extension Reader {
    /// What is planned on a day by those placed at these practices.
    fileprivate func shown(
        at practices: [Organisation.ID],
        on day: Day
    ) throws -> [Member.ID: [BareEntry]] {
        let (begin, end) = (London.instant(day, hour: 0), London.instant(day.advanced(by: 1), hour: 0))
        let found: [(Member.ID, BareEntry)] = try rows(
            """
            SELECT diary_entry.member, practice, kind, place, begins_at, ends_at, back_at
            FROM diary_entry
            WHERE replaced_by IS NULL AND begins_at >= \(begin) AND begins_at < \(end)
                AND NOT EXISTS (SELECT 1 FROM diary_cancelling WHERE entry = diary_entry.id)
                AND NOT EXISTS (SELECT 1 FROM diary_missing WHERE entry = diary_entry.id)
                AND diary_entry.member IN (
                    SELECT placement.link_worker FROM placement
                    WHERE placement.practice IN (\(each: practices)) AND \(Placement.current(on: day)))
            ORDER BY begins_at, ends_at, diary_entry.id
            """
        ).map { row in
            try (
                row("member"),
                BareEntry(
                    practice: row("practice"),
                    kind: row("kind"),
                    place: row("place"),
                    beginsAt: row("begins_at"),
                    endsAt: row("ends_at"),
                    backAt: row("back_at")
                )
            )
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The agreed week of every placement at these practices, in one query.
    fileprivate func hours(
        at practices: [Organisation.ID],
        at now: Date
    ) throws -> [Placement.ID: [Presence]] {
        let found: [(Placement.ID, Presence)] = try rows(
            """
            \(Presence.agreed(at: now)) AND placement IN (
                SELECT placement.id FROM placement WHERE placement.practice IN (\(each: practices)))
            ORDER BY placement, weekday
            """
        ).map { try ($0("placement"), Presence($0)) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}
