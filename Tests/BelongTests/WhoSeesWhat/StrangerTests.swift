import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Store
import Testing

@testable import Belong

/// Somebody with an account and nothing to do here any more walks every route
/// there is, to things that are there and not theirs.
@Suite("A stranger who is signed in")
struct StrangerTests {
    private let sight: InSight
    private var here: Neighbourhood { sight.here }

    init() async throws {
        sight = try await InSight()
    }

    /// What anybody with an account may open: themselves, the groups, and the words for everyone.
    private static let theirs: Set<String> = [
        "GET /", "GET /me", "GET /me/password", "GET /community", "GET /community/{activity}",
        "POST /signing-in", "POST /signing-out", "POST /me/sessions/end", "POST /drafts/end",
    ]

    /// The things in the paths, each of them really there.
    private func things() async throws -> [String: String] {
        func one(_ table: SQL) async throws -> String {
            let found: Key<InSight>? = try await here.store.read { try $0.value("SELECT id FROM \(table)") }
            return try #require(found, "there is none of them").description
        }
        let jean = try await one("person")
        return try await [
            "case": sight.story.id.description, "person": jean, "other": jean,
            "referral": sight.story.referral.description, "contact": one("contact"),
            "introduction": one("introduction"), "news": sight.news.description,
            "activity": sight.lunch.description, "form": "contact",
            "subject": sight.story.id.description,
        ]
    }

    private func path(of route: String, _ things: [String: String]) -> String {
        route.replacing(/\{([^}]*)\}/) { things[String($0.output.1)] ?? Key<Member>().description }
    }

    @Test func `finds nothing of anybody on any route`() async throws {
        let things = try await things()
        let routes = try here.site().plain().routes.map { (method: $0.method, path: "\($0.path)") }
        try #require(routes.count > 100)

        for (method, route) in routes where !Features.publicPaths.contains(route) {
            let name = "\(method) \(route)"
            let path = path(of: route, things)
            let seen =
                try await method == .get
                ? here.opens(path, as: here.stranger) : here.sends(path, [:], as: here.stranger)
            for words in ["Jean", "Moss", InSight.note, InSight.matters, InSight.goal, InSight.told] {
                #expect(!seen.says(words), "\(name) says \(words)")
            }
            let isOpen = Self.theirs.contains(name)
            #expect(isOpen || [404, 400, 409, 422].contains(seen.status), "\(name) answers \(seen.status)")
            #expect(isOpen || method == .post || seen.status == 404, "\(name) answers \(seen.status)")
        }
        let stranger = here.stranger.id
        let lines = try await here.count("log_entry WHERE member = \(stranger) AND person IS NOT NULL")
        #expect(lines == 0)
    }
}
