import Foundation
import Kernel
import Store
import Web

/// Every version of a plan, the latest first, each with what changed.
struct PlanVersionsPage: Page {
    let title = "The plan, as it grew"
    /// The list it was opened from.
    var list = Place("People", "/people")
    var place: String? { list.path }
    let id: Case.ID
    /// Whether the reader goes on with the case, rather than only reads it.
    var mayChange = true
    var worry: String? { mayChange ? "/cases/\(id)/worry" : nil }
    let name: String
    let versions: [Version]

    struct Version: Sendable {
        let plan: Plan
        let changes: [String]
    }

    init(_ id: Case.ID, _ name: String, _ plans: [Plan]) {
        (self.id, self.name) = (id, name)
        versions = plans.enumerated().map { place, plan in
            let before = place + 1 < plans.count ? plans[place + 1] : nil
            return Version(plan: plan, changes: before.map { PlanChange(from: $0, to: plan).lines } ?? [])
        }
    }
}

extension Cases {
    func planVersions(_ id: Case.ID, at now: Date = .now) async throws -> PlanVersionsPage {
        try await open(id, at: now) { view, found in
            var page = try PlanVersionsPage(
                id,
                view.particulars(of: found.person).listed,
                view.allPlans(of: id)
            )
            page.list = list
            page.mayChange = try isMine(found, in: view, at: now)
            return page
        }
    }
}

extension PlanVersionsPage {
    var main: HTML {
        """
        <p class="small muted"><a href="\(list.path)">\(list.name)</a> › <a href="/cases/\(id)">\(name)</a></p>
        <h1>\(title)</h1>
        \(versions.isEmpty ? "<p>There is no plan yet.</p>" : "\(each: versions, section)")
        """
    }

    private func section(_ version: Version) -> HTML {
        """
        <section class="card"><h2>\(Day(version.plan.revisedAt).full) at \(London.time(version.plan.revisedAt))</h2>
        <p class="small muted">By \(version.plan.revisedBy)\(version.plan.contact.map(at))</p>
        \(version.plan.words.isEmpty ? nil : "<p>\(version.plan.words)</p>" as HTML)
        \(version.changes.isEmpty ? nil : "<ul>\(each: version.changes, { "<li>\($0)</li>" })</ul>" as HTML)
        \(PlanTable(goals: version.plan.goals, heading: "Goal").html)</section>
        """
    }

    private func at(_ contact: Contact.ID) -> HTML {
        ", <a href=\"/cases/\(id)/contacts/\(contact)\">at this conversation</a>"
    }

    static var sample: PlanVersionsPage {
        PlanVersionsPage(Case.ID(), "Alan B.", [.sample])
    }
}
