import Foundation
import Kernel
import Store

/// A link worker's morning: the day, what waits, who has gone quiet, what came
/// back, the hours of the week. Across all their placements.
struct Today: Sendable {
    let me: Member.ID
    let name: String
    let week: [DiaryEntry]
    let day: [Met]
    let waits: [Wait]
    let waitsInAll: Int
    let quiet: [Quiet]
    let quietInAll: Int
    let news: [News]
    let hours: WeekHours
    let cards: [PracticeCard]
    /// Whose words should be looked at before anything else.
    var lookAgain: [LookAgain] = []

    /// One entry of today, with what one must know before being in touch.
    struct Met: Sendable {
        let entry: DiaryEntry
        var care = Care()
        /// With whom looking out, if they go there alone.
        var visit: LoneVisit?
    }

    /// How somebody is reached safely, what they need to get there, what a visitor should know.
    struct Care: Sendable {
        var safe: String?
        var mayCall = false
        var phone: PhoneNumber?
        var needs: [String] = []
        var risk: String?
        /// Who is at risk where they live.
        var safeguarding: [String] = []
    }

    /// Something that waits for this link worker, with the one next act.
    struct Wait: Sendable {
        let tag: String
        let colour: String
        let who: String
        let words: String
        let since: Date
        let act: String
        let path: String
        /// What is marked as seen, where it would stand for ever otherwise.
        var saying: UUID?
    }

    struct Quiet: Sendable {
        let id: Case.ID
        let name: String
        let reachedAt: Date
    }

    struct News: Sendable {
        let who: String
        let words: String
        let path: String
        /// What is marked as seen, where it would stand for ever otherwise.
        var saying: UUID?
    }
}

extension Diary {
    func today(at now: Date = .now) async throws -> Today {
        guard member.isA(.linkWorker) else { throw Missing() }
        try await store.look(at: NameList.Today.self, of: member.id, at: now)
        return try await store.read { view in try today(in: view, at: now) }
    }

    /// The same to print. Whoever is on it with their number was looked at one by one.
    func sheet(at now: Date = .now) async throws -> Today {
        guard member.isA(.linkWorker) else { throw Missing() }
        let me = member.id
        return try await store.write { work in
            let today = try today(in: work, at: now)
            for met in today.day where met.entry.personID != nil {
                try work.log(.printed, met.entry.id, about: met.entry.personID, by: me, at: now)
            }
            return today
        }
    }

    func today(in view: any Reader, at now: Date) throws -> Today {
        let (day, monday) = (Day(now), Day(now).monday)
        let week = try entries(from: monday, through: monday.advanced(by: 6), in: view, at: now)
        let mine = week.filter { $0.owner.id == member.id }
        let care = try view.care(of: week.filter { Day($0.plan.beginsAt) == day }.compactMap(\.personID))
        let visits = try view.loneVisits(
            """
            diary_entry.member = \(member.id) AND diary_entry.begins_at >= \(London.instant(day, hour: 0))
                AND diary_entry.begins_at < \(London.instant(day.advanced(by: 1), hour: 0))
            """
        )
        let people = try unspoken(in: view, at: now)
        let waits = try waiting(in: view, at: now)
        let first = try comingBack(in: view, at: now) + handOvers(in: view)
        return try Today(
            me: member.id,
            name: member.name,
            week: mine,
            day: week.filter { Day($0.plan.beginsAt) == day }.map { entry in
                Today.Met(
                    entry: entry,
                    care: entry.personID.flatMap { care[$0] } ?? .init(),
                    visit: visits.first { $0.entry == entry.id }
                )
            },
            waits: first + (waits + people.first.compactMap(\.wait)).sorted { $0.since < $1.since },
            waitsInAll: first.count + waits.count + people.neverInAll,
            quiet: people.first.compactMap(\.quiet),
            quietInAll: people.quietInAll,
            news: sayings(in: view, at: now) + news(in: view, at: now),
            hours: WeekHours(mine, agreed: view.agreedWeek(of: member.id)),
            cards: view.practiceCards(of: member.id, on: day),
            lookAgain: Referrals(store: store, member: member).toLookAt(in: view, at: now)
                + cases.toLookAt(in: view, at: now)
        )
    }
}
