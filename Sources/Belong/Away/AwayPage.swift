import Kernel
import Web

/// The page that waits on a device for when there is no signal. It is the same for
/// everybody and holds nobody; a script fills in whose it is.
struct AwayPage: Page {
    let title = "Without signal"

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">Write here what you would write on their page. It stays on this device, encrypted and marked \
        as not sent, until there is a signal. Then it is sent once, and is gone from here.</p>
        <p class="notice" id="away-shut">Open Belong once with a signal and sign in as a link worker. Then this page \
        works on this device without one. It needs JavaScript; with a signal everything works without it.</p>
        <div id="away" hidden>
        <section class="card" id="away-unsent" hidden><h2>Not sent yet</h2><ul class="plain"></ul></section>
        <form class="card" id="away-form" method="dialog" autocomplete="off">\(fields)</form></div>
        """
    }

    private var fields: HTML {
        """
        \(Field("about", "Who is it about?", hint: "Those in your diary today, by their initials.", of: "away")
            .list([Choice("", "Somebody else: I say who when I am back")], chosen: nil))
        \(Field("kind", "What is it?", of: "away")
            .one(of: [Choice("note", "A note"), Choice("visit", "A visit or a call")], chosen: "note"))
        <div id="away-visit" hidden>\(visit)</div>
        \(Field("words", "In whatever words come", of: "away").paper("", rows: 8))
        \(Field("audience", "Who reads it", hint: Self.readers, of: "away").one(
            of: Audience.allCases.map { Choice($0.rawValue, $0.name) },
            chosen: Audience.team.rawValue
        ))
        <button class="btn">Keep it until there is a signal</button>
        <p class="keeping" id="away-state" role="status"></p>
        """
    }

    private static let readers =
        "Only me: nobody else here, and a copy the person asks for. Whoever has the case: also who covers or takes "
        + "over, and a supervisor you show it to. The practice’s clinicians too, where the person lets words go there. "
        + "If somebody must act on it, ring them: nobody is told of a note."

    private var visit: HTML {
        """
        \(Field("mode", "How were you in touch?", of: "away")
            .one(of: Contact.Mode.allCases.map { Choice($0.rawValue, $0.name) }, chosen: nil))
        \(Field("outcome", "Did you reach them?", of: "away").one(of: outcomes, chosen: "reached"))
        <div class="row">\(Field("time", "Began at, if not when you began to write", of: "away").line("", .time))
        \(Field("minutes", "Minutes, if you like", of: "away").line("", .number))</div>
        \(Field("knewWhy", "If it was the first time: did they know why you rang?", of: "away")
            .one(of: Contact.KnewWhy.allCases.map { Choice($0.rawValue, $0.name) }, chosen: "not_asked"))
        """
    }

    private var outcomes: [Choice] {
        [Choice("reached", "Yes")]
            + Contact.Outcome.How.allCases.map { Choice($0.rawValue, $0.name) }
    }

    static let sample = AwayPage()
}
