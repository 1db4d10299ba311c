import Foundation
import Kernel
import Web

/// The desk: ask a line, or refer. Two clicks to ask.
struct DeskPage: FormPage {
    var title: String { isAtPractice ? "Link workers" : "Those you referred" }
    let place: String? = "/desk"
    let linkWorkers: [Card]
    let asked: [Line]
    let referred: [ReferredLine]
    let isAtPractice: Bool
    let toAskAgain: [DeclinedOffer]
    /// News of people this member referred, newest first; one sentence each.
    let news: [String]
    let problem: Asking?
    /// Where this member works, for whoever works at several.
    let practices: [Choice]
    var offering = DeclinedOfferForm()
    var problems = Problems()
    /// What waits for whoever begins their day here.
    var needs: [Home.Need] = []

    struct Card: Sendable {
        let id: Member.ID
        let practice: Organisation.ID
        let name: String
        let practiceName: String
        let brings: String
        let leaves: String
        let languages: String
        let presence: String
        let wait: String
        let phone: String?
        /// That they take no new people just now, and who does.
        let pause: String
        /// Whom they know most about.
        let knows: [String]
    }

    struct Line: Sendable {
        let id: Question.ID
        let linkWorker: String
        let words: String
        let answer: String?
        let isNew: Bool
        let asked: String
        /// A referral with what is known from this question.
        let refer: String
    }

    /// A question that could not be asked as it was typed.
    struct Asking: Sendable {
        let linkWorker: Member.ID
        let words: String
        let sentence: String
    }

    init(_ desk: Desk, problem: Asking? = nil, at now: Date) {
        linkWorkers = desk.linkWorkers.map { Card($0, at: now) }
        asked = desk.asked.map { Line($0, at: now) }
        referred = desk.referred.map { ReferredLine($0, at: now) }
        isAtPractice = desk.isAtPractice
        toAskAgain = desk.toAskAgain
        news = desk.news.sentences
        self.problem = problem
        practices = desk.practices.map { Choice($0.id.description, $0.name) }
    }
}

extension DeskPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">\(isAtPractice ? Self.asking : Self.away)</p>
        \(needs.isEmpty ? nil : needed)
        <div class="two"><div>
        \(linkWorkers.isEmpty && isAtPractice ? nobody : nil)\(!isAtPractice && referred.isEmpty ? noneYet : nil)
        \(each: linkWorkers, card)
        \(isAtPractice ? notToday : nil)
        \(each: practices, roleCard)
        </div><div>
        \(referred.isEmpty ? nil : people)
        \(asked.isEmpty ? nil : questions)
        \(toAskAgain.isEmpty ? nil : reminders)
        \(news.isEmpty ? nil : latest)
        </div></div>
        """
    }

    private func roleCard(_ practice: Choice) -> HTML {
        """
        <p class="small"><a href="/practices/\(practice.value)/role-card">What a link worker does at \(practice.words), on one page</a></p>
        """
    }

    private static let asking =
        "Not sure whether it is one for them? Ask a line. No names, nothing that says who it is."
    private static let away = "Where they stand, and what you wrote down for yourself."

    private var needed: HTML {
        """
        <section class="card"><h2>What needs you</h2>\(Home.list(needs))</section>
        """
    }

    private var nobody: HTML {
        """
        <section class="card"><p>No link worker is placed with your practice yet.</p></section>
        """
    }

    private var noneYet: HTML {
        """
        <section class="card"><p>Nobody yet.</p><p><a class="btn" href="/referrals/new">Refer someone</a></p></section>
        """
    }

    private func card(_ card: Card) -> HTML {
        """
        <section class="card"><h2>\(card.name) <span class="tag leaf">\(card.presence)</span></h2>
        \(card.paused)\(card.tags)<p>\(card.brings)</p>\(card.notFor)
        <p class="small muted">\(card.practiceName) · \(card.wait)\(card.languages.isEmpty ? "" : " · speaks \(card.languages)")\
        \(card.phone.map { " · \($0)" })</p>
        \(HTML.form("/questions", asking(card)))
        </section>
        """
    }

    private func asking(_ card: Card) -> HTML {
        let mine = problem?.linkWorker == card.id ? problem : nil
        let name = "words-\(card.id)"
        return """
            <input type="hidden" name="linkWorker" value="\(card.id)">
            <input type="hidden" name="practice" value="\(card.practice)">
            <div class="field\(mine == nil ? "" : " wrong")"><label for="\(name)">A little chat?</label>
            \(mine.map { "<p class=\"problem\" role=\"alert\">\($0.sentence)</p>" as HTML })
            <textarea id="\(name)" name="words" rows="2" maxlength="500">\n\(mine?.words ?? "")</textarea></div>
            <div class="acts"><button class="btn">Ask</button>
            <a class="btn quiet" href="/referrals/new?practice=\(card.practice)&amp;linkWorker=\(card.id)">Refer someone</a></div>
            """
    }

    private var questions: HTML {
        """
        <section class="card"><h2>You asked</h2><ul class="plain">\(each: asked, line)</ul></section>
        """
    }

    private func line(_ line: Line) -> HTML {
        """
        <li class="row"><div class="grow">\(line.words.quoted)
        <div class="small muted">to \(line.linkWorker), \(line.asked)\(line.isNew ? " <span class=\"tag clay\">new</span>" as HTML : nil)</div>
        \(line.answer.map { "<p><b>\(line.linkWorker):</b> \($0)</p>" as HTML })</div>
        \(line.answer == nil ? nil : "<a class=\"btn sm\" href=\"\(line.refer)\">Refer them</a>")
        <a class="btn quiet sm" href="/questions/\(line.id)">\(line.answer == nil ? "Open" : "Read on")</a></li>
        """
    }

    private var reminders: HTML {
        """
        <section class="card"><h2>To ask again</h2><ul class="plain">\(each: toAskAgain, again)</ul>
        </section>
        """
    }

    private func again(_ offer: DeclinedOffer) -> HTML {
        """
        <li class="row"><div class="grow">\(offer.words.quoted)</div><a class="btn sm" href="/referrals/new?offer=\(offer.id)">Refer them</a>
        \(HTML.button("Asked", "/declined-offers/\(offer.id)/end", classes: "btn quiet sm"))</li>
        """
    }

    private var latest: HTML {
        """
        <section class="card"><h2>News of people you referred <a href="/news">All news</a></h2>
        <ul class="plain">\(each: news, { "<li class=\"row\">\($0)</li>" })</ul></section>
        """
    }
}
