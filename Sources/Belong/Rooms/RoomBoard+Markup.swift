import Foundation
import Kernel
import Web

extension RoomBoard {
    var main: HTML {
        """
        <h1>\(title)</h1><p class="lead">\(practice.name), week of \(monday.full)</p>
        \(clashes.isEmpty ? nil : clashing)\(moved.isEmpty ? nil : elsewhere)\(asked.isEmpty ? nil : asking)
        <p class="acts no-print">\(books ? booking : nil)
        <a class="btn sm quiet" href="\(path(monday.advanced(by: -7)))">The week before</a>
        <a class="btn sm quiet" href="\(path(monday.advanced(by: 7)))">The week after</a>
        \(keeps ? newRoom : nil)</p>
        \(rooms.isEmpty ? none : board)\(rooms.isEmpty ? nil : list)\(fitting)\(standing.isEmpty ? nil : weekly)
        \(practices.count > 1 ? others : nil)
        """
    }

    private var booking: HTML {
        "<a class=\"btn sm\" href=\"/bookings/new?practice=\(practice.id)\">Book a room</a>"
    }

    private var newRoom: HTML {
        "<a class=\"btn sm quiet\" href=\"/rooms/new?practice=\(practice.id)\">Add a room</a>"
    }

    private var none: HTML {
        "<p>No room of this practice has been entered yet. Reception or the practice manager can do it.</p>"
    }

    func path(_ week: Day) -> String { "/rooms?practice=\(practice.id)&week=\(week)" }

    private func name(of room: Room.ID?) -> String {
        rooms.first { $0.id == room }?.name ?? "a room that is closed"
    }

    private var clashing: HTML {
        """
        <section class="card"><h2>No room yet <span class="tag clay">\(clashes.count)</span></h2>
        <p>In the next seven days. Open one to see what each could be offered, and who loses least.</p>
        <ul class="plain">\(each: clashes, clash)</ul></section>
        """
    }

    private func clash(_ booking: Booking) -> HTML {
        """
        <li class="row"><div class="grow"><b>\(booking.time.spoken)</b>: \(booking.whose)
        <div class="small muted">Somebody else has \(name(of: booking.place.room)). \(text: booking.need)</div></div>
        <a class="btn sm" href="/bookings/\(booking.id)">Three offers\
        <span class="aside"> for \(booking.whose), \(booking.time.spoken)</span></a></li>
        """
    }

    private var elsewhere: HTML {
        """
        <section class="card"><h2>Moved for you</h2><p>Tell whoever you are to meet where it is now.</p>
        <ul class="plain">\(each: moved, { "<li class=\"row\"><div class=\"grow\"><b>\($0.time.spoken)</b>: \(whereabouts(of: $0))</div>\(open($0))</li>" })</ul></section>
        """
    }

    private func whereabouts(of booking: Booking) -> String {
        switch booking.place {
        case .room(let room): name(of: room)
        case .waiting: "no room yet"
        case .community(let words): words
        case .phone: "on the telephone"
        }
    }

    private func open(_ booking: Booking) -> HTML? {
        booking.ownCase.map {
            "<a href=\"/cases/\($0)\">One of your people<span class=\"aside\">, \(booking.time.spoken)</span></a>"
        }
    }

    private var asking: HTML {
        """
        <section class="card no-print"><h2>Was the place right?</h2><ul class="plain">\(each: asked, ask)</ul></section>
        """
    }

    private func ask(_ booking: Booking) -> HTML {
        let answers: HTML = """
            \(each: PlaceAnswer.allCases, { answer in
                "<button class=\"btn quiet sm\" name=\"answer\" value=\"\(answer.rawValue)\">\(answer.ownName)<span class=\"aside\">, \(booking.time.spoken)</span></button> "
            })
            """
        return """
            <li class="row"><div class="grow">\(booking.time.spoken), \(whereabouts(of: booking)) \(open(booking))</div>
            \(HTML.form("/bookings/\(booking.id)/suitability", answers, classes: "acts"))</li>
            """
    }

    private var list: HTML {
        """
        <section class="card"><h2>What the rooms are like</h2><ul class="plain">\(each: rooms, room)</ul></section>
        """
    }

    private func room(_ room: Room) -> HTML {
        let change: HTML =
            "<a class=\"no-print\" href=\"/rooms/\(room.id)\">Change<span class=\"aside\"> \(room.name)</span></a>"
        return """
            <li class="row"><div class="grow"><b>\(room.name)</b><div class="small">\(room.summary)</div></div>\
            \(keeps ? change : nil)</li>
            """
    }

    private var weekly: HTML {
        """
        <section class="card"><h2>Every week</h2><details><summary>\(standing.count.counted("booking"))</summary>
        <p class="small muted">On the board for the next \(StandingBooking.ahead / 7) weeks.</p>
        <ul class="plain">\(each: standing, every)</ul></details></section>
        """
    }

    private func every(_ booking: StandingBooking) -> HTML {
        let end: HTML = HTML.form(
            "/standing-bookings/\(booking.id)/end",
            "<button class=\"btn sm quiet\">End it<span class=\"aside\">: \(booking.sentence)</span></button>",
            classes: "inline"
        )
        return """
            <li class="row"><div class="grow">\(booking.sentence)</div>\(keeps || booking.asked.who == me ? end : nil)</li>
            """
    }

    private var others: HTML {
        """
        <p class="no-print">Your other practices: \(each: practices.filter { $0.id != practice.id }, { "<a href=\"/rooms?practice=\($0.id)&amp;week=\(monday.description)\">\($0.name)</a> " })</p>
        """
    }
}
