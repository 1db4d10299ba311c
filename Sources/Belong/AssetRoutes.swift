import Hummingbird
import NIOCore
import Web

/// The few files a page needs besides itself, carried inside the program.
struct AssetRoutes: Routes {
    private static let script = "text/javascript; charset=utf-8"

    func add(to router: RouterGroup<Context>) {
        serve(PackageResources.belong_css, "assets/belong.css", as: "text/css; charset=utf-8", on: router)
        serve(PackageResources.belong_js, "assets/belong.js", as: Self.script, on: router)
        serve(PackageResources.away_js, "assets/away.js", as: Self.script, on: router)
        serve(PackageResources.kept_js, "assets/kept.js", as: Self.script, on: router)
        serve(PackageResources.away_page_js, "assets/away-page.js", as: Self.script, on: router)
        serve(PackageResources.belong_svg, "assets/belong.svg", as: "image/svg+xml", on: router)
        // At the root, as a worker looks after what is below it.
        serve(PackageResources.away_worker_js, "away-worker.js", as: Self.script, on: router)
    }

    private func serve(_ bytes: [UInt8], _ path: String, as kind: String, on router: RouterGroup<Context>) {
        let body = ByteBuffer(bytes: bytes)
        router.get(RouterPath("/\(path)")) { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: kind, .cacheControl: "max-age=300"],
                body: .init(byteBuffer: body)
            )
        }
    }
}
