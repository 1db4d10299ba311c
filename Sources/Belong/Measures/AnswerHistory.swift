import Foundation
import Kernel
import Web

/// Everything somebody said to one measure, question by question, the oldest first; each
/// answer with its day, its hour and how it was asked. Questions are never added up.
struct AnswerHistory: Sendable {
    let measure: Measure
    let name: String
    let questions: [Question]
    let sittings: [Sitting]

    struct Question: Sendable {
        let words: String
        let lines: [Line]
        /// What can be said of the change, and what cannot.
        let change: String
    }

    struct Line: Sendable {
        let answering: MeasureAnswering.ID
        let item: Int
        /// *14 April at 10:05, on the telephone*
        let when: String
        /// *7 of 10*, and what ONS calls it.
        let said: String
        let isThere: Bool
    }

    struct Sitting: Sendable {
        let answering: MeasureAnswering.ID
        let when: String
        let lookedOn: Day?
        let hasAnswer: Bool
    }

    /// One question of one sitting, and what was said to it.
    fileprivate struct Put {
        let answering: MeasureAnswering
        let item: MeasureItem
        let mark: MeasureAnswering.Mark
    }

    static func all(_ answerings: [MeasureAnswering]) -> [AnswerHistory] {
        var order: [Measure] = []
        for answering in answerings where !order.contains(answering.measure) {
            order.append(answering.measure)
        }
        return order.compactMap { measure in AnswerHistory(answerings.filter { $0.measure == measure }) }
    }

    private init?(_ answerings: [MeasureAnswering]) {
        guard let last = answerings.last else { return nil }
        (measure, name) = (last.measure, last.name)
        sittings = answerings.map(Sitting.init)
        let put: [Put] = answerings.flatMap { answering in
            answering.put.map { Put(answering: answering, item: $0.item, mark: $0.mark) }
        }
        var order: [String] = []
        for one in put where !order.contains(one.item.words) { order.append(one.item.words) }
        questions = order.map { words in Question(words, put.filter { $0.item.words == words }) }
    }
}

extension MeasureAnswering {
    /// Each question with what was said to it. A goal that was taken away has no words any more.
    fileprivate var put: [(item: MeasureItem, mark: Mark)] {
        said.compactMap { said in
            let item = measure == .goals ? items[safe: said.item - 1] : items.first { $0.number == said.item }
            return item.map { ($0.words.isEmpty ? $0.nameless : $0, said.mark) }
        }
    }

    fileprivate var when: String {
        "\(Day(saidAt).full) at \(London.time(saidAt)), \(way.name)"
    }

    fileprivate var hasAnswer: Bool {
        said.contains { if case .answer = $0.mark { true } else { false } }
    }
}

extension MeasureItem {
    fileprivate var nameless: MeasureItem {
        MeasureItem(number: number, words: "A goal that was taken away", scale: scale)
    }
}

extension [MeasureItem] {
    fileprivate subscript(safe place: Int) -> MeasureItem? {
        indices.contains(place) ? self[place] : nil
    }
}

extension AnswerHistory.Sitting {
    fileprivate init(_ answering: MeasureAnswering) {
        self.init(
            answering: answering.id,
            when: answering.when,
            lookedOn: answering.lookedAt.map { Day($0) },
            hasAnswer: answering.hasAnswer
        )
    }
}

extension AnswerHistory.Question {
    fileprivate init(_ words: String, _ put: [AnswerHistory.Put]) {
        let answers: [(value: Int, on: Day)] = put.compactMap { one in
            guard case .answer(let value) = one.mark else { return nil }
            return (value, Day(one.answering.saidAt))
        }
        self.init(
            words: words,
            lines: put.map { one in
                AnswerHistory.Line(
                    answering: one.answering.id,
                    item: one.item.number,
                    when: one.answering.when,
                    said: one.mark.said(to: one.item),
                    isThere: one.mark.isThere
                )
            },
            change: put.last.map { $0.item.change(answers) } ?? ""
        )
    }
}

extension MeasureAnswering.Mark {
    fileprivate func said(to item: MeasureItem) -> String {
        switch self {
        case .answer(let value):
            OnsBand.name(of: value, to: item).map { "\(item.said(value)), which ONS calls \($0)" }
                ?? item.said(value)
        case .skipped(let skip): skip.said
        case .takenAway(let at): "taken away on \(Day(at).short)"
        }
    }

    fileprivate var isThere: Bool {
        switch self {
        case .answer: true
        case .skipped, .takenAway: false
        }
    }
}

extension AnswerHistory {
    /// - Parameters:
    ///   - removal: where the taking away of an answer is sent.
    ///   - looking: where it is noted that they were looked at together.
    func html(removal: String?, looking: String?) -> HTML {
        """
        <section class="card"><h2>\(name)</h2>\(each: questions, { question($0, removal, quietly: looking != nil) })
        \(each: sittings.reversed(), { "\(sitting($0, removal, looking))" })</section>
        """
    }

    private func question(_ question: Question, _ removal: String?, quietly: Bool) -> HTML {
        """
        <h3>\(question.words)</h3>
        <ul class="plain">\(each: question.lines, { line($0, removal, quietly: quietly) })</ul>
        <p class="small">\(question.change)</p>
        """
    }

    private func line(_ line: Line, _ removal: String?, quietly: Bool) -> HTML {
        let away = removal.flatMap { line.isThere ? takingAway($0, line, quietly: quietly) : nil }
        return """
            <li class="row"><div class="grow"><b>\(line.said)</b> <span class="small muted">\(line.when)</span></div>\(away)</li>
            """
    }

    private func takingAway(_ path: String, _ line: Line, quietly: Bool) -> HTML {
        let fields: HTML = """
            <input type="hidden" name="answering" value="\(line.answering)"><input type="hidden" name="item" value="\(line.item)">
            <button class="\(quietly ? "linklike small" : "btn quiet sm")">Take this answer away</button>
            """
        return HTML.form(path, fields, classes: "inline")
    }

    private func sitting(_ sitting: Sitting, _ removal: String?, _ looking: String?) -> HTML? {
        guard sitting.hasAnswer else { return nil }
        if let day = sitting.lookedOn {
            return "<p class=\"small\">The answers of \(sitting.when): looked at together on \(day.full).</p>"
        }
        guard let looking else { return nil }
        let fields: HTML = """
            <input type="hidden" name="answering" value="\(sitting.answering)">
            <button class="btn quiet sm">We looked at these together</button>
            """
        return """
            <div class="row"><p class="grow small">The answers of \(sitting.when): not looked at together yet.</p>\
            \(HTML.form(looking, fields, classes: "inline"))</div>
            """
    }
}
