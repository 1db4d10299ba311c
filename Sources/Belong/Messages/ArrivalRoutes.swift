import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Store
import Web

/// Texts that come in, and what is written to and fro.
struct ArrivalRoutes: Routes {
    let store: any Store
    let site: WebAddress
    /// What Notify shows when it hands a text on. Without one the door is not there.
    let token: String?

    /// Open to Notify, which has no session and sends no form of ours.
    static let door = "/notify/arrival"

    func add(to router: RouterGroup<Context>) {
        router.post("/notify/arrival", use: take)
        router.get("/texts", use: unread)
        router.post("/texts", use: see)
        router.get("/cases/{case}/messages", use: show)
        router.post("/cases/{case}/messages", use: send)
    }

    /// As Notify words it.
    private struct Came: Decodable {
        let id: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let source_number: String
        let message: String
    }

    func take(_ request: Request, _ context: Context) async throws -> Response {
        let shown = request.headers[.authorization] ?? ""
        // Compared by digest, so that the time it takes tells nothing.
        guard let token, Sodium.digest(shown) == Sodium.digest("Bearer \(token)") else { throw Missing() }
        let body = try await request.body.collect(upTo: 65_536)
        guard let came = try? JSONDecoder().decode(Came.self, from: Data(body.readableBytesView)) else {
            return Response(status: .badRequest)
        }
        let given = came.source_number.filter { !$0.isWhitespace }
        let number = PhoneNumber(given.hasPrefix("44") ? "+\(given)" : given)
        let arrival = Arrival(
            id: Arrival.ID(),
            notification: String(came.id.prefix(100)),
            sender: number?.description ?? String(given.prefix(40)),
            body: String(came.message.asWritten.prefix(5_000))
        )
        try await Arriving(store: store, site: site).take(arrival)
        return Response(status: .noContent)
    }

    func unread(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(
            ArrivalsPage(unread: Arrivals(store: store, member: context.member).unread())
        )
    }

    private struct Seen: Decodable {
        let arrival: String
    }

    func see(_ request: Request, _ context: Context) async throws -> Response {
        let arrivals = try Arrivals(store: context.store(store), member: context.member)
        guard try context.member.isA(.administrator),
            let form = try? await request.decode(as: Seen.self, context: context),
            let id = Arrival.ID(form.arrival)
        else { throw Missing() }
        try await arrivals.see(id)
        return .seeOther("/texts")
    }

    func show(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(looking(context).page(context.id("case")))
    }

    func send(_ request: Request, _ context: Context) async throws -> Response {
        let id: Case.ID = try context.id("case")
        let again = { (form: CorrespondenceForm, problems: Problems) in
            var page = try await looking(context).page(id)
            (page.form, page.problems) = (form, problems)
            return page
        }
        let sending = try Correspondence(store: context.store(store), member: context.member)
        return try await context.form(CorrespondenceForm.self, from: request, again: again) { form in
            try await sending.send(form.read(), to: id)
            return .seeOther("/cases/\(id)/messages")
        }
    }

    private func looking(_ context: Context) throws -> Correspondence {
        try Correspondence(store: store, member: context.member)
    }
}
