import Foundation
import Kernel
import Web

extension ActivityPage {
    var main: HTML {
        """
        <p><a href="/community">Find a group</a></p>
        <h1>\(title)</h1>
        <p class="lead">\(provider)</p>
        \(problems.summary)
        \(warning.map { "<p class=\"notice\" role=\"status\">\($0)</p>" as HTML })
        <div class="two"><div>\(about)\(knowHow.map(notes))</div><div>\(reliance)\(mayIntroduce ? introduce : nil)\(sight.room ? room : nil)</div></div>
        """
    }

    private var introduce: HTML {
        """
        <section class="card"><h2>For one of your people?</h2>
        <p>Keep it in mind for somebody, or introduce them.</p>
        <p><a class="btn" href="/community/\(id)/people">Choose who</a></p></section>
        """
    }

    private var about: HTML {
        """
        <section class="card"><h2>About it</h2>
        \(each: story, { "<p>\($0)</p>" })
        <dl class="facts">\(each: facts, { fact in
            "<dt>\(fact.name)</dt>\(each: fact.words, { "<dd>\($0)</dd>" })"
        })</dl>
        <h3>Whom to ask</h3>
        \(ways.isEmpty ? Self.noWays : list)</section>
        """
    }

    private static let noWays: HTML = "<p>Their list gives no way to reach them.</p>"

    private var list: HTML {
        "<ul class=\"plain\">\(each: ways, { "<li><a href=\"\($0.address)\">\($0.words)</a></li>" })</ul>"
    }

    private func notes(_ notes: [Note]) -> HTML {
        """
        <section class="card"><h2>What colleagues know</h2>
        <p class="hint">For link workers only: whom to ask for, which door.</p>
        <ul class="plain">\(each: notes, { "<li><p>\($0.words)</p><p class=\"small muted\">\($0.signed)</p></li>" })</ul>
        \(HTML.form("/community/\(id)/note", noting))</section>
        """
    }

    private var noting: HTML {
        """
        \(Field("note", "Add what you know", problems).paper(form.note, rows: 2))
        <button class="btn quiet">Tell colleagues</button>
        """
    }

    private var reliance: HTML {
        """
        <section class="card"><h2>Still running?</h2>
        <p>\(lastChecked)</p>
        \(sight.speaks || !sight.maySay ? nil : Self.reporting)
        \(sight.maySay ? HTML.form("/community/\(id)/check", checking) : nil)</section>
        """
    }

    private static let reporting: HTML = """
        <p class="hint">If you say it has closed, the link workers read that and find out. They decide.</p>
        """

    private var checking: HTML {
        """
        \(Field("answer", "Does it still run?", problems)
            .one(of: Check.Answer.allCases.map { Choice($0.rawValue, $0.title) }, chosen: form.answer))
        \(Field("means", "How do you know?", problems)
            .list(Check.Means.allCases.map { Choice($0.rawValue, $0.title) }, chosen: form.means))
        \(Field("words", "Anything else (may stay empty)", problems).line(form.words))
        <button class="btn quiet">Say so</button>
        """
    }

    private var room: HTML {
        """
        <section class="card"><h2>Have they room?</h2>
        <p>\(capacity ?? "Nobody has asked them yet")</p>
        \(sight.speaks ? HTML.form("/community/\(id)/capacity", hearing) : nil)</section>
        """
    }

    private var hearing: HTML {
        """
        \(Field("state", "What they said", problems)
            .one(of: Capacity.State.allCases.map { Choice($0.rawValue, $0.title) }, chosen: form.state))
        \(Field("wait", "How long people wait (may stay empty)", problems).line(form.wait))
        \(Field("by", "Who said so (may stay empty)", problems).line(form.by))
        <button class="btn quiet">Note it</button>
        """
    }

    static let sample: ActivityPage = {
        let noted = KnowHow(
            words: "Ask for Jean. Side door, by the bins.",
            by: "Amara Okafor",
            at: Activity.sampleDay.noon
        )
        return ActivityPage(.sample, knowHow: [noted], today: Activity.sampleDay)
    }()
}

extension Day {
    fileprivate var noon: Date { London.instant(self, hour: 12) }
}

extension Activity {
    /// A Tuesday in spring.
    static let sampleDay = Day(number: 20_557)

    /// Invented, for the gallery.
    static let sample = Activity(
        id: Key(),
        provider: Provider(
            id: Key(),
            name: "St Anne's Hall",
            description: nil,
            web: WebAddress("https://example.org/lunch"),
            email: EmailAddress("hello@example.org"),
            phone: PhoneNumber("0161 496 0000")
        ),
        name: "Tuesday lunch",
        description: "A hot meal at long tables. Come early and help to lay them, or just come.",
        web: nil,
        email: nil,
        phone: nil,
        status: .active,
        alert: nil,
        cost: "Free, with a tin for those who like",
        isFree: true,
        stepFree: nil,
        ages: Ages(minimum: 18, maximum: nil),
        assuredOn: nil,
        goneAt: nil,
        needs: [.eating, .company],
        venues: [Venue(name: "St Anne's Hall", town: "Sale", postcode: "M33 7ZF")],
        gatherings: [Gathering(weekday: 2, opens: 720, closes: 840)],
        check: Check(
            id: Key(),
            answer: .running,
            means: .rang,
            words: nil,
            by: "Amara Okafor",
            at: Activity.sampleDay.advanced(by: -6).noon
        ),
        capacity: Capacity(
            state: .few,
            wait: nil,
            saidBy: "Jean",
            saidAt: Activity.sampleDay.advanced(by: -6).noon,
            heardBy: "Amara Okafor"
        )
    )
}
