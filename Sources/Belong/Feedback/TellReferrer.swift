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
    let isGroup: Bool
    let refusal: String?
    let drafting: Drafting
    let form: NewsForm
    let sent: [Line]
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
            isGroup: listener.route == .vcse,
            refusal: listener.refusal,
            drafting: form.draft == nil && problems.list.isEmpty
                ? telling.drafting
                : .again(form.draftID, .news, about: telling.caseID, on: telling.drafting.page),
            form: form,
            sent: telling.sent.map(Line.init),
            problems: problems
        )
    }

    var main: HTML {
        """
        <p class="small muted"><a href="/cases/\(caseID)">Back to \(givenName)</a></p>
        <h1>\(title)</h1>
        \(problems.summary)
        <div class="two"><div>\(refusal.map(stopped) ?? draft)</div>
        <div>\(agreed)\(sent.isEmpty ? nil : before)</div></div>
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

    private var fields: HTML {
        """
        \(Field("isAsking", "Is anything asked of them?", hint: "It stands at the very top. None is an answer.", problems)
            .one(of: [Choice("no", "None"), Choice("yes", "Yes, this:")], chosen: form.isAsking))
        \(Field("asked", "What is asked", problems).line(form.asked))
        \(Field("milestone", "What there is to tell", problems).list(milestones, chosen: form.milestone))
        \(Field("words", "The words", problems).paper(form.words, rows: 6))
        <p class="small muted">It carries the line: \(News.label)</p>
        <button class="btn">Send</button> <a class="btn quiet" href="/cases/\(caseID)">Later</a>
        <button class="btn quiet" formaction="/cases/\(caseID)/news/draft" formnovalidate>Draft it again for \
        what I chose</button> \(drafting.keepButton)
        <p class="hint">Asked \(givenName) just now? What you wrote here stays.</p>
        <p class="row">\(said("yes", "They said yes"))\(said("no", "They said no"))</p>
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
        \(refusal == nil ? nil : HTML.form("/cases/\(caseID)/agreement", yesOrNo, classes: "row"))</section>
        """
    }

    private var standing: String {
        switch agreement {
        case .agreed(let day): "Yes, on \(day.spoken)."
        case .objected(let day): "No, on \(day.spoken). Nothing is told."
        case .notAsked where isGroup: "Not asked yet. A group hears only after a yes."
        case .notAsked:
            "Not asked yet. You may tell, and they will be told that they can say no. Better: ask first."
        }
    }

    /// Beside the words being written, so that they go along and are kept.
    private func said(_ answer: String, _ words: String) -> HTML {
        """
        <button class="btn quiet sm" name="agreed" value="\(answer)" formaction="/cases/\(caseID)/agreement" \
        formnovalidate>\(words)</button>
        """
    }

    private var yesOrNo: HTML {
        """
        <button class="btn sm" name="agreed" value="yes">They said yes</button>
        <button class="btn quiet sm" name="agreed" value="no">They said no</button>
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
        isGroup: false,
        refusal: nil,
        drafting: .again(nil, .news, about: Case.ID(), on: "/cases/sample/news"),
        form: NewsForm(NewsFacts(givenName: "Alan", ownWords: "I want a reason to get up."), .plan),
        sent: [
            Line(heading: "We have talked", words: "Alan and I have talked.", fate: "2 April, read 3 April")
        ]
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

extension Listener {
    /// Why nothing may be told, if so.
    fileprivate var refusal: String? {
        do throws(News.Refused) {
            _ = try told()
            return nil
        } catch {
            return error.sentence
        }
    }
}
