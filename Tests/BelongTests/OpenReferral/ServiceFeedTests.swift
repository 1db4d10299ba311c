import Foundation
import HTTPTypes
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A live feed")
struct ServiceFeedTests {
    let world: Neighbourhood
    private let name = UUID().uuidString

    init() async throws {
        world = try await Neighbourhood()
    }

    private func take(
        _ publisher: Publisher,
        allowPrivate: Bool = true,
        path: String = ""
    ) async throws -> ImportReport {
        let address = try await Publishers.shared.publish(publisher, at: name)
        return try await OpenReferralImport(store: world.store)
            .feed(address + path, allowPrivate: allowPrivate)
    }

    @Test func `is read page by page, and each service whole`() async throws {
        let report = try await take(Publisher())

        #expect(report.taken == 25 && report.refusals.isEmpty)
        #expect(try await world.names("tea x7 on Tuesday") == ["Tea x7"])
    }

    @Test(arguments: [0, 1])
    func `of the older shape is read too, from whichever number it counts`(_ firstPage: Int) async throws {
        let report = try await take(Publisher(isOlder: true, firstPage: firstPage))

        #expect(report.taken == 25 && report.refusals.isEmpty)
    }

    @Test(arguments: ["/services?2", "/services?3", "/services/x17"])
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

    @Test func `read twice changes nothing, and loses what it lists no longer`() async throws {
        _ = try await take(Publisher())

        let again = try await take(Publisher())
        let fewer = try await take(Publisher(count: 24))

        #expect(again.unchanged == 25 && !again.changedAnything)
        #expect(fewer.gone == 1 && fewer.unchanged == 24)
    }

    @Test func `lists a service that has no page, and takes the rest`() async throws {
        let report = try await take(Publisher(instead: ["/services/x12": (.notFound, "{}")]))

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
            Publisher(instead: ["/old/services?1": (.found, "/\(name)/services?page=1")]),
            path: "/old/services"
        )
        #expect(moved.taken == 25)

        for place in ["/\(name)/services?page=1", "file:///etc/passwd", "ftp://example.com/"] {
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
