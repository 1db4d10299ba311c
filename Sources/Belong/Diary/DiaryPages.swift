import Foundation
import Kernel
import Store
import Web

/// What the pages of the diary are read from, each in one view.
extension Diary {
    func week(of day: Day, at now: Date = .now) async throws -> WeekPage {
        guard member.isA(.linkWorker) else { throw Missing() }
        let monday = day.monday
        try await store.look(at: NameList.Diary.self, of: member.id, at: now)
        return try await store.read { view in
            let entries = try entries(from: monday, through: monday.advanced(by: 6), in: view, at: now)
            let own = entries.filter { $0.owner.id == member.id }
            let hours = try WeekHours(own, agreed: view.agreedWeek(of: member.id))
            let busy = try view.busyTimes(
                of: member.id,
                from: London.instant(monday, hour: 0),
                before: London.instant(monday.advanced(by: 7), hour: 0)
            )
            return WeekPage(entries, from: monday, hours: hours, busy: busy, seenBy: member.id, at: now)
        }
    }

    func page(_ id: DiaryEntry.ID, at now: Date = .now) async throws -> DiaryEntryPage {
        let me = member.id
        let found = try await store.write { work in
            let found = try find(id, in: work, at: now)
            try work.log(.looked, id, about: found.personID, by: me, at: now)
            let booked = try found.owner.id == me ? work.bookedRoom(for: found.plan, of: me) : nil
            return Seen(entry: found, before: try before(found, in: work, at: now), booked: booked)
        }
        var page = DiaryEntryPage(found.entry, before: found.before, at: now)
        page.booked = found.booked
        page.isMine = found.entry.owner.id == me
        return page
    }

    private struct Seen: Sendable {
        let entry: DiaryEntry
        let before: [DiaryEntry]
        let booked: BookedRoom?
    }

    /// What it was before it moved. Earlier entries are read through the one that stands.
    private func before(_ found: DiaryEntry, in view: any Reader, at now: Date) throws -> [DiaryEntry] {
        try view.all(
            """
            SELECT \(DiaryEntry.columns)
            FROM \(tables(at: now))
            WHERE diary_entry.first = \(found.first) AND diary_entry.replaced_by IS NOT NULL
            ORDER BY diary_entry.made_at DESC, diary_entry.id DESC
            """
        )
    }

    /// An empty form, or one that comes back, with those one may plan with.
    func form(
        _ form: DiaryForm,
        _ problems: Problems = Problems(),
        at now: Date = .now
    ) async throws
        -> DiaryFormPage
    {
        guard member.isA(.linkWorker) else { throw Missing() }
        try await store.look(at: NameList.Diary.self, of: member.id, at: now)
        let mine = cases.mine(at: now)
        return try await store.read { view in
            let people = try view.rows(
                """
                SELECT "case".id, given_name, family_name, organisation.name AS practice_name
                FROM "case"
                JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
                JOIN organisation ON organisation.id = "case".practice
                WHERE \(mine) AND NOT \(Case.isClosed)
                ORDER BY given_name, family_name, "case".id
                """
            ).map { row in
                let (id, given, family, practice): (Case.ID, String, String, String) = try (
                    row("id"), row("given_name"), row("family_name"), row("practice_name")
                )
                return Choice(id.description, "\(given) \(family), \(practice)")
            }
            let practices = try view.rows(
                """
                SELECT DISTINCT organisation.id, organisation.name
                FROM placement
                JOIN organisation ON organisation.id = placement.practice
                WHERE placement.link_worker = \(member.id) AND \(Placement.current(on: Day(now)))
                ORDER BY organisation.name, organisation.id
                """
            ).map { row in
                let (id, name): (Organisation.ID, String) = try (row("id"), row("name"))
                return Choice(id.description, name)
            }
            return DiaryFormPage(people: people, practices: practices, form: form, problems: problems)
        }
    }

    /// The page on which its conversation is written down, with what the diary knows filled in.
    func contact(_ id: DiaryEntry.ID, at now: Date = .now) async throws -> ContactFormPage {
        let found = try await store.read { view in try find(id, in: view, at: now) }
        guard let caseID = found.plan.caseID, let mode = found.plan.kind.mode else { throw Missing() }
        try await cases.mayGoOn(caseID, at: now)
        var page = try await cases.contactForm(on: caseID, nil, at: now)
        var form = ContactForm(at: found.plan.beginsAt)
        form.mode = mode.rawValue
        form.place = found.plan.ownPlace
        form.minutes = "\(found.minutes)"
        form.wentAlong = found.plan.kind == .goingAlong ? ["yes"] : []
        page.form = form
        return page
    }
}
