import Foundation
import Kernel
import Store

/// One thing in a link worker's diary: time with somebody, a meeting, supervision,
/// learning, time kept for the community. A move is a new entry that names why and
/// keeps the one before.
struct DiaryEntry: Identifiable, Sendable {
    let id: Key<DiaryEntry>
    let first: DiaryEntry.ID
    let owner: Worry.Named
    let plan: Plan
    /// As a list shows them, for whoever may know: *Jean M.*
    let person: String?
    let personID: Person.ID?
    let practice: String?
    let madeBy: String
    let madeAt: Date
    /// Why it was moved here, if it was.
    let because: String?
    let cancelling: Cancelling?
    let standing: Standing

    /// What is planned, as it is written down.
    struct Plan: Sendable, Equatable {
        var kind: Kind
        var caseID: Case.ID?
        var practice: Organisation.ID?
        var beginsAt: Date
        var endsAt: Date
        /// When one is at one's desk again, where that is not straight after.
        var backAt: Date?
        var words: String
        /// What colleagues may read.
        var place: String
        /// What only the link worker reads.
        var ownPlace: String
    }

    /// Whose doing it was that it fell out. *Logistics* is neither's: no room, no lift.
    enum Why: String, CaseIterable, Sendable, Column {
        case person
        case linkWorker = "link_worker"
        case logistics

        var name: String {
            switch self {
            case .person: "They could not, or would rather not"
            case .linkWorker: "I could not"
            case .logistics: "Logistics: no room, no lift, closed"
            }
        }
    }

    struct Cancelling: Sendable {
        let why: Why
        let words: String
    }

    /// What became of it, read from what was written down.
    enum Standing: Sendable {
        case planned
        case happened
        case missed
        case cancelled
    }

    var minutes: Int { plan.minutes }
    var stands: Bool { cancelling == nil }

    /// 09:00 to 10:00
    var hours: String { "\(London.time(plan.beginsAt)) to \(London.time(plan.endsAt))" }
}

extension DiaryEntry.Plan {
    var minutes: Int { Int(endsAt.timeIntervalSince(beginsAt) / 60) }

    func overlaps(_ other: DiaryEntry.Plan) -> Bool {
        beginsAt < other.endsAt && other.beginsAt < endsAt
    }
}

extension DiaryEntry: Stored {
    /// Needs `"case"` joined as far as the reader may know it.
    static let columns: SQL = """
        diary_entry.id, diary_entry.first, diary_entry.member, owner.name AS owner_name, diary_entry.kind,
        diary_entry."case", diary_entry.practice, diary_entry.begins_at, diary_entry.ends_at, diary_entry.back_at,
        diary_entry.words, diary_entry.place, diary_entry.own_place, diary_entry.because, diary_entry.made_at,
        maker.name AS maker_name, "case".person, particulars.given_name, particulars.family_name,
        organisation.name AS practice_name, diary_cancelling.why, diary_cancelling.words AS cancelled_words,
        diary_missing.contact AS missing,
        (SELECT MIN(contact.outcome) FROM contact
            WHERE contact."case" = "case".id AND contact.replaced_by IS NULL
                AND contact.began_at >= diary_entry.begins_at
                AND contact.began_at < diary_entry.ends_at) AS outcome
        """

    init(_ row: Row) throws {
        id = try row("id")
        first = try row("first")
        owner = try .init(id: row("member"), name: row("owner_name"))
        plan = try Plan(row)
        let given: String? = try row("given_name")
        let family: String? = try row("family_name")
        person = given.map { Particulars.listed($0, family ?? "") }
        personID = try row("person")
        practice = try row("practice_name")
        madeBy = try row("maker_name")
        madeAt = try row("made_at")
        because = try row("because")
        let why: Why? = try row("why")
        cancelling = try why.map { try Cancelling(why: $0, words: row("cancelled_words")) }
        let (missing, outcome): (Contact.ID?, String?) = try (row("missing"), row("outcome"))
        standing =
            why != nil ? .cancelled : missing != nil ? .missed : outcome != nil ? .happened : .planned
    }
}

extension DiaryEntry.Plan {
    init(_ row: Row) throws {
        try self.init(
            kind: row("kind"),
            caseID: row("case"),
            practice: row("practice"),
            beginsAt: row("begins_at"),
            endsAt: row("ends_at"),
            backAt: row("back_at"),
            words: row("words"),
            place: row("place"),
            ownPlace: row("own_place")
        )
    }
}
