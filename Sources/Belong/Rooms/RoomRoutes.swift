import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The week board, and the rooms themselves.
struct RoomRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/rooms", use: board)
        router.get("/rooms/new", use: begin)
        router.post("/rooms", use: add)
        router.get("/rooms/{room}", use: room)
        router.post("/rooms/{room}", use: describe)
        router.post("/rooms/{room}/closing", use: close)
    }

    func board(_ request: Request, _ context: Context) async throws -> Response {
        let bookings = try Bookings(store: store, member: context.member)
        guard Rooms.isFor(bookings.member) else { throw Missing() }
        let practice = try context.asked("practice", of: request).map(Self.id)
        let week = context.asked("week", of: request).flatMap { Day($0) }
        return try await context.page(bookings.board(practice, week: week))
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        let practice = try rooms(context).practice(context.asked("practice", of: request).map(Self.id)).id
        guard try rooms(context).keeps(practice) else { throw Missing() }
        return context.page(RoomPage(practice: practice, room: nil, form: RoomForm()))
    }

    func add(_ request: Request, _ context: Context) async throws -> Response {
        let again = { (form: RoomForm, problems: Problems) in
            let practice = try Self.id(form.practice ?? "")
            guard try rooms(context).keeps(practice) else { throw Missing() }
            return RoomPage(practice: practice, room: nil, form: form, problems: problems)
        }
        return try await context.form(RoomForm.self, from: request, again: again) { form in
            let practice = try Self.id(form.practice ?? "")
            try await naming { _ = try await rooms(context).add(form.read(), at: practice) }
            return .seeOther("/rooms?practice=\(practice)")
        }
    }

    func room(_ request: Request, _ context: Context) async throws -> Response {
        let room = try await rooms(context).find(context.id("room"))
        return context.page(RoomPage(practice: room.practice, room: room.id, form: RoomForm(room.told)))
    }

    func describe(_ request: Request, _ context: Context) async throws -> Response {
        let room = try await rooms(context).find(context.id("room"))
        let again = { (form: RoomForm, problems: Problems) in
            RoomPage(practice: room.practice, room: room.id, form: form, problems: problems)
        }
        return try await context.form(RoomForm.self, from: request, again: again) { form in
            try await naming { try await rooms(context).describe(room.id, form.read()) }
            return .seeOther("/rooms?practice=\(room.practice)")
        }
    }

    func close(_ request: Request, _ context: Context) async throws -> Response {
        let room = try await rooms(context).find(context.id("room"))
        try await rooms(context).close(room.id)
        return .seeOther("/rooms?practice=\(room.practice)")
    }

    /// A name that is taken stands beside the name that was typed.
    private func naming(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let refused as Room.Refused {
            var problems = Problems()
            problems.add("name", refused.sentence)
            throw problems
        }
    }

    private static func id(_ text: String) throws -> Organisation.ID {
        guard let id = Organisation.ID(text) else { throw Missing() }
        return id
    }

    private func rooms(_ context: Context) throws -> Rooms {
        try Rooms(store: context.store(store), member: context.member)
    }
}
