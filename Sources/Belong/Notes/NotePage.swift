import Foundation
import Kernel
import Store
import Web

/// A note as it reads today, who reads it and what can be made of it.
struct NotePage: Page {
    let id: Case.ID
    let listed: String
    let givenName: String
    let practice: String
    let mayTellPractice: Bool
    let note: Note
    let earlier: [Note]
    let tags: [NoteTag]
    /// Who at the practice has read it, and when.
    let readBy: [String]
    let isAuthor: Bool
    let mayChange: Bool
    /// Groups on the person's list, to introduce them to from here.
    var groups: [Place] = []
    var tagging = NoteTagForm()
    var problems = Problems()

    var title: String { "A note about \(listed)" }
    var place: String? { "/people" }
    var worry: String? { mayChange ? "/cases/\(id)/worry" : nil }
    private var path: String { "/cases/\(id)/notes/\(note.id)" }

    var main: HTML {
        """
        <p class="small muted"><a href="/cases/\(id)">\(listed)</a></p>
        <h1>\(title)</h1>\(problems.summary)
        <div class="two"><div>\(words)\(mayChange ? afterwards : nil)\(earlier.isEmpty ? nil : before)</div>
        <div>\(readers)\(mayChange ? next : nil)</div></div>
        """
    }

    private var words: HTML {
        """
        <section class="card"><p class="written">\(note.words)</p><p class="small muted">\(note.signature)</p>
        \(tags.isEmpty ? nil : tagged)\(mayChange ? "<p class=\"small\"><a href=\"\(path)/putting-right\">Put something right</a></p>" as HTML : nil)</section>
        """
    }

    private var tagged: HTML {
        "<ul class=\"plain\">\(each: tags, tag)</ul>"
    }

    private func tag(_ tag: NoteTag) -> HTML {
        """
        <li class="row"><span class="tag leaf">\(tag.name)</span>
        <span class="grow">\(tag.passage.isEmpty ? "the whole note" : "“\(tag.passage)”")</span>\(mayChange ? takeOff(tag) : nil)</li>
        """
    }

    private func takeOff(_ tag: NoteTag) -> HTML {
        .form(
            "\(path)/tags/\(tag.id)/end",
            "<button class=\"btn quiet sm\">Take it off<span class=\"aside\"> again: \(tag.name)</span></button>",
            classes: "inline"
        )
    }

    private var readers: HTML {
        """
        <section class="card"><h2>Who reads it</h2><p><b>\(note.audience.name).</b> \
        \(note.audience.reads(givenName, practice: practice))</p>
        \(readBy.isEmpty ? nil : "<p class=\"small\">Read by \(readBy.joined(separator: "; ")).</p>" as HTML)
        \(mayChange && isAuthor ? choosing : nil)</section>
        """
    }

    private var choosing: HTML {
        let fields: HTML = """
            \(Audience.field(chosen: note.audience.rawValue, problems, mayTellPractice: mayTellPractice))
            \(Audience.readers(givenName, practice, mayTellPractice: mayTellPractice))
            <p class="small">Whoever has read it has read it: choosing again holds from now on.</p>
            <button class="btn">Change it</button>
            """
        return
            "<details><summary>Somebody else should read it, or fewer</summary>\(HTML.form("\(path)/audience", fields))</details>"
    }

    private var afterwards: HTML {
        """
        <section class="card"><h2>Afterwards: what was it about?</h2>\(NoteSuggestion.list(in: note.words, besides: tags, to: path))
        \(HTML.form("\(path)/tags", taggingFields))</section>
        """
    }

    private var taggingFields: HTML {
        """
        \(Field("passage", "Which words", hint: "Word for word from the note. Empty means all of it.", problems)
            .line(tagging.passage))
        \(Field("reason", "What it was about", problems)
            .list([Choice("", "–")] + Reason.allCases.map { Choice($0.rawValue, $0.name) }, chosen: tagging.reason))
        \(Field("sign", "A sign of change", problems)
            .list([Choice("", "–")] + Sign.Kind.allCases.filter { $0 != .own }.map { Choice($0.rawValue, $0.name) },
                chosen: tagging.sign))
        \(Field("theme", "A theme, in a word or two of yours", problems).line(tagging.theme))
        <button class="btn">Tag</button>
        """
    }

    private var next: HTML {
        """
        <section class="card"><h2>From this note</h2><p class="small">Each is drafted for you to check. Nothing goes by itself.</p>
        <ul class="plain"><li>\(note.audience == .gp ? news : noNews)</li>
        <li><a href="/cases/\(id)/codes">The codes for their record</a></li>
        \(each: groups, { "<li><a href=\"\($0.path)\">Introduce them to \($0.name)</a></li>" })
        <li><a href="/community?case=\(id)">Find a group first</a></li></ul></section>
        """
    }

    private var news: HTML {
        "<a href=\"/cases/\(id)/news?note=\(note.id)\">News for whoever referred them</a>"
    }

    private var noNews: HTML {
        "News is drafted from notes that the practice’s clinicians may read."
    }

    private var before: HTML {
        """
        <section class="card"><h2>As it was written before</h2>\(each: earlier, { note in
            "<details><summary>\(note.signature)</summary><p class=\"written\">\(note.words)</p></details>"
        })</section>
        """
    }

    static var sample: NotePage {
        let id = Note.ID()
        return NotePage(
            id: Case.ID(),
            listed: "Alan B.",
            givenName: "Alan",
            practice: "Elm Street Surgery",
            mayTellPractice: true,
            note: Note(
                id: id,
                first: id,
                caseID: Case.ID(),
                contact: nil,
                words: "Walked to the allotment gate and back. He says the damp is worse.",
                author: Member.ID(),
                writtenBy: "Amara Okafor",
                begunAt: .now,
                writtenAt: .now,
                reason: nil,
                audience: .team
            ),
            earlier: [],
            tags: [NoteTag(id: Key(), passage: "the damp is worse", kind: .reason, tag: "housing")],
            readBy: [],
            isAuthor: true,
            mayChange: true,
            groups: [Place("Allotment mornings", "/cases/sample/introductions/new")]
        )
    }
}
