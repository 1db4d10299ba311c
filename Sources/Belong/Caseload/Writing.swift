import Foundation
import Kernel
import Store
import Web

/// The pages on which something is written, ready to be written on.
extension Cases {
    func contactForm(
        on id: Case.ID,
        _ form: ContactForm?,
        _ problems: Problems = Problems(),
        goingOn draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws -> ContactFormPage {
        let me = member.id
        return try await open(id, at: now) { view, found in
            let page = "/cases/\(id)/contacts/new"
            return try ContactFormPage(
                title: "What happened",
                id: id,
                name: view.particulars(of: found.person).listed,
                action: "/cases/\(id)/contacts",
                back: "/cases/\(id)",
                asksWhetherTheyKnew: !view.hasSaidWhetherTheyKnew(id),
                isPuttingRight: false,
                drafting: problems.list.isEmpty
                    ? view.drafting(.contact, about: id, on: page, goingOn: draft, by: me)
                    : .again(form?.draftID, .contact, about: id, on: page),
                form: form ?? ContactForm(at: now),
                problems: problems
            )
        }
    }

    func puttingRight(
        _ contact: Contact.ID,
        on id: Case.ID,
        _ form: ContactForm? = nil,
        _ problems: Problems = Problems(),
        goingOn draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws -> ContactFormPage {
        let me = member.id
        return try await open(id, at: now) { view, found in
            let first = try view.firstOf(contact, on: id)
            let current = try view.versions(of: first).first
            guard let current, current.id == contact else { throw Contact.Refused.alreadyPutRight }
            let path = "/cases/\(id)/contacts/\(contact)"
            return try ContactFormPage(
                title: "Put something right",
                id: id,
                name: view.particulars(of: found.person).listed,
                action: "\(path)/putting-right",
                back: path,
                asksWhetherTheyKnew: !view.hasSaidWhetherTheyKnew(id, besides: first),
                isPuttingRight: true,
                drafting: problems.list.isEmpty
                    ? view.drafting(
                        .contact,
                        about: contact,
                        on: "\(path)/putting-right",
                        goingOn: draft,
                        by: me
                    ) : .again(form?.draftID, .contact, about: contact, on: "\(path)/putting-right"),
                form: form ?? ContactForm(current.told),
                problems: problems
            )
        }
    }

    func planForm(
        on id: Case.ID,
        _ form: PlanForm?,
        _ problems: Problems = Problems(),
        at contact: Contact.ID? = nil,
        goingOn draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws -> PlanFormPage {
        let me = member.id
        return try await open(id, at: now) { view, found in
            let (page, plan) = try ("/cases/\(id)/plan", view.plan(of: id))
            var typed = form ?? PlanForm(plan, at: contact)
            // Sent again after the warning, it is kept on top of what it was warned of.
            if problems.list.contains(where: { $0.field == "plan" }) { typed.from = plan?.id.description }
            return try PlanFormPage(
                name: view.particulars(of: found.person).listed,
                id: id,
                drafting: form?.draft == nil
                    ? view.drafting(.plan, about: id, on: page, goingOn: draft, by: me)
                    : .again(form?.draftID, .plan, about: id, on: page),
                form: typed.withRoom(),
                problems: problems
            )
        }
    }
}
