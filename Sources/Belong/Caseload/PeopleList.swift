import Foundation
import Kernel
import Store

extension Cases {
    /// The page of one's people, in one read after the look was noted.
    func list(
        named name: String = "",
        unfolded group: CaseLine.Standing? = nil,
        _ site: WebAddress,
        at now: Date = .now
    ) async throws -> CaseloadPage {
        guard member.isA(.linkWorker) else { throw Missing() }
        try await store.look(at: NameList.People.self, of: member.id, at: now)
        let found = try await name.isEmpty ? [] : lines(named: name, at: now)
        let (store, member) = (store, member)
        return try await store.read { view in
            var page =
                try name.isEmpty
                ? CaseloadPage(caseload(filter(in: view), unfolded: group, in: view, at: now), at: now)
                : CaseloadPage(found, named: name, at: now)
            page.practices = Set(
                member.memberships.filter { $0.role == .linkWorker }.map(\.organisation)
            ).sorted { $0.name < $1.name }
            let said = try view.said(of: member.id)
            page.agreed = said.first { $0.agreed != nil }
            page.asksForYes = said.first.map { $0.agreed == nil && $0.saidBy.id != member.id } ?? false
            page.pausedUntil = try view.pauses(of: [member.id], on: Day(now))[member.id]?.until
            page.lettersToPrint = try Printing(store: store, member: member).waiting(in: view, at: now).count
            page.frail = try Introductions(store: store, member: member, site: site).atRisk(in: view, at: now)
                .map(\.activity.name)
            page.offered = try HandOvers(store: store, member: member).waiting(in: view)
            return page
        }
    }
}
