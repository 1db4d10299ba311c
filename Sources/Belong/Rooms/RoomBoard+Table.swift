import Foundation
import Kernel
import Web

/// The week itself: a row for each room, a column for each day. On a narrow screen a
/// room stands under the other, and its days one under the other within it.
extension RoomBoard {
    var board: HTML {
        """
        <table class="board"><caption>Who has which room, by role</caption>
        <thead><tr><th scope="col">Room</th>\(each: days, { "<th scope=\"col\">\($0.spoken)</th>" })</tr></thead>
        <tbody>\(each: rooms, row)\(each: [waiting, outside].compactMap(\.self), \.self)</tbody></table>
        """
    }

    private func row(_ room: Room) -> HTML {
        let there = bookings.filter { $0.place == .room(room.id) }
        return """
            <tr><th scope="row">\(room.name) <span class="tag \(room.told.feel.colour)">\(room.told.feel.name)</span></th>\
            \(each: days, { cell(there, $0) })</tr>
            """
    }

    private var waiting: HTML? {
        others("No room yet", bookings.filter { $0.place.isWaiting && $0.end == nil })
    }

    private var outside: HTML? {
        others("Elsewhere", bookings.filter { $0.place.room == nil && $0.end == nil })
    }

    private func others(_ name: String, _ there: [Booking]) -> HTML? {
        there.isEmpty ? nil : "<tr><th scope=\"row\">\(name)</th>\(each: days, { cell(there, $0) })</tr>"
    }

    private func cell(_ there: [Booking], _ day: Day) -> HTML {
        let found = there.filter { $0.time.day == day }
        guard !found.isEmpty else { return "<td class=\"empty\"></td>" }
        return """
            <td><span class="day">\(day.spoken)</span><ul class="plain">\(each: found, line)</ul></td>
            """
    }

    private func line(_ booking: Booking) -> HTML {
        let mayChange = keeps || books && booking.who?.id == me
        let isRunning = booking.end == nil && booking.time.isRunning(at: now)
        let words: HTML = "<b>\(booking.time.clock)</b> \(booking.whose)"
        let link: HTML = "<a href=\"/bookings/\(booking.id)\">\(words)</a>"
        return """
            <li>\(mayChange && booking.isAhead(of: now) ? link : words)\(elsewhere(booking))\
            \(booking.need.map { "<div class=\"tiny muted\">\($0)</div>" as HTML })\
            \(booking.ownCase.map { "<div class=\"tiny no-print\"><a href=\"/cases/\($0)\">One of your people<span class=\"aside\">, \(booking.time.spoken)</span></a></div>" as HTML })\
            \(booking.end == nil ? nil : "<div class=\"tiny\">did not come: the room was free from then on</div>" as HTML)\
            \(isRunning && mayChange ? noShow(booking) : nil)</li>
            """
    }

    private func elsewhere(_ booking: Booking) -> HTML? {
        switch booking.place {
        case .room, .waiting: nil
        case .community(let words): "<div class=\"tiny\">\(words)</div>"
        case .phone: "<div class=\"tiny\">On the telephone</div>"
        }
    }

    private func noShow(_ booking: Booking) -> HTML {
        HTML.form(
            "/bookings/\(booking.id)/no-show",
            "<button class=\"btn sm quiet\">Did not come<span class=\"aside\">: \(booking.whose), \(booking.time.clock)</span></button>",
            classes: "inline"
        )
    }
}
