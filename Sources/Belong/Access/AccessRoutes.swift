import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct AccessRoutes: Routes {
    let store: any Store
    let cookie: TokenCookie
    let browser: TokenCookie
    /// Whoever a session belongs to, with what they find here.
    let recognise: @Sendable (String) async throws -> SignedIn?
    let passwords = Passwords()

    func add(to router: RouterGroup<Context>) {
        router.get("/signing-in", use: door)
        router.post("/signing-in", use: signIn)
        router.post("/signing-out", use: signOut)
        router.get("/me", use: me)
        router.post("/me/profile", use: writeProfile)
        router.post("/me/sessions/end", use: signOutEverywhere)
    }

    func door(_ request: Request, _ context: Context) async throws -> Response {
        let carried = context.asked("to", of: request).flatMap { Carried(path: $0) }
        return context.page(SigningInPage(carried: carried))
    }

    func signIn(_ request: Request, _ context: Context) async throws -> Response {
        let typed = try await request.decode(as: SigningInForm.self, context: context)
        let signingIn = SigningIn(store: store, passwords: passwords)
        do {
            let member = try await signingIn.signIn(
                typed.email,
                password: typed.password,
                from: context.address,
                browser: browser.token(in: request)
            )
            let token = try await Sessions(store: store).begin(for: member)
            let known = try await KnownBrowsers(store: store).remember(
                browser.token(in: request),
                for: member
            )
            var response = try await goingOn(typed.goingOn, as: recognise(token), context)
            cookie.set(token, on: &response)
            browser.set(known, on: &response)
            return response
        } catch let refused as SigningIn.Refused {
            return context.page(
                SigningInPage(typed: typed, refusal: refused.sentence, carried: typed.goingOn),
                status: .unprocessableContent
            )
        }
    }

    /// Back to the page they came from, or to what they had written, to send it.
    private func goingOn(_ carried: Carried?, as signedIn: SignedIn?, _ context: Context) -> Response {
        guard let carried, let signedIn else { return .seeOther("/") }
        guard !carried.fields.isEmpty else { return .seeOther(carried.path) }
        var context = context
        context.signedIn = signedIn
        return context.page(GoingOnPage(carried: carried))
    }

    func signOut(_ request: Request, _ context: Context) async throws -> Response {
        if let token = cookie.token(in: request) { try await Sessions(store: store).end(token) }
        return leaving()
    }

    func signOutEverywhere(_ request: Request, _ context: Context) async throws -> Response {
        try await Sessions(store: store).endAll(of: context.member.id)
        try await AwayDevices(store: store, member: context.member).forgetAll()
        return leaving()
    }

    func me(_ request: Request, _ context: Context) async throws -> Response {
        var page = try await MePage(context.member, ProfileForm(profiles(context).mine()))
        page.hasNewPassword = context.asked("password", of: request) == "changed"
        page.devices = try await AwayDevices(store: store, member: context.member).all().map { device in
            ("\(device.id)", "\(Day(device.seenAt).spoken) at \(London.time(device.seenAt))")
        }
        return context.page(page)
    }

    func writeProfile(_ request: Request, _ context: Context) async throws -> Response {
        let again = { (form: ProfileForm, problems: Problems) in try MePage(context.member, form, problems) }
        return try await context.form(ProfileForm.self, from: request, again: again) { form in
            try await profiles(context).write(form.read())
            return .seeOther("/me")
        }
    }

    private func leaving() -> Response {
        var response = Response.seeOther("/signing-in")
        cookie.clear(on: &response)
        return response
    }

    private func profiles(_ context: Context) throws -> Profiles {
        try Profiles(store: context.store(store), member: context.member)
    }
}
