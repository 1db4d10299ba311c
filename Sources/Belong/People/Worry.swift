import Foundation
import Kernel
import Store

/// Somebody is worried about a person, and tells one named colleague. It stays
/// open until that colleague, or another clinician of the practice, says they
/// have it (governance, 4.3; hazard H01).
struct Worry: Identifiable, Sendable {
    let id: Key<Worry>
    let person: Person.ID
    let personName: String
    /// Where they are registered, and its number.
    let practice: Organisation.ID
    let practiceName: String
    let practicePhone: PhoneNumber?
    let phone: PhoneNumber?
    let urgency: Urgency
    let words: String
    let raisedBy: Named
    let raisedTo: Named
    let raisedAt: Date
    let acknowledgement: Acknowledgement?

    /// A colleague, by name.
    struct Named: Sendable, Equatable {
        let id: Member.ID
        let name: String
    }

    /// Somebody has it, and said so.
    struct Acknowledgement: Sendable, Equatable {
        let member: Member.ID
        let by: String
        let at: Date
        let words: String
    }

    enum Urgency: String, CaseIterable, Sendable, Column {
        case now
        case today
        case talk

        var name: String {
            switch self {
            case .now: "Now"
            case .today: "Today"
            case .talk: "Talk it over"
            }
        }

        /// What to do first, before anything is written.
        var advice: String {
            switch self {
            case .now: "Someone may come to harm now: ring 999, or the duty clinician. Write here afterwards."
            case .today: "It cannot wait until tomorrow: a clinician of the practice hears of it today."
            case .talk: "You want to think it through with your supervisor."
            }
        }

        /// When whoever was told hears of it again: 30 minutes, 4 hours, the next morning.
        func reminder(after last: Date) -> Date {
            switch self {
            case .now: last.addingTimeInterval(30 * 60)
            case .today: last.addingTimeInterval(4 * 3600)
            case .talk: London.instant(Day(last).advanced(by: 1), hour: 9)
            }
        }
    }

    enum Refused: Refusal {
        case noWords
        case tooLong
        case notThere
        case practiceFirst
        case acknowledged

        var sentence: String {
            switch self {
            case .noWords: "Write a line first."
            case .tooLong: "Keep it to 1,000 characters."
            case .notThere: "Choose somebody from the list to tell."
            case .practiceFirst:
                "If it cannot wait, tell somebody in the practice. Your supervisor can hear next."
            case .acknowledged: "A colleague has this already."
            }
        }
    }

    static func written(_ typed: String) throws(Refused) -> String {
        let words = typed.asWritten
        guard !words.isEmpty else { throw .noWords }
        guard words.count <= 1_000 else { throw .tooLong }
        return words
    }
}

extension Worry: Stored {
    static let columns: SQL = """
        worry.id, worry.person, worry.urgency, worry.words, worry.raised_at,
        raised_by, teller.name AS teller_name, raised_to, hearer.name AS hearer_name,
        given_name, family_name, particulars.phone,
        person.practice, organisation.name AS practice_name, organisation.phone AS practice_phone,
        worry_answer.words AS answer, answered_by, answered_at, answerer.name AS answerer_name
        """
    static let tables: SQL = """
        worry
        JOIN member AS teller ON teller.id = worry.raised_by
        JOIN member AS hearer ON hearer.id = worry.raised_to
        JOIN particulars ON particulars.person = worry.person AND particulars.replaced_by IS NULL
        JOIN person ON person.id = worry.person
        JOIN organisation ON organisation.id = person.practice
        LEFT JOIN worry_answer ON worry_answer.worry = worry.id AND worry_answer.handed_on IS NULL
        LEFT JOIN member AS answerer ON answerer.id = answered_by
        """

    init(_ row: Row) throws {
        id = try row("id")
        person = try row("person")
        let (given, family): (String, String) = try (row("given_name"), row("family_name"))
        personName = "\(given) \(family)"
        practice = try row("practice")
        practiceName = try row("practice_name")
        practicePhone = try row("practice_phone")
        phone = try row("phone")
        urgency = try row("urgency")
        words = try row("words")
        raisedBy = try Named(id: row("raised_by"), name: row("teller_name"))
        raisedTo = try Named(id: row("raised_to"), name: row("hearer_name"))
        raisedAt = try row("raised_at")
        let answer: String? = try row("answer")
        acknowledgement = try answer.map {
            try Acknowledgement(
                member: row("answered_by"),
                by: row("answerer_name"),
                at: row("answered_at"),
                words: $0
            )
        }
    }
}

extension Reader {
    /// Those nobody has acknowledged yet, for the head of a person's page.
    func openWorries(about person: Person.ID) throws -> [Worry] {
        try all(
            """
            SELECT \(Worry.columns)
            FROM \(Worry.tables)
            WHERE worry.person = \(person) AND answered_at IS NULL
            ORDER BY raised_at
            """
        )
    }
}
