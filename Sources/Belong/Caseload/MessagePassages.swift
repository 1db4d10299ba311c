import Foundation
import Kernel
import Store

extension Reader {
    /// Words on their way to somebody, and worries about them.
    func whatWentRound(_ found: Case) throws -> [Passage] {
        try passages(
            "message",
            """
            SELECT id, made_at AS at, subject, body FROM message
            WHERE person = \(found.person) AND wording IS NOT NULL
            """
        ) { row in
            let (subject, body): (String, String) = try (row("subject"), row("body"))
            // An address that still opens something is not kept in a copy.
            return ["A message to you": "\(subject): \(body.replacing(/https?:\/\/\S+/, with: "(a link)"))"]
        }
            + passages(
                "worry",
                """
                SELECT worry.id, raised_at AS at, worry.words, worry_answer.words AS answer
                FROM worry
                LEFT JOIN worry_answer ON worry_answer.worry = worry.id AND worry_answer.handed_on IS NULL
                WHERE person = \(found.person)
                """,
                isWorry: true
            ) { row in
                try ["Somebody worried about you": row("words"), "What was answered": row("answer") ?? ""]
            }
    }
}
