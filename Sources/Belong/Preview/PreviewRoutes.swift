import Hummingbird
import Kernel
import Web

/// Every page in its sample state, for whoever builds or checks the pages. Only
/// a demonstration has it.
struct PreviewRoutes: Routes {
    func add(to router: RouterGroup<Context>) {
        router.get("/preview", use: gallery)
        router.get("/preview/{page}", use: sample)
    }

    func gallery(_ request: Request, _ context: Context) async throws -> Response {
        context.page(
            Gallery(pages: Features.pages.map { Gallery.Line(name: "\($0)", title: $0.sample.title) })
        )
    }

    func sample(_ request: Request, _ context: Context) async throws -> Response {
        let name = context.parameters.get("page")
        guard let page = Features.pages.first(where: { "\($0)" == name }) else { throw Missing() }
        return context.page(page.sample)
    }
}
