import Foundation
import Kernel
import Store
import Web

/// Somebody's own plan, theirs to keep: the aim, the steps, how to come back,
/// what to do if things get worse (journeys 5.7). Read through a link, or printed.
struct OwnPage: Page {
    let title = "Your plan"
    let name: String
    let aim: String?
    let goals: [Goal]
    let practice: String
    let wayBack: String
    /// Their link worker, and the number to ring.
    let linkWorker: String
    let phone: PhoneNumber?
    /// Whether something they wrote here lately may mean that they are not safe.
    var isAlarming = false

    var main: HTML { page(asking: nil) }

    /// What they are asked stands before all else: they came for that.
    func page(asking question: HTML?) -> HTML {
        """
        <div class="own"><h1>\(title), \(name)</h1>\(isAlarming ? CrisisLines.notice : nil)\(question)
        \(aim.map { "<p class=\"quote\">\($0.quoted)</p>" as HTML })
        \(each: goals, section)
        <section class="card"><h2>If you want to come back</h2><p>\(wayBack)</p>\(phone.map(ring))</section>
        <section class="card"><h2>If things get worse</h2>
        <p>In danger now: <a href="tel:999">999</a>. Urgent help, mental health included: <a href="tel:111">111</a>. \
        Someone to talk to, day and night: Samaritans <a href="tel:116123">116 123</a>. \
        Your surgery: \(practice).</p></section>
        <p class="small muted">Nobody but you and your link worker chose these words. \
        <a href="/privacy">What is kept, and why</a></p></div>
        """
    }

    private func ring(_ phone: PhoneNumber) -> HTML {
        "<p>\(linkWorker): <a href=\"tel:\(phone.digits)\">\(phone.description)</a></p>"
    }

    private func section(_ goal: Goal) -> HTML {
        """
        <section class="card"><h2>\(goal.words)</h2><ul class="plain">\(each: goal.steps, step)</ul></section>
        """
    }

    private func step(_ step: Step) -> HTML {
        """
        <li class="row"><div class="grow">\(step.words)\(step.who.isEmpty ? nil : who(step))\
        </div><span class="tag \(step.standing.colour)">\(step.standing.name)</span></li>
        """
    }

    private func who(_ step: Step) -> HTML {
        " <span class=\"muted\">\(step.who)</span>"
    }

    static var sample: OwnPage {
        OwnPage(
            name: "Alan",
            aim: "I want a reason to put my shoes on in the morning.",
            goals: Plan.sample.goals,
            practice: "Elm Street Surgery, 0161 496 0000",
            wayBack: "Ring Elm Street Surgery and ask for the link worker. No need to explain.",
            linkWorker: "Amara Okafor",
            phone: PhoneNumber("07700 900101"),
            isAlarming: true
        )
    }
}

extension Reader {
    /// Made of what the plan says now. Never a note, a worry or anybody else's words.
    func ownPage(of id: Case.ID) throws -> OwnPage {
        let row = try rows(
            """
            SELECT given_name, member.name AS link_worker_name, profile.phone AS link_worker_phone, organisation.name AS practice_name, organisation.phone AS practice_phone,
                (SELECT way_back FROM closing WHERE closing."case" = "case".id
                    ORDER BY number DESC LIMIT 1) AS way_back
            FROM "case"
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            JOIN organisation ON organisation.id = "case".practice
            JOIN member ON member.id = \(Case.holder)
            LEFT JOIN profile ON profile.member = member.id AND profile.replaced_by IS NULL
            WHERE "case".id = \(id)
            """
        ).first
        guard let row else { throw Missing() }
        let (practice, phone): (String, String?) = try (row("practice_name"), row("practice_phone"))
        let wayBack: String? = try row("way_back")
        return try OwnPage(
            name: row("given_name"),
            aim: whatMatters(in: id)?.words,
            goals: plan(of: id)?.goals.map(\.kept) ?? [],
            practice: phone.map { "\(practice), \($0)" } ?? practice,
            wayBack: wayBack.flatMap { $0.isEmpty ? nil : $0 }
                ?? "Ring \(practice) and ask for the link worker.",
            linkWorker: row("link_worker_name"),
            phone: row("link_worker_phone")
        )
    }
}

extension Goal {
    /// Without the steps that were let go.
    fileprivate var kept: Goal {
        Goal(words: words, steps: steps.filter { $0.standing != .letGo })
    }
}

/// The own page behind its link. The link is the whole permission.
struct OwnPages: Sendable {
    let store: any Store

    func open(_ token: String, at now: Date = .now) async throws -> OwnPage {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.log(.looked, id, about: person, by: .person, at: now)
            var page = try work.ownPage(of: id)
            let lately = try work.saidBehindLinks(in: id)
            page.isAlarming = !RedFlag.raised(by: lately, since: now.addingTimeInterval(-7 * 86_400)).isEmpty
            return page
        }
    }
}
