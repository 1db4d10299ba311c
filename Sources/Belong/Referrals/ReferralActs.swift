import Kernel
import Web

/// What a link worker can do with a referral while it waits, and what became of it after.
extension Desk.Neighbour {
    /// Who they are and what speaks for passing somebody to them: *Sam Reed: housing advice; speaks Polish*.
    var skills: String {
        let brings = profile.map { String($0.brings.prefix { !".\n".contains($0) }.prefix(80)) } ?? ""
        let speaks = profile.map { $0.languages.isEmpty ? "" : "speaks \($0.languages)" } ?? ""
        let knows = profile?.specialisms.map(\.name).joined(separator: ", ").lowercased() ?? ""
        let all = [knows, brings, speaks].filter { !$0.isEmpty }.joined(separator: "; ")
        return all.isEmpty ? name : "\(name): \(all)"
    }
}

extension ReferralPage {
    var acts: HTML {
        isWaiting ? choices : settled
    }

    private var settled: HTML {
        """
        <section class="card"><h2>Where it stands</h2><p>\(standing)</p>
        \(detail.declineWords.map { "<p>\($0.quoted)</p>" as HTML })
        \(isDeclined ? "<p>\(detail.declineTold)</p>" as HTML : nil)
        \(detail.opened.map { "<p><a class=\"btn\" href=\"/cases/\($0)\">Open their page</a></p>" as HTML })</section>
        """
    }

    private var choices: HTML {
        """
        <section class="card"><h2>Is this one for you?</h2>
        \(HTML.form("/referrals/\(id)/acceptance", "<p><button class=\"btn\">Accept</button></p>"))
        \((detail.care?.colleagues ?? []).isEmpty ? nil : passing)
        <details><summary>Decline, with a reason</summary>\(declining)</details></section>
        """
    }

    private var passing: HTML {
        let colleagues = (detail.care?.colleagues ?? []).map { Choice($0.id.description, $0.skills) }
        return """
            <details><summary>Pass to a colleague</summary>
            \(HTML.form("/referrals/\(id)/passing", """
                \(Field("colleague", "To whom?").list(colleagues, chosen: nil))
                \(Field("words", "Why them?", hint: "A skill, a language, a place they know.", of: "passing").line(nil))
                <button class="btn quiet">Pass on</button>
                """))</details>
            """
    }

    private var declining: HTML {
        .form(
            "/referrals/\(id)/decline",
            """
            \(Field("reason", "Why?").list(Decline.Reason.allCases.map { Choice($0.rawValue, $0.name) }, chosen: nil))
            \(Field("words", "A line for the referrer", hint: "They read this. What could they do instead?", of: "decline").paper(nil, rows: 2))
            <button class="btn quiet">Decline</button>
            """
        )
    }

    func summary(_ plan: PlanSummary) -> HTML {
        """
        <section class="card"><h2>The plan</h2>\(plan.goals.isEmpty ? Self.noPlan : nil)
        \(each: plan.goals, { goal in
            "<h3>\(goal.words)</h3><ul>\(each: goal.steps, { "<li>\($0.words): \($0.standing.name)</li>" })</ul>"
        })</section>
        """
    }

    private static let noPlan: HTML = """
        <p class="small">There is none yet, and there need not be one: being listened to can be all that is needed.</p>
        """
}
