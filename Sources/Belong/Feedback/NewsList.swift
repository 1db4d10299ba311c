import Kernel
import Web

/// What a referrer hears of the people they referred, unread first.
struct NewsList: Page {
    let title = "News"
    var place: String? { "/news" }
    let unread: [Line]
    let read: [Line]
    /// How many notes for the practice nobody here has opened; none where it is not theirs to read them.
    var notes: Int?

    struct Line: Sendable {
        let id: News.ID
        let name: String
        let heading: String
        /// The first sentence, once it was read: before, opening it is reading it.
        let gist: String?
        let from: String
        let verdict: String?
    }
}

extension NewsList {
    init(_ items: [NewsInbox.Item]) {
        unread = items.filter { $0.readAt == nil }.map(Line.init)
        read = items.filter { $0.readAt != nil }.map(Line.init)
    }

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">How it goes with the people you referred. \(News.label)</p>
        <section class="card"><h2>New for you</h2>
        \(unread.isEmpty ? nothingNew : list(unread))</section>
        \(read.isEmpty ? nil : before)\(notes.map(practice))
        """
    }

    private func practice(_ count: Int) -> HTML {
        """
        <p><a href="/notes">Notes for the practice</a>\(count == 0 ? nil : ": \(count) new for you" as HTML)</p>
        """
    }

    private var nothingNew: HTML {
        "<p>Nothing new. You hear when somebody has been met, when there is a plan, and how it ended.</p>"
    }

    private var before: HTML {
        "<section class=\"card\"><h2>Read before</h2>\(list(read))</section>"
    }

    private func list(_ lines: [Line]) -> HTML {
        "<ul class=\"plain\">\(each: lines, \.item)</ul>"
    }

    static let sample = NewsList(
        unread: [
            Line(
                id: News.ID(),
                name: "Alan B.",
                heading: "There is a plan",
                gist: nil,
                from: "Amara Okafor, Tuesday 14 April",
                verdict: nil
            )
        ],
        read: [
            Line(
                id: News.ID(),
                name: "Jean M.",
                heading: "Could not help, because…",
                gist: "I could not help Jean with this, because the damp needs the landlord.",
                from: "Amara Okafor, Thursday 2 April",
                verdict: "Useful"
            )
        ],
        notes: 1
    )
}

extension NewsList.Line {
    fileprivate init(_ item: NewsInbox.Item) {
        id = item.news.id
        name = item.name
        heading = item.news.milestone.name
        gist = item.readAt == nil ? nil : item.news.gist
        from = "\(item.linkWorker), \(Day(item.news.sentAt).spoken)"
        verdict = item.verdict?.name
    }

    fileprivate var item: HTML {
        """
        <li class="row"><div class="grow"><a href="/news/\(id)"><b>\(name)</b></a> · \(heading)
        \(gist.map { "<div>\($0)</div>" as HTML })<div class="small muted">\(from)</div></div>
        \(verdict.map { "<span class=\"tag\">\($0)</span>" as HTML })</li>
        """
    }
}
