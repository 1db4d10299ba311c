import Foundation
import Kernel
import Web

/// The few questions as they stand on somebody's page: with one, a tap is the answer; with more, leaving them out is
/// as large a button as answering.
struct LightQuestionsCard: Sendable {
    let asked: LightQuestions
    let address: String

    var html: HTML {
        let fields = asked.items.count == 1 ? taps : sheet
        return """
            <section class="card" id="asked"><h2>\(heading)</h2><p class="hint">\(why)</p>
            \(HTML.form(address, "\(hidden)\(fields)"))</section>
            """
    }

    private var heading: String {
        switch asked.who {
        case .staff: "One question, if you like"
        case .group: "And how is it for you as a group?"
        case .person: "How was it with us?"
        }
    }

    /// Who reads it is said where it is asked.
    private var why: String {
        switch asked.who {
        case .staff:
            "One tap, at most once a month. It is read with the answers of four others or more, and never beside your name."
        case .group:
            "At most once in three months. It is read with the answers of other groups, once three have said something."
        case .person:
            "You need not say anything, and it changes nothing for you. It is read with the answers of others, once "
                + "five people have said something, and never beside your name."
        }
    }

    private var hidden: HTML {
        "<input type=\"hidden\" name=\"began\" value=\"\(Int(asked.began.timeIntervalSince1970))\">"
    }

    private var taps: HTML {
        "\(each: asked.items, tapped)"
    }

    private func tapped(_ item: CheckInItem) -> HTML {
        """
        <p>\(asked.words(of: item))</p><p class="acts">\(each: item.scale.answers, { answer in
            "<button class=\"btn quiet sm\" name=\"answers[\(item.id)]\" value=\"\(answer.rawValue)\">\(answer.name)</button> "
        })</p>
        """
    }

    private var sheet: HTML {
        """
        \(each: asked.items, { item in
            Field("answers[\(item.id)]", asked.words(of: item))
                .one(of: item.scale.answers.map { Choice($0.rawValue, $0.name) }, chosen: nil)
        })
        <p class="acts"><button class="btn">Send</button>
        <button class="btn quiet" name="skip" value="all">Leave it out</button></p>
        """
    }
}

/// What the person said of us before, for them alone.
enum SaidOfUsCard {
    static func html(_ said: [(words: String, answer: CheckInAnswer)]) -> HTML? {
        guard !said.isEmpty else { return nil }
        return """
            <section class="card"><h2>How it was with us, as you said</h2>
            <ul class="plain">\(each: said, { "<li>\($0.words) <b>\($0.answer.name)</b></li>" })</ul>
            <p class="small muted">Nobody else reads whose answer this is.</p></section>
            """
    }
}
