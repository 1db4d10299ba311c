import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Store
import Testing

@testable import Belong

@Suite("A live feed")
struct ServiceFeedTests {
    let world: Neighbourhood

    init() async throws {
        world = try await Neighbourhood()
    }

    /// A publisher with so many services, ten on a page.
    private struct Publisher: Sendable {
        var count = 25
        var isOlder = false
        var firstPage = 1
        /// What is answered at these paths instead: a status and a body.
        var instead: [String: (HTTPResponse.Status, String)] = [:]
        var total: Int?

        func answer(_ request: Request) -> Response {
            let page = request.uri.queryParameters["page"].flatMap { Int($0) }
            let key = request.uri.path + (page.map { "?\($0)" } ?? "")
            if let (status, body) = instead[key] { return Self.response(status, body) }
            if let page { return Self.response(.ok, self.page(page)) }
            let id = request.uri.path.split(separator: "/").last.map(String.init) ?? ""
            return Self.response(.ok, service(id, isFull: true))
        }

        private func service(_ id: String, isFull: Bool) -> String {
            let more =
                isFull ? ", \"\(isOlder ? "regular_schedules" : "schedules")\": [{\"byday\": \"TU\"}]" : ""
            return "{\"id\": \"\(id)\", \"name\": \"Tea \(id)\"\(more)}"
        }

        private func page(_ number: Int) -> String {
            let place = number - firstPage
            let ids = (1...count).map { "s\($0)" }.dropFirst(place * 10).prefix(10)
            let list = "[\(ids.map { service($0, isFull: false) }.joined(separator: ","))]"
            let last = place * 10 + 10 >= count
            return isOlder
                ? "{\"totalElements\": \(total ?? count), \"first\": \(place == 0), \"last\": \(last), \"number\": \(number), \"content\": \(list)}"
                : "{\"total_items\": \(total ?? count), \"first_page\": \(place == 0), \"last_page\": \(last), \"page_number\": \(number), \"contents\": \(list)}"
        }

        private static func response(_ status: HTTPResponse.Status, _ body: String) -> Response {
            let headers: HTTPFields =
                status == .found ? [.location: body] : [.contentType: "application/json"]
            return Response(
                status: status,
                headers: headers,
                body: .init(byteBuffer: ByteBuffer(string: body))
            )
        }
    }

    private func take(
        _ publisher: Publisher,
        allowPrivate: Bool = true,
        path: String = ""
    ) async throws -> ImportReport {
        let router = Router()
        router.get("**") { request, _ in publisher.answer(request) }
        let store = world.store
        return try await Application(router: router).test(.live) { client in
            let port = try #require(client.port)
            return try await OpenReferralImport(store: store)
                .feed("http://127.0.0.1:\(port)\(path)", allowPrivate: allowPrivate)
        }
    }

    @Test func `is read page by page, and each service whole`() async throws {
        let report = try await take(Publisher())

        #expect(report.taken == 25 && report.refusals.isEmpty)
        #expect(try await world.names("tea s7 on Tuesday") == ["Tea s7"])
    }

    @Test(arguments: [0, 1])
    func `of the older shape is read too, from whichever number it counts`(_ firstPage: Int) async throws {
        let report = try await take(Publisher(isOlder: true, firstPage: firstPage))

        #expect(report.taken == 25 && report.refusals.isEmpty)
    }

    @Test(arguments: ["/services?2", "/services?3", "/services/s17"])
    func `that stops half way changes nothing`(_ place: String) async throws {
        _ = try await take(Publisher(count: 3))
        let before = try await world.count("activity WHERE gone_at IS NULL")

        for broken in [
            (HTTPResponse.Status.internalServerError, "{}"), (.ok, "{\"contents\": ["), (.ok, "<html>"),
        ] {
            await #expect(throws: UnreadableSource.self) {
                _ = try await take(Publisher(instead: [place: broken]))
            }
        }

        #expect(before == 3)
        #expect(try await world.count("activity") == 3)
        #expect(try await world.count("activity WHERE gone_at IS NULL") == 3)
    }

    @Test func `that gives fewer services than it says has stopped half way`() async throws {
        await #expect(throws: UnreadableSource.self) { _ = try await take(Publisher(total: 26)) }
        #expect(try await world.count("activity") == 0)
    }

    @Test func `lists a service that has no page, and takes the rest`() async throws {
        let report = try await take(Publisher(instead: ["/services/s12": (.notFound, "{}")]))

        #expect(report.taken == 24)
        #expect(
            report.refusals.map(\.description)
                == ["page 2, service 2: the feed lists it and has no page for it"]
        )
    }

    @Test func `is refused where it leads inside the house, unless that is meant`() async throws {
        await #expect(
            throws: UnreadableSource(
                "127.0.0.1 lies inside this network. If that is meant, allow private addresses."
            )
        ) {
            _ = try await take(Publisher(), allowPrivate: false)
        }
    }

    @Test func `is followed when it moves, but not for ever and not to anywhere`() async throws {
        let moved = try await take(
            Publisher(instead: ["/old/services?1": (.found, "/services?page=1")]),
            path: "/old/services"
        )
        #expect(moved.taken + moved.refusals.count > 0)

        for place in ["/services?page=1", "file:///etc/passwd", "ftp://example.com/"] {
            await #expect(throws: UnreadableSource.self) {
                _ = try await take(Publisher(instead: ["/services?1": (.found, place)]))
            }
        }
    }

    @Test(arguments: ["", "ftp://example.com", "javascript:alert(1)", "list.json", "http://"])
    func `has an address of the web`(_ address: String) async throws {
        await #expect(throws: UnreadableSource.self) {
            _ = try await OpenReferralImport(store: world.store).feed(address)
        }
    }
}

@Suite("A public address")
struct PublicAddressTests {
    @Test(
        arguments: [
            "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1",
            "fe80::1%eth0", "fc00::1",
            "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2001:db8::1", "2002:7f00:1::",
            "64:ff9b::7f00:1",
            "nonsense", "",
        ]
    )
    func `is not one of these`(_ address: String) {
        #expect(!PublicAddress.isPublic(address))
    }

    @Test(arguments: [
        "93.184.216.34", "172.32.0.1", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:8.8.8.8",
    ])
    func `is one of these`(_ address: String) {
        #expect(PublicAddress.isPublic(address))
    }
}
