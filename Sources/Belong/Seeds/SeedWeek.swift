import Foundation
import Kernel
import Store

extension SeedFile {
    /// One link worker's week, counted from the Monday of this one.
    struct Week: Decodable, Sendable {
        let linkWorker: String
        let people: Double
        let community: Double
        let team: Double
        let entries: [Entry]

        struct Entry: Decodable, Sendable {
            let weekday: Int
            let from: String
            let until: String
            let back: String?
            let kind: String
            /// Which of their open cases, if it is with somebody.
            let with: Int?
            let practice: String?
            let place: String?
            let ownPlace: String?
            let words: String?
            let cancelled: String?
            /// Who looks out for them, if they go alone.
            let buddy: String?
        }
    }

    /// What a practice tells everyone.
    struct Told: Decodable, Sendable {
        let practice: String
        let by: String
        let kind: String
        let daysAgo: Int
        let words: String
    }

    struct Card: Decodable, Sendable {
        let practice: String
        let by: String
        let words: String
    }
}

extension SeedGround {
    func tell(_ everyone: [SeedFile.Told]) async throws {
        for told in everyone {
            guard let kind = Awareness.Kind(rawValue: told.kind) else {
                throw Seeds.Refused.unreadable("a practice tells everyone by \(told.kind)")
            }
            let began = Day(now).advanced(by: -told.daysAgo)
            try await AwarenessDoor(store: store, member: member(told.by)).note(
                Awareness.Asked(kind: kind, words: told.words, beganOn: began),
                at: place(told.practice),
                now: instant(told.daysAgo, nil)
            )
        }
    }

    /// This week and the next, as each link worker has them.
    func plan(_ weeks: [SeedFile.Week], _ cards: [SeedFile.Card]) async throws {
        for card in cards {
            try await PracticeCards(store: store, member: member(card.by))
                .write(card.words, of: place(card.practice), at: instant(30, nil))
        }
        for week in weeks {
            let linkWorker = try member(week.linkWorker)
            let agreed = WeekHours.Agreed(
                people: Int(week.people * 60),
                community: Int(week.community * 60),
                team: Int(week.team * 60)
            )
            try await AgreedWeeks(store: store, member: linkWorker)
                .agree(agreed, for: linkWorker.id, at: now)
            let people = try await open(of: linkWorker)
            for monday in [Day(now).monday, Day(now).monday.advanced(by: 7)] {
                for entry in week.entries { try await plan(entry, people, of: linkWorker, from: monday) }
            }
        }
    }

    /// Those one can go on with: open, one's own, and not with another practice by now.
    private func open(of linkWorker: Member) async throws -> [Case.ID] {
        let cases = Cases(store: store, member: linkWorker)
        var open: [Case.ID] = []
        for line in try await cases.people(at: now) where line.coveredFor == nil {
            if (try? await cases.mayGoOn(line.id, at: now)) != nil { open.append(line.id) }
        }
        return open
    }

    private func plan(
        _ entry: SeedFile.Week.Entry,
        _ people: [Case.ID],
        of linkWorker: Member,
        from monday: Day
    ) async throws {
        let day = monday.advanced(by: entry.weekday - 1)
        guard let kind = DiaryEntry.Kind(rawValue: entry.kind), let from = TimeOfDay.minute(entry.from),
            let until = TimeOfDay.minute(entry.until)
        else { throw Seeds.Refused.unreadable("a week has \(entry.kind) at \(entry.from)") }
        let with = entry.with.flatMap { people.indices.contains($0) ? people[$0] : nil }
        guard kind.share != .people || with != nil else { return }
        if kind == .call, let with, try await !mayRing(with) { return }
        let plan = try DiaryEntry.Plan(
            kind: kind,
            caseID: with,
            practice: entry.practice.map(place),
            beginsAt: DiaryHours.instant(day, from),
            endsAt: DiaryHours.instant(day, until),
            backAt: entry.back.flatMap { TimeOfDay.minute($0) }.map { DiaryHours.instant(day, $0) },
            words: entry.words ?? "",
            place: entry.place ?? "",
            ownPlace: entry.ownPlace ?? ""
        )
        let diary = Diary(store: store, member: linkWorker)
        let id = try await diary.plan(DiaryAsked(plan: plan, mayMeet: true), at: now)
        if let why = entry.cancelled.flatMap(DiaryEntry.Why.init(rawValue:)) {
            try await diary.cancel(id, .init(why: why, words: "The hall had no heating"), at: now)
        }
        if let buddy = entry.buddy {
            let visits = LoneVisits(store: store, member: linkWorker, site: site)
            let named = try LoneVisits.Named(buddy: member(buddy).id, showsPlace: true)
            try await visits.name(named, for: id, at: now)
            if plan.endsAt < now { try await visits.end(id, at: plan.endsAt) }
        }
    }

    private func mayRing(_ found: Case.ID) async throws -> Bool {
        try await store.read { view in
            let person: Person.ID? = try view.value("SELECT person FROM \"case\" WHERE id = \(found)")
            return try person.flatMap { try view.reaching($0) }?.channels.contains(.call) ?? true
        }
    }
}
