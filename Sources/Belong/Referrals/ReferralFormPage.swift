import Foundation
import Kernel
import Web

/// Referring in under a minute, on one page: what must be asked first, the rest
/// folded away behind it.
struct ReferralFormPage: Page {
    let title: String
    let place: String? = "/referrals/new"
    let form: ReferralForm
    let problems: Problems
    let choices: Choices
    let drafting: Drafting
    var matches: [Match] = []
    /// Whom to tell first, where what was written may mean danger.
    var prompt: RedFlag.Prompt?

    /// What there is to choose from for this referrer.
    struct Choices: Sendable {
        let surgeries: Surgeries
        let linkWorkers: [Choice]
        /// What the link worker who is asked for brings, and how long people wait.
        let aside: DeskPage.Card?
        /// Whoever would read it: the one who is asked for, or those of the practice.
        let readers: [DeskPage.Card]
        let news: [String]
    }

    init(_ form: ReferralForm, _ choices: Choices, _ drafting: Drafting, _ problems: Problems = Problems()) {
        self.form = form
        self.drafting = drafting
        self.choices = choices
        self.problems = problems
        title = choices.aside.map { "Refer to \($0.name)" } ?? "Refer to a link worker"
    }
}

extension ReferralFormPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">About a minute. Not sure? <a href="/desk">Have a little chat first</a>.</p>
        <div class="two heads"><div class="before">\(choices.readers.isEmpty ? nil : readers)</div>
        <div class="work">
        \(drafting.notice)
        \(problems.summary)
        \(drafting.form("/referrals", fields))
        </div><div class="after">\(choices.news.isEmpty ? nil : news)</div></div>
        """
    }

    private var fields: HTML {
        """
        \(hidden)\(prompt.map { $0.beforeItGoes(isOwn: false) })
        \(matches.isEmpty ? nil : whoIsMeant)
        <section class="card"><h2>Who is it?</h2>\(who)</section>
        <section class="card"><h2>What is going on for them?</h2>\(why)</section>
        <section class="card"><h2>What have you told them?</h2>\(told)</section>
        <section class="card"><h2>How can they be reached safely?</h2>\(reach)</section>
        <section class="card"><h2>Before a visit</h2>\(risk)</section>
        <section class="card">\(more)</section>
        <p class="small">They get a short message that says who suggested it and how to say no. Then a link worker takes \
        it on, and you hear how it goes.</p>
        <div class="acts">\(prompt == nil ? Self.send : nil)\(drafting.keepButton)</div>
        """
    }

    private static let send: HTML = "<button class=\"btn\">Send referral</button>"

    private var readers: HTML {
        """
        <section class="card"><h2>Who will read it</h2>
        <ul class="plain">\(each: choices.readers, reader)</ul>
        <p class="small muted">Link workers help with company, money, housing, caring, work and grief, and have time to \
        listen. What needs a clinician first, and danger now, are not for them.</p></section>
        """
    }

    private func reader(_ card: DeskPage.Card) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(card.name)</b> <span class="tag leaf">\(card.presence)</span>
        \(card.paused)\(card.tags)<div class="small">\(card.wait)</div>\(choices.aside == nil ? nil : "<p class=\"small\">\(card.brings)</p>")\
        \(card.notFor)</div></li>
        """
    }

    private var news: HTML {
        """
        <section class="card"><h2>News of people you referred</h2>
        <ul class="plain small">\(each: choices.news, { "<li class=\"row\">\($0)</li>" })</ul></section>
        """
    }

    static var sample: ReferralFormPage {
        var form = ReferralForm()
        form.givenName = "Denise"
        form.reasons = ["housing", "money"]
        form.safe = "other"
        var problems = Problems()
        problems.add("risk", "Answer this, even if nothing is known")
        let choices = Choices(
            surgeries: Surgeries(
                list: ["Elm Street Surgery", "Harbour Practice"].map {
                    Organisation(kind: .practice, name: $0)
                },
                chosen: nil,
                sought: "",
                areMany: false,
                hasMore: false
            ),
            linkWorkers: [Choice("", "Whoever has room"), Choice("c", "Amara Okafor")],
            aside: DeskPage.sample.linkWorkers.first,
            readers: DeskPage.sample.linkWorkers,
            news: ["Alan B. runs the tea at Men’s Shed."]
        )
        let drafting = Drafting.again(nil, .referral, about: Member.ID(), on: "/referrals/new")
        var page = ReferralFormPage(form, choices, drafting, problems)
        page.prompt = .sample
        return page
    }
}

extension DeskPage.Card {
    /// What they leave to others, where they have said so.
    var notFor: HTML? {
        leaves.isEmpty ? nil : "<p class=\"small\"><b>Not for \(name):</b> \(leaves)</p>"
    }
}
