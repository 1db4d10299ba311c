import Kernel
import Web

/// The questions of the referral form, in the order one would say it at the desk.
extension ReferralFormPage {
    var hidden: HTML {
        """
        <input type="hidden" name="question" value="\(text: form.question)">
        <input type="hidden" name="offer" value="\(text: form.offer)">
        <input type="hidden" name="again" value="\(text: form.again)">
        \(form.again.trimmed.isEmpty || !matches.isEmpty ? nil : same)
        \(form.isHeeded ? "<input type=\"hidden\" name=\"heeded\" value=\"yes\">" as HTML : nil)
        """
    }

    /// Whom the declined referral was about.
    private var same: HTML { "<input type=\"hidden\" name=\"person\" value=\"\(text: form.person)\">" }

    var whoIsMeant: HTML {
        let known = matches.map { Choice($0.person.description, $0.words) }
        return """
            <section class="card"><div class="notice"><p>Someone like this is known already. Is it one of them?</p></div>
            \(Field("person", "Who is meant?", problems).one(of: known + [Choice("new", "No, someone new")], chosen: form.person))
            </section>
            """
    }

    var who: HTML {
        """
        \(form.whoFields(problems))
        \(choices.surgeries.found(for: "/referrals/new") ?? (choices.surgeries.choices.count == 1 ? only : practice))
        """
    }

    private var practice: HTML {
        Field("practice", "Their practice", problems)
            .list(choices.surgeries.offered, chosen: form.practice)
    }

    private var only: HTML {
        """
        <input type="hidden" name="practice" value="\(text: choices.surgeries.choices.first?.id.description)">
        """
    }

    var why: HTML {
        """
        \(Field("reasons", "Choose what fits, as many as you like", problems)
            .any(of: Reason.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.reasons ?? []))
        \(Field("words", "In a sentence or two", hint: "What you would say at the link worker’s desk. Leave out what is not needed.", problems)
            .paper(form.words, rows: 2))
        """
    }

    var told: HTML {
        let told = ReferralRequest.Told.allCases.map { Choice($0.rawValue, $0.name) }
        return """
            \(Field("told", "Tick what they have heard from you", hint: "Nothing yet? Leave it: the message explains, and the link worker is warned.")
                .any(of: [Choice(ReferralForm.all, "All of it")] + told, chosen: form.told ?? []))
            """
    }

    var reach: HTML {
        """
        \(form.phoneField(problems))
        \(Field("safe", "What is safe?", hint: "Ask them. Somebody else may read their messages.", problems)
            .one(of: SafeAnswer.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.safe))
        \(HTML.folded("Another way, or more to say of reaching them", isOpen: form.saysMore(problems), """
            \(form.waysField(problems))\(form.emailField(problems))\(form.fullerFields(problems))
            """))
        """
    }

    var risk: HTML {
        """
        <div class="asks">\(Field("risk", "Anything that makes a visit unsafe?", problems)
            .one(of: [Choice("nothing", "Nothing known"), Choice("known", "Yes, tell the link worker")], chosen: form.risk))
        <div class="then">\(Field("riskWords", "What should a visitor know?", problems).line(form.riskWords))</div></div>
        """
    }

    var more: HTML {
        .folded(
            "Language, access, and what else there is",
            isOpen: hasMore,
            """
            \(Field("needs", "To be understood and to get there, they need")
                .any(of: AccessNeed.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.needs ?? []))
            \(Field("language", "Which language, or what else?", problems).line(form.language))
            \(Field("otherReason", "Something else going on?", problems).line(form.otherReason))
            \(choices.linkWorkers.count > 1 ? whom : nil)
            """
        )
    }

    private var hasMore: Bool {
        !(form.needs ?? []).isEmpty || !form.language.trimmed.isEmpty || !form.otherReason.trimmed.isEmpty
            || problems.concern("otherReason", "linkWorker", "language")
    }

    private var whom: HTML {
        Field("linkWorker", "For whom?", problems).list(choices.linkWorkers, chosen: form.linkWorker)
    }
}
