import Foundation
import Kernel
import Store
import Web

/// What is to be planned, and whether two at once are meant.
struct DiaryAsked: Sendable {
    var plan: DiaryEntry.Plan
    var mayMeet = false
}

struct MoveAsked: Sendable {
    let beginsAt: Date
    let endsAt: Date
    let because: String
    var mayMeet = false
}

extension Diary {
    /// A case must be open and theirs, a practice one of theirs; what colleagues
    /// read must not name the person.
    func settle(_ plan: inout DiaryEntry.Plan, in work: any Writer, at now: Date) throws -> Person.ID? {
        if let caseID = plan.caseID {
            let found = try cases.findOpen(caseID, in: work, at: now)
            plan.practice = found.practice
            let reaching = try work.reaching(found.person)
            if plan.kind == .call, let reaching, !reaching.channels.contains(.call) {
                var problems = Problems()
                problems.add("kind", "A phone call is not safe for them. Choose another way to meet")
                throw problems
            }
            let person = try work.particulars(of: found.person)
            let read = Set(plan.place.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init))
            let names = [person.givenName, person.familyName].map(\.folded).filter { !$0.isEmpty }
            guard read.isDisjoint(with: names) else {
                var problems = Problems()
                problems.add("place", "Colleagues read this: leave out the person’s name")
                throw problems
            }
            return found.person
        }
        if let practice = plan.practice {
            guard try work.placements(of: member.id, on: Day(now)).contains(practice) else { throw Missing() }
        }
        return nil
    }

    /// Two at once are a question and not an error: somebody may ring while walking.
    func ask(
        whether plan: DiaryEntry.Plan,
        meets own: DiaryEntry.ID?,
        of owner: Member.ID,
        _ asked: DiaryAsked,
        in work: any Writer
    ) throws {
        guard !asked.mayMeet else { return }
        let meeting = try work.rows(
            """
            SELECT diary_entry.kind, begins_at, ends_at
            FROM diary_entry
            WHERE diary_entry.member = \(owner) AND replaced_by IS NULL
                AND begins_at > \(plan.beginsAt.addingTimeInterval(-86_400)) AND begins_at < \(plan.endsAt)
                AND ends_at > \(plan.beginsAt)
                AND NOT EXISTS (SELECT 1 FROM diary_cancelling WHERE entry = diary_entry.id)
                AND (\(own == nil) OR diary_entry.id <> \(own ?? DiaryEntry.ID()))
            ORDER BY begins_at
            LIMIT 1
            """
        ).first
        guard let meeting else { return try askBusy(whether: plan, of: owner, in: work) }
        let (kind, begins, ends): (DiaryEntry.Kind, Date, Date) = try (
            meeting("kind"), meeting("begins_at"), meeting("ends_at")
        )
        var problems = Problems()
        problems.add(
            "mayMeet",
            "You already have this from \(London.time(begins)) to \(London.time(ends)): \(kind.name). If you mean both at once, say so"
        )
        throw problems
    }
}

extension Diary {
    /// The same for what stands in a calendar elsewhere, of which only the hours are known.
    private func askBusy(whether plan: DiaryEntry.Plan, of owner: Member.ID, in work: any Writer) throws {
        let busy = try work.busyTimes(of: owner, from: plan.beginsAt, before: plan.endsAt).first
        guard let busy else { return }
        var problems = Problems()
        let words = busy.words(on: Day(plan.beginsAt)) ?? "then"
        let hours = words.contains(":") ? "from \(words)" : words
        problems.add("mayMeet", "You are busy elsewhere \(hours). If you mean both at once, say so")
        throw problems
    }
}

extension Contact.Told {
    static func missed(
        _ plan: DiaryEntry.Plan,
        _ mode: Contact.Mode,
        tried: String,
        next: String
    ) -> Contact.Told {
        Contact.Told(
            mode: mode,
            place: plan.ownPlace,
            beganAt: plan.beginsAt,
            minutes: nil,
            wentAlong: false,
            outcome: .notReached(.didNotCome, tried: tried, next: next),
            knewWhy: nil,
            matters: "",
            helps: "",
            hinders: "",
            more: ""
        )
    }
}

extension Writer {
    /// Of two who plan in the same diary at the same moment the second finds what the first planned.
    func holdDiary(of member: Member.ID) throws {
        _ = try rows("SELECT id FROM member WHERE id = \(member) \(dialect.forUpdate)")
    }

    func add(
        _ plan: DiaryEntry.Plan,
        as id: DiaryEntry.ID,
        first: DiaryEntry.ID,
        of owner: Member.ID,
        because: String? = nil,
        by member: Member.ID,
        at now: Date
    ) throws {
        try run(
            """
            INSERT INTO diary_entry (id, first, member, kind, "case", practice, begins_at, ends_at, back_at, words,
                place, own_place, because, made_at, made_by)
            VALUES (\(id), \(first), \(owner), \(plan.kind), \(plan.caseID), \(plan.practice), \(plan.beginsAt),
                \(plan.endsAt), \(plan.backAt), \(plan.words), \(plan.place), \(plan.ownPlace), \(because), \(now),
                \(member))
            """
        )
    }
}
