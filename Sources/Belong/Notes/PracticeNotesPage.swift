import Foundation
import Kernel
import Web

/// What link workers wrote for the practice's clinicians, unread first.
struct PracticeNotesPage: Page {
    let title = "Notes for the practice"
    var place: String? { "/news" }
    let unread: [PracticeNotes.Line]
    let read: [PracticeNotes.Line]

    init(_ lines: [PracticeNotes.Line]) {
        unread = lines.filter { !$0.isRead }
        read = lines.filter(\.isRead)
    }

    var main: HTML {
        """
        <p class="small muted"><a href="/news">News</a></p>
        <h1>\(title)</h1>
        <p class="lead">What link workers wrote for the clinicians here as well. \(News.label)</p>
        <section class="card"><h2>New for you</h2>\(unread.isEmpty ? "<p>Nothing new.</p>" : list(unread))</section>
        \(read.isEmpty ? nil : "<section class=\"card\"><h2>Read before</h2>\(list(read))</section>" as HTML)
        """
    }

    private func list(_ lines: [PracticeNotes.Line]) -> HTML {
        """
        <ul class="plain">\(each: lines, { line in
            "<li><a href=\"/notes/\(line.id)\"><b>\(line.person)</b></a> <span class=\"small muted\">\(line.from)</span></li>"
        })</ul>
        """
    }

    static let sample = PracticeNotesPage([
        PracticeNotes.Line(
            id: Note.ID(),
            person: "Alan B.",
            from: "Amara Okafor, Tuesday 14 April",
            isRead: false
        )
    ])
}

/// One of them.
struct PracticeNotePage: Page {
    let name: String
    let note: Note

    var title: String { "A note about \(name)" }
    var place: String? { "/news" }

    var main: HTML {
        """
        <p class="small muted"><a href="/notes">Notes for the practice</a></p>
        <h1>\(title)</h1><p class="muted">\(News.label)</p>
        <section class="card"><p class="written">\(note.words)</p><p class="small muted">\(note.signature)</p></section>
        <p class="small">Its writer sees that you have read it.</p>
        """
    }

    static var sample: PracticeNotePage {
        let note = NotePage.sample.note
        return PracticeNotePage(name: "Alan B.", note: note)
    }
}
