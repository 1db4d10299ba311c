import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Store
import TestStores
import Testing

@testable import Belong

@Suite("Every route")
struct RouteTests {
    private let site: Site

    init() async throws {
        let address = try #require(WebAddress("http://localhost"))
        site = try await Site(store: TestStores.fresh(Features.changes), address: address, isDemo: true)
    }

    /// A way in: `GET /cases/{case}`.
    private struct Route {
        let method: HTTPRequest.Method
        let path: String
    }

    private var routes: [Route] {
        site.plain().routes.map { Route(method: $0.method, path: "\($0.path)") }
    }

    /// What a stranger is answered there, with the names in the path filled by nothing in particular.
    private func answers() async throws -> [(route: Route, answer: TestResponse)] {
        try await Application(router: site.router()).test(.router) { client in
            var answers: [(Route, TestResponse)] = []
            for route in routes {
                let path = route.path.replacing(/\{[^}]*\}/, with: Key<Member>().description)
                let answer = try await client.execute(uri: path, method: route.method)
                answers.append((route, answer))
            }
            return answers
        }
    }

    @Test func `is open to everyone by declaration, or sends a stranger to the front door`() async throws {
        try #require(routes.count > 5)

        for (route, answer) in try await answers() {
            let name = "\(route.method) \(route.path)"
            let isSentAway =
                answer.status == .seeOther && answer.headers[.location]?.hasPrefix("/signing-in") == true
            if Features.publicPaths.contains(route.path) {
                #expect(!isSentAway, "\(name) is said to be open and is not")
                #expect(answer.status.kind != .serverError, "\(name) breaks")
            } else {
                #expect(isSentAway, "\(name) answers a stranger \(answer.status)")
                #expect(answer.headers[.setCookie] == nil)
            }
        }
    }

    @Test func `that is declared open is there`() {
        let there = Set(routes.map(\.path))
        #expect(Set(Features.publicPaths).subtracting(there).isEmpty)
    }

    @Test func `answers with headers that let nothing else in and keep nothing`() async throws {
        for (route, answer) in try await answers() {
            let name = "\(route.method) \(route.path)"
            let policy = HTTPField.Name("Content-Security-Policy").flatMap { answer.headers[$0] }
            #expect(policy?.contains("default-src 'none'") == true, "\(name)")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(name)")
            #expect(answer.headers[.cacheControl] != nil, "\(name)")
        }
    }

    @Test func `that only a demonstration has is not there in earnest`() async throws {
        let earnest = Site(store: site.store, address: site.address)

        #expect(!earnest.plain().routes.contains { "\($0.path)".hasPrefix("/preview") })
    }
}
