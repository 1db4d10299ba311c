import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The public way in: asking for a link worker oneself.
struct AskingRoutes: Routes {
    let store: any Store
    let site: WebAddress

    func add(to router: RouterGroup<Context>) {
        router.get("/ask", use: blank)
        router.post("/ask", use: ask)
        router.get("/asked", use: thanks)
    }

    func blank(_ request: Request, _ context: Context) async throws -> Response {
        var form = ReferralForm()
        form.practice = context.asked("practice", of: request)
        let page = try await page(form, sought: context.asked("surgery", of: request))
        guard !page.surgeries.mustBeFound else { return context.page(SurgeryPage(asking: page.surgeries)) }
        return context.page(page)
    }

    func ask(_ request: Request, _ context: Context) async throws -> Response {
        let again = { (form: ReferralForm, problems: Problems) in try await page(form, problems) }
        return try await context.form(ReferralForm.self, from: request, again: again) { form in
            let asked = try form.readAsked(today: Day(.now))
            let referring = Referring(store: context.store(store), member: nil, site: site)
            if let prompt = try await referring.prompt(before: asked, isHeeded: form.isHeeded) {
                var page = try await page(form)
                page.prompt = prompt
                return context.page(page, status: .unprocessableContent)
            }
            try await wait(context)
            _ = try await referring.refer(asked)
            return .seeOther("/asked?practice=\(asked.practice)")
        }
    }

    /// A form that came too soon after many others comes back as it was typed.
    private func wait(_ context: Context) async throws {
        do {
            try await Pacing(store: store).take(.asking, from: context.address)
        } catch let tooMany as Pacing.TooMany {
            var problems = Problems()
            problems.add("sending", tooMany.sentence)
            throw problems
        }
    }

    /// When they hear, as the message to them says it, and whom to ring until then.
    func thanks(_ request: Request, _ context: Context) async throws -> Response {
        let practice = context.asked("practice", of: request).flatMap { Organisation.ID($0) }
        return try await context.page(store.read { view in try view.askedPage(at: practice, .now) })
    }

    private func page(
        _ form: ReferralForm,
        _ problems: Problems = Problems(),
        sought: String? = nil
    ) async throws -> AskingPage {
        let surgeries = try await store.read { view in
            try view.surgeries(chosen: form.practice, sought: sought, at: .now)
        }
        return AskingPage(form: form, surgeries: surgeries, problems: problems)
    }
}
