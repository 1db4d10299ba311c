import Kernel
import Web

/// One piece of news: what is asked of the reader, then the lines, then one tap.
struct NewsPage: Page {
    let id: News.ID
    let person: Person.ID
    var worry: String? { "/people/\(person)/worries/new" }
    let name: String
    let milestone: String
    let heading: String
    let words: String
    let from: String
    let verdict: NewsReply.Verdict?
    /// What the person put beside it.
    let own: String?
    let replies: [Said]
    /// What other rooms ask the reader once they have read it.
    var asked: HTML?
    var typed = ""
    var problems = Problems()

    struct Said: Sendable {
        let words: String
        let by: String
    }

    var title: String { "News of \(name)" }
    var place: String? { "/news" }
}

extension NewsPage {
    init(
        _ opened: NewsInbox.Opened,
        _ typed: String = "",
        _ problems: Problems = Problems()
    ) {
        let item = opened.item
        self.init(
            id: item.news.id,
            person: item.person,
            name: item.name,
            milestone: item.news.milestone.name,
            heading: item.news.heading,
            words: item.news.words,
            from: "\(item.linkWorker), \(Day(item.news.sentAt).spoken)",
            verdict: item.verdict,
            own: opened.own?.words,
            replies: opened.replies.map {
                Said(words: $0.said.words, by: "\($0.speaker), \(Day($0.saidAt).spoken)")
            },
            typed: typed,
            problems: problems
        )
    }

    var main: HTML {
        """
        <p class="notice">\(heading)</p>
        <h1>\(title)</h1>
        <p class="small muted">\(milestone) · \(from)</p>
        <p class="lead">\(words)</p>
        \(own.map { "<p class=\"quote\">\($0)</p><p class=\"small muted\">In their own words, put beside it by them</p>" as HTML })
        <p class="small muted">\(News.label)</p>
        <p><a href="/news/\(id)/document">For the record: print it or copy it, with its codes</a></p>
        \(HTML.form("/news/\(id)/verdict", taps, classes: "row"))
        \(problems.summary)
        <section class="card"><h2>Reply</h2>
        \(replies.isEmpty ? nil : said)
        \(HTML.form("/news/\(id)/reply", answer))</section>
        \(asked)
        """
    }

    private var taps: HTML {
        "\(each: NewsReply.Verdict.allCases, tap)"
    }

    private func tap(_ verdict: NewsReply.Verdict) -> HTML {
        """
        <button class="btn quiet" name="verdict" value="\(verdict.rawValue)"\
        \(verdict == self.verdict ? " aria-pressed=\"true\"" as HTML : " aria-pressed=\"false\"")>\
        \(verdict.name)\(verdict == self.verdict ? ": what you said" : "")</button>
        """
    }

    private var said: HTML {
        """
        <ul class="plain">\(each: replies, { "<li>\($0.words) <span class=\"small muted\">\($0.by)</span></li>" })</ul>
        """
    }

    private var answer: HTML {
        """
        \(Field("words", "A line back to the link worker", problems).paper(typed, rows: 2))
        <button class="btn">Send it</button>
        """
    }

    static let sample = NewsPage(
        id: News.ID(),
        person: Person.ID(),
        name: "Alan B.",
        milestone: "There is a plan",
        heading: News.heading(nil),
        words: "“I want a reason to put my shoes on in the morning.” Alan has made a plan with me. "
            + "Men’s Shed on Tuesdays, the first time together. The heating bill is with Harbour Advice.",
        from: "Amara Okafor, Tuesday 14 April",
        verdict: .useful,
        own: "I go out again, and I look forward to Tuesdays.",
        replies: [Said(words: "That is good to hear.", by: "Dr Patel, Wednesday 15 April")]
    )
}
