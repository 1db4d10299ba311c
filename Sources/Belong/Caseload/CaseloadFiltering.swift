import Kernel
import Web

/// Beside one's people: the filter, said in words and cleared in one click, and how many they are.
extension CaseloadPage {
    var filtered: HTML {
        """
        <div class="notice"><p>You see only: \(said).</p>
        \(HTML.button("Show everyone (\(people))", "/people/filter/end", classes: "btn sm quiet"))</div>
        """
    }

    /// *Quiet, at Harbour Practice, something is planned, with “allotment”*
    private var said: String {
        [
            filter.standing?.name,
            filter.practice.flatMap { id in practices.first { $0.id == id } }.map { "at \($0.name)" },
            filter.next?.name.lowercased(),
            filter.words.isEmpty ? nil : "with “\(filter.words)”",
        ]
        .compactMap(\.self).joined(separator: ", ")
    }

    var filtering: HTML {
        """
        <section class="card"><h2>Whom to see</h2>
        \(HTML.form("/people/filter", fields))</section>
        """
    }

    private var fields: HTML {
        """
        \(Field("standing", "What they need next")
            .list(Self.any("Everyone") + Self.open.map { Choice($0.rawValue, $0.name) }, chosen: filter.standing?.rawValue ?? ""))
        \(Field("next", "In the diary")
            .list(Self.any("Planned or not") + CaseloadFilter.Next.allCases.map { Choice($0.rawValue, $0.name) },
                chosen: filter.next?.rawValue ?? ""))
        \(practices.count > 1 ? atPractice : nil)
        \(Field("words", "Words", hint: "In a name, in what matters to them, in what you hold.").line(filter.words))
        <button class="btn quiet">See only these</button>
        <p class="hint">It stays like this until you clear it.</p>
        """
    }

    private var atPractice: HTML {
        Field("practice", "Practice")
            .list(
                Self.any("All practices") + practices.map { Choice("\($0.id)", $0.name) },
                chosen: filter.practice.map { "\($0)" } ?? ""
            )
    }

    private static func any(_ words: String) -> [Choice] { [Choice("", words)] }

    private static let open = CaseLine.Standing.allCases.filter { $0 != .closed }

    /// A fact beside what was agreed, and whether new people come.
    var howMany: HTML {
        """
        <section class="card"><h2>How many</h2><p>You are there for <b>\(own.counted("person", "people"))</b>. \(agreedWords)</p>
        \(isOver ? "<p>That is more than agreed. Those who manage have been asked what will be done.</p>" as HTML : nil)\
        \(asksForYes ? "<p class=\"notice\"><a href=\"/load\">Another number waits for your yes</a></p>" as HTML : nil)\
        \(pausedUntil.map { "<p class=\"notice\">You take no new referrals until \($0.spoken).</p>" as HTML })
        <ul class="plain ways small"><li><a href="/load">What was agreed, and by whom</a></li>
        <li><a href="/breathing-space">Too much just now?</a></li></ul></section>
        """
    }

    private var isOver: Bool { agreed.map { own > $0.people } ?? false }

    private var agreedWords: String {
        agreed.map { "\($0.people) were \($0.since)." } ?? "No number has been agreed yet."
    }
}
