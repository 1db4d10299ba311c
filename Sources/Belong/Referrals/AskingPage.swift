import Foundation
import Kernel
import Web

/// Asking for a link worker oneself, without a referrer and without an account.
struct AskingPage: Page {
    let title = "Ask for a link worker"
    let form: ReferralForm
    let surgeries: Surgeries
    var problems = Problems()
    /// Whom to ring first, where what was written may mean danger.
    var prompt: RedFlag.Prompt?
}

extension AskingPage {
    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        <p class="lead">A link worker has time to listen and knows what goes on round here: company, money, housing, \
        caring, getting out. They work with your surgery and are not doctors.</p>
        <p class="notice">Nobody reads this at night or at weekends. If you are in danger ring <a href="tel:999">999</a>; \
        for urgent help <a href="tel:111">111</a>; to talk to someone now, Samaritans \
        <a href="tel:116123">116 123</a>.</p>
        \(problems.summary)
        \(HTML.form("/ask", fields))</div>
        """
    }

    private var fields: HTML {
        """
        \(prompt.map { $0.beforeItGoes(isOwn: true) })
        <section class="card"><h2>You</h2>
        <div class="cols">\(Field("givenName", "First name", problems).line(form.givenName, autocomplete: "given-name"))
        \(Field("familyName", "Family name", problems).line(form.familyName, autocomplete: "family-name"))</div>
        <div class="cols">\(Field("born", "Date of birth", hint: "For example 14 5 1979", problems).line(form.born, autocomplete: "bday"))
        \(Field("postcode", "Postcode", problems).line(form.postcode, autocomplete: "postal-code"))</div>
        \(surgeries.found(for: "/ask") ?? surgery)</section>
        <section class="card"><h2>What would you like help with?</h2>
        \(Field("reasons", "Choose what fits", problems).any(of: Self.reasons, chosen: form.reasons ?? []))
        \(Field("words", "In your own words", hint: "A line is enough. You need not explain.", problems).paper(form.words))</section>
        <section class="card"><h2>How can we reach you safely?</h2>\(reach)</section>
        <section class="card"><h2>Before a visit</h2><div class="asks">
        \(Field("risk", "Anything a visitor should know?", problems).one(of: Self.risk, chosen: form.risk))
        <div class="then">\(Field("riskWords", "Tell us", hint: "Stairs, a dog, somebody at home.", problems).line(form.riskWords))</div></div></section>
        <section class="card">\(more)</section>
        \(prompt == nil ? Self.send : nil)
        """
    }

    private static let send: HTML = "<button class=\"btn\" id=\"f-sending\">Send</button>"

    private var surgery: HTML {
        """
        \(Field("practice", "Your surgery", problems).list(surgeries.offered, chosen: form.practice))
        <p class="small"><b>Not in the list?</b> \(SurgeryPage.elsewhere)</p>
        """
    }

    private var reach: HTML {
        """
        \(Field("channels", "Which ways are safe for you?", problems)
            .any(of: Reaching.Channel.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.channels ?? []))
        \(Field("phone", "Telephone", problems).line(form.phone, .tel, autocomplete: "tel"))
        \(Field("neutral", "Might somebody else read your messages?", problems).one(of: Self.neutral, chosen: form.neutral))
        \(HTML.folded("By e-mail or letter, or at a certain time", isOpen: saysMore, """
            \(Field("email", "E-mail", problems).line(form.email, .email, autocomplete: "email"))
            \(Field("address", "Address, if you would like a letter", problems)
                .line(form.address, autocomplete: "street-address"))
            \(Field("reachingWords", "When is a good time?", problems).line(form.reachingWords))
            """))
        """
    }

    private var saysMore: Bool {
        ![form.email, form.address, form.reachingWords].allSatisfy(\.trimmed.isEmpty)
            || problems.concern("email", "address", "reachingWords")
    }

    private var more: HTML {
        .folded(
            "Your NHS number, language, and what you may need",
            isOpen: hasMore,
            """
            \(Field("nhsNumber", "NHS number, if you know it", problems).line(form.nhsNumber))
            \(Field("needs", "So that it works for you, you may need")
                .any(of: AccessNeed.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.needs ?? []))
            \(Field("language", "Which language, or what else?", problems).line(form.language))
            """
        )
    }

    private var hasMore: Bool {
        !(form.needs ?? []).isEmpty || ![form.nhsNumber, form.language].allSatisfy(\.trimmed.isEmpty)
            || problems.concern("nhsNumber", "language")
    }

    private static let reasons = Reason.allCases.map { Choice($0.rawValue, $0.name) }
    private static let neutral = [
        Choice("no", "No, plain words are fine"), Choice("yes", "Yes, give nothing away"),
    ]
    private static let risk = [Choice("nothing", "Nothing I can think of"), Choice("known", "Yes")]

    static var sample: AskingPage {
        var form = ReferralForm()
        form.givenName = "Zoë"
        let elmStreet = Organisation(kind: .practice, name: "Elm Street Surgery")
        let surgeries = Surgeries(
            list: [elmStreet],
            chosen: nil,
            sought: "",
            areMany: false,
            hasMore: false
        )
        return AskingPage(form: form, surgeries: surgeries, prompt: .sample)
    }
}
