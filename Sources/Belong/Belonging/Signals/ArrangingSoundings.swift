import Foundation
import Kernel
import Store

/// What a network settles for its link workers: C01.c1, C01.c2, C12.c1.
extension Sounding {
    static let arranging: [Sounding] = [heardBefore, toldAfter, targets]

    /// C01.c1: of the changes that mattered and began, those before which a link worker, a group and a patient were
    /// heard in time.
    private static let heardBefore = judged("C01.c1", begun) { row, _ in
        try isHeard(row) ? 1 : 0
    }

    /// C01.c2: of those, the ones of which it was told what changed because of what was said.
    private static let toldAfter = judged("C01.c2", begun) { row, _ in
        guard try isHeard(row) else { return nil }
        let told: Date? = try row("published_at")
        return told == nil ? 0 : 1
    }

    /// The changes of a placement's network and practice that mattered, as it was known then, and began in the span.
    private static func begun(_ span: Span) -> SQL {
        let begins: SQL = "COALESCE(change_settling.starts_on, change_notice.starts_on)"
        return """
            SELECT scoped.id AS placement, \(begins) AS begins_on, \(first(.linkWorker)) AS link_worker,
                \(first(.vcse)) AS vcse, \(first(.patient)) AS patient, published_at
            FROM scoped
            JOIN organisation AS place ON place.id = scoped.practice
            JOIN change_notice ON change_notice.network = place.network
                AND (change_notice.practice IS NULL OR change_notice.practice = scoped.practice)
                AND written_at <= \(span.at)
            LEFT JOIN change_settling ON change_settling.notice = change_notice.id AND settled_at <= \(span.at)
            LEFT JOIN change_answer ON change_answer.notice = change_notice.id AND published_at <= \(span.at)
            WHERE COALESCE(change_settling.is_material, change_notice.is_material)
                AND \(begins) <= \(Day(span.at)) AND \(begins) > \(Day(span.from))
                AND NOT EXISTS (
                    SELECT 1 FROM change_withdrawal
                    WHERE change_withdrawal.notice = change_notice.id AND withdrawn_at <= \(span.at))
            """
    }

    private static func first(_ voice: ChangeNotice.Voice.Kind) -> SQL {
        """
        (SELECT MIN(said_at) FROM change_voice
            WHERE change_voice.notice = change_notice.id AND change_voice.kind = \(voice))
        """
    }

    private static func isHeard(_ row: Row) throws -> Bool {
        let begins: Day = try row("begins_on")
        return try ["link_worker", "vcse", "patient"].allSatisfy { voice in
            let said: Date? = try row(voice)
            return said.map { ChangeNotice.isInTime($0, for: begins) } ?? false
        }
    }

    /// C12.c1: the targets in force for each placement, its network's and its practice's, each as it was meant last.
    /// The register counts once the network said in the 180 days before that it is whole.
    private static let targets = read("C12.c1") { span in
        """
        SELECT scoped.id AS placement, target.kind, way, paired, CASE WHEN EXISTS (
                SELECT 1 FROM target_confirmation
                WHERE target_confirmation.network = place.network AND confirmed_at <= \(span.at)
                    AND confirmed_at > \(span.at.addingTimeInterval(-Double(Target.confirmed) * 86_400)))
            THEN 1 ELSE 0 END AS is_confirmed
        FROM scoped
        JOIN organisation AS place ON place.id = scoped.practice
        LEFT JOIN target ON target.network = place.network
            AND (target.practice IS NULL OR target.practice = scoped.practice)
            AND since_day <= \(Day(span.at)) AND added_at <= \(span.at)
            AND NOT EXISTS (
                SELECT 1 FROM target_end
                WHERE target_end.target = target.id AND ended_at <= \(span.at))
        LEFT JOIN target_terms ON target_terms.id = (
            SELECT latest.id FROM target_terms AS latest
            WHERE latest.target = target.id AND latest.said_at <= \(span.at)
            ORDER BY latest.said_at DESC, latest.id DESC LIMIT 1)
        """
    } _: { rows, _ in
        guard try rows.contains(where: { try ($0("is_confirmed") as Int) == 1 }) else {
            return .unknown(.unconfirmed(days: Target.confirmed))
        }
        let inForce = try rows.compactMap { row -> (kind: Target.Kind, way: Target.Way, paired: String)? in
            guard let kind: Target.Kind = try row("kind"), let way: Target.Way = try row("way") else {
                return nil
            }
            return try (kind, way, row("paired"))
        }
        return .band(Target.band(of: inForce))
    }
}
