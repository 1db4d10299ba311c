import Foundation
import Kernel
import Web

/// In which ways patients can have the card: its address, the names on it, languages, sound and signs; and the
/// sessions at which colleagues heard of the role.
struct CardWaysPage: FormPage {
    let look: RoleCards.Look
    let site: String
    let today: Day
    var name = CardNameForm()
    var translation = CardTranslationForm()
    var check = CardCheckForm()
    var recording = CardRecordingForm()
    var session = CardSessionForm()
    /// The form that came back.
    var concerned: String?
    var problems = Problems()

    private var card: RoleCard { look.card }
    var path: String { "/practices/\(card.practice)/role-card" }
    var title: String { "The card for patients of \(card.name)" }

    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="\(path)">The role card for colleagues</a></p><h1>\(title)</h1>
        <p class="lead">So that whoever is referred knows who will ring, and why. It names nobody but link workers who agreed, by \
        their first name.</p>
        \(problems.summary)
        \(published)
        \(look.own == nil ? nil : naming)
        <section class="card"><h2>The words</h2><ul class="plain">\(each: RoleWords.Style.allCases, { style in
            "<li class=\"row\"><span class=\"grow\">\(style.name), and in large print</span><a class=\"btn sm quiet\" href=\"\(path)/words/patients/\(style.rawValue)\">Make them yours<span class=\"aside\">: \(style.name)</span></a></li>"
        })</ul></section>
        \(languages)
        \(recordings)
        \(sessions)</div>
        """
    }

    private var published: HTML {
        let address = card.word.map { "\(site)/card/\($0)" } ?? ""
        return card.isPublic
            ? """
            <section class="card"><h2>Open to everyone</h2><p><a href="/card/\(card.word ?? "")">\(address)</a></p>
            <p class="small muted">\(ways.counted("way")) to have the words: plain, large print and easy read are there; \
            sound or signs, and languages, are yours to add.</p>
            \(HTML.button("Close it", "\(path)/closing", classes: "btn quiet"))</section>
            """
            : """
            <section class="card"><h2>Not open to anybody yet</h2><p>It gets a short address to print on letters and posters.</p>
            \(HTML.button("Open it to everyone", "\(path)/opening", classes: "btn"))</section>
            """
    }

    private var ways: Int { RoleCard.ways(recordings: card.recordings.count, languages: card.checked.count) }

    private var naming: HTML {
        let shown = card.linkWorkers.first { $0.placement == look.own }?.shownName
        let stands = shown.map { "Everybody reads “\($0)”." } ?? "Your name is not on it."
        return """
            <section class="card"><h2>Your first name</h2><p>\(stands)
            It is yours to give and to take back.</p>\(HTML.form("\(path)/name", """
                \(Field("name", "First name, or nothing", of: form("name"), wrong("name"))
                    .line(concerned == "name" ? name.name : shown))
                <button class="btn quiet">Keep</button>
                """))</section>
            """
    }

    private var languages: HTML {
        """
        <section class="card"><h2>In other languages</h2><p>Your practice’s own words, checked by somebody who knows the language \
        well. Belong translates nothing, and shows nothing that nobody has checked.</p>
        <ul class="plain">\(each: card.translations, translated)</ul>
        \(HTML.folded("Add a language", isOpen: concerned == "translation" , HTML.form("\(path)/translations", """
            \(Field("language", "Language", of: form("translation"), wrong("translation")).list(
                [Choice("", "Choose")] + CardLanguage.all.map { Choice($0.code, "\($0.name) (\($0.ownName))") },
                chosen: translation.language))
            \(Field("words", "The words in that language", of: form("translation"), wrong("translation"))
                .paper(translation.words, rows: 6))
            \(checkFields(form("translation"), wrong("translation"), translation.checkedBy, translation.checkedOn))
            <button class="btn quiet">Add it</button>
            """)))</section>
        """
    }

    private func checkFields(_ form: String, _ wrong: Problems, _ by: String?, _ on: String?) -> HTML {
        """
        <div class="cols">\(Field("checkedBy", "Who checked it", hint: "For example: Marta, interpreter", of: form, wrong).line(by))
        \(Field("checkedOn", "When", of: form, wrong).line(on, .date))</div>
        """
    }

    private func translated(_ one: RoleCard.Translation) -> HTML {
        let key = "check-\(one.id)"
        let state =
            one.check.map { "checked by \($0.by), \($0.on.full)" } ?? "not checked yet: nobody reads it"
        return """
            <li class="row"><div class="grow"><b>\(one.language.name)</b> <div class="small muted">\
            \(state)</div>
            <div lang="\(one.language.code)" dir="\(one.language.isRightToLeft ? "rtl" : "ltr")" class="keep">\(one.words)</div>\
            \(one.check != nil ? nil : HTML.form("\(path)/translations/\(one.id)/check", """
                \(checkFields(form(key), wrong(key), concerned == key ? check.checkedBy : nil, concerned == key ? check.checkedOn : nil))
                <button class="btn sm quiet">It is checked<span class="aside">: \(one.language.name)</span></button>
                """))</div>
            \(taking("translations/\(one.id)", one.language.name))</li>
            """
    }

    private func taking(_ what: String, _ label: String) -> HTML {
        HTML.form(
            "\(path)/\(what)/end",
            "<button class=\"btn sm quiet\">Take it away<span class=\"aside\">: \(label)</span></button>",
            classes: "inline"
        )
    }

    private var recordings: HTML {
        """
        <section class="card"><h2>To listen to, or in British Sign Language</h2><ul class="plain">\(each: card.recordings, { one in
            "<li class=\"row\"><div class=\"grow\"><b>\(one.kind.name)</b><div class=\"small\"><a href=\"\(one.address)\" rel=\"noreferrer\">\(one.address)</a></div></div>\(taking("recordings/\(one.id)", one.kind.name))</li>"
        })</ul>
        \(HTML.folded("Add one", isOpen: concerned == "recording", HTML.form("\(path)/recordings", """
            \(Field("kind", "What it is", of: form("recording"), wrong("recording"))
                .one(of: RoleCard.Recording.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: recording.kind))
            \(Field("address", "Where it is", hint: "Beginning with https://", of: form("recording"), wrong("recording"))
                .line(recording.address))
            <button class="btn quiet">Add it</button>
            """)))</section>
        """
    }

    private var sessions: HTML {
        """
        <section class="card"><h2>Sessions about the role</h2><p>Five minutes at a meeting count as much as a morning.\
        \(look.sessions.isEmpty ? "" : " Held: \(look.sessions.prefix(4).map(\.full).joined(separator: "; ")).")</p>
        \(HTML.folded("Note one", isOpen: concerned == "session", HTML.form("\(path)/sessions", """
            \(Field("day", "Which day", of: form("session"), wrong("session")).line(session.day, .date))
            \(Field("present", "Who was there", of: form("session"), wrong("session"))
                .any(of: look.colleagues.map { Choice($0.id.description, $0.titled) }, chosen: session.present ?? []))
            <button class="btn quiet">Note it</button>
            """)))</section>
        """
    }

    /// The form that came back is where the summary leads to.
    private func form(_ key: String) -> String { concerned == key ? "f" : key }
    private func wrong(_ key: String) -> Problems { concerned == key ? problems : Problems() }

    static var sample: CardWaysPage {
        CardWaysPage(look: .sample, site: "https://belong.example", today: Day(.sampled))
    }
}
