import Foundation
import Kernel
import Store

/// Which of their people a link worker wants to see just now. It stays as it was
/// left, on every device, until they clear it.
struct CaseloadFilter: Sendable, Equatable {
    var practice: Organisation.ID?
    var standing: CaseLine.Standing?
    var next: Next?
    /// In their name, in what matters to them, in what is held for them.
    var words = ""

    /// Whether something is in the diary with them.
    enum Next: String, CaseIterable, Sendable, Column {
        case planned
        case unplanned

        var name: String {
            switch self {
            case .planned: "Something is planned"
            case .unplanned: "Nothing is planned"
            }
        }
    }

    var isSet: Bool { self != CaseloadFilter() }
}

/// The filter as it was chosen. What makes no sense filters nothing.
struct CaseloadFilterForm: Decodable, Sendable {
    var practice: String?
    var standing: String?
    var next: String?
    var words: String?

    func read() -> CaseloadFilter {
        CaseloadFilter(
            practice: practice.flatMap { Organisation.ID($0) },
            standing: standing.flatMap(CaseLine.Standing.init(rawValue:)),
            next: next.flatMap(CaseloadFilter.Next.init(rawValue:)),
            words: String((words ?? "").onOneLine.prefix(100))
        )
    }
}

extension CaseLine.Standing: Column {}

extension Cases {
    /// Keeps what they want to see. It replaces what they wanted before.
    func keep(_ filter: CaseloadFilter, at now: Date = .now) async throws {
        guard member.isA(.linkWorker) else { throw Missing() }
        guard filter.isSet else { return try await clearFilter() }
        let me = member.id
        try await store.write { work in
            try work.run(
                """
                INSERT INTO caseload_filter (member, practice, standing, planned, words, chosen_at)
                VALUES (\(me), \(filter.practice), \(filter.standing), \(filter.next), \(filter.words), \(now))
                ON CONFLICT (member) DO UPDATE SET practice = excluded.practice, standing = excluded.standing,
                    planned = excluded.planned, words = excluded.words, chosen_at = excluded.chosen_at
                """
            )
        }
    }

    func clearFilter() async throws {
        guard member.isA(.linkWorker) else { throw Missing() }
        let me = member.id
        try await store.write { try $0.run("DELETE FROM caseload_filter WHERE member = \(me)") }
    }

    /// What they left it at, where it still makes sense: a practice they have left filters nothing.
    func filter(in view: any Reader) throws -> CaseloadFilter {
        let places = member.organisations(as: .linkWorker)
        let row = try view.rows(
            "SELECT practice, standing, planned, words FROM caseload_filter WHERE member = \(member.id)"
        ).first
        guard let row else { return CaseloadFilter() }
        let practice: Organisation.ID? = try row("practice")
        return try CaseloadFilter(
            practice: practice.flatMap { places.contains($0) ? $0 : nil },
            standing: row("standing"),
            next: row("planned"),
            words: row("words")
        )
    }
}

extension CaseloadFilter {
    /// As a condition on `"case"` and `holding`. Standing is read from days and not asked here.
    func condition(at now: Date) -> SQL {
        let there: SQL = practice.map { "\"case\".practice = \($0)" } ?? "TRUE"
        let planned: SQL =
            switch next {
            case .none: "TRUE"
            case .planned: "EXISTS (\(Self.coming(at: now)))"
            case .unplanned: "NOT EXISTS (\(Self.coming(at: now)))"
            }
        return "\(there) AND \(planned) AND \(said)"
    }

    /// What is in a diary with them and has not begun.
    static func coming(at now: Date) -> SQL {
        """
        SELECT diary_entry.id FROM diary_entry
        WHERE diary_entry."case" = "case".id AND diary_entry.replaced_by IS NULL AND diary_entry.begins_at > \(now)
            AND NOT EXISTS (SELECT 1 FROM diary_cancelling WHERE diary_cancelling.entry = diary_entry.id)
        """
    }

    private var said: SQL {
        guard !words.isEmpty else { return "TRUE" }
        let (folded, plain) = ("%\(words.folded)%", "%\(words.lowercased().filter { !"%_\\".contains($0) })%")
        return """
            (EXISTS (
                SELECT 1 FROM particulars
                WHERE particulars.person = "case".person AND particulars.replaced_by IS NULL
                    AND given_folded || ' ' || family_folded LIKE \(folded))
            OR EXISTS (
                SELECT 1 FROM what_matters
                WHERE what_matters."case" = "case".id AND what_matters.replaced_by IS NULL
                    AND LOWER(what_matters.words) LIKE \(plain))
            OR LOWER(holding.words) LIKE \(plain))
            """
    }
}
