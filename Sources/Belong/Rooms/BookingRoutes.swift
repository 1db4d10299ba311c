import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Booking, moving, cancelling; and whether the place was right.
struct BookingRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/bookings/new", use: begin)
        router.post("/bookings", use: book)
        router.get("/bookings/{booking}", use: open)
        router.post("/bookings/{booking}/settlement", use: settle)
        router.post("/bookings/{booking}/cancellation", use: cancel)
        router.post("/bookings/{booking}/no-show", use: noShow)
        router.post("/bookings/{booking}/suitability", use: say)
        router.post("/standing-bookings/{booking}/end", use: endStanding)
        router.post("/l/{token}/place", use: sayOwn)
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        let practice = context.asked("practice", of: request).flatMap { Organisation.ID($0) }
        let ownCase = context.asked("case", of: request).flatMap { Case.ID($0) }
        var page = try await bookings(context).begin(at: practice, for: ownCase)
        // From something in the diary: its day and its hours.
        page.form.day = context.asked("day", of: request) ?? page.form.day
        page.form.from = context.asked("from", of: request) ?? page.form.from
        page.form.until = context.asked("until", of: request) ?? page.form.until
        return context.page(page)
    }

    func book(_ request: Request, _ context: Context) async throws -> Response {
        let again = { (form: BookingForm, problems: Problems) in
            var page = try await bookings(context).begin(at: form.practiceID, for: form.ownCase)
            (page.form, page.problems) = (form, problems)
            return page
        }
        return try await context.form(BookingForm.self, from: request, again: again) { form in
            let door = try bookings(context)
            guard let practice = form.practiceID else { throw Missing() }
            let keeps = door.rooms.keeps(practice)
            let week: Day
            switch try form.read(for: door.member.id, keeps: keeps, at: .now) {
            case .once(let asked):
                try await taking { try await door.book(asked) }
                week = asked.time.day
            case .weekly(let asked):
                try await door.book(asked)
                week = asked.first
            }
            return .seeOther("/rooms?practice=\(practice)&week=\(week)")
        }
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        let (door, now) = (try bookings(context), Date.now)
        let (clash, rooms) = try await door.clash(context.id("booking"), at: now)
        let mayChange = door.mayChange(clash.booking)
        return context.page(BookingPage(clash: clash, rooms: rooms, mayChange: mayChange, now: now))
    }

    func settle(_ request: Request, _ context: Context) async throws -> Response {
        let (door, id) = (try bookings(context), try context.id("booking", of: Booking.self))
        let form = try await request.decode(as: SettlementForm.self, context: context)
        let booking = try await store.read { try door.find(id, in: $0) }
        try await door.settle(id, form.read())
        return .seeOther("/rooms?practice=\(booking.practice)&week=\(booking.time.day)")
    }

    func cancel(_ request: Request, _ context: Context) async throws -> Response {
        try await end(context) { try await $0.cancel($1) }
    }

    func noShow(_ request: Request, _ context: Context) async throws -> Response {
        try await end(context) { try await $0.noShow($1) }
    }

    func say(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await request.decode(as: PlaceAnswerForm.self, context: context)
        return try await end(context) { try await $0.say(form.read(), of: $1) }
    }

    func endStanding(_ request: Request, _ context: Context) async throws -> Response {
        try await bookings(context).endStanding(context.id("booking"))
        return .seeOther("/rooms")
    }

    /// The person's own word, by their link.
    func sayOwn(_ request: Request, _ context: Context) async throws -> Response {
        guard let token = context.parameters.get("token") else { throw Missing() }
        let form = try await request.decode(as: PlaceAnswerForm.self, context: context)
        guard let booking = form.booking.flatMap({ Booking.ID($0) }) else { throw Missing() }
        try await OwnPlaceAnswers(store: context.store(store)).say(form.read(), of: booking, token)
        return .seeOther("/l/\(token)")
    }

    private func end(
        _ context: Context,
        _ act: (Bookings, Booking.ID) async throws -> Void
    ) async throws -> Response {
        let (door, id) = (try bookings(context), try context.id("booking", of: Booking.self))
        let booking = try await store.read { try door.find(id, in: $0) }
        try await act(door, id)
        return .seeOther("/rooms?practice=\(booking.practice)&week=\(booking.time.day)")
    }

    /// A room that somebody has stands beside the room that was chosen.
    private func taking(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let refused as Booking.Refused {
            var problems = Problems()
            problems.add("room", refused.sentence)
            throw problems
        }
    }

    private func bookings(_ context: Context) throws -> Bookings {
        let member = try context.member
        guard Rooms.isFor(member) else { throw Missing() }
        return Bookings(store: context.store(store), member: member)
    }
}

private struct SettlementForm: Decodable, Sendable {
    var mover: String?
    var kind: String?
    var room: String?
    var words: String?
    var from: Int?

    func read() throws -> Bookings.Settlement {
        guard let mover = mover.flatMap({ Booking.ID($0) }), let from, from > 0, from < 10_000_000 else {
            throw Missing()
        }
        return Bookings.Settlement(mover: mover, place: try place(), from: from)
    }

    private func place() throws -> BookedPlace {
        switch kind {
        case "room":
            guard let room = room.flatMap({ Room.ID($0) }) else { throw Missing() }
            return .room(room)
        case "community":
            let words = (words ?? "").trimmingSpaces()
            guard !words.isEmpty, words.count <= 300 else { throw Missing() }
            return .community(words)
        case "phone": return .phone
        default: throw Missing()
        }
    }
}

private struct PlaceAnswerForm: Decodable, Sendable {
    var booking: String?
    var answer: String?

    func read() throws -> PlaceAnswer {
        guard let answer = answer.flatMap(PlaceAnswer.init) else { throw Missing() }
        return answer
    }
}
