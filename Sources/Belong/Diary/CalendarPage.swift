import Kernel
import Web

/// One's diary in the calendar of a phone: making its address, and taking it back.
struct CalendarPage: FormPage {
    let title = "Your diary in another calendar"
    let place: String? = "/diary"
    /// Since when there is an address.
    let since: String?
    /// The address itself, only just after it was made.
    var address: String?
    /// Calendars elsewhere that are read.
    var busy = BusyCard()
    var problems = Problems()
}

extension CalendarPage {
    var main: HTML {
        """
        <div class="reading"><p class="crumbs"><a href="/diary">Your diary</a></p><h1>\(title)</h1>
        <p class="lead">A calendar that you subscribe to shows when you are busy. It never says with whom, where or \
        why: “Busy”, “Meeting”, “Community time” is all that leaves this house.</p>
        \(problems.summary)\(address.map(said))
        <section class="card"><h2>\(since == nil ? "No address yet" : "There is an address")</h2>
        \(since.map { "<p>Made \($0). Whoever has it can read when you are busy, so give it to nobody.</p>" as HTML })
        <div class="acts">\(HTML.button(since == nil ? "Make an address" : "Make a new one, and end the old", "/diary/calendar"))
        \(since == nil ? nil : HTML.button("Take it back", "/diary/calendar/end", classes: "btn sm quiet"))</div></section>
        \(busy.html(problems))</div>
        """
    }

    private func said(_ address: String) -> HTML {
        """
        <div class="notice leaf" role="status"><p><b>Copy this into your calendar now: it is shown once.</b></p>
        <p>\(address)</p></div>
        """
    }

    static let sample = CalendarPage(
        since: "14 April 2026",
        address: "https://belong.example.org/calendar/0123456789abcdef.ics"
    )
}
