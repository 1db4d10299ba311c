import Foundation
import Kernel

extension Contact {
    /// One piece of what was written, with its heading.
    struct Piece: Sendable {
        let heading: String
        let words: String
    }

    /// What there is to read, in the order of the paper. What was left empty is left out.
    var parts: [Piece] {
        let facts = [told.mode.name, told.place, told.minutes.map { "\($0) minutes" } ?? ""]
        let all: [(String, String)] = [
            ("How", facts.filter { !$0.isEmpty }.joined(separator: " · ")),
            ("Together", told.wentAlong ? "Went along with them" : ""),
            ("Reached", told.outcome.isReached ? "" : told.title),
            ("Tried", told.outcome.tried),
            ("Next", told.outcome.next),
            ("Did they know why you rang?", told.knewWhy?.name ?? ""),
            ("What matters, in their words", told.matters),
            ("What helps", told.helps),
            ("What gets in the way", told.hinders),
            ("Anything else", told.more),
        ]
        return all.filter { !$0.1.isEmpty }.map { Piece(heading: $0.0, words: $0.1) }
    }
}

extension Contact {
    /// Who wrote it when, and why if something was put right.
    var signature: String {
        let when = "\(Day(writtenAt).short) at \(London.time(writtenAt))"
        return reason.map { "Put right by \(writtenBy), \(when), because: \($0)" }
            ?? "Written by \(writtenBy), \(when)"
    }
}

extension Contact.Told {
    /// Nothing said yet.
    static var nothing: Contact.Told {
        Contact.Told(
            mode: .phone,
            place: "",
            beganAt: .now,
            minutes: nil,
            wentAlong: false,
            outcome: .reached,
            knewWhy: nil,
            matters: "",
            helps: "",
            hinders: "",
            more: ""
        )
    }
}
