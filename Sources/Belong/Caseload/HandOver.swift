import Foundation
import Kernel
import Store

/// A case on its way from one link worker to a colleague at the same practice,
/// with what the colleague needs to know. Offered, it changes nothing; taken over,
/// the colleague has the case, and whoever had it reads on for the hand-over days
/// (hazard H10).
struct HandOver: Identifiable, Sendable {
    let id: Key<HandOver>
    let caseID: Case.ID
    /// The person, as they stand in a list.
    let name: String
    let practice: String
    let from: Worry.Named
    let to: Worry.Named
    let why: String
    let toKnow: String
    let madeAt: Date
    let takenAt: Date?
    /// The last day with the colleague, if it is for a while; then it comes back.
    var until: Day?
    /// Whether it comes back from a colleague who had it for a while.
    var isReturn = false

    enum Refused: Refusal {
        case notThere
        case offered
        case settled
        case nobodyLeft
        case gone

        var sentence: String {
            switch self {
            case .notThere: "That colleague does not work as a link worker at this practice. Choose another."
            case .offered: "A colleague has been asked to take this over. Take that back first."
            case .settled: "This has been settled meanwhile. Open the page again to see how it stands."
            case .gone: "Whoever had them before does not work here any more, so they stay where they are."
            case .nobodyLeft: "Nobody is left without a link worker here any more. Nothing was changed."
            }
        }
    }
}

/// What is offered to a colleague, on its way into the store.
struct HandOverAsked: Sendable {
    let to: Member.ID
    let why: String
    let toKnow: String
    /// The last day, if it is for a while.
    var until: Day?
    /// Which one it gives back, if it does.
    var returns: HandOver.ID?
}

extension Case {
    /// Who has it: whoever took it over last, or else whoever took the referral on.
    /// `"case"` must be in the query.
    static let holder: SQL = """
        COALESCE((
            SELECT taking_over.link_worker FROM taking_over
            WHERE taking_over."case" = "case".id AND taking_over.replaced_by IS NULL), "case".link_worker)
        """

    /// All that these members have, found by index: `id`, and who of them is the `holder`.
    static func held(by members: SQL) -> SQL {
        """
        SELECT taken_on.id, taken_on.link_worker AS holder FROM "case" AS taken_on
        WHERE taken_on.link_worker IN (\(members))
            AND NOT EXISTS (
                SELECT 1 FROM taking_over
                WHERE taking_over."case" = taken_on.id AND taking_over.replaced_by IS NULL)
        UNION ALL
        SELECT taking_over."case", taking_over.link_worker FROM taking_over
        WHERE taking_over.link_worker IN (\(members)) AND taking_over.replaced_by IS NULL
        """
    }
}

extension HandOver: Stored {
    static let columns: SQL = """
        hand_over.id, hand_over."case", given_name, family_name, organisation.name AS practice_name,
        giver.id AS giver_id, giver.name AS giver_name, taker.id AS taker_id, taker.name AS taker_name,
        hand_over.why, hand_over.to_know, hand_over.made_at, taking_over.taken_at, hand_over.until_on,
        hand_over.returns
        """
    static let tables: SQL = """
        hand_over
        JOIN "case" ON "case".id = hand_over."case"
        JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
        JOIN organisation ON organisation.id = "case".practice
        JOIN member AS giver ON giver.id = hand_over.link_worker
        JOIN member AS taker ON taker.id = hand_over.given_to
        LEFT JOIN taking_over ON taking_over.hand_over = hand_over.id
        """

    /// Neither taken over, nor ended, nor overtaken by another. Needs its tables.
    static let isOpen: SQL = """
        taking_over.taken_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM hand_over_end WHERE hand_over_end.hand_over = hand_over.id)
            AND hand_over.link_worker = \(Case.holder) AND NOT \(Case.isClosed)
        """

    init(_ row: Row) throws {
        let returns: HandOver.ID? = try row("returns")
        try self.init(
            id: row("id"),
            caseID: row("case"),
            name: Particulars(naming: row).listed,
            practice: row("practice_name"),
            from: .init(id: row("giver_id"), name: row("giver_name")),
            to: .init(id: row("taker_id"), name: row("taker_name")),
            why: row("why"),
            toKnow: row("to_know"),
            madeAt: row("made_at"),
            takenAt: row("taken_at"),
            until: row("until_on"),
            isReturn: returns != nil
        )
    }
}
