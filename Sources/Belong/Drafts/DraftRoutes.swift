import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct DraftRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.post("/drafts/end", use: throwAway)
        router.post("/drafts/{form}/{subject}", use: keep)
    }

    /// Uses the plain store: the form's nonce is for sending it, not for keeping it.
    func keep(_ request: Request, _ context: Context) async throws -> Response {
        let drafts = try drafts(context)
        var request = request
        let body = String(buffer: try await request.collectBody(upTo: context.maxUploadSize))
        let form = try await request.decode(as: DraftForm.self, context: context)
        let kind = context.parameters.get("form").flatMap(Draft.Form.init)
        guard let kind, let draft = form.id else { throw Missing() }
        try await drafts.keep(draft, kind, about: context.id("subject", of: Draft.self), body)
        return request.isFromAPage ? .seeOther("\(form.page)?draft=\(draft)") : Response(status: .noContent)
    }

    func throwAway(_ request: Request, _ context: Context) async throws -> Response {
        let drafts = try drafts(context)
        let form = try await request.decode(as: DraftForm.self, context: context)
        if let draft = form.id { try await drafts.throwAway(draft) }
        return .seeOther(form.page)
    }

    private func drafts(_ context: Context) throws -> Drafts {
        try Drafts(store: store, member: context.member)
    }
}

/// Which draft, and the page on which its form stands.
private struct DraftForm: Decodable {
    let draft: String?
    let draftPage: String?

    var id: Draft.ID? { draft.flatMap { Draft.ID($0) } }

    /// A page of ours, whatever was sent.
    var page: String {
        guard let draftPage, draftPage.wholeMatch(of: /\/[A-Za-z0-9\-\/]*/) != nil else { return "/" }
        return draftPage.hasPrefix("//") ? "/" : draftPage
    }
}

extension Request {
    /// A browser going somewhere asks for a page; one that keeps a draft does not.
    fileprivate var isFromAPage: Bool {
        headers[.accept]?.contains("text/html") ?? false
    }
}
