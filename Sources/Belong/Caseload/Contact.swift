import Foundation
import Kernel
import Store

/// One time that a link worker was with somebody, or tried to be. How long and
/// how often is free; going along with people is the work itself (paper, lines 5-6).
struct Contact: Identifiable, Sendable {
    let id: Key<Contact>
    /// The same contact before anything in it was put right.
    let first: Contact.ID
    let told: Told
    let writtenBy: String
    let writtenAt: Date
    /// Why it was put right, if it was.
    let reason: String?

    /// What happened, as it is written down.
    struct Told: Equatable, Sendable {
        var mode: Mode
        var place: String
        var beganAt: Date
        var minutes: Int?
        var wentAlong: Bool
        var outcome: Outcome
        var knewWhy: KnewWhy?
        var matters: String
        var helps: String
        var hinders: String
        var more: String
    }

    enum Mode: String, CaseIterable, Sendable, Column {
        case phone
        case video
        case practice
        case community
        case home
        case walk
        case text
        case letter

        var name: String {
            switch self {
            case .phone: "On the phone"
            case .video: "By video"
            case .practice: "At the practice"
            case .community: "In a community place"
            case .home: "At home"
            case .walk: "On a walk"
            case .text: "By text or message"
            case .letter: "By letter"
            }
        }
    }

    enum Outcome: Equatable, Sendable {
        case reached
        case notReached(How, tried: String, next: String)

        enum How: String, CaseIterable, Sendable, Column {
            case noAnswer = "no_answer"
            case messageLeft = "message_left"
            case didNotCome = "did_not_come"

            var name: String {
                switch self {
                case .noAnswer: "No answer"
                case .messageLeft: "Left a message"
                case .didNotCome: "They did not come"
                }
            }
        }

        var isReached: Bool { self == .reached }
    }

    /// *Did they know why you rang?* Asked once, at the first conversation (paper,
    /// lines 57-59).
    enum KnewWhy: String, CaseIterable, Sendable, Column {
        case yes
        case partly
        case no
        case notAsked = "not_asked"

        var name: String {
            switch self {
            case .yes: "Yes"
            case .partly: "Partly"
            case .no: "No"
            case .notAsked: "Not asked"
            }
        }
    }
}

extension Contact: Stored {
    static let columns: SQL = """
        contact.id, contact.first, contact.mode, contact.place, contact.began_at, contact.minutes,
        contact.went_along, contact.outcome, contact.tried, contact.what_next, contact.knew_why,
        contact.matters, contact.helps, contact.hinders, contact.more, contact.written_at, contact.reason
        """

    /// Needs the writer's name besides its columns, as `writer`.
    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            first: row("first"),
            told: Told(row),
            writtenBy: row("writer"),
            writtenAt: row("written_at"),
            reason: row("reason")
        )
    }
}

extension Contact.Told {
    init(_ row: Row) throws {
        let how: String = try row("outcome")
        try self.init(
            mode: row("mode"),
            place: row("place"),
            beganAt: row("began_at"),
            minutes: row("minutes"),
            wentAlong: row("went_along"),
            outcome: Contact.Outcome.How(rawValue: how).map {
                try .notReached($0, tried: row("tried"), next: row("what_next"))
            } ?? .reached,
            knewWhy: row("knew_why"),
            matters: row("matters"),
            helps: row("helps"),
            hinders: row("hinders"),
            more: row("more")
        )
    }
}

extension Contact.Outcome {
    var word: String {
        switch self {
        case .reached: "reached"
        case .notReached(let how, _, _): how.rawValue
        }
    }

    var tried: String {
        switch self {
        case .reached: ""
        case .notReached(_, let tried, _): tried
        }
    }

    var next: String {
        switch self {
        case .reached: ""
        case .notReached(_, _, let next): next
        }
    }
}

extension Reader {
    /// Every contact of a case as it reads today, latest first.
    func contacts(of id: Case.ID) throws -> [Contact] {
        try all(
            """
            SELECT \(Contact.columns), member.name AS writer
            FROM contact
            JOIN member ON member.id = contact.written_by
            WHERE contact."case" = \(id) AND contact.replaced_by IS NULL
            ORDER BY contact.began_at DESC, contact.id DESC
            """
        )
    }

    /// Whether another contact has said whether they knew why they were rung.
    func hasSaidWhetherTheyKnew(_ id: Case.ID, besides first: Contact.ID? = nil) throws -> Bool {
        let told: [Contact.ID] = try values(
            """
            SELECT first
            FROM contact
            WHERE contact."case" = \(id) AND replaced_by IS NULL AND knew_why IS NOT NULL
            """
        )
        return told.contains { $0 != first }
    }
}
