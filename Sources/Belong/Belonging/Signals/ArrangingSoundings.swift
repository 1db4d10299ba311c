import Foundation
import Kernel
import Store

/// What a network settles for its link workers: C12.c1.
extension Sounding {
    static let arranging: [Sounding] = [targets]

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
