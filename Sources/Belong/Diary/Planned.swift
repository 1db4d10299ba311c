import Foundation
import Kernel
import Store
import Web

/// What is still in a diary with somebody whose case was closed, or came over from a
/// colleague: to take into one's own, or to cancel, all in one go.
struct PlannedEntry: Identifiable, Sendable {
    let id: DiaryEntry.ID
    let first: DiaryEntry.ID
    let owner: Worry.Named
    let plan: DiaryEntry.Plan
}

/// What to do with what is planned, as it was chosen.
struct PlannedForm: Decodable, Sendable {
    var entries: [String]?
    var act: String?
    var mayMeet: [String]?

    enum Act: String, Sendable {
        case take
        case cancel
    }

    func read() throws(Problems) -> (entries: [DiaryEntry.ID], act: Act) {
        var problems = Problems()
        let chosen = (entries ?? []).compactMap { DiaryEntry.ID($0) }
        let ids = problems.unless(chosen.isEmpty ? nil : chosen, "entries", "Choose at least one of them")
        let act = problems.unless(act.flatMap(Act.init(rawValue:)), "act", "Say what you would like to do")
        guard let ids, let act else { throw problems }
        return (ids, act)
    }
}

extension Diary {
    /// What is to come with somebody: in one's own diary and in that of whoever had the case before.
    func planned(_ id: Case.ID, at now: Date = .now) async throws -> PlannedPage {
        let cases = cases
        return try await cases.open(id, at: now) { view, found in
            guard try cases.isMine(found, in: view, at: now) else { throw Missing() }
            return try PlannedPage(
                id: id,
                name: view.particulars(of: found.person).listed,
                isClosed: view.openClosing(of: id) != nil,
                me: member.id,
                entries: view.planned(with: id, after: now)
            )
        }
    }

    /// Whether there is anything to ask about.
    func hasPlanned(_ id: Case.ID, of whom: Whose, at now: Date = .now) async throws -> Bool {
        let me = member.id
        return try await store.read { view in
            try view.planned(with: id, after: now).contains { whom == .everybody || $0.owner.id != me }
        }
    }

    /// In whose diary it stands.
    enum Whose: Sendable {
        case everybody
        case others
    }

    /// Into one's own diary: it is moved there, and gone from the colleague's.
    func take(_ entries: [DiaryEntry.ID], of id: Case.ID, mayMeet: Bool, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try cases.findOpen(id, in: work, at: now)
            try work.holdDiary(of: me)
            for entry in try work.planned(with: id, after: now)
            where entries.contains(entry.id) && entry.owner.id != me {
                let asked = DiaryAsked(plan: entry.plan, mayMeet: mayMeet)
                try ask(whether: entry.plan, meets: nil, of: me, asked, in: work)
                let new = DiaryEntry.ID(at: now)
                let replaced = try work.run(
                    "UPDATE diary_entry SET replaced_by = \(new) WHERE id = \(entry.id) AND replaced_by IS NULL"
                )
                guard replaced == 1 else { throw Refused.movedAlready }
                let because = "taken over from \(entry.owner.name)"
                try work.add(
                    entry.plan,
                    as: new,
                    first: entry.first,
                    of: me,
                    because: because,
                    by: me,
                    at: now
                )
                try work.log(.changed, new, about: found.person, by: me, at: now)
            }
        }
    }

    /// Falls out, because the case is closed or in other hands.
    func cancelPlanned(_ entries: [DiaryEntry.ID], of id: Case.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try cases.findToChange(id, in: work, at: now)
            let isClosed = try work.openClosing(of: id) != nil
            let words = isClosed ? "The case was closed." : "The case is in other hands."
            for entry in try work.planned(with: id, after: now) where entries.contains(entry.id) {
                try work.run(
                    """
                    INSERT INTO diary_cancelling (entry, why, words, cancelled_at, cancelled_by)
                    VALUES (\(entry.id), 'logistics', \(words), \(now), \(me))
                    """
                )
                try work.log(.changed, entry.id, about: found.person, by: me, at: now)
            }
        }
    }
}

extension Reader {
    /// To come, not cancelled, whoever's diary it stands in.
    fileprivate func planned(with id: Case.ID, after now: Date) throws -> [PlannedEntry] {
        try rows(
            """
            SELECT diary_entry.id, diary_entry.first, diary_entry.kind, diary_entry."case", diary_entry.practice,
                diary_entry.begins_at, diary_entry.ends_at, diary_entry.back_at, diary_entry.words,
                diary_entry.place, diary_entry.own_place, member.id AS owner, member.name AS owner_name
            FROM diary_entry
            JOIN member ON member.id = diary_entry.member
            WHERE diary_entry."case" = \(id) AND diary_entry.replaced_by IS NULL AND diary_entry.begins_at > \(now)
                AND NOT EXISTS (SELECT 1 FROM diary_cancelling WHERE diary_cancelling.entry = diary_entry.id)
            ORDER BY diary_entry.begins_at, diary_entry.id
            """
        ).map { row in
            try PlannedEntry(
                id: row("id"),
                first: row("first"),
                owner: .init(id: row("owner"), name: row("owner_name")),
                plan: DiaryEntry.Plan(row)
            )
        }
    }
}
