import Foundation
import Kernel
import Store

/// For how many people at once a link worker can be there, as they and whoever
/// supervises them agreed it. One of the two says it, and it holds from the other's
/// yes on. Every one there was is kept.
struct AgreedLoad: Identifiable, Sendable {
    let id: Key<AgreedLoad>
    let linkWorker: Member.ID
    let people: Int
    /// What that takes, in the words of whoever said it: *six need an interpreter*.
    let words: String
    let saidBy: Worry.Named
    let saidAt: Date
    let agreed: Yes?

    /// The other's yes.
    struct Yes: Sendable {
        let by: String
        let at: Date
    }

    enum Refused: Refusal {
        case settled
        case own
        case nobody

        var sentence: String {
            switch self {
            case .settled: "This has been settled meanwhile. Open the page again to see how it stands."
            case .own: "You said this yourself. It holds once the other of you says yes."
            case .nobody:
                "Nobody supervises this link worker yet, so there is nobody to agree it with. Tell the network."
            }
        }
    }
}

extension AgreedLoad: Stored {
    static let columns: SQL = """
        agreed_load.id, agreed_load.link_worker, agreed_load.people, agreed_load.words, agreed_load.said_at,
        sayer.id AS sayer_id, sayer.name AS sayer_name, agreer.name AS agreer_name, agreed_load_yes.agreed_at
        """
    static let tables: SQL = """
        agreed_load
        JOIN member AS sayer ON sayer.id = agreed_load.said_by
        LEFT JOIN agreed_load_yes ON agreed_load_yes.agreed_load = agreed_load.id
        LEFT JOIN member AS agreer ON agreer.id = agreed_load_yes.agreed_by
        """

    init(_ row: Row) throws {
        let (name, at): (String?, Date?) = try (row("agreer_name"), row("agreed_at"))
        try self.init(
            id: row("id"),
            linkWorker: row("link_worker"),
            people: row("people"),
            words: row("words"),
            saidBy: .init(id: row("sayer_id"), name: row("sayer_name")),
            saidAt: row("said_at"),
            agreed: name.flatMap { name in at.map { Yes(by: name, at: $0) } }
        )
    }
}

/// What whoever manages says where there are more people than agreed: what is done,
/// and by when. It stands until that day, for the number it was said about.
struct LoadAnswer: Sendable {
    let words: String
    let until: Day
    let by: String
    let at: Date

    /// Longer is no answer any more but another number, to be agreed (days).
    static let longest = 92
}

/// How many people one link worker is there for, beside what was agreed. It is
/// shown as it is, and nobody is put above anybody.
struct Load: Sendable {
    let linkWorker: Worry.Named
    let people: Int
    /// Of whom are kept in touch with while nothing needs doing.
    let holding: Int
    /// Said last of those that were agreed.
    let agreed: AgreedLoad?
    /// Said later, and not agreed yet.
    let proposed: AgreedLoad?
    let earlier: [AgreedLoad]
    let answers: [LoadAnswer]

    var isOver: Bool { agreed.map { people > $0.people } ?? false }

    /// What was said about it last, while its day has not passed.
    func answer(on today: Day) -> LoadAnswer? { answers.first { $0.until >= today } }

    func needsAnswer(on today: Day) -> Bool { isOver && answer(on: today) == nil }
}
