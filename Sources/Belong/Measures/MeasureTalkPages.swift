import Foundation
import Kernel
import Web

/// Where a switch would be in other systems: that there is none, what the measure is
/// used for, and a talk about why one would want it.
struct MandatoryPage: FormPage {
    let title = "Nothing here can be made mandatory"
    let place: String? = "/measures"
    let entry: Measures.Entry
    let practices: [Organisation]
    var form = MeasureWishForm()
    var problems = Problems()

    var main: HTML {
        """
        <p class="small muted"><a href="/measures">Measures</a> › \(entry.name)</p>
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">This is not a switch that is missing. A question somebody has to answer is not asked for them any \
        more, and an answer given because one must says little. What there is instead is a talk with the link workers: why \
        you would want it, and what it would be used for.</p>
        <section class="card"><h2>\(entry.name)</h2><dl class="facts">
        <dt>What the person gains</dt><dd>\(entry.review?.gain ?? entry.measure.gain)</dd>
        <dt>Used with them</dt><dd>\(entry.used.sentence)</dd><dt>Who sees it</dt><dd>\(Measure.seenBy)</dd></dl></section>
        \(problems.summary)<section class="card"><h2>Open a talk</h2>\
        \(HTML.form("/measures/\(entry.measure.path)/talks", fields))</section></div>
        """
    }

    private var fields: HTML {
        """
        \(practices.count > 1
            ? Field("practice", "At which practice", problems)
                .list(practices.map { Choice("\($0.id)", $0.name) }, chosen: form.practice) : nil)
        \(Field("why", "Why would you want everybody to answer it?", problems).paper(form.why))
        \(Field("use", "What would you do with the answers, and what would the person have of it?", problems)
            .paper(form.use))
        <button class="btn">Open the talk</button>
        """
    }

    static var sample: MandatoryPage {
        MandatoryPage(entry: MeasuresPage.sample.entries[1], practices: [MeasureTalk.sample.practice])
    }
}

/// A talk between whoever wished for it and the link workers, and what came of it.
struct MeasureTalkPage: FormPage {
    let place: String? = "/measures"
    let talk: MeasureTalk
    let reader: Member.ID
    let mayAnswer: Bool
    var form = MeasureTalkForm()
    var problems = Problems()

    var title: String { "Should everybody be asked?" }

    var main: HTML {
        """
        <p class="small muted"><a href="/measures">Measures</a> › \(talk.name)</p>
        <div class="reading"><h1>\(title)</h1><p class="lead">\(talk.name), at \(talk.practice.name). Nothing changes while \
        this is talked about: nobody has to answer.</p>\(problems.summary)\(talk.answer.map(answered))
        <section class="card"><h2>What was said</h2><ul class="talk">
        <li\(talk.openedBy.id == reader ? " class=\"mine\"" as HTML : nil)><p class="small muted">\(talk.openedBy.name), \
        \(Day(talk.openedAt).spoken)</p><p class="written">\(talk.why)</p><p class="small muted">What it would be used for</p>
        <p class="written">\(talk.use)</p></li>\(each: talk.turns, turn)</ul>
        \(HTML.form("/measure-talks/\(talk.id)/turns", saying))</section>\
        \(mayAnswer && talk.answer == nil ? answering : nil)</div>
        """
    }

    private func turn(_ turn: MeasureTalk.Turn) -> HTML {
        """
        <li\(turn.by.id == reader ? " class=\"mine\"" as HTML : nil)><p class="small muted">\(turn.by.name), \
        \(Day(turn.at).spoken)</p><p class="written">\(turn.words)</p></li>
        """
    }

    private func answered(_ answered: MeasureTalk.Answered) -> HTML {
        """
        <div class="notice leaf"><p><b>\(answered.answer.name).</b></p><p class="written">\(answered.words)</p>
        <p class="small muted">\(answered.by), for the link workers, \(Day(answered.at).full)</p></div>
        """
    }

    private var saying: HTML {
        """
        \(Field("words", "Say something", hint: "About the question, and about nobody: name no one.", of: "s").paper(""))
        <button class="btn quiet">Say it</button>
        """
    }

    private var answering: HTML {
        let fields: HTML = """
            \(Field("answer", "What comes of it", problems)
                .one(of: MeasureTalk.Answer.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.answer))
            \(Field("words", "Because", problems).paper(form.words))
            <button class="btn">Record the answer</button>
            """
        return """
            <section class="card"><h2>The link workers’ answer</h2>\(HTML.form("/measure-talks/\(talk.id)/answer", fields))</section>
            """
    }

    static var sample: MeasureTalkPage {
        MeasureTalkPage(talk: .sample, reader: MeasureTalk.sample.openedBy.id, mayAnswer: true)
    }
}

/// Why everybody should be asked, and what for.
struct MeasureWish: Sendable {
    let why: String
    let use: String
}

struct MeasureWishForm: Decodable, Sendable {
    var practice: String?
    var why: String?
    var use: String?

    func read() throws(Problems) -> MeasureWish {
        var problems = Problems()
        let why = problems.text(why, "why", "Say why you would want everybody to answer it", upTo: 1_000)
        let use = problems.text(use, "use", "Say what the answers would be used for", upTo: 1_000)
        guard let why, let use else { throw problems }
        return MeasureWish(why: why, use: use)
    }
}

struct MeasureTalkForm: Decodable, Sendable {
    var answer: String?
    var words: String?

    func read() throws(Problems) -> (answer: MeasureTalk.Answer, words: String) {
        var problems = Problems()
        let answer = problems.unless(
            answer.flatMap(MeasureTalk.Answer.init),
            "answer",
            "Choose what comes of it"
        )
        let words = problems.text(words, "words", "Say why, so that they can follow", upTo: 1_000)
        guard let answer, let words else { throw problems }
        return (answer, words)
    }
}

extension MeasureTalk {
    static let sample = MeasureTalk(
        id: MeasureTalk.ID(),
        measure: .ons4,
        name: Measure.ons4.name(nil),
        practice: Organisation(kind: .practice, name: "Elm Street Surgery"),
        why: "The network asks us for a mood score from every patient.",
        use: "A chart for the board.",
        openedBy: Worry.Named(id: Member.ID(), name: "Peter Hale"),
        openedAt: Date(timeIntervalSince1970: 1_776_160_800),
        turns: [
            Turn(
                by: Worry.Named(id: Member.ID(), name: "Amara Okafor"),
                words: "What would anybody have of being on that chart?",
                at: Date(timeIntervalSince1970: 1_776_164_400)
            )
        ],
        answer: nil
    )
}
