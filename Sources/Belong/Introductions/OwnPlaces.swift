import Foundation
import Kernel
import Web

/// Everything behind somebody's own link: their plan, the places they might like,
/// and what was said of them, with room to say it in their own words.
struct OwnPlaces: FormPage {
    let own: OwnPage
    let places: [ShortlistPage.Item]
    let told: [ToldOfThem]
    /// Where their own words are sent; nowhere on a printed copy.
    let address: String
    /// Their words as they were typed, and what must be put right in them.
    var typed = OwnPageForm()
    var voices: OwnVoiceCard
    let agreements: OwnAgreementsCard
    let met: OwnPlaceCard
    /// What other rooms have to ask, and to show, each a whole card.
    var asked: [HTML] = []
    var cards: [HTML] = []
    var problems = Problems()

    var title: String { own.title }

    var main: HTML {
        """
        \(own.page(asking: "\(each: asked, { $0 })\(voices.isWaiting ? voices.html : nil)"))\(voices.isWaiting ? nil : voices.html)\
        \(met.html)\(each: cards, { $0 })\(places.isEmpty ? nil : list)\(told.isEmpty ? nil : said)\(agreements.html)
        """
    }

    private var list: HTML {
        """
        <section class="card"><h2>Some places you might like</h2><ul class="plain">\(each: places, item)</ul></section>
        """
    }

    private func item(_ item: ShortlistPage.Item) -> HTML {
        let fields: HTML = """
            <input type="hidden" name="activity" value="\(item.id)">
            <button class="btn quiet sm" name="runs" value="yes">Yes<span class="aside">, \(item.name) runs</span></button>
            <button class="btn quiet sm" name="runs" value="no">It has stopped<span class="aside">: \(item.name)</span></button>
            """
        return """
            <li><h3>\(item.name)</h3>\(each: item.lines, { "<p>\($0)</p>" })
            <details class="small"><summary>Been there? Tell us if it still runs<span class="aside">: \(item.name)</span></summary>
            <p class="hint">Your link worker reads it without your name.</p>\(HTML.form(address, fields, classes: "acts"))</details></li>
            """
    }

    private var said: HTML {
        """
        <section class="card"><h2>What we said of you</h2>\(problems.summary)
        <p>Whoever suggested a link worker to you hears in a few lines how it goes. If you would say it \
        differently, your own words stand beside ours from then on.</p>
        <ul class="plain">\(each: told, line)</ul></section>
        """
    }

    private func line(_ told: ToldOfThem) -> HTML {
        """
        <li class="row"><div class="grow"><p class="small muted">To \(told.to), \(Day(told.at).spoken)</p>
        <p>\(told.words)</p>\(told.own.map { "<p class=\"quote\">\($0.words)</p>" as HTML })
        <details\(isTyped(told) ? " open" as HTML : nil)><summary>Say it in my own words</summary>\(HTML.form(address, fields(told)))</details></div></li>
        """
    }

    private func isTyped(_ told: ToldOfThem) -> Bool {
        typed.news == told.news.description
    }

    private func fields(_ told: ToldOfThem) -> HTML {
        let words = isTyped(told) ? typed.words : told.own?.words
        let problems = isTyped(told) ? problems : Problems()
        return """
            <input type="hidden" name="news" value="\(told.news)">
            \(Field("words", "How you would say it", of: "own-\(told.news)", problems).paper(words, rows: 3))
            <button class="btn">Put it beside</button>
            """
    }

    static var sample: OwnPlaces {
        OwnPlaces(
            own: .sample,
            places: ShortlistPage.sample.places,
            told: [
                ToldOfThem(
                    news: News.ID(),
                    to: "Dr Patel",
                    words:
                        "“I want a reason to put my shoes on in the morning.” Alan has made a plan with me.",
                    at: .now,
                    own: OwnWords(words: "I go out again, and I look forward to Tuesdays.", writtenAt: .now)
                )
            ],
            address: "/l/sample",
            voices: .sample,
            agreements: .sample,
            met: .sample,
            asked: [OwnAnswersCard.sample.asking].compactMap(\.self)
        )
    }
}
