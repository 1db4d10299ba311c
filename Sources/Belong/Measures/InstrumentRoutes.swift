import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// Where an administrator records licences and loads the words they allow.
struct InstrumentRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/instruments/new", use: begin)
        router.post("/instruments", use: add)
        router.get("/instruments/{instrument}", use: show)
        router.post("/instruments/{instrument}/licence", use: record)
        router.post("/instruments/{instrument}/text", use: load)
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        let areas = try instruments(context).areas
        guard !areas.isEmpty else { throw Missing() }
        return context.page(InstrumentPage(instrument: nil, areas: areas, today: Day(.now)))
    }

    func add(_ request: Request, _ context: Context) async throws -> Response {
        let areas = try instruments(context).areas
        guard let first = areas.first else { throw Missing() }
        let shown = { InstrumentPage(instrument: nil, areas: areas, today: Day(.now)) }
        return try await context.form(\InstrumentPage.form, of: shown, from: request) { form in
            let area = form.area.flatMap { Organisation.ID($0) } ?? first.id
            let id = try await instruments(context).add(form.named(), for: area)
            return .seeOther("/instruments/\(id)")
        }
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(context))
    }

    func record(_ request: Request, _ context: Context) async throws -> Response {
        let found = try await instruments(context).find(context.id("instrument"))
        let shown = { try await page(context) }
        return try await context.form(\InstrumentPage.form, of: shown, from: request) { form in
            try await instruments(context).record(form.licence(), for: found.id)
            return .seeOther("/instruments/\(found.id)")
        }
    }

    func load(_ request: Request, _ context: Context) async throws -> Response {
        let found = try await instruments(context).find(context.id("instrument"))
        let shown = { try await page(context) }
        return try await context.form(\InstrumentPage.form, of: shown, from: request) { form in
            let items = try InstrumentFile(text: form.text ?? "").read()
            try await instruments(context).load(items, for: found.id)
            return .seeOther("/instruments/\(found.id)")
        }
    }

    private func page(_ context: Context) async throws -> InstrumentPage {
        let door = try instruments(context)
        return try await InstrumentPage(
            instrument: door.find(context.id("instrument")),
            areas: door.areas,
            today: Day(.now)
        )
    }

    private func instruments(_ context: Context) throws -> Instruments {
        try Instruments(store: context.store(store), member: context.member)
    }
}
