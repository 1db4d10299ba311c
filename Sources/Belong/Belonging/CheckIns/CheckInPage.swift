import Foundation
import Kernel
import Web

/// A light check-in on one placement: a few taps, what one said before, and who may see it.
struct CheckInPage: Page {
    let title = "How it is for you"
    let practice: CheckIns.Place
    let occasion: CheckIn.Occasion
    let items: [CheckInItem]
    let bank: [CheckInItem]
    let answers: [AnswerGiven]
    let shared: [CheckInItem.ID: Set<Confidant>]
    let burden: Burden
    let began: Date
    var form = CheckInForm()
    var problems = Problems()
}

extension CheckInPage {
    var place: String? { "/check-in" }

    private var address: String { "/check-in/\(practice.placement)" }

    var main: HTML {
        """
        <div class="reading"><h1>\(title) at \(practice.practice)</h1>
        <p class="lead">A few taps, a minute at most, and only if you like. What you answer is yours: you see it first, \
        and nobody else sees an answer unless you say so, question by question. It is never used to judge how you work.</p>
        \(problems.summary)
        \(items.isEmpty ? resting : asking)
        \(before)
        <section class="card"><h2>What it costs</h2><p>Time spent on questions here in the last \(Burden.days) days. \
        \(burden.words)</p></section></div>
        """
    }

    private var resting: HTML {
        """
        <section class="card"><p>There is nothing to ask today. Three questions come every two weeks.</p>
        <p><a class="btn quiet" href="\(address)?all=yes">Say something anyway</a></p></section>
        """
    }

    private var asking: HTML {
        """
        <section class="card">\(HTML.form(address, """
            <input type="hidden" name="began" value="\(Int(began.timeIntervalSince1970))">
            <input type="hidden" name="occasion" value="\(occasion.rawValue)">
            \(each: items, question)
            <button class="btn">Keep my answers</button>
            """))\(occasion == .rhythm ? allOfThem : nil)</section>
        """
    }

    private var allOfThem: HTML {
        "<p class=\"acts\"><a class=\"btn quiet sm\" href=\"\(address)?all=yes\">All the questions there are</a></p>"
    }

    private func question(_ item: CheckInItem) -> HTML {
        """
        <input type="hidden" name="items[]" value="\(item.id)">
        \(Field("answers[\(item.id)]", item.words, problems)
            .one(of: item.scale.answers.map { Choice($0.rawValue, $0.name) }, chosen: form.answers?[item.id]))
        \(seen(item))
        """
    }

    private func seen(_ item: CheckInItem) -> HTML {
        let chosen = form.items == nil ? shared[item.id] ?? [] : form.shared(among: items)[item.id] ?? []
        return Field("seen[\(item.id)]", "Who else may see what you answer here")
            .any(
                of: Confidant.allCases.map { Choice($0.rawValue, $0.name) },
                chosen: chosen.map(\.rawValue)
            )
    }

    private var before: HTML? {
        let said = bank.filter { item in answers.contains { $0.item == item.id } }
        guard !said.isEmpty else { return nil }
        return """
            <section class="card"><h2>What you said before</h2><ul class="plain">\(each: said, line)</ul>
            <p class="small"><a href="\(address)/sharing">Change who may see it</a></p></section>
            """
    }

    private func line(_ item: CheckInItem) -> HTML {
        let own = answers.filter { $0.item == item.id }.prefix(5)
        let seers = Confidant.allCases.filter { shared[item.id]?.contains($0) == true }.map(\.name)
        return """
            <li class="row"><div class="grow"><b>\(item.words)</b><br>\
            \(own.map { "\($0.answer.name), \(Day($0.at).short)" }.joined(separator: " · "))<br>\
            <span class="small muted">Seen by you\(seers.isEmpty ? " alone" : ", " + seers.joined(separator: ", "))</span>\
            </div></li>
            """
    }

    static var sample: CheckInPage {
        let items = ((try? Catalogue.standard())?.items ?? []).filter { $0.respondent == .linkWorker }
        let day = Date(timeIntervalSince1970: 1_776_153_600)
        return CheckInPage(
            practice: CheckIns.Place(placement: Placement.ID(), practice: "Elm Street Surgery", isDue: true),
            occasion: .rhythm,
            items: items.filter { ["LW0", "LW6", "LW11", "LW15"].contains($0.id) },
            bank: items,
            answers: [AnswerGiven(item: "LW6", answer: .mostly, at: day - 14 * 86_400)],
            shared: ["LW6": [.practice]],
            burden: Burden(seconds: [.linkWorker: 184, .staff: 41]),
            began: day
        )
    }
}
