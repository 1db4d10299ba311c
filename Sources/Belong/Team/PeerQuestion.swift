import Foundation
import Kernel
import Store

/// What a link worker asks the other link workers of their network, without anything
/// that says whom it is about.
struct PeerQuestion: Identifiable, Sendable {
    let id: Key<PeerQuestion>
    let words: String
    let askedBy: Worry.Named
    let askedAt: Date
    var answers: [PeerAnswer] = []

    var path: String { "/peers/\(id)" }

    enum Refused: Refusal {
        case empty
        case tooLong
        case identifies
        case names

        var sentence: String {
            switch self {
            case .empty: "Write a line first."
            case .tooLong: "Keep it to 1,000 characters."
            case .identifies:
                "That looks like a number, a birthday or an address. Say it without what tells who it is."
            case .names: "One of your people has that name. Say it without who it is."
            }
        }
    }

    /// The words as they may be shown to colleagues: no number, no day of birth, no
    /// postcode, no e-mail address.
    static func said(_ typed: String) throws(Refused) -> String {
        let words = typed.asWritten
        guard !words.isEmpty else { throw .empty }
        guard words.count <= 1_000 else { throw .tooLong }
        guard !words.contains(/[0-9][0-9 \-]{6,}[0-9]/), !words.contains(/\S@\S+\.\S/),
            !words.contains(/\b[0-9]{1,2}[\/.\-][0-9]{1,2}[\/.\-][0-9]{2,4}\b/),
            !words.uppercased().contains(/\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b/)
        else { throw .identifies }
        return words
    }
}

/// What a colleague knows about it. Kept, it is know-how for all of them.
struct PeerAnswer: Identifiable, Sendable {
    let id: Key<PeerAnswer>
    let words: String
    let answeredBy: Worry.Named
    let answeredAt: Date
    let isKept: Bool
}

extension PeerQuestion: Stored {
    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            words: row("words"),
            askedBy: .init(id: row("asked_by"), name: row("name")),
            askedAt: row("asked_at")
        )
    }
}
