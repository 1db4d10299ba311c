import Hummingbird
import NIOCore
import Web

/// The few files a page needs besides itself, carried inside the program.
struct AssetRoutes: Routes {
    func add(to router: RouterGroup<Context>) {
        serve(PackageResources.belong_css, "belong.css", as: "text/css; charset=utf-8", on: router)
        serve(PackageResources.belong_js, "belong.js", as: "text/javascript; charset=utf-8", on: router)
        serve(PackageResources.belong_svg, "belong.svg", as: "image/svg+xml", on: router)
    }

    private func serve(_ bytes: [UInt8], _ name: String, as kind: String, on router: RouterGroup<Context>) {
        let body = ByteBuffer(bytes: bytes)
        router.get(RouterPath("/assets/\(name)")) { _, _ in
            Response(
                status: .ok,
                headers: [.contentType: kind, .cacheControl: "max-age=300"],
                body: .init(byteBuffer: body)
            )
        }
    }
}
