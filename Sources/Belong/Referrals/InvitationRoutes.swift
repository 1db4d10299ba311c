import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// The invitation behind its link: to be read, answered, and read again as a letter.
struct InvitationRoutes: LinkPage, Routes {
    let store: any Store

    var opens: Link.Opens { .invitation }

    func add(to router: RouterGroup<Context>) {
        router.get("/l/{token}/letter", use: letter)
    }

    func show(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        try await context.page(InvitationPage(invitations(context).open(token), token: token))
    }

    func answer(_ token: String, _ request: Request, _ context: Context) async throws -> Response {
        let shown = { try await InvitationPage(invitations(context).open(token), token: token) }
        return try await context.form(\InvitationPage.typed, of: shown, from: request) { form in
            try await invitations(context).answer(token, form.read())
            return .seeOther("/l/\(token)")
        }
    }

    func letter(_ request: Request, _ context: Context) async throws -> Response {
        guard let token = context.parameters.get("token") else { throw Missing() }
        do {
            let invitation = try await invitations(context).open(token, .printed)
            return context.page(InvitationLetterPage(invitation, on: Day(.now)))
        } catch is Missing {
            // The page itself says whom to ring.
            return .seeOther("/l/\(token)")
        }
    }

    private func invitations(_ context: Context) -> Invitations {
        Invitations(store: context.store(store))
    }
}
