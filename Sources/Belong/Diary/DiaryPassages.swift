import Foundation
import Kernel
import Store

extension Reader {
    /// What stood in a diary about somebody: when, and where.
    func whatWasInDiaries(_ id: Case.ID) throws -> [Passage] {
        try passages(
            "diary",
            """
            SELECT diary_entry.id, made_at AS at, diary_entry.kind, begins_at, own_place, place
            FROM diary_entry
            WHERE "case" = \(id)
            """
        ) { row in
            let (kind, begins): (DiaryEntry.Kind, Date) = try (row("kind"), row("begins_at"))
            let (own, place): (String, String) = try (row("own_place"), row("place"))
            let words = [kind.name, "\(Day(begins).full), \(London.time(begins))", own, place]
            return ["In a diary": words.filter { !$0.isEmpty }.joined(separator: "; ")]
        }
    }
}
