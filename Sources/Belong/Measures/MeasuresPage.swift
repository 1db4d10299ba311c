import Foundation
import Kernel
import Web

/// Every measure that could be asked, and what for: the person first.
struct MeasuresPage: Page {
    let title = "Measures"
    let place: String? = "/measures"
    let entries: [Measures.Entry]
    let talks: [MeasureTalk]
    let may: May
    let now: Date
    /// What a link worker says it is good for, and of which.
    var form = WordsForm(words: "")
    var reviewing: Measure?
    var problems = Problems()

    /// What the reader does here.
    struct May: Sendable {
        let review: Bool
        let license: Bool
        let wish: Bool

        init(_ member: Member) {
            review = member.isA(.linkWorker)
            license = member.isA(.administrator)
            wish = MeasureTalks.wishers.contains(where: member.isA)
        }
    }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">A question belongs here if the person gains by it. Nobody has to be asked, nobody has to answer, and \
        no answers are added up, ranked or coloured.</p>\(problems.summary)
        \(talks.isEmpty ? nil : talked)\(each: entries, section)
        \(may.license ? "<p><a class=\"btn quiet\" href=\"/instruments/new\">Add an instrument under licence</a></p>" : nil)
        </div>
        """
    }

    private var talked: HTML {
        """
        <section class="card"><h2>Talked about</h2><ul class="plain">\(each: talks, { talk in
            """
            <li class="row"><div class="grow"><a href="/measure-talks/\(talk.id)">\(talk.name)</a>
            <p class="small muted">\(talk.openedBy.name), \(talk.practice.name), \(Day(talk.openedAt).full)</p></div>\
            <span class="tag">\(talk.answer == nil ? "not answered yet" : "answered")</span></li>
            """
        })</ul></section>
        """
    }

    private func section(_ entry: Measures.Entry) -> HTML {
        """
        <section class="card"><h2 id="\(entry.measure.path)">\(entry.name)</h2>
        <dl class="facts"><dt>What the person gains</dt><dd>\(entry.review?.gain ?? entry.measure.gain)</dd>
        <dt>Who sees it</dt><dd>\(Measure.seenBy)</dd>
        <dt>Last reviewed</dt><dd>\(reviewed(entry.review))</dd>
        <dt>Used</dt><dd>\(entry.used.sentence)</dd>
        <dt>Whose words</dt><dd>\(entry.measure.source)</dd>\(entry.measure.instrument == nil ? nil : licence(entry))</dl>
        \(ways(entry))</section>
        """
    }

    private func reviewed(_ review: Measures.Review?) -> String {
        guard let review else { return "Not reviewed by link workers here yet." }
        let words = "\(Day(review.at).full), by \(review.by)."
        return review.isDue(at: now) ? "\(words) That is over a year ago: look again, or let it go." : words
    }

    private func licence(_ entry: Measures.Entry) -> HTML {
        let held = entry.licence.map { "\($0.holder), number \($0.number), until \($0.until.full)." }
        return """
            <dt>Licence</dt><dd>\([held, entry.refusal?.sentence].compactMap(\.self).joined(separator: " "))</dd>
            """
    }

    private func ways(_ entry: Measures.Entry) -> HTML {
        """
        \(may.review ? review(entry) : nil)<p>\(may.wish
            ? "<a href=\"/measures/\(entry.measure.path)/talks/new\">Make it mandatory<span class=\"aside\">: \(entry.name)</span></a>" : nil)\
        \(may.license ? entry.measure.instrument.map { " <a href=\"/instruments/\($0)\">Its licence and words</a>" } : nil)</p>
        """
    }

    private func review(_ entry: Measures.Entry) -> HTML {
        let isThis = reviewing == entry.measure
        let fields: HTML = """
            \(Field("words", "What does the person gain by it?", hint: "If you find nothing, let it go: do not ask it.", of: isThis ? "f" : "r-\(entry.measure.path)", isThis ? problems : Problems())
                .paper(isThis ? form.words : entry.review?.gain ?? entry.measure.gain))
            <button class="btn">We looked at it today</button>
            """
        return """
            <details\(isThis ? " open" as HTML : nil)><summary>Review it<span class="aside">: \(entry.name)</span></summary>\
            \(HTML.form("/measures/\(entry.measure.path)/review", fields))</details>
            """
    }

    static var sample: MeasuresPage {
        let now = Date(timeIntervalSince1970: 1_776_160_800)
        let amara = Member(
            name: "Amara Okafor",
            memberships: [
                .init(role: .linkWorker, organisation: MeasureTalk.sample.practice),
                .init(role: .practiceManager, organisation: MeasureTalk.sample.practice),
            ]
        )
        return MeasuresPage(
            entries: Measure.builtIn.map { measure in
                Measures.Entry(
                    measure: measure,
                    name: measure.name(nil),
                    review: measure == .ons4 ? .init(gain: measure.gain, by: "Amara Okafor", at: now) : nil,
                    used: Measures.Used(answered: 12, looked: 0, inTheWay: 6),
                    refusal: nil,
                    licence: nil
                )
            },
            talks: [.sample],
            may: May(amara),
            now: now
        )
    }
}
