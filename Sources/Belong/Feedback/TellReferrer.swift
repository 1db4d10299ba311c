import Kernel
import Web

/// Where a link worker tells a referrer how it goes: who hears, whether they may,
/// and a draft to put right.
struct TellReferrer: Page {
    let caseID: Case.ID
    var worry: String? { "/cases/\(caseID)/worry" }
    let givenName: String
    let referrer: String?
    let agreement: NewsAgreement
    let extent: NewsExtent.Kind
    let isGroup: Bool
    let refusal: String?
    let drafting: Drafting
    let form: NewsForm
    let sent: [Line]
    /// Ended, and it may be told: then there is something for the record.
    let isEnded: Bool
    var problems = Problems()

    struct Line: Sendable {
        let heading: String
        let words: String
        let fate: String
    }

    var title: String { referrer.map { "Tell \($0)" } ?? "Tell the referrer" }
}

extension TellReferrer {
    init(_ telling: CaseNews.Telling, _ form: NewsForm, _ problems: Problems = Problems()) {
        let listener = telling.listener
        self.init(
            caseID: telling.caseID,
            givenName: telling.givenName,
            referrer: listener.name,
            agreement: listener.agreement,
            extent: listener.extent,
            isGroup: listener.route == .vcse,
            refusal: listener.refusal,
            drafting: form.draft == nil && problems.list.isEmpty
                ? telling.drafting
                : .again(form.draftID, .news, about: telling.caseID, on: telling.drafting.page),
            form: form,
            sent: telling.sent.map(Line.init),
            isEnded: telling.facts.milestone == .ending && listener.refusal == nil,
            problems: problems
        )
    }

    var main: HTML {
        """
        <p class="small muted"><a href="/cases/\(caseID)">Back to \(givenName)</a></p>
        <h1>\(title)</h1>
        \(problems.summary)
        <div class="two"><div>\(refusal.map(stopped) ?? (extent == .codes ? codes : draft))</div>
        <div>\(isEnded ? ending : nil)\(agreed)\(sent.isEmpty ? nil : before)</div></div>
        """
    }

    private func stopped(_ sentence: String) -> HTML {
        "<p class=\"notice\">\(sentence)</p>"
    }

    private var draft: HTML {
        """
        \(drafting.notice)
        <section class="card"><h2>What to tell</h2>
        <p class="hint">Drafted from what is written down. Three lines are enough: 60 to 80 words, their own words first, \
        nothing clinical.</p>
        \(drafting.form("/cases/\(caseID)/news", fields))</section>
        """
    }

    private var codes: HTML {
        """
        <section class="card"><h2>Codes only</h2>
        <p>\(givenName) chose that only codes go. This is what is read: “\(News.codesOnly)”</p>
        \(HTML.form("/cases/\(caseID)/news", codeFields))</section>
        """
    }

    private var codeFields: HTML {
        """
        <input type="hidden" name="isAsking" value="no"><input type="hidden" name="asked" value="">
        <input type="hidden" name="words" value="\(News.codesOnly)">
        \(Field("milestone", "What there is to tell", problems).list(milestones, chosen: form.milestone))
        <button class="btn">Send</button> <a class="btn quiet" href="/cases/\(caseID)">Later</a>
        """
    }

    private var fields: HTML {
        """
        \(Field("isAsking", "Is anything asked of them?", hint: "It stands at the very top. None is an answer.", problems)
            .one(of: [Choice("no", "None"), Choice("yes", "Yes, this:")], chosen: form.isAsking))
        \(Field("asked", "What is asked", problems).line(form.asked))
        \(Field("milestone", "What there is to tell", problems).list(milestones, chosen: form.milestone))
        \(Field("words", "The words", problems).paper(form.words, rows: 6))
        <p class="small muted">It carries the line: \(News.label)</p>
        <p class="acts"><button class="btn">Send</button> <a class="btn quiet" href="/cases/\(caseID)">Later</a>
        <button class="btn quiet" formaction="/cases/\(caseID)/news/draft" formnovalidate>Draft it again for \
        what I chose</button> \(drafting.keepButton)</p>
        <p class="hint">Asked \(givenName) just now? What you wrote here stays.</p>
        <p class="row">\(each: NewsExtent.Kind.allCases, said)</p>
        """
    }

    private var milestones: [Choice] {
        News.Milestone.allCases.map { Choice($0.rawValue, $0.name) }
    }

    private var agreed: HTML {
        """
        <section class="card"><h2>What \(givenName) said to this</h2><p>\(standing)</p>
        <p class="quote">“May we tell \(isGroup ? "whoever suggested this" : "your GP") how it goes? \
        It is fine to say no, and nothing else changes.”</p>
        <p class="hint">Or codes only: that they were referred, and no words about them.</p>
        \(refusal == nil ? nil : HTML.form("/cases/\(caseID)/agreement", yesOrNo, classes: "row"))</section>
        """
    }

    private var ending: HTML {
        """
        <section class="card"><h2>For the record</h2>
        <p><a href="/cases/\(caseID)/news/document">How it ended, to print or to copy</a></p></section>
        """
    }

    private var standing: String {
        switch agreement {
        case .agreed where extent == .nothing: "No, for this. Nothing is told."
        case .agreed(let day) where extent == .codes: "Codes only, on \(day.spoken). No words are told."
        case .objected where extent != .nothing: "Yes for this, though no before."
        case .agreed(let day): "Yes, on \(day.spoken)."
        case .objected(let day): "No, on \(day.spoken). Nothing is told."
        case .notAsked where isGroup: "Not asked yet. A group hears only after a yes."
        case .notAsked:
            "Not asked yet. You may tell, and they will be told that they can say no. Better: ask first."
        }
    }

    /// Beside the words being written, so that they go along and are kept.
    private func said(_ extent: NewsExtent.Kind) -> HTML {
        """
        <button class="btn quiet sm" name="agreed" value="\(extent.rawValue)" formaction="/cases/\(caseID)/agreement" \
        formnovalidate>\(extent.name)</button>
        """
    }

    private var yesOrNo: HTML {
        """
        <button class="btn sm" name="agreed" value="yes">\(NewsExtent.Kind.summary.name)</button>
        <button class="btn quiet sm" name="agreed" value="codes">\(NewsExtent.Kind.codes.name)</button>
        <button class="btn quiet sm" name="agreed" value="no">\(NewsExtent.Kind.nothing.name)</button>
        """
    }

    private var before: HTML {
        "<section class=\"card\"><h2>Told before</h2><div class=\"tl\">\(each: sent, \.event)</div></section>"
    }

    static let sample = TellReferrer(
        caseID: Case.ID(),
        givenName: "Alan",
        referrer: "Dr Patel",
        agreement: .notAsked,
        extent: .summary,
        isGroup: false,
        refusal: nil,
        drafting: .again(nil, .news, about: Case.ID(), on: "/cases/sample/news"),
        form: NewsForm(NewsFacts(givenName: "Alan", ownWords: "I want a reason to get up."), .plan),
        sent: [
            Line(heading: "We have talked", words: "Alan and I have talked.", fate: "2 April, read 3 April")
        ],
        isEnded: true
    )
}

extension TellReferrer.Line {
    fileprivate init(_ sent: CaseNews.Sent) {
        heading = sent.news.milestone.name
        words = sent.news.words
        let read = sent.readAt.map { "read \(Day($0).short)" } ?? "not read yet"
        fate = "\(Day(sent.news.sentAt).short), \(read)"
    }

    fileprivate var event: HTML {
        "<div class=\"ev\"><b>\(heading)</b> · \(fate)<div class=\"small\">\(words)</div></div>"
    }
}
