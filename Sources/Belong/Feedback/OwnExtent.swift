import Foundation
import Kernel
import Store

/// How much of them is told, chosen by the person behind their own link.
extension OwnNews {
    /// What stands, and who hears.
    struct Chosen: Sendable {
        let name: String
        let kind: NewsExtent.Kind
        /// When they last said so; never, if nobody has asked them.
        let on: Day?

        /// *A few lines, agreed 3 March 2026.*
        var said: String {
            let when = on.map { ", as you said on \($0.spoken)" } ?? ": you have not been asked yet"
            return switch kind {
            case .summary: "A few lines about how it goes\(when)."
            case .codes: "Only that you were referred, as codes for their record\(when)."
            case .nothing: "Nothing\(when)."
            }
        }
    }

    /// There is none for somebody who came by themselves.
    func extent(_ token: String, at now: Date = .now) async throws -> Chosen? {
        try await store.read { view in
            let id: Case.ID = try view.opened(token, .ownPage, at: now)
            let row = try view.rows(
                """
                SELECT member.name, \(NewsExtent.chosen) AS extent, agreement.recorded_at, news_extent.said_at
                FROM "case"
                JOIN referral ON referral.id = "case".referral
                JOIN member ON member.id = referral.referrer
                \(NewsExtent.said)
                WHERE "case".id = \(id) AND referral.route <> 'self'
                """
            ).first
            guard let row else { return nil }
            let said: [Date?] = try [row("recorded_at"), row("said_at")]
            return try Chosen(
                name: row("name"),
                kind: row("extent"),
                on: said.compactMap(\.self).max().map { Day($0) }
            )
        }
    }

    func choose(_ extent: NewsExtent.Kind, _ token: String, at now: Date = .now) async throws {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            let found: Case? = try work.first(
                "SELECT \(Case.columns) FROM \"case\" WHERE \"case\".id = \(id)"
            )
            guard let found else { throw Missing() }
            try work.write(extent, of: found, by: nil, at: now)
            try work.log(.changed, id, about: found.person, by: .person, at: now)
        }
    }
}
