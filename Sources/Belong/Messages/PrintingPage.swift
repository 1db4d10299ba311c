import Kernel
import Web

/// What a link worker has been given to print.
struct PrintingPage: Page {
    let title = "To print"
    let place: String? = "/people"
    let lines: [Line]

    struct Line: Sendable {
        let id: Message.ID
        let name: String
    }

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">Words for people that did not reach them. Print them, or tell them yourself.</p>
        \(lines.isEmpty ? "<p>Nothing waits to be printed.</p>" : list)
        \(lines.count > 1 ? "<p><a class=\"btn quiet\" href=\"/printing/all\">Print all \(lines.count)</a></p>" as HTML : nil)
        """
    }

    private var list: HTML { "<ul class=\"plain card\">\(each: lines, item)</ul>" }

    private func item(_ line: Line) -> HTML {
        """
        <li class="row"><div class="grow"><a href="/printing/\(line.id)">\(line.name)</a></div>\
        \(HTML.button("They have it", "/printing/\(line.id)/done", classes: "btn sm quiet"))</li>
        """
    }

    static var sample: PrintingPage {
        PrintingPage(lines: [Line(id: Message.ID(), name: "Jean Moss")])
    }
}

/// One of them, large and plain.
struct PrintedLetterPage: Page {
    let title: String
    let letter: Printing.Letter
    let date: String

    init(_ letter: Printing.Letter, on day: Day) {
        title = letter.subject
        self.letter = letter
        date = day.full
    }

    var main: HTML {
        """
        <p class="notice no-print">\(letter.isSafeToPost
            ? "Letters are safe for them. Print it and post it, or hand it over."
            : "Do not post it: a letter is not safe for them. Hand it over, or tell them yourself.")</p>
        <div class="letter"><p>\(letter.name)<br>\(text: letter.address)</p><p>\(date)</p>
        <h1>\(title)</h1><p class="keep">\(letter.words)</p></div>
        """
    }

    static let sample = PrintedLetterPage(
        Printing.Letter(
            id: Message.ID(),
            name: "Jean Moss",
            address: "4 Canal Row, Sale",
            subject: "A word from Elm Street Surgery",
            words: "Hello Jean. Someone from Elm Street Surgery would like a word. Nothing is wrong.",
            isSafeToPost: true
        ),
        on: Day(number: 20_557)
    )
}
