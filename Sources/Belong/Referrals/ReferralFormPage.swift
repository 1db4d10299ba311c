import Foundation
import Kernel
import Web

/// Referring in under a minute, on one page.
struct ReferralFormPage: Page {
    let title: String
    let place: String? = "/referrals/new"
    let form: ReferralForm
    let problems: Problems
    let choices: Choices
    let drafting: Drafting
    var matches: [Match] = []

    /// What there is to choose from for this referrer.
    struct Choices: Sendable {
        let practices: [Choice]
        let linkWorkers: [Choice]
        /// What the link worker who is asked for brings, and how long people wait.
        let aside: DeskPage.Card?
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
        <div class="two"><div><h1>\(title)</h1>
        <p class="lead">About a minute. Not sure? <a href="/desk">Have a little chat first</a>.</p>
        \(drafting.notice)
        \(problems.summary)
        \(drafting.form("/referrals", fields))
        </div><div>\(choices.aside.map(aside))\(choices.news.isEmpty ? nil : news)</div></div>
        """
    }

    private var fields: HTML {
        """
        \(hidden)
        \(matches.isEmpty ? nil : whoIsMeant)
        <section class="card"><h2>Who is it?</h2>\(who)</section>
        <section class="card"><h2>What is going on for them?</h2>\(why)</section>
        <section class="card"><h2>What have you told them?</h2>\(told)</section>
        <section class="card"><h2>How can they be reached safely?</h2>\(form.reachingFields(problems))</section>
        <section class="card"><h2>What should the link worker know?</h2>\(care)</section>
        <div class="acts"><button class="btn">Send referral</button>\(drafting.keepButton)</div>
        """
    }

    private var hidden: HTML {
        """
        <input type="hidden" name="question" value="\(text: form.question)">
        """
    }

    private var whoIsMeant: HTML {
        let known = matches.map { Choice($0.person.description, $0.words) }
        return """
            <section class="card"><div class="notice"><p>Someone like this is known already. Is it one of them?</p></div>
            \(Field("person", "Who is meant?", problems).one(of: known + [Choice("new", "No, someone new")], chosen: form.person))
            </section>
            """
    }

    private var who: HTML {
        """
        \(form.whoFields(problems))
        \(choices.practices.count > 1 ? practice : only)
        """
    }

    private var practice: HTML {
        Field("practice", "Their practice", problems).list(choices.practices, chosen: form.practice)
    }

    private var only: HTML {
        """
        <input type="hidden" name="practice" value="\(text: choices.practices.first?.value)">
        """
    }

    private var why: HTML {
        """
        \(Field("reasons", "Choose what fits, as many as you like", problems)
            .any(of: Reason.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.reasons ?? []))
        \(Field("otherReason", "Something else?", problems).line(form.otherReason))
        \(Field("words", "In a sentence or two", hint: "What you would say at the link worker’s desk. Leave out what is not needed.", problems)
            .paper(form.words))
        \(choices.linkWorkers.count > 1 ? whom : nil)
        """
    }

    private var whom: HTML {
        Field("linkWorker", "For whom?", problems).list(choices.linkWorkers, chosen: form.linkWorker)
    }

    private var told: HTML {
        """
        \(Field("told", "Tick what they have heard from you", hint: "They get a short message before anyone rings, so that the first call is no surprise.")
            .any(of: ReferralRequest.Told.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.told ?? []))
        """
    }

    private var care: HTML {
        """
        \(Field("needs", "To be understood and to get there, they need")
            .any(of: AccessNeed.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.needs ?? []))
        \(Field("language", "Which language, or what else?").line(form.language))
        \(Field("risk", "Anything that makes a visit unsafe?", problems)
            .one(of: [Choice("nothing", "Nothing known"), Choice("known", "Yes, tell the link worker")], chosen: form.risk))
        \(Field("riskWords", "What should a visitor know?", problems).line(form.riskWords))
        """
    }

    private func aside(_ card: DeskPage.Card) -> HTML {
        """
        <section class="card"><h2>\(card.name)</h2><p class="small">\(card.brings)</p>
        <p class="small"><span class="tag leaf">\(card.presence)</span> \(card.wait)</p></section>
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
        var problems = Problems()
        problems.add("risk", "Answer this, even if nothing is known")
        let choices = Choices(
            practices: [Choice("a", "Elm Street Surgery"), Choice("b", "Harbour Practice")],
            linkWorkers: [Choice("", "Whoever has room"), Choice("c", "Amara Okafor")],
            aside: DeskPage.sample.linkWorkers.first,
            news: ["Alan B. runs the tea at Men’s Shed."]
        )
        let drafting = Drafting.again(nil, .referral, about: Member.ID(), on: "/referrals/new")
        return ReferralFormPage(form, choices, drafting, problems)
    }
}
