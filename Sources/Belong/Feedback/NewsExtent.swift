import Foundation
import Kernel
import Store

/// How much of one case goes to whoever referred, as the person chose: nothing, the
/// codes for the record, or a few lines (peers, row 14). What they said last holds,
/// here or to being told at all; before they say anything a few lines may go.
enum NewsExtent {
    enum Kind: String, CaseIterable, Sendable, Column {
        case summary
        case codes
        case nothing

        /// As the link worker writes it down.
        var name: String {
            switch self {
            case .summary: "They said yes"
            case .codes: "Codes only"
            case .nothing: "They said no"
            }
        }

        /// As the person says it.
        var ownName: String {
            switch self {
            case .summary: "A few lines"
            case .codes: "Only that I was referred"
            case .nothing: "Nothing"
            }
        }
    }

    /// What stands for a case. `agreement` and `news_extent` must be joined.
    static let chosen: SQL = """
        CASE
            WHEN NOT COALESCE(agreement.agreed, TRUE)
                AND (news_extent.said_at IS NULL OR news_extent.said_at <= agreement.recorded_at)
                THEN 'nothing'
            WHEN news_extent.extent = 'nothing' AND COALESCE(agreement.agreed, FALSE)
                AND agreement.recorded_at > news_extent.said_at
                THEN 'summary'
            ELSE COALESCE(news_extent.extent, 'summary')
        END
        """

    /// Joins what was said of a case. `"case"` must be in the query.
    static let said: SQL = """
        LEFT JOIN agreement ON agreement.person = "case".person AND agreement.purpose = 'news'
            AND agreement.replaced_by IS NULL
        LEFT JOIN news_extent ON news_extent."case" = "case".id AND news_extent.replaced_by IS NULL
        """
}

extension Reader {
    func newsExtent(of id: Case.ID) throws -> NewsExtent.Kind {
        let kind: NewsExtent.Kind? = try value(
            "SELECT \(NewsExtent.chosen) AS extent FROM \"case\" \(NewsExtent.said) WHERE \"case\".id = \(id)"
        )
        guard let kind else { throw Missing() }
        return kind
    }
}

extension Writer {
    /// Keeps what they chose for this case. A yes is also a yes to being spoken
    /// about; a no to this case leaves what they said of others as it is.
    func write(_ extent: NewsExtent.Kind, of found: Case, by member: Member.ID?, at now: Date) throws {
        let id = Key<NewsExtent>(at: now)
        _ = try rows("SELECT id FROM \"case\" WHERE id = \(found.id) \(dialect.forUpdate)")
        try run(
            """
            UPDATE news_extent SET replaced_by = \(id)
            WHERE news_extent."case" = \(found.id) AND replaced_by IS NULL
            """
        )
        try run(
            """
            INSERT INTO news_extent (id, "case", extent, said_at, recorded_by)
            VALUES (\(id), \(found.id), \(extent), \(now), \(member))
            """
        )
        if extent != .nothing { try write(newsAgreed: true, of: found.person, by: member, at: now) }
    }
}
