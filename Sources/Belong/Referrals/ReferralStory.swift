import Foundation
import Kernel
import Store

extension CasePart {
    /// How it began: who referred, that the person was told, what they answered.
    static let referral = CasePart(
        story: { view, found in
            try view.referred(found.referral) + view.invited(found.referral) + view.answered(found.referral)
        }
    )
}

extension Reader {
    fileprivate func referred(_ id: Referral.ID) throws -> [Event] {
        let reasons = try reasons("SELECT id FROM referral WHERE id = \(id)")[id] ?? []
        return try rows(
            """
            SELECT referral.words, referral.made_at, member.name AS referrer_name
            FROM referral
            LEFT JOIN member ON member.id = referral.referrer
            WHERE referral.id = \(id)
            """
        ).map { row in
            let referrer: String? = try row("referrer_name")
            return try Event(
                at: row("made_at"),
                title: referrer.map { "Referred by \($0)" } ?? "Asked for themselves",
                facets: reasons.map(\.name),
                words: row("words"),
                path: nil
            )
        }
    }

    fileprivate func invited(_ id: Referral.ID) throws -> [Event] {
        try rows(
            """
            SELECT made_at, message
            FROM invitation
            WHERE referral = \(id)
            """
        ).map { row in
            let message: Message.ID? = try row("message")
            return try Event(
                at: row("made_at"),
                title: message.map { try delivery(of: $0).title } ?? "Not told yet: no safe way known"
            )
        }
    }

    fileprivate func answered(_ id: Referral.ID) throws -> [Event] {
        try rows("SELECT answer, place, manner, words, said_at FROM wish WHERE referral = \(id)").map { row in
            let wish = try Wish(row)
            return try Event(
                at: row("said_at"),
                title: "Answered: \(wish.answer.name)",
                facets: [wish.place?.name, wish.manner?.name].compactMap(\.self),
                words: wish.words,
                isWithPerson: true
            )
        }
    }
}
