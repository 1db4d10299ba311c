import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The copy of somebody's record: read through, given, and read by them.
struct RecordRoutes: LinkPage, Routes {
    let store: any Store
    let site: WebAddress
    let opens = Link.Opens.record

    func add(to router: RouterGroup<Context>) {
        router.get("/cases/{case}/record", use: read)
        router.post("/cases/{case}/record", use: give)
        router.post("/cases/{case}/record/hidings", use: hide)
        router.post("/cases/{case}/record/hidings/{hiding}/end", use: showAfterAll)
        router.get("/cases/{case}/record/{copy}", use: copy)
    }

    func read(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).record(context.id("case")))
    }

    func hide(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        return try await context.form(HidingForm.self, from: request, again: again(id, context)) { form in
            let (cause, words) = try form.read()
            try await cases(context).hide(form.passage, cause, because: words, of: id)
            return .seeOther("/cases/\(id)/record")
        }
    }

    func showAfterAll(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        try await cases(context).show(context.id("hiding"), of: id)
        return .seeOther("/cases/\(id)/record")
    }

    func give(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        return try await context.form(RecordGivingForm.self, from: request, again: again(id, context)) {
            form in
            let copy = try await cases(context).give(form.read(), form.seal, of: id, at: site)
            return .seeOther("/cases/\(id)/record/\(copy)")
        }
    }

    func copy(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(cases(context).copy(context.id("copy"), of: context.id("case")))
    }

    func show(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        try await context.page(RecordCopies(store: store).open(token))
    }

    func answer(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        throw Missing()
    }

    private func again<Form: Sendable>(
        _ id: Case.ID,
        _ context: Context
    ) -> (Form, Problems) async throws -> RecordPage {
        { form, problems in
            var page = try await Cases(store: store, member: context.member).record(id)
            (page.hiding, page.problems) = (form as? HidingForm, problems)
            return page
        }
    }

    private func cases(_ context: Context) throws -> Cases {
        try Cases(store: context.store(store), member: context.member)
    }
}

/// Why a passage is left out.
struct HidingForm: Decodable, Sendable {
    let passage: String
    var cause: String?
    var words: String?

    func read() throws(Problems) -> (cause: Passage.Hiding.Cause, words: String) {
        var problems = Problems()
        let cause = problems.unless(
            cause.flatMap(Passage.Hiding.Cause.init),
            "cause",
            "Say why it is left out"
        )
        let words = problems.text(words, "words", "Say in a line why it is left out", upTo: 500)
        guard let cause, let words, problems.list.isEmpty else { throw problems }
        return (cause, words)
    }
}

/// How the copy goes, once it was read through.
struct RecordGivingForm: Decodable, Sendable {
    let seal: String
    var through: [String]?
    var way: String?

    func read() throws(Problems) -> RecordCopy.Way {
        var problems = Problems()
        _ = problems.unless(
            through?.contains("yes") == true ? true : nil,
            "read",
            "Read every passage first"
        )
        let way = problems.unless(way.flatMap(RecordCopy.Way.init), "way", "Choose how they get it")
        guard let way, problems.list.isEmpty else { throw problems }
        return way
    }
}
