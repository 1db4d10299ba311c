import Foundation
import Hummingbird
import Kernel
import Store
import Web

struct PostRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/post", use: unsent)
        router.post("/post/{message}/retry", use: retry)
        router.post("/post/{message}/printing", use: print)
        router.get("/printing", use: waiting)
        router.get("/printing/all", use: letters)
        router.get("/printing/{message}", use: letter)
        router.post("/printing/{message}/done", use: done)
    }

    func unsent(_ request: Request, _ context: Context) async throws -> Response {
        let unsent = try await Post(store: store, member: context.member).unsent()
        return context.page(PostPage(today: Day(.now), unsent: unsent))
    }

    func retry(_ request: Request, _ context: Context) async throws -> Response {
        try await Post(store: context.store(store), member: context.member).retry(context.id("message"))
        return .seeOther("/post")
    }

    func print(_ request: Request, _ context: Context) async throws -> Response {
        try await Post(store: context.store(store), member: context.member).print(context.id("message"))
        return .seeOther("/post")
    }

    func waiting(_ request: Request, _ context: Context) async throws -> Response {
        guard try context.member.isA(.linkWorker) else { throw Missing() }
        let waiting = try await Printing(store: store, member: context.member).waiting()
        return context.page(PrintingPage(lines: waiting.map { .init(id: $0.id, name: $0.name) }))
    }

    func letters(_ request: Request, _ context: Context) async throws -> Response {
        try await context.page(Printing(store: store, member: context.member).letters())
    }

    func letter(_ request: Request, _ context: Context) async throws -> Response {
        let letter = try await Printing(store: store, member: context.member).letter(context.id("message"))
        return context.page(PrintedLetterPage(letter, on: Day(.now)))
    }

    func done(_ request: Request, _ context: Context) async throws -> Response {
        try await Printing(store: context.store(store), member: context.member).done(context.id("message"))
        return .seeOther("/printing")
    }
}
