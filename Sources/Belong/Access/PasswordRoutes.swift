import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct PasswordRoutes: Routes {
    let store: any Store
    let site: WebAddress
    let cookie: TokenCookie
    let passwords = Passwords()

    func add(to router: RouterGroup<Context>) {
        router.get("/me/password", use: begin)
        router.post("/me/password", use: change)
        router.get("/password/{token}", use: open)
        router.post("/password/{token}", use: set)
        router.get("/colleagues", use: colleagues)
        router.post("/colleagues/{member}/password-link", use: sendLink)
    }

    func begin(_ request: Request, _ context: Context) async throws -> Response {
        _ = try context.member
        return context.page(PasswordPage())
    }

    func change(_ request: Request, _ context: Context) async throws -> Response {
        let changing = try ChangingPassword(
            store: context.store(store),
            passwords: passwords,
            member: context.member
        )
        let again = { (_: PasswordForm, problems: Problems) in PasswordPage(problems: problems) }
        return try await context.form(PasswordForm.self, from: request, again: again) { form in
            try await changing.change(
                from: form.old ?? "",
                to: NewPassword(form.password, again: form.again),
                in: cookie.token(in: request) ?? "",
                from: context.address
            )
            return .seeOther("/me?password=changed")
        }
    }

    func open(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(page(Problems(), context))
    }

    func set(_ request: Request, _ context: Context) async throws -> Response {
        let token = try token(context)
        let again = { (_: PasswordForm, problems: Problems) async throws -> SetPasswordPage in
            try await page(problems, context)
        }
        return try await context.form(PasswordForm.self, from: request, again: again) { form in
            let new = try NewPassword(form.password, again: form.again)
            try await PasswordLinks(store: store, site: site).set(new, by: token)
            return .seeOther("/signing-in")
        }
    }

    func colleagues(_ request: Request, _ context: Context) async throws -> Response {
        let lines = try await Colleagues(store: store, member: context.member, site: site).all()
        return context.page(ColleaguesPage(lines: lines))
    }

    func sendLink(_ request: Request, _ context: Context) async throws -> Response {
        try await Colleagues(store: context.store(store), member: context.member, site: site)
            .sendLink(to: context.id("member"))
        return .seeOther("/colleagues")
    }

    private func page(_ problems: Problems, _ context: Context) async throws -> SetPasswordPage {
        let token = try token(context)
        let name = try await PasswordLinks(store: store, site: site).open(token)
        return SetPasswordPage(name: name, token: token, problems: problems)
    }

    private func token(_ context: Context) throws -> String {
        guard let token = context.parameters.get("token") else { throw Missing() }
        return token
    }
}
