import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// Publishers of services on this machine, each at its own address, for tests of
/// the real line. One server stands for all of them until the tests are over.
final class Publishers: Sendable {
    static let shared = Publishers()

    private let known = Mutex<[String: Publisher]>([:])
    private let started = Mutex<Task<Int, any Error>?>(nil)

    /// Puts this publisher at that address, in the place of whoever was there.
    func publish(_ publisher: Publisher, at name: String) async throws -> String {
        known.withLock { $0[name] = publisher }
        let starting = started.withLock { started in
            let starting = started ?? Task { try await self.open() }
            started = starting
            return starting
        }
        return try await "http://127.0.0.1:\(starting.value)/\(name)"
    }

    private func open() async throws -> Int {
        let router = Router()
        router.get("**") { [self] request, _ in answer(request) }
        return try await withCheckedThrowingContinuation { continuation in
            let application = Application(
                router: router,
                configuration: .init(address: .hostname("127.0.0.1", port: 0)),
                onServerRunning: { channel in
                    continuation.resume(returning: channel.localAddress?.port ?? 0)
                }
            )
            Task { try await application.run() }
        }
    }

    private func answer(_ request: Request) -> Response {
        let parts = request.uri.path.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, let publisher = known.withLock({ $0[parts[0]] }) else {
            return Response(status: .badRequest)
        }
        return publisher.answer("/" + parts[1], page: request.uri.queryParameters["page"].flatMap { Int($0) })
    }
}

/// A publisher with so many services, ten on a page.
struct Publisher: Sendable {
    var count = 25
    var isOlder = false
    var firstPage = 1
    /// What is answered at these paths instead: a status, and a body or where to go.
    var instead: [String: (HTTPResponse.Status, String)] = [:]
    /// How many it says it has.
    var total: Int?

    func answer(_ path: String, page: Int?) -> Response {
        let key = path + (page.map { "?\($0)" } ?? "")
        if let (status, body) = instead[key] { return response(status, body) }
        if let page { return response(.ok, self.page(page)) }
        let id = path.split(separator: "/").last.map(String.init) ?? ""
        return response(.ok, service(id, isFull: true))
    }

    private func service(_ id: String, isFull: Bool) -> String {
        let times = isOlder ? "regular_schedules" : "schedules"
        let more = isFull ? ", \"\(times)\": [{\"byday\": \"TU\"}]" : ""
        return "{\"id\": \"\(id)\", \"name\": \"Tea \(id)\"\(more)}"
    }

    private func page(_ number: Int) -> String {
        let place = number - firstPage
        let ids = (1...count).map { "x\($0)" }.dropFirst(place * 10).prefix(10)
        let list = "[\(ids.map { service($0, isFull: false) }.joined(separator: ","))]"
        let (first, last) = (place == 0, place * 10 + 10 >= count)
        return isOlder
            ? """
            {"totalElements": \(total ?? count), "first": \(first), "last": \(last), "number": \(number),
            "content": \(list)}
            """
            : """
            {"total_items": \(total ?? count), "first_page": \(first), "last_page": \(last),
            "page_number": \(number), "contents": \(list)}
            """
    }

    private func response(_ status: HTTPResponse.Status, _ body: String) -> Response {
        let headers: HTTPFields = status == .found ? [.location: body] : [.contentType: "application/json"]
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
    }
}
