import Foundation
import Kernel
import Store

/// Looks who should be out of a visit and has not said so: asks them, a quarter of an hour
/// later tells the buddy, and half an hour later whoever is responsible too. Each step is done
/// once; what was missed while Belong was down is done in one, with the words of the last.
package struct LoneVisitWatch: Sendable {
    let store: any Store
    let site: WebAddress

    package init(store: any Store, site: WebAddress) {
        (self.store, self.site) = (store, site)
    }

    /// Gives of how many visits somebody was told.
    @discardableResult
    package func round(at now: Date = .now) async throws -> Int {
        let open = try await store.read { try $0.loneVisits(Self.ended(at: now)) }
        var told = 0
        for visit in open where !visit.due(at: now).isEmpty {
            if try await tell(of: visit.entry, at: now) { told += 1 }
        }
        return told
    }

    private static func ended(at now: Date) -> SQL {
        """
        diary_entry.ends_at <= \(now) AND diary_entry.ends_at > \(now - LoneVisit.day)
            AND lone_visit_end.entry IS NULL
        """
    }

    private func tell(of entry: DiaryEntry.ID, at now: Date) async throws -> Bool {
        let site = site
        return try await store.write { work in
            // Held first, so that two nodes never tell of it both, nor after they are out.
            guard
                try work.has("SELECT id FROM diary_entry WHERE id = \(entry) \(work.dialect.skippingLocked)")
            else { return false }
            let which: SQL = "\(Self.ended(at: now)) AND diary_entry.id = \(entry)"
            guard let visit = try work.loneVisits(which).first else { return false }
            let due = visit.due(at: now)
            try work.tell(of: visit, due, site, at: now)
            return !due.isEmpty
        }
    }
}
