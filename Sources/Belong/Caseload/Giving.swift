import Foundation
import Kernel
import Store

/// Giving somebody their plan: by the way that is safe, in words that give
/// nothing away where somebody else may read them, or on paper.
extension Cases {
    enum GivingRefused: Refusal {
        case noSafeWay

        var sentence: String { "There is no safe way to send it. Print it, and give it to them." }
    }

    /// To read or print, from the case.
    func ownPage(_ id: Case.ID, at now: Date = .now) async throws -> OwnPage {
        try await look(at: id, .printed, at: now)
        return try await store.read { view in
            try view.ownPage(of: find(id, in: view, at: now).id)
        }
    }

    /// Sends them a link to it.
    func give(_ id: Case.ID, at site: WebAddress, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            guard try work.givePlan(of: found, site, by: me, at: now) else { throw GivingRefused.noSafeWay }
        }
    }
}

extension Writer {
    /// Says whether there was a safe way.
    @discardableResult
    func givePlan(of found: Case, _ site: WebAddress, by member: Member.ID, at now: Date) throws -> Bool {
        let person = try particulars(of: found.person)
        let reaching = try reaching(found.person)
        guard let reaching, let safely = reaching.safeAddress(of: person) else { return false }
        let link = try makeLink(to: .ownPage, found.id, at: now)
        let address = link.address(at: site)
        let message = safely.message(
            reaching.isNeutral ? "As promised" : "Your plan",
            reaching.isNeutral
                ? "Hello \(person.givenName). Here is what we talked about: \(address)"
                : "Hello \(person.givenName). Your plan, yours to keep: \(address) It also says how to come back.",
            at: now
        )
        try add(message, about: found.person, by: member, at: now)
        try log(.sent, found.id, about: found.person, by: member, at: now)
        return true
    }
}
