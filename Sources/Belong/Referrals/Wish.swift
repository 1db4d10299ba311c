import Foundation
import Kernel
import Store

/// What the person says to being invited: yes, no, or another time; where they
/// would like to meet and how. They may say it again; the last word counts.
struct Wish: Sendable, Equatable {
    let answer: Answer
    let place: Place?
    let manner: Manner?
    let words: String

    enum Answer: String, CaseIterable, Sendable, Column {
        case yes
        case no
        case anotherTime = "another_time"

        var name: String {
            switch self {
            case .yes: "Yes, that is fine"
            case .anotherTime: "Yes, but another time"
            case .no: "No, thank you"
            }
        }
    }

    /// Where. Not everybody wants a consulting room (paper, lines 54-57).
    enum Place: String, CaseIterable, Sendable, Column {
        case surgery
        case community
        case walk
        case home
        case anywhere

        var name: String {
            switch self {
            case .surgery: "At the surgery"
            case .community: "Somewhere that does not feel medical"
            case .walk: "On a walk"
            case .home: "At home"
            case .anywhere: "I do not mind"
            }
        }
    }

    enum Manner: String, CaseIterable, Sendable, Column {
        case phone
        case inPerson = "in_person"
        case video
        case withSomeone = "with_someone"

        var name: String {
            switch self {
            case .phone: "On the phone"
            case .inPerson: "Face to face"
            case .video: "By video"
            case .withSomeone: "With someone I bring along"
            }
        }
    }
}

extension Wish {
    /// What is said where there is none.
    static func notAnswered(_ invitation: Delivery?) -> String {
        guard let invitation else { return "Nobody has written to them: no safe way is known." }
        return invitation.isStuck ? invitation.sentence : "They have not answered yet."
    }
}

extension Wish: Stored {
    init(_ row: Row) throws {
        try self.init(answer: row("answer"), place: row("place"), manner: row("manner"), words: row("words"))
    }
}

extension Reader {
    func wish(on referral: Referral.ID) throws -> Wish? {
        try first(
            "SELECT answer, place, manner, words FROM wish WHERE referral = \(referral) AND replaced_by IS NULL"
        )
    }
}
