import Hummingbird
import Store
import Web

/// What a load balancer asks: are you alive, and can you work?
struct HealthRoutes: Routes {
    let store: any Store

    func add(to router: RouterGroup<Context>) {
        router.get("/healthz", use: alive)
        router.get("/readyz", use: ready)
    }

    func alive(_ request: Request, _ context: Context) async throws -> Response {
        .words("alive", .ok)
    }

    func ready(_ request: Request, _ context: Context) async throws -> Response {
        await Readiness(of: store).isReady
            ? .words("ready", .ok)
            : .words("the store does not answer", .serviceUnavailable)
    }
}

extension Response {
    fileprivate static func words(_ words: String, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: words + "\n"))
        )
    }
}
