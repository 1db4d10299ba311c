import Kernel
import Web

/// What is known of the person and what they wish, as far as the reader may see it.
extension ReferralPage {
    var known: HTML {
        """
        <p class="notice">We know \(detail.name.givenName) already, so nothing was written down twice.\
        \(each: detail.already, \.line)</p>
        """
    }

    func banner(_ care: ReferralDetail.Care) -> HTML {
        """
        \(care.risk?.words.map { "<p class=\"notice clay\"><b>Before a visit:</b> \($0)</p>" as HTML })
        \(care.reaching == nil ? Self.notAsked : nil)
        """
    }

    private static let notAsked: HTML = """
        <p class="notice clay">Nobody has asked yet how they can be reached safely. Ask the referrer first.</p>
        """

    var wanted: HTML {
        """
        <section class="card"><h2>What they would like</h2>
        \(detail.secondThought.map { "<p class=\"notice\">\($0.sentence)</p>" as HTML })
        \(detail.wish.map(wish) ?? notAnswered)
        \(detail.care.map(care))</section>
        """
    }

    private var notAnswered: HTML {
        "<p class=\"small\">\(Wish.notAnswered(detail.invitation))</p>"
    }

    private func wish(_ wish: Wish) -> HTML {
        """
        <dl class="facts"><dt>Answer</dt><dd>\(wish.answer.name)</dd>
        \(wish.place.map { "<dt>Where</dt><dd>\($0.name)</dd>" as HTML })
        \(wish.manner.map { "<dt>How</dt><dd>\($0.name)</dd>" as HTML })
        \(wish.words.isEmpty ? nil : "<dt>In their words</dt><dd>\(wish.words)</dd>")</dl>
        """
    }

    private func care(_ care: ReferralDetail.Care) -> HTML {
        """
        <dl class="facts"><dt>Reaching them</dt><dd>\(care.reaching?.summary ?? "not asked yet")</dd>
        <dt>They need</dt><dd>\(care.needs.isEmpty ? "nothing said" : care.needs.map(\.flag).joined(separator: ", "))</dd>
        <dt>Before a visit</dt><dd>\(care.risk.map { $0.words ?? "nothing known" } ?? "not asked yet")</dd></dl>
        \(care.said.isEmpty ? nil : otherwise(care))
        \(care.letterHint(detail.invitation).map(letter))
        <p class="small"><a href="/people/\(detail.referral.person)/log">Who looked at what is kept</a></p>
        \(each: care.passings, { "<p class=\"small muted\">\($0)</p>" })
        """
    }

    private func letter(_ hint: String) -> HTML {
        """
        <p><a class="btn quiet sm" href="/referrals/\(id)/letter">Print a letter</a> <span class="small">\(hint)</span></p>
        """
    }

    /// What does not agree with what is known changes nothing before the person was asked.
    private func otherwise(_ care: ReferralDetail.Care) -> HTML {
        """
        <div class="notice"><p>Said differently this time. What is known stands until you have asked them:</p>
        <ul>\(each: care.said, { "<li>\($0)</li>" })</ul>\(care.open.map(answers))</div>
        """
    }

    private func answers(_ open: SaidOtherwise.Open) -> HTML {
        let path = "/referrals/\(id)/said"
        return """
            <div class="acts">\(open.said.mayBeSo ? HTML.form(path, SaidAnswer.isSo.button, classes: "inline") : nil)
            \(HTML.form(path, SaidAnswer.stands.button, classes: "inline"))</div>
            """
    }
}

extension SaidAnswer {
    var button: HTML {
        switch self {
        case .isSo: "<button class=\"btn sm\" name=\"answer\" value=\"so\">They say it is so</button>"
        case .stands:
            "<button class=\"btn quiet sm\" name=\"answer\" value=\"stands\">Keep what stands</button>"
        }
    }
}

extension ReferralDetail.Care {
    /// What to do with a printed letter, where one is for them at all.
    fileprivate func letterHint(_ invitation: Delivery?) -> String? {
        guard let ways = reaching?.channels, Invitation.isForPaper(ways, invitation) else { return nil }
        return ways.contains(.letter)
            ? "It may go by post." : "To hand over, not to post: a letter is not called safe."
    }
}

extension ReferralDetail {
    /// What a link worker needs before ringing.
    struct Care: Sendable {
        let reaching: Reaching?
        let needs: [AccessNeed]
        let risk: VisitRisk?
        let passings: [String]
        /// What was said of their safety this time and changes nothing before somebody asks.
        let said: [String]
        /// Of it what waits for the person's answer.
        var open: SaidOtherwise.Open?
        let colleagues: [Desk.Neighbour]
    }
}
