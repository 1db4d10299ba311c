import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Store
import Web

/// Codes for a practice's record: drafted, checked, given.
struct CodeRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/cases/{case}/codes", use: open)
        router.post("/cases/{case}/codes", use: check)
        router.get("/cases/{case}/codes/file", use: file)
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(looking(context).page(context.id("case")))
    }

    func check(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let again = { (form: CodesForm, problems: Problems) async throws -> CodesPage in
            var page = try await looking(context).page(id, problems)
            page.typed = form
            return page
        }
        return try await context.form(CodesForm.self, from: request, again: again) { form in
            let entries = try CodedEntries(store: context.store(store), member: context.member)
            try await entries.check(form.read(), of: id)
            return .seeOther("/cases/\(id)/codes")
        }
    }

    func file(_ request: Request, _ context: Context) async throws -> Response {
        let text = try await looking(context).file(context.id("case"))
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"codes.csv\"",
            ],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    private func looking(_ context: Context) throws -> CodedEntries {
        try CodedEntries(store: store, member: context.member)
    }
}
