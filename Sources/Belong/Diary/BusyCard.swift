import Kernel
import Web

/// Calendars elsewhere, on the page of one's own: added by their address, ended in one click.
struct BusyCard: Sendable {
    var calendars: [BusyCalendar] = []
    var form = BusyForm()
}

/// The address of a calendar as it was typed.
struct BusyForm: Decodable, Sendable {
    var address: String?
}

extension BusyCard {
    func html(_ problems: Problems) -> HTML {
        """
        <section class="card"><h2>When you are busy elsewhere</h2>
        <p>Give the address of a calendar you have elsewhere, and your diary asks before two things meet. Only when you \
        are busy is kept: not a title, not a name, not a place.</p>
        \(calendars.isEmpty ? nil : "<ul class=\"plain\">\(each: calendars, item)</ul>" as HTML)
        \(HTML.form("/diary/calendar/busy", """
            \(Field("address", "Address of the calendar", hint: "It begins with https:// and often ends in .ics. Whoever has it can read that calendar: we keep it to ourselves.", problems).line(form.address))
            <button class="btn">Read it</button>
            """))</section>
        """
    }

    private func item(_ calendar: BusyCalendar) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(calendar.host)</b>
        <div class="small muted">\(calendar.readAt.map { "read \(Day($0).spoken) at \(London.time($0))" } ?? "not read yet")</div>
        \(calendar.trouble.isEmpty ? nil : "<p class=\"small\">\(calendar.trouble) What was read before stands.</p>" as HTML)</div>
        \(HTML.button("End it", "/diary/calendar/busy/\(calendar.id)/end", classes: "btn sm quiet"))</li>
        """
    }
}

extension BusyText.Span {
    /// As much of it as is on a day: *10:00 to 11:00*, *all day*.
    func words(on day: Day) -> String? {
        let (from, until) = (London.instant(day, hour: 0), London.instant(day.advanced(by: 1), hour: 0))
        guard begins < until, ends > from else { return nil }
        if begins <= from, ends >= until { return "all day" }
        return "\(London.time(max(begins, from))) to \(London.time(min(ends, until)))"
    }
}
