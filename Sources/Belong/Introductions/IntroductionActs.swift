import Kernel
import Web

/// What a link worker writes down about an introduction, where somebody told them.
extension IntroductionPage {
    var acts: HTML {
        """
        <section class="card"><h2>They told you?</h2><p class="hint">By phone or on paper: write it down for them.</p>
        \(HTML.form("/introductions/\(id)/answer", answering))</section>
        <section class="card"><h2>How it went</h2>\(HTML.form("/introductions/\(id)/attendance", attending))</section>
        \(thanks.map(thanked) ?? (mayThank ? thanking : nil))
        <section class="card"><h2>Take it back</h2><p>If they change their mind. The link opens nothing from then on.</p>
        \(HTML.button("Take it back", "/introductions/\(id)/withdrawal", classes: "btn quiet"))</section>
        """
    }

    private var answering: HTML {
        """
        \(field("answer", "Can they welcome them?", of: "f")
            .list(GroupAnswer.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: typed.answer.answer))
        \(field("from", "If from a day, which?", of: "f").line(typed.answer.from, .date))
        \(field("words", "Their words (may stay empty)", of: "f").line(typed.answer.words))
        <button class="btn quiet">Write it down</button>
        """
    }

    private var attending: HTML {
        """
        \(field("toldBy", "Who told you?", of: "went")
            .list([Choice("group", "The group"), Choice("person", name)], chosen: typed.attendance.toldBy))
        \(field("answer", "How did it go?", of: "went")
            .list(Attendance.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: typed.attendance.answer))
        \(field("words", "In their words (may stay empty)", of: "went").line(typed.attendance.words))
        \(field("mayHear", "If they told you: who else may hear it?", of: "went")
            .any(of: [Choice("group", "The group"), Choice("referrer", "Whoever referred them")], chosen: []))
        <button class="btn quiet">Write it down</button>
        """
    }

    private var thanking: HTML {
        """
        <section class="card"><h2>Thank them</h2>
        \(HTML.form("/introductions/\(id)/thanks", thankField))</section>
        """
    }

    private var thankField: HTML {
        """
        \(field("words", "A line, without anybody’s name", of: "thanks").line(typed.thanks.words))
        <button class="btn">Thank them</button>
        """
    }

    private func thanked(_ words: String) -> HTML {
        "<section class=\"card\"><h2>Thanked</h2><p class=\"quote\">\(words)</p></section>"
    }

    /// A question of one of the small forms, with what must be put right in it.
    private func field(_ name: String, _ label: String, of form: String) -> Field {
        Field(name, label, of: form, form == typed.form ? problems : Problems())
    }
}
