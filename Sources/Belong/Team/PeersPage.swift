import Foundation
import Kernel
import Web

/// What link workers of a network ask each other, and what they know.
struct PeersPage: FormPage {
    let title = "Ask a peer"
    let place: String? = "/peers"
    let asked: [PeerQuestion]
    let networks: [Organisation]
    let sought: String
    let me: Member.ID
    var form = PeerForm()
    var problems = Problems()
}

/// A line to one's peers, as it was typed.
struct PeerForm: Decodable, Sendable {
    var words: String?
    var network: String?

    /// What was said, with the refusal beside the field: nothing typed is lost.
    func read() throws(Problems) -> String {
        do {
            return try PeerQuestion.said(words ?? "")
        } catch {
            throw Self.problem(error)
        }
    }

    static func problem(_ refused: PeerQuestion.Refused) -> Problems {
        var problems = Problems()
        problems.add("words", refused.sentence)
        return problems
    }
}

extension PeersPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">The link workers of your network read it, and nobody else. Say nothing that tells who it is about.</p>
        \(problems.summary)
        <div class="two"><div><form method="get" action="/peers" role="search" class="row">
        \(Field("q", "Look through what was asked", of: "s").line(sought, .search))<button class="btn quiet">Look</button></form>
        \(asked.isEmpty ? nobody : list)</div>
        <section class="card"><h2>Ask</h2>\(networks.isEmpty ? "<p>You are in no network just now.</p>" : HTML.form("/peers", fields))</section></div>
        """
    }

    private var nobody: HTML {
        sought.isEmpty
            ? "<p>Nothing has been asked yet.</p>"
            : "<p>Nobody has asked that. <a href=\"/peers\">See all of it</a>, or ask.</p>"
    }

    private var list: HTML { "<ul class=\"plain card\">\(each: asked, item)</ul>" }

    private func item(_ question: PeerQuestion) -> HTML {
        """
        <li class="row"><div class="grow"><a href="\(question.path)">\(question.words)</a>
        <div class="small muted">\(question.askedBy.id == me ? "you" : question.askedBy.name), \(Day(question.askedAt).short) · \
        \(question.answers.isEmpty ? "no answer yet" : question.answers.count.counted("answer"))</div>
        \(each: question.answers.filter(\.isKept), { "<p class=\"written\"><b>\($0.answeredBy.name):</b> \($0.words)</p>" })</div>
        \(question.isKnowHow ? "<span class=\"tag leaf\">know-how</span>" as HTML : nil)</li>
        """
    }

    private var fields: HTML {
        """
        \(Field("words", "What would you like to know?", hint: "For example: who has got a landlord to mend a lift?", problems).paper(form.words))
        \(networks.count > 1 ? whom : nil)
        <button class="btn">Ask them</button>
        """
    }

    private var whom: HTML {
        Field("network", "Whom").list(networks.map { Choice("\($0.id)", $0.name) }, chosen: form.network)
    }

    static var sample: PeersPage {
        PeersPage(
            asked: [PeerQuestionPage.sample.question],
            networks: ["Riverside Network", "Moorside Network"].map {
                Organisation(kind: .network, name: $0)
            },
            sought: "",
            me: Member.ID()
        )
    }
}

/// One question, what peers know about it, and keeping what helped.
struct PeerQuestionPage: FormPage {
    let title = "A question among peers"
    let place: String? = "/peers"
    let question: PeerQuestion
    let me: Member.ID
    var form = PeerForm()
    var problems = Problems()
}

extension PeerQuestionPage {
    private var isMine: Bool { question.askedBy.id == me }

    var main: HTML {
        """
        <p class="small muted"><a href="/peers">Ask a peer</a></p>
        <div class="reading"><h1>\(title)</h1>
        <p class="quote">\(question.words)</p>
        <p class="small muted">\(isMine ? "You" : question.askedBy.name), \(Day(question.askedAt).spoken)</p>
        \(problems.summary)
        <section class="card"><h2>What peers know</h2>
        \(question.answers.isEmpty ? "<p>No answer yet.</p>" : "<ul class=\"plain\">\(each: question.answers, item)</ul>")
        \(HTML.form(question.path, """
            \(Field("words", isMine ? "Add something" : "What you know", problems).paper(form.words))
            <button class="btn">Say it</button>
            """))</section></div>
        """
    }

    private func item(_ answer: PeerAnswer) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(answer.answeredBy.name)</b> <span class="small muted">\(Day(answer.answeredAt).short)</span>
        <p class="written">\(answer.words)</p></div>\(answer.isKept
            ? "<span class=\"tag leaf\">know-how</span>" as HTML
            : isMine && answer.answeredBy.id != me ? HTML.button("That helped: keep it", "\(question.path)/answers/\(answer.id)/kept", classes: "btn sm quiet") : nil)</li>
        """
    }

    static var sample: PeerQuestionPage {
        let (sam, now) = (
            Worry.Named(id: Member.ID(), name: "Sam Reed"), Date(timeIntervalSince1970: 1_776_150_000)
        )
        let amara = Worry.Named(id: Member.ID(), name: "Amara Okafor")
        let answer = { (words: String, isKept: Bool) in
            PeerAnswer(id: PeerAnswer.ID(), words: words, answeredBy: sam, answeredAt: now, isKept: isKept)
        }
        return PeerQuestionPage(
            question: PeerQuestion(
                id: PeerQuestion.ID(),
                words: "Who has got a landlord to mend a lift?",
                askedBy: amara,
                askedAt: now,
                answers: [
                    answer("The council’s access officer writes to them.", true),
                    answer("Shelter helped once.", false),
                ]
            ),
            me: amara.id
        )
    }
}
