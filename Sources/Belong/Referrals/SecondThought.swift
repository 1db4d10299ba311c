import Foundation
import Kernel
import Store

/// A yes after a no. The referral waits again from the day it was sent, and whoever
/// rings reads both.
struct SecondThought: Sendable, Equatable {
    /// What they wrote with the no, and when.
    let words: String
    let saidNoAt: Date
    let saidAt: Date

    /// *They said no on 14 April: “Not now.” On 16 April they thought again.*
    var sentence: String {
        let why = words.isEmpty ? "." : ": \(words.quoted)"
        return "They said no on \(Day(saidNoAt).short)\(why) On \(Day(saidAt).short) they thought again."
    }
}

extension Writer {
    /// Takes a no back, if one stands.
    func thinkAgain(of referral: Referral.ID, at now: Date) throws {
        let stands = try has(
            "SELECT id FROM withdrawal WHERE referral = \(referral) AND taken_back IS NULL"
        )
        guard stands else { return }
        let id = Key<SecondThought>(at: now)
        try run("INSERT INTO second_thought (id, referral, said_at) VALUES (\(id), \(referral), \(now))")
        try run(
            "UPDATE withdrawal SET taken_back = \(id) WHERE referral = \(referral) AND taken_back IS NULL"
        )
    }
}

extension Reader {
    /// The last one, if they ever took a no back.
    func secondThought(of referral: Referral.ID) throws -> SecondThought? {
        try first(
            """
            SELECT words, withdrawn_at, said_at
            FROM second_thought
            JOIN withdrawal ON withdrawal.taken_back = second_thought.id
            WHERE second_thought.referral = \(referral)
            ORDER BY said_at DESC
            LIMIT 1
            """
        )
    }
}

extension SecondThought: Stored {
    init(_ row: Row) throws {
        try self.init(words: row("words"), saidNoAt: row("withdrawn_at"), saidAt: row("said_at"))
    }
}
