import Foundation
import Kernel
import Web

/// One worry: who told whom, what, who has been told since, and whether somebody has it.
struct WorryPage: FormPage {
    let title: String
    let place: String? = "/worries"
    let worry: Worry
    let tellings: [WorryTelling]
    let handings: [WorryHanding]
    let mayAcknowledge: Bool
    let takers: [Worrying.Hearer]
    var form = AcknowledgementForm()
    var handing = HandingForm()
    var problems = Problems()

    init(_ look: Worries.Look) {
        title = "Worried about \(look.worry.personName)"
        worry = look.worry
        tellings = look.tellings
        handings = look.handings
        mayAcknowledge = look.mayAcknowledge
        takers = look.takers
    }
}

/// What was typed to say that one has it.
struct AcknowledgementForm: Decodable, Sendable {
    var words = ""

    func read() throws(Problems) -> String {
        var problems = Problems()
        let words = problems.words(words, "words", upTo: 1_000)
        guard problems.list.isEmpty else { throw problems }
        return words
    }
}

/// What was typed to hand it on.
struct HandingForm: Decodable, Sendable {
    var to: String?
    var why = ""

    func read() throws(Problems) -> (to: Member.ID, words: String) {
        var problems = Problems()
        let taker = problems.unless(to.flatMap { Member.ID($0) }, "to", "Choose whom you hand it to")
        let words = problems.text(why, "why", "Say in a line why, and what you have done", upTo: 1_000)
        guard let taker, let words else { throw problems }
        return (taker, words)
    }
}

extension WorryPage {
    var main: HTML {
        """
        <div class="reading"><p class="small muted"><a href="/worries">Worries</a></p><h1>\(title)</h1>
        <p class="lead">\(worry.raisedBy.name) told \(worry.raisedTo.name) on \(Day(worry.raisedAt).spoken) at \
        \(London.time(worry.raisedAt)). How soon: \(worry.urgency.name.lowercased()).</p>
        \(worry.acknowledgement == nil ? HTML.phoneFirst(worry.practiceName, worry.practicePhone) : nil)
        <section class="card"><p class="keep">\(worry.words)</p>\(worry.phone.map(ring))</section>
        \(problems.summary)
        \(worry.acknowledgement.map(answered) ?? waiting)
        \(takers.isEmpty ? nil : handOn)
        \(told)</div>
        """
    }

    private func ring(_ phone: PhoneNumber) -> HTML {
        "<p>Their number: <a href=\"tel:\(phone.digits)\">\(phone.description)</a></p>"
    }

    private func answered(_ answer: Worry.Acknowledgement) -> HTML {
        """
        <section class="card"><h2>\(answer.by) has this</h2>\(answer.words.isEmpty ? nil : "<p>\(answer.words)</p>" as HTML)
        <p class="small muted">\(Day(answer.at).spoken) at \(London.time(answer.at))</p></section>
        """
    }

    private var waiting: HTML {
        mayAcknowledge
            ? "<section class=\"card\"><h2>I have this</h2>\(HTML.form("/worries/\(worry.id)/acknowledgement", fields))</section>"
            : "<p>Nobody has said yet that they have it. \(last) is told again until somebody does, and then the next person too.</p>"
    }

    private var last: String { tellings.last?.member.name ?? worry.raisedTo.name }

    private var fields: HTML {
        """
        <p><button class="btn">I have this</button></p>
        \(Field("words", "What you are doing about it", hint: "If you like. One tap is enough.", problems).line(form.words))
        """
    }

    private var handOn: HTML {
        let choices =
            [Choice("", "Choose somebody")]
            + takers.map { Choice($0.id.description, "\($0.name), \($0.role.title.lowercased())") }
        let fields: HTML = """
            \(Field("to", "To whom", hint: "They are told now, and have to say that they have it.", problems)
                .list(choices, chosen: handing.to))
            \(Field("why", "Why, and what you have done", problems).line(handing.why))
            <button class="btn quiet">Hand it on</button>
            """
        return """
            <section class="card"><h2>Hand it on</h2>\(HTML.form("/worries/\(worry.id)/handing", fields))</section>
            """
    }

    private var told: HTML {
        """
        <section class="card"><h2>Who has been told</h2>
        <ul class="plain">\(each: tellings, telling)\(each: handings, handed)</ul></section>
        """
    }

    private func telling(_ telling: WorryTelling) -> HTML {
        let moments = telling.at.map { "\(Day($0).short) at \(London.time($0))" }.joined(separator: ", ")
        let hasIt = worry.acknowledgement?.member == telling.member.id
        return
            "<li><b>\(telling.member.name)</b>: \(moments). \(hasIt ? "Has it." : "Has not answered.")</li>"
    }

    private func handed(_ handing: WorryHanding) -> HTML {
        """
        <li>\(handing.by) handed it to \(handing.to), \(Day(handing.at).short) at \(London.time(handing.at)): \
        \(handing.words)</li>
        """
    }

    static var sample: WorryPage {
        let worry = Worry.sample
        return WorryPage(
            Worries.Look(
                worry: worry,
                tellings: [WorryTelling(member: worry.raisedTo, at: [.now])],
                handings: [],
                mayAcknowledge: true,
                takers: [.init(id: Member.ID(), name: "Dr Lowe", role: .clinician)]
            )
        )
    }
}
