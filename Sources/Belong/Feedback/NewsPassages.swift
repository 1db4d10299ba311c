import Kernel
import Store

extension Reader {
    /// What was told of somebody, and what came back, for a copy of their record.
    func newsPassages(of id: Case.ID) throws -> [Passage] {
        let theirs: SQL = "(SELECT news.id FROM news WHERE news.\"case\" = \(id))"
        return try passages(
            "news",
            """
            SELECT news.id, sent_at AS at, words, asked, member.name
            FROM news JOIN member ON member.id = referrer WHERE news."case" = \(id)
            """
        ) { row in
            let name: String = try row("name")
            return try [
                "What \(name) was told": row("words"), "What was asked of \(name)": row("asked") ?? "",
            ]
        }
            + passages(
                "own words",
                "SELECT id, written_at AS at, words FROM own_words WHERE news IN \(theirs)"
            ) {
                try ["In your own words": $0("words")]
            }
            + passages(
                "reply",
                """
                SELECT news_reply.id, said_at AS at, words, member.name
                FROM news_reply JOIN member ON member.id = said_by
                WHERE news IN \(theirs) AND words IS NOT NULL
                """,
                isWorry: true
            ) { row in try ["What \(row("name") as String) wrote back": row("words")] }
            + passages(
                "extent",
                "SELECT id, said_at AS at, extent FROM news_extent WHERE news_extent.\"case\" = \(id)"
            ) { row in
                let kind: NewsExtent.Kind = try row("extent")
                return ["How much may be told": kind.ownName]
            }
    }
}
