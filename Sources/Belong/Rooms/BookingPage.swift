import Foundation
import Kernel
import Web

/// One booking: moved, cancelled; and where two want one room, what each could be
/// offered and who loses least.
struct BookingPage: Page {
    let clash: Clash
    let rooms: [Room]
    let mayChange: Bool
    let now: Date

    let place: String? = "/rooms"
    private var booking: Booking { clash.booking }
    private var isClash: Bool { booking.place.isWaiting }

    var title: String { isClash ? "Two for one room" : "A booking" }

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead"><b>\(booking.time.spoken)</b>, \(booking.whose): \(isClash ? waits : stands)</p>
        \(booking.need.map { "<p><span class=\"tag sun\">\($0)</span></p>" as HTML })
        \(each: ordered, card)
        \(booking.isAhead(of: now) && mayChange ? ending : nil)
        <p><a href="/rooms?practice=\(booking.practice)&amp;week=\(booking.time.day.description)">Back to the rooms</a></p></div>
        """
    }

    private var waits: String { "wants \(name), which somebody else has then." }

    private var stands: String {
        switch booking.place {
        case .room, .waiting: "\(name)."
        case .community(let words): "\(words)."
        case .phone: "on the telephone."
        }
    }

    private var name: String { rooms.first { $0.id == booking.place.room }?.name ?? "a room that is closed" }

    /// Whoever loses least stands first.
    private var ordered: [Clash.Party] {
        let there = clash.parties.filter { !$0.offers.isEmpty }
        let least = clash.least?.booking.id
        return there.filter { $0.booking.id == least } + there.filter { $0.booking.id != least }
    }

    private func card(_ party: Clash.Party) -> HTML {
        let isLeast = isClash && party.booking.id == clash.least?.booking.id
        let head = isClash ? "\(party.booking.whose) could give way" : "Move it"
        return """
            <section class="card"><h2>\(head)\(isLeast ? "<span class=\"tag leaf\">loses least</span>" as HTML : nil)</h2>
            \(isClash ? "<p>\(what(party)): \(party.loss.words).\(said(party))</p>" as HTML : nil)
            <ul class="plain">\(each: party.offers, { offer(offer: $0, to: party) })</ul></section>
            """
    }

    private func what(_ party: Clash.Party) -> String {
        "At best" + (party.booking.need.map { " (\($0))" } ?? "")
    }

    private func said(_ party: Clash.Party) -> String {
        party.booking.id == booking.id ? "" : " \(booking.whose) has \(name) then."
    }

    private func offer(offer: Clash.Offer, to party: Clash.Party) -> HTML {
        let fields: HTML = """
            <input type="hidden" name="mover" value="\(party.booking.id)">\
            <input type="hidden" name="kind" value="\(offer.place.kind)">\
            <input type="hidden" name="room" value="\(offer.place.room?.description ?? "")">\
            <input type="hidden" name="words" value="\(offer.place.words ?? "")">\
            <input type="hidden" name="from" value="\(offer.time.from)">\
            <button class="btn sm">\(offer.button)<span class="aside">: \(offer.words), \(party.booking.whose)</span></button>
            """
        return """
            <li class="row"><div class="grow">\(offer.words)\(offer.place == .phone ? nil : hint(offer))</div>
            \(HTML.form("/bookings/\(booking.id)/settlement", fields, classes: "inline"))</li>
            """
    }

    private func hint(_ offer: Clash.Offer) -> HTML? {
        offer.place.words == nil
            ? nil : "<div class=\"small muted\">Ring them first: nothing is booked there by this.</div>"
    }

    private var ending: HTML {
        let hasBegun = booking.time.begins <= now
        return """
            <section class="card"><h2>Not needed</h2><div class="acts">
            \(HTML.button("Cancel it", "/bookings/\(booking.id)/cancellation", classes: "btn quiet"))
            \(hasBegun ? HTML.button("Did not come", "/bookings/\(booking.id)/no-show", classes: "btn quiet") : nil)</div></section>
            """
    }

    static var sample: BookingPage {
        let board = RoomBoard.sample
        let waiting = board.clashes[0]
        let holder = board.bookings[1]
        let day = RoomDay(
            rooms: board.rooms,
            taken: [board.rooms[0].id: Set(holder.time.quarters)],
            venues: [
                MeetingPlace(name: "Sale Library", group: "Readers’ circle", isStepFree: true, miles: 0.4)
            ],
            open: RoomTime(days: board.today, before: board.today.advanced(by: 1))
        )
        return BookingPage(
            clash: Clash(
                booking: waiting,
                parties: [waiting, holder].map {
                    .init(booking: $0, offers: day.offers(for: $0, at: board.now))
                }
            ),
            rooms: board.rooms,
            mayChange: true,
            now: board.now
        )
    }
}

extension Clash.Offer {
    fileprivate var button: String {
        switch place {
        case .room, .waiting: "Take this room"
        case .community: "Meet there"
        case .phone: "By telephone"
        }
    }
}
