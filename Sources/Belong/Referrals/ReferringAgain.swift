import Foundation
import Kernel
import Store

/// A referral that was declined, made again to somebody else: what whoever referred wrote stands in the form, and
/// who it is about where they work in that practice. What is safe, and what a visitor should know, is asked afresh.
extension ReferralBeginning {
    func fill(_ form: inout ReferralForm, againIn view: any Reader, at now: Date) throws {
        guard form.words == nil, let id = form.again.flatMap({ Referral.ID($0) }) else { return }
        let referrals = Referrals(store: store, member: member)
        guard let referral = try referrals.unlessMissing({ try referrals.findMine(id, in: view) }) else {
            return
        }
        let row = try view.rows(
            """
            SELECT words, other_reason, route, told_role, told_contact, told_choice
            FROM referral
            WHERE id = \(id)
            """
        ).first
        guard let row else { return }
        let route: Referral.Route = try row("route")
        (form.words, form.otherReason) = try (row("words"), row("other_reason"))
        form.told = try Set<ReferralRequest.Told>(row).map(\.rawValue).sorted()
        form.reasons = try (view.reasons("SELECT id FROM referral WHERE id = \(id)")[id] ?? []).map(
            \.rawValue
        )
        form.practice = referral.practice.description
        let others = try view.others(besides: referral, at: now)
        form.linkWorker = others.count == 1 ? others[0].id.description : nil
        let person = try view.particulars(of: referral.person)
        (form.givenName, form.familyName) = (person.givenName, person.familyName)
        guard route == .practice else { return }
        form.person = referral.person.description
        form.nhsNumber = person.nhsNumber?.description
        form.born = person.bornOn?.description
        form.postcode = person.postcode?.description
        form.phone = person.phone?.description
    }
}
