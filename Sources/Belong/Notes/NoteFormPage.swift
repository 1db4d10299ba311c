import Foundation
import Kernel
import Store
import Web

/// Blank paper, and who will read it.
struct NoteFormPage: Page {
    let id: Case.ID
    let name: String
    let practice: String
    /// Whether words may go to the practice.
    let mayTellPractice: Bool
    let action: String
    let back: Place
    let isPuttingRight: Bool
    let drafting: Drafting
    var form: NoteForm
    var problems = Problems()

    var title: String { isPuttingRight ? "Put the note right" : "Write a note" }
    var place: String? { "/people" }
    var worry: String? { "/cases/\(id)/worry" }

    var main: HTML {
        """
        <p class="small muted"><a href="\(back.path)">\(back.name)</a></p>
        <h1>\(title)</h1>
        \(drafting.notice)\(problems.summary)
        \(drafting.form(action, fields))
        """
    }

    private var fields: HTML {
        """
        <section class="card">\(isPuttingRight ? because : nil)\(Field("words", "In whatever words come", problems)
            .paper(form.words, rows: 10))
        <input type="hidden" name="contact" value="\(form.contact ?? "")"></section>
        \(isPuttingRight ? nil : reading)
        <p class="row"><button class="btn">Keep</button> \(drafting.keepButton)</p>
        """
    }

    private var because: HTML {
        Field(
            "because",
            "Why are you putting this right?",
            hint: "What was written first is kept beside it.",
            problems
        )
        .line(form.because)
    }

    private var reading: HTML {
        """
        <section class="card">\(Audience.field(chosen: form.audience, problems, mayTellPractice: mayTellPractice))
        \(Audience.readers(name, practice, mayTellPractice: mayTellPractice))</section>
        """
    }

    static var sample: NoteFormPage {
        let id = Case.ID()
        return NoteFormPage(
            id: id,
            name: "Alan",
            practice: "Elm Street Surgery",
            mayTellPractice: true,
            action: "/cases/\(id)/notes",
            back: Place("Alan B.", "/cases/\(id)"),
            isPuttingRight: false,
            drafting: .again(nil, .note, about: id, on: "/cases/\(id)/notes/new"),
            form: NoteForm(audience: "team")
        )
    }
}

extension Audience {
    static func field(chosen: String?, _ problems: Problems, mayTellPractice: Bool) -> HTML {
        Field("audience", "Who reads it", problems).one(
            of: allCases.filter { $0 != .gp || mayTellPractice }.map { Choice($0.rawValue, $0.name) },
            chosen: chosen
        )
    }

    /// What each choice means, for whom and where.
    static func readers(_ name: String, _ practice: String, mayTellPractice: Bool) -> HTML {
        """
        <dl class="facts">\(each: allCases.filter { $0 != .gp || mayTellPractice }, { audience in
            "<dt>\(audience.name)</dt><dd>\(audience.reads(name, practice: practice))</dd>"
        })</dl>\(mayTellPractice ? nil : stopped(name))
        <p class="small">If somebody must act on it, say that you are worried as well: nobody is told of a note.</p>
        """
    }

    private static func stopped(_ name: String) -> HTML {
        "<p class=\"small\">\(name) does not want words to go to the practice, so nobody there can be chosen.</p>"
    }
}

extension Notes {
    func form(
        on id: Case.ID,
        _ form: NoteForm? = nil,
        _ problems: Problems = Problems(),
        at contact: Contact.ID? = nil,
        goingOn draft: Draft.ID? = nil,
        now: Date = .now
    ) async throws -> NoteFormPage {
        let me = member.id
        return try await Cases(store: store, member: member).open(id, at: now) { view, found in
            let page = "/cases/\(id)/notes/new"
            return try NoteFormPage(
                id: id,
                name: view.particulars(of: found.person).givenName,
                practice: view.practiceName(of: found),
                mayTellPractice: view.newsExtent(of: id) == .summary,
                action: "/cases/\(id)/notes",
                back: Place(view.particulars(of: found.person).listed, "/cases/\(id)"),
                isPuttingRight: false,
                drafting: problems.list.isEmpty
                    ? view.drafting(.note, about: id, on: page, goingOn: draft, by: me)
                    : .again(form?.draftID, .note, about: id, on: page),
                form: form ?? NoteForm(audience: "team", contact: contact?.description),
                problems: problems
            )
        }
    }

    func puttingRight(
        _ note: Note.ID,
        on id: Case.ID,
        _ form: NoteForm? = nil,
        _ problems: Problems = Problems(),
        goingOn draft: Draft.ID? = nil,
        now: Date = .now
    ) async throws -> NoteFormPage {
        let me = member.id
        return try await Cases(store: store, member: member).open(id, at: now) { view, found in
            let current = try find(note, on: id, in: view)
            guard current.id == note else { throw Note.Refused.alreadyPutRight }
            let path = "/cases/\(id)/notes/\(note)"
            return try NoteFormPage(
                id: id,
                name: view.particulars(of: found.person).givenName,
                practice: view.practiceName(of: found),
                mayTellPractice: true,
                action: "\(path)/putting-right",
                back: Place("The note", path),
                isPuttingRight: true,
                drafting: problems.list.isEmpty
                    ? view.drafting(.note, about: note, on: "\(path)/putting-right", goingOn: draft, by: me)
                    : .again(form?.draftID, .note, about: note, on: "\(path)/putting-right"),
                form: form ?? NoteForm(words: current.words),
                problems: problems
            )
        }
    }
}

extension Reader {
    func practiceName(of found: Case) throws -> String {
        try value("SELECT name FROM organisation WHERE id = \(found.practice)") ?? ""
    }
}
