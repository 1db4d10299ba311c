import Kernel
import Web

/// The role card for patients, open to everyone: first names only where a link worker agreed, days and no hours of
/// anybody in particular, and that it is fine to say no.
struct PatientCardPage: Page {
    let card: RoleCard
    let way: Way
    /// Where it stands, for whoever has it on paper.
    let address: String

    enum Way: Equatable, Sendable {
        case written(RoleWords.Style)
        case large
        case language(CardLanguage)

        /// As an address says it. What nobody has checked is not there.
        init(_ typed: String?) throws {
            switch typed {
            case nil, "plain": self = .written(.plain)
            case "easy": self = .written(.easy)
            case "large": self = .large
            default:
                guard let language = CardLanguage(typed) else { throw Missing() }
                self = .language(language)
            }
        }
    }

    init(_ card: RoleCard, _ way: Way, at site: String) throws {
        if case .language(let language) = way, !card.checked.contains(where: { $0.language == language }) {
            throw Missing()
        }
        (self.card, self.way) = (card, way)
        address = "\(site)/card/\(card.word ?? "")"
    }

    var title: String { "Link workers at \(card.name)" }
    private var path: String { "/card/\(card.word ?? "")" }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="no-print">\(each: Array(ways.enumerated()), { "\($0.offset == 0 ? nil : " · " as HTML)\($0.element)" })</p>
        \(words)
        <p class="small muted">\(address)</p></div>
        """
    }

    private var words: HTML {
        switch way {
        case .written(.plain): plain("card")
        case .written(.easy): easy
        case .large: "<div class=\"letter\">\(plain(""))</div>"
        case .language(let language): translated(language)
        }
    }

    private func plain(_ classes: String) -> HTML {
        let words = card.words(.patients, .plain)
        return """
            <section class="\(classes)"><h2>What a link worker does</h2><ul>\(each: words.does, { "<li>\($0)</li>" })</ul></section>
            <section class="\(classes)"><h2>What to know</h2><ul>\(each: words.doesNot, { "<li>\($0)</li>" })</ul></section>
            <section class="\(classes)"><h2>Who, when and how</h2><ul>\(each: facts, { "<li>\($0)</li>" })\
            <li>Ask anyone at the surgery, or <a href="/ask?practice=\(card.practice)">ask for yourself here</a>.</li></ul></section>
            """
    }

    private var easy: HTML {
        let words = card.words(.patients, .easy)
        return """
            <section class="letter"><h2>What is a link worker?</h2><ul>\(each: words.does, { "<li>\($0)</li>" })</ul>
            <h2>Good to know</h2><ul>\(each: words.doesNot, { "<li>\($0)</li>" })</ul>
            <h2>How to ask</h2><ul>\(each: facts, { "<li>\($0)</li>" })\
            <li>You can ask anyone at the surgery.</li><li><a href="/ask?practice=\(card.practice)">You can ask here.</a></li></ul></section>
            """
    }

    private func translated(_ language: CardLanguage) -> HTML {
        let found = card.checked.first { $0.language == language }
        return """
            <section class="letter" lang="\(language.code)" dir="\(language.isRightToLeft ? "rtl" : "ltr")">\
            <p class="written">\(found?.words ?? "")</p></section>
            <p class="small muted">\(language.name), checked by \(found?.check?.by ?? "") on \(found?.check?.on.full ?? "").</p>
            <p>\(text: card.phone.map { "Telephone: \($0). " })<a href="/ask?practice=\(card.practice)">Ask for a link worker</a></p>
            """
    }

    private var facts: [String] {
        let names = card.shownNames
        return [
            names.isEmpty ? nil : "You would meet \(names.spoken).",
            card.weekdays.isEmpty ? nil : "Somebody is in on \(card.weekdays.spoken).",
            card.phone.map { "You can ring the surgery: \($0)." },
        ].compactMap(\.self)
    }

    private var ways: [HTML] {
        let written: [HTML] = [
            link("Plain English", "", way == .written(.plain)),
            link("Easy read", "?in=easy", way == .written(.easy)),
            link("Large print", "?in=large", way == .large),
        ]
        let languages = card.checked.map { one in
            """
            <a href="\(path)?in=\(one.language.code)" lang="\(one.language.code)"\
            \(way == .language(one.language) ? Self.here : nil)>\(one.language.ownName)</a>
            """ as HTML
        }
        let recordings = card.recordings.map { one in
            "<a href=\"\(one.address)\" rel=\"noreferrer\">\(one.kind.name)</a>" as HTML
        }
        return written + languages + recordings
    }

    private func link(_ words: String, _ query: String, _ isHere: Bool) -> HTML {
        "<a href=\"\(path)\(query)\"\(isHere ? Self.here : nil)>\(words)</a>"
    }

    private static let here: HTML = " aria-current=\"page\""

    private init(sample card: RoleCard) {
        (self.card, way) = (card, .written(.easy))
        address = "https://belong.example/card/elm-street-surgery"
    }

    static var sample: PatientCardPage { PatientCardPage(sample: RoleCards.Look.sample.card) }
}

extension [String] {
    /// *Amara and Sam*
    fileprivate var spoken: String {
        guard count > 1 else { return first ?? "" }
        return "\(dropLast().joined(separator: ", ")) or \(self[count - 1])"
    }
}
