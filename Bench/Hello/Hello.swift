import Hummingbird

/// The least a server of this kind can do: one word over HTTP. The pages of
/// Belong are measured against it in the same run.
@main
struct Hello {
    static func main() async throws {
        let router = Router()
        router.get("/") { _, _ in "Hello" }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8099
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port))
        )
        try await application.runService()
    }
}
