import Foundation
import Kernel
import Web

extension ActivityPage {
    var main: HTML {
        """
        <p><a href="\(whom?.carried(in: "/community") ?? "/community")">Find a group</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(provider)</p>
        \(problems.summary)
        \(warning.map { "<p class=\"notice\" role=\"status\">\($0)</p>" as HTML })
        <div class="two"><div>\(about)\(knowHow.map(notes))</div><div>\(sight.isOwn ? own : nil)\(reliance)\(mayIntroduce ? introduce : nil)\(sight.room ? room : nil)</div></div>
        """
    }

    private var own: HTML {
        """
        <section class="card ways"><h2>Your group</h2>
        <a href="/community/\(id)/listing">Put right what people read</a>
        <a href="/community/\(id)/outlook">Say how long you can go on</a></section>
        """
    }

    private var introduce: HTML {
        """
        <section class="card"><h2>For one of your people?</h2>
        <p>Keep it in mind for somebody, or introduce them.</p>
        <p>\(whom.map(introducing))<a class="btn\(whom == nil ? "" : " quiet")" href="/community/\(id)/people">Choose who</a></p></section>
        """
    }

    private func introducing(_ whom: Whom) -> HTML {
        "<a class=\"btn\" href=\"\(whom.introducing(to: id))\">Introduce \(whom.givenName)</a> "
    }

    private var about: HTML {
        """
        <section class="card"><h2>About it</h2>
        \(each: story, { "<p>\($0)</p>" })
        <dl class="facts">\(each: facts, { fact in
            "<dt>\(fact.name)</dt>\(each: fact.words, { "<dd>\($0)</dd>" })"
        })</dl>
        <h3>Whom to ask</h3>
        \(ways.isEmpty ? Self.noWays : list)\(putRight.map(listed))</section>
        """
    }

    private func listed(_ putRight: PutRight) -> HTML {
        """
        <p class="small muted">\(putRight.signed)</p>
        <details><summary>What its list says there</summary><dl class="facts">\(each: putRight.listed, { fact in
            "<dt>\(fact.name)</dt>\(each: fact.words, { "<dd>\($0)</dd>" })"
        })</dl></details>
        """
    }

    private static let noWays: HTML = "<p>Their list gives no way to reach them.</p>"

    private var list: HTML {
        "<ul class=\"plain\">\(each: ways, { "<li><a href=\"\($0.address)\">\($0.words)</a></li>" })</ul>"
    }

    private func notes(_ notes: [Note]) -> HTML {
        """
        <section class="card"><h2>What colleagues know</h2>
        <p class="hint">For link workers only: whom to ask for, which door.</p>
        <ul class="plain">\(each: notes, note)</ul>
        \(HTML.form("/community/\(id)/note", noting))</section>
        """
    }

    private func note(_ note: Note) -> HTML {
        """
        <li><p>\(note.words)</p><p class="small muted">\(note.signed)</p>
        <details class="small"><summary>Put it right<span class="aside">: \(note.words)</span></summary>
        \(HTML.form("/community/\(id)/note", correcting(note)))
        \(HTML.button("It is not so any more", "/community/\(id)/note/\(note.id)/end", classes: "btn quiet sm"))\
        </details></li>
        """
    }

    private func correcting(_ note: Note) -> HTML {
        """
        <input type="hidden" name="corrects" value="\(note.id)">
        \(Field("note", "What colleagues should know", of: "n\(note.id)").paper(note.words, rows: 2))
        <button class="btn quiet sm">Put it right</button>
        """
    }

    private var noting: HTML {
        """
        \(Field("note", "Add what you know", problems).paper(form.note, rows: 2))
        <button class="btn quiet">Tell colleagues</button>
        """
    }

    private var reliance: HTML {
        """
        <section class="card"><h2>Still running?</h2>
        <p>\(lastChecked)</p>
        \(outlook.map(fragile))\(sight.maySay && isOffered ? HTML.form("/community/\(id)/confirmation", Self.confirming) : nil)
        \(sight.maySay ? more : nil)</section>
        """
    }

    private func fragile(_ outlook: String) -> HTML {
        let instead: HTML = " <a href=\"/community/\(id)/instead\">What is alike, near it</a>"
        return "<p class=\"notice clay\">\(outlook).\(mayIntroduce ? instead : nil)</p>"
    }

    private static let confirming: HTML = "<button class=\"btn\">Yes, it still runs</button>"

    /// Everything else one may say of it, folded away until it is wanted.
    private var more: HTML {
        """
        <details\(form.means == nil && isOffered ? nil : " open" as HTML)><summary>Say how you know, or that it has closed</summary>
        \(sight.speaks ? nil : Self.reporting)\(HTML.form("/community/\(id)/check", checking))</details>
        """
    }

    private static let reporting: HTML = """
        <p class="hint">If you say it has closed, the link workers read that and find out. They decide.</p>
        """

    private var checking: HTML {
        """
        \(Field("answer", "Does it still run?", problems)
            .one(of: Check.Answer.allCases.map { Choice($0.rawValue, $0.title) }, chosen: form.answer))
        \(Field("means", "How do you know?", problems)
            .list(Check.Means.allCases.map { Choice($0.rawValue, $0.title) }, chosen: form.means))
        \(Field("words", "Anything else (may stay empty)", problems).line(form.words))
        <button class="btn quiet">Say so</button>
        """
    }

    private var room: HTML {
        """
        <section class="card"><h2>Have they room?</h2>
        <p>\(capacity ?? "Nobody has asked them yet")</p>
        \(sight.speaks ? HTML.form("/community/\(id)/capacity", hearing) : nil)</section>
        """
    }

    private var hearing: HTML {
        """
        \(Field("state", "What they said", problems)
            .one(of: Capacity.State.allCases.map { Choice($0.rawValue, $0.title) }, chosen: form.state))
        \(Field("wait", "How long people wait (may stay empty)", problems).line(form.wait))
        \(Field("by", "Who said so (may stay empty)", problems).line(form.by))
        <button class="btn quiet">Note it</button>
        """
    }
}
