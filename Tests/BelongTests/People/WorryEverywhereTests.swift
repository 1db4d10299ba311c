import Kernel
import Testing

@testable import Belong

@Suite("A worry can be raised")
struct WorryEverywhereTests {
    let sight: InSight
    var here: Neighbourhood { sight.here }

    init() async throws {
        sight = try await InSight()
    }

    @Test(
        arguments: [
            "/call", "/contacts/new", "/plan", "/plan/versions", "/closing", "/news", "/shortlist", "/log",
            "/introductions/new",
        ]
    )
    func `from every page of a case`(_ page: String) async throws {
        let path = sight.story.path
        let activity = page == "/introductions/new" ? "?activity=\(sight.lunch)" : ""

        let seen = try await here.opens(path + page + activity, as: here.amara)

        #expect(seen.status == 200 && seen.says("href=\"\(path)/worry\""), "\(seen.status)")
        let form = try await here.opens("\(path)/worry", as: here.amara)
        #expect(form.location == "/people/\(sight.story.person)/worries/new")
    }

    @Test func `from what is kept of somebody, and from news of them`() async throws {
        let form = "/people/\(sight.story.person)/worries/new"
        for page in ["", "/correction", "/versions", "/merging"] {
            let seen = try await here.opens("/people/\(sight.story.person)\(page)", as: here.amara)
            #expect(seen.says(form), "\(page) \(seen.status)")
        }
        #expect(try await here.opens("/news/\(sight.news)", as: here.drPatel).says(form))
        #expect(try await here.opens(form, as: here.drPatel).status == 200)
    }

    @Test func `by nobody else, who do not learn whose case it is`() async throws {
        for other in here.everyone where other.id != here.amara.id {
            #expect(try await here.opens("\(sight.story.path)/worry", as: other).status == 404)
        }
    }
}
