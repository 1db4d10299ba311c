import Foundation
import Kernel
import Store
import Web

/// What a link worker reads in the minute before ringing somebody: who suggested
/// it, what they were told, what they wish, what is safe (journeys 5.4).
struct PreCallPage: Page {
    let title: String
    let place: String? = "/people"
    let id: Case.ID
    var worry: String? { "/cases/\(id)/worry" }
    let referrer: String
    let words: String
    let reasons: [String]
    let told: [String]
    let notTold: [String]
    /// Whom to tell, where something that was said should be looked at again.
    var prompt: RedFlag.Prompt?
    /// The person's no, which stands before everything else.
    let no: String?
    let wish: [String]
    /// What became of the words that told them of it, if there were any.
    let invitation: Delivery?
    let safe: String
    let needs: [String]
    let risk: String
    let phone: PhoneNumber?
    let mayCall: Bool
    let asksWhetherTheyKnew: Bool
}

extension Cases {
    func preCall(_ id: Case.ID, at now: Date = .now) async throws -> PreCallPage {
        let me = member.id
        return try await open(id, at: now) { view, found in
            try PreCallPage(found, view.redFlag(in: found, for: me, at: now), in: view)
        }
    }
}

extension PreCallPage {
    fileprivate init(_ found: Case, _ prompt: RedFlag.Prompt?, in view: any Reader) throws {
        self.prompt = prompt
        let row = try view.rows(
            """
            SELECT referral.words, other_reason, told_role, told_contact, told_choice, member.name AS referrer_name
            FROM referral
            LEFT JOIN member ON member.id = referral.referrer
            WHERE referral.id = \(found.referral)
            """
        ).first
        guard let row else { throw Missing() }
        let (person, reaching) = try (view.particulars(of: found.person), view.reaching(found.person))
        let heard = try Set<ReferralRequest.Told>(row)
        let other: String = try row("other_reason")
        title = "Before you ring \(person.givenName)"
        id = found.id
        referrer = try row("referrer_name") ?? "They asked for themselves"
        words = try row("words")
        reasons =
            try (view.reasons("SELECT id FROM referral WHERE id = \(found.referral)")[found.referral] ?? [])
            .map(\.name) + (other.isEmpty ? [] : [other])
        told = ReferralRequest.Told.allCases.filter(heard.contains).map(\.name)
        notTold = ReferralRequest.Told.allCases.filter { !heard.contains($0) }.map(\.name)
        let answer = try view.wish(on: found.referral)
        no = answer?.answer == .no ? SaidNo.warning(person.givenName, isToLookAt: prompt != nil) : nil
        let thought = try view.secondThought(of: found.referral).map { [$0.sentence] } ?? []
        wish = thought + (answer.map(\.lines) ?? [])
        invitation = try view.invitationDelivery(of: found.referral)
        safe = reaching?.summary ?? "Nobody has asked yet how to reach them safely"
        needs = try view.accessNeeds(of: found.person).map(\.flag)
        risk = try view.visitRisk(of: found.person).sentence
        phone = person.phone
        mayCall = (no == nil || prompt != nil) && (reaching?.channels.contains(.call) ?? false)
        asksWhetherTheyKnew = try !view.hasSaidWhetherTheyKnew(found.id)
    }
}

extension Wish {
    fileprivate var lines: [String] {
        [answer.name, place?.name, manner?.name, words.isEmpty ? nil : words.quoted].compactMap(\.self)
    }
}

extension PreCallPage {
    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/cases/\(id)">Their page</a></p>
        <h1>\(title)</h1>
        \(prompt.map { $0.notice("/cases/\(id)/worry") })
        \(no.map { "<p class=\"notice clay\"><b>\($0)</b></p>" as HTML })
        <p class="notice">\(safe). \(risk).\(each: needs, { " <span class=\"tag sky\">\($0)</span>" })</p>
        <section class="card"><h2>\(referrer)</h2><p>\(words)</p>
        <p>\(each: reasons, { "<span class=\"tag\">\($0)</span> " })</p></section>
        <div class="two"><section class="card"><h2>What they have been told</h2>
        \(told.isEmpty ? "<p>Nothing yet. Begin at the beginning.</p>" : list(told))
        \(notTold.isEmpty ? nil : "<h3>Not yet</h3>\(list(notTold))" as HTML)</section>
        <section class="card"><h2>What they wish</h2>
        \(wish.isEmpty ? notAnswered : list(wish))</section></div>
        <p class="row">\(mayCall ? phone.map(ring) : notByPhone)
        <a class="btn quiet" href="/cases/\(id)/contacts/new">Write down what happened</a></p>
        \(asksWhetherTheyKnew ? asking : nil)
        """
    }

    private func list(_ lines: [String]) -> HTML {
        "<ul>\(each: lines, { "<li>\($0)</li>" })</ul>"
    }

    private func ring(_ phone: PhoneNumber) -> HTML {
        "<a class=\"btn\" href=\"tel:\(phone.digits)\">Ring \(phone.description)</a>"
    }

    private var notAnswered: HTML { "<p>\(Wish.notAnswered(invitation))</p>" }

    private var notByPhone: HTML {
        no == nil ? "<b>Do not ring: a call is not safe for them.</b>" : "<b>Do not ring.</b>"
    }

    private var asking: HTML {
        """
        <p class="hint">When you speak for the first time, ask: “Do you know why I am ringing?” What they say helps \
        the practice tell people better.</p>
        """
    }

    static var sample: PreCallPage {
        PreCallPage(
            title: "Before you ring Alan",
            id: Case.ID(),
            referrer: "Dr Patel",
            words: "Lost his wife in the spring. Not eating with others.",
            reasons: ["Lonely or isolated", "Bereavement"],
            told: [ReferralRequest.Told.role.name],
            notTold: [ReferralRequest.Told.choice.name],
            no: nil,
            wish: ["Yes, that is fine", "On a walk"],
            invitation: .sent(.text),
            safe: "safe by text, phone call · no voicemail",
            needs: ["Step-free places"],
            risk: "Risk to a visitor: nothing known",
            phone: PhoneNumber("07700 900112"),
            mayCall: true,
            asksWhetherTheyKnew: true
        )
    }
}
