import Foundation
import Kernel
import Web

/// Something to plan: what, with whom, when, and what colleagues may read of it.
struct DiaryFormPage: Page {
    let title = "Plan something"
    let place: String? = "/diary"
    let people: [Choice]
    let practices: [Choice]
    var form: DiaryForm
    var problems = Problems()
}

extension DiaryFormPage {
    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/diary">Your diary</a></p>
        <h1>\(title)</h1>
        \(problems.summary)
        \(HTML.form("/diary", fields))</div>
        """
    }

    private var fields: HTML {
        """
        <section class="card">\(Field("kind", "What is it?", problems).one(of: kinds, chosen: form.kind))
        \(Field("caseID", "With whom, if with somebody", problems)
            .list([Choice("", "Nobody in particular")] + people, chosen: form.caseID))
        \(Field("practice", "For which practice, if for one", hint: "Time with somebody is always for theirs.", problems)
            .list([Choice("", "None in particular")] + practices, chosen: form.practice))</section>
        <section class="card"><h2>When</h2>
        \(Field("day", "Day", problems).line(form.day, .date))
        <div class="cols">\(Field("from", "From", problems).line(form.from, .time))
        \(Field("until", "Until", problems).line(form.until, .time))
        \(Field("back", "Back at your desk, if later", problems).line(form.back, .time))</div>
        \(problems.asksWhetherBoth(form.mayMeet))</section>
        <section class="card"><h2>Where</h2>
        \(Field("place", "What the front desk may read", hint: Self.shown, problems).line(form.place))
        \(Field("ownPlace", "What only you read", hint: "The address, the room, how to get in.", problems)
            .line(form.ownPlace))
        \(Field("words", "A word for yourself", problems).line(form.words))</section>
        <button class="btn">Put it in the diary</button>
        """
    }

    private static let shown =
        "A place many people go to: “the leisure centre”. Never a name, nor a group that would tell why. "
        + "Of a visit at home the desk reads no place at all."

    private var kinds: [Choice] {
        DiaryEntry.Kind.allCases.map { Choice($0.rawValue, $0.name) }
    }

    static var sample: DiaryFormPage {
        var form = DiaryForm()
        (form.day, form.from, form.until) = ("2026-04-14", "10:00", "11:00")
        return DiaryFormPage(
            people: [Choice("1", "Jean Moss, Elm Street Surgery")],
            practices: [Choice("2", "Elm Street Surgery")],
            form: form
        )
    }
}

extension Problems {
    /// The question that is only asked where two would be at once.
    func asksWhetherBoth(_ typed: [String]?) -> HTML? {
        guard list.contains(where: { $0.field == "mayMeet" }) else { return nil }
        return Field("mayMeet", "Two at once?", self)
            .any(of: [Choice("yes", "Yes, both at the same time")], chosen: typed ?? [])
    }
}
