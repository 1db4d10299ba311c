import Foundation
import Hummingbird
import Kernel
import Store
import Web

/// What is marked of a conversation with a tap.
struct MarkRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.post("/cases/{case}/contacts/{contact}/fit/{answer}", use: fit)
        router.post("/cases/{case}/contacts/{contact}/clinician/advised", use: advised)
        router.post("/cases/{case}/contacts/{contact}/clinician/not", use: notAdvised)
    }

    func fit(_ request: Request, _ context: Context) async throws -> Response {
        guard let fit = context.parameters.get("answer").flatMap(ServiceFit.init(rawValue:)) else {
            throw Missing()
        }
        try await cases(context).say(fit, after: context.id("contact"), on: context.id("case"))
        return try back(context)
    }

    func advised(_ request: Request, _ context: Context) async throws -> Response {
        try await cases(context).advise(true, at: context.id("contact"), on: context.id("case"))
        return try back(context)
    }

    func notAdvised(_ request: Request, _ context: Context) async throws -> Response {
        try await cases(context).advise(false, at: context.id("contact"), on: context.id("case"))
        return try back(context)
    }

    private func back(_ context: Context) throws -> Response {
        let (id, contact): (Case.ID, Contact.ID) = try (context.id("case"), context.id("contact"))
        return .seeOther("/cases/\(id)/contacts/\(contact)")
    }

    private func cases(_ context: Context) throws -> Cases {
        try Cases(store: context.store(store), member: context.member)
    }
}
