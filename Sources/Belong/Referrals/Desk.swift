import Foundation
import Kernel
import Store

/// What a clinician or receptionist finds when they walk past the link worker's
/// desk: who is there, what each brings, how long people wait now (paper, line 52).
struct Desk: Sendable {
    /// So long back the waits are looked at.
    static let lately: TimeInterval = 90 * 86_400

    let linkWorkers: [Neighbour]
    let asked: [Asked]
    let toAskAgain: [DeclinedOffer]
    var referred: [Referred] = []
    var isAtPractice = true
    /// Where whoever looks works, by name.
    var practices: [Organisation] = []
    let news: LatestNews

    /// A link worker of this practice as colleagues see them.
    struct Neighbour: Identifiable, Sendable {
        let id: Member.ID
        let name: String
        let practice: Organisation
        let profile: Profile?
        let presence: [Presence]
        let waiting: Int
        /// Days from referral to acceptance, the middle one of the last ninety days.
        let typicalWait: Int?
        /// Between which of them half of the waits lie.
        var usualWait: ClosedRange<Int>?
        /// From when on they take new people again, if they take none now.
        var pausedUntil: Day?
        /// Who takes them meanwhile.
        var instead: [String] = []
    }

    /// One link worker at one practice.
    struct Place: Hashable, Sendable {
        let linkWorker: Member.ID
        let practice: Organisation.ID
    }

    /// A question I asked, with the last word on it.
    struct Asked: Sendable {
        let question: Question
        let linkWorker: String
        let answer: String?
        /// Not opened since it was answered.
        let isNew: Bool
    }
}

struct Desks: Sendable {
    let store: any Store
    let member: Member

    func open(at now: Date = .now) async throws -> Desk {
        let referred = try await Referrals(store: store, member: member).referred(at: now)
        let offers = try await DeclinedOffers(store: store, member: member).due(at: now)
        let (member, practices) = (member, member.practices)
        try await store.look(at: NameList.Desk.self, of: member.id, at: now)
        return try await store.read { view in
            try Desk(
                linkWorkers: view.neighbours(of: practices, at: now),
                asked: view.asked(by: member.id, since: now.addingTimeInterval(-28 * 86_400)),
                toAskAgain: offers,
                referred: referred,
                isAtPractice: !practices.isEmpty,
                practices: member.places,
                news: view.latestNews(for: member)
            )
        }
    }
}

extension Reader {
    /// The link workers placed at these practices, in three questions however many they are.
    func neighbours(of practices: [Organisation.ID], at now: Date) throws -> [Desk.Neighbour] {
        let weeks = try presences(at: practices, at: now)
        let waits = try waits(at: practices, since: now.addingTimeInterval(-Desk.lately))
        let lines = try rows(
            """
            SELECT placement.id AS placement, placement.link_worker, member.name AS member_name,
                organisation.id, organisation.kind, organisation.name, profile.brings, profile.languages,
                profile.phone, profile.leaves,
                (SELECT COUNT(*) FROM \(Referral.tables)
                    WHERE referral.practice = placement.practice AND \(Referral.stillWaiting)) AS waiting
            FROM placement
            JOIN member ON member.id = placement.link_worker
            JOIN organisation ON organisation.id = placement.practice
            LEFT JOIN profile ON profile.member = member.id AND profile.replaced_by IS NULL
            WHERE placement.practice IN (\(each: practices)) AND \(Placement.current(on: Day(now)))
            ORDER BY organisation.name, member.name
            """
        )
        let specialisms = try specialisms(of: lines.map { try $0("link_worker") })
        let pauses = try pauses(of: lines.map { try $0("link_worker") }, on: Day(now))
        let all = try lines.map { line in
            let brings: String? = try line("brings")
            let (linkWorker, placement): (Member.ID, Placement.ID) = try (
                line("link_worker"), line("placement")
            )
            let practice = try Organisation(line)
            let taken = waits[Desk.Place(linkWorker: linkWorker, practice: practice.id)]?.sorted()
            var profile = try brings == nil ? nil : Profile(line)
            profile?.specialisms = specialisms[linkWorker] ?? []
            return try Desk.Neighbour(
                id: linkWorker,
                name: line("member_name"),
                practice: practice,
                profile: profile,
                presence: weeks[placement] ?? [],
                waiting: line("waiting"),
                typicalWait: taken.map { $0[$0.count / 2] },
                usualWait: taken?.middleHalf,
                pausedUntil: pauses[linkWorker]?.until
            )
        }
        return all.map { $0.pausedUntil == nil ? $0 : $0.with(others: all) }
    }

    /// Days from referral to acceptance since then, of each link worker at each practice.
    func waits(at practices: [Organisation.ID], since: Date) throws -> [Desk.Place: [Int]] {
        let found: [(Desk.Place, Int)] = try rows(
            """
            SELECT acceptance.link_worker, referral.practice, made_at, accepted_at
            FROM acceptance
            JOIN referral ON referral.id = acceptance.referral
            WHERE acceptance.link_worker IN (
                    SELECT link_worker FROM placement WHERE placement.practice IN (\(each: practices)))
                AND referral.practice IN (\(each: practices)) AND accepted_at > \(since)
            """
        ).map { row in
            let place = try Desk.Place(linkWorker: row("link_worker"), practice: row("practice"))
            return try (place, Day(row("accepted_at")).number - Day(row("made_at")).number)
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    fileprivate func asked(by member: Member.ID, since: Date) throws -> [Desk.Asked] {
        try rows(
            """
            SELECT \(Question.columns), member.name AS link_worker_name,
                (SELECT words FROM remark
                    WHERE remark.question = question.id AND said_by = asked_of
                    ORDER BY said_at DESC LIMIT 1) AS answer,
                CASE WHEN question.id IN (SELECT unheard.id FROM (\(Question.unheard(by: member))) AS unheard)
                    THEN 1 ELSE 0 END AS is_new
            FROM question
            JOIN member ON member.id = asked_of
            WHERE asked_by = \(member) AND asked_at > \(since)
                AND NOT EXISTS (SELECT 1 FROM referral WHERE referral.question = question.id)
            ORDER BY asked_at DESC
            LIMIT 10
            """
        ).map { row in
            let isNew: Int = try row("is_new")
            return try Desk.Asked(
                question: Question(row),
                linkWorker: row("link_worker_name"),
                answer: row("answer"),
                isNew: isNew == 1
            )
        }
    }
}

extension [Int] {
    /// Between which of them half of them lie, of those in order; nothing of none.
    var middleHalf: ClosedRange<Int>? { isEmpty ? nil : self[count / 4]...self[count * 3 / 4] }
}
