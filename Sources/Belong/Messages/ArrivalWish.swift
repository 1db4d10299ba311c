import Foundation
import Kernel
import Store

/// A YES or a NO that answers an invitation by text. Anything longer is for somebody to read.
extension Arrival {
    var wish: Wish.Answer? {
        let words = body.lowercased().split { !$0.isLetter }.map(String.init)
        let rest = words.filter { !Self.courtesies.contains($0) }
        guard rest.count == 1 else { return nil }
        if Self.yes.contains(rest[0]) { return .yes }
        return Self.no.contains(rest[0]) ? .no : nil
    }

    private static let yes: Set<String> = ["yes", "y", "yeah", "yep", "ok", "okay"]
    private static let no: Set<String> = ["no", "n", "nope"]
    private static let courtesies: Set<String> = [
        "please", "pls", "plz", "thanks", "thank", "you", "hi", "hello",
    ]
}

/// What is answered to a YES or a NO, so that they know it was heard.
struct WishReceipt: Sendable {
    let answer: Wish.Answer
    let practice: String
    /// *Usually in about 4 days*
    let when: String

    var words: String {
        switch answer {
        case .no:
            "Thank you. Nobody from \(practice) will be in touch about this, and that is fine. If you change your mind "
                + "answer YES."
        case .yes, .anotherTime:
            "Thank you. Somebody from \(practice) will be in touch, \(when). If you change your mind answer NO."
        }
    }
}

extension Writer {
    /// Takes it as their answer where one invitation of theirs is open and nobody has them yet. Gives whether it was.
    func takeWish(from arrival: Arrival, of person: Person.ID, at now: Date) throws -> Bool {
        guard let answer = arrival.wish else { return false }
        let open: [Referral] = try all(
            """
            SELECT DISTINCT \(Referral.columns)
            FROM \(Referral.tables)
            JOIN invitation ON invitation.referral = referral.id
            JOIN message ON message.id = invitation.message AND message.channel = 'text'
            WHERE referral.person = \(person) AND accepted_at IS NULL AND declined_at IS NULL
                AND invitation.made_at > \(now.addingTimeInterval(-Link.life))
            """
        )
        guard open.count == 1, let referral = open.first else { return false }
        try hold(referral.id)
        try take(Wish(answer: answer, place: nil, manner: nil, words: ""), on: referral.id, at: now)
        try run("INSERT INTO arrival_wish (arrival, referral) VALUES (\(arrival.id), \(referral.id))")
        try receive(answer, arrival, referral, at: now)
        return true
    }

    /// Only where a text is safe for them, at this very number.
    private func receive(_ answer: Wish.Answer, _ arrival: Arrival, _ referral: Referral, at now: Date) throws
    {
        guard let safe = try safeAddress(of: referral.person), safe.channel == .text,
            PhoneNumber(safe.recipient) == PhoneNumber(arrival.sender)
        else { return }
        let receipt = try WishReceipt(
            answer: answer,
            practice: practice(referral.practice).name,
            when: expectation(of: nil, at: referral.practice, now)
        )
        let message = safe.message(ArrivalAnswer.subject, receipt.words, at: now)
        try add(message, about: referral.person, by: nil, at: now)
        try run("UPDATE arrival SET answer = \(message.id) WHERE id = \(arrival.id)")
    }
}
