import Kernel
import Store
import Testing

@testable import Belong

@Suite("A group's room is seen")
struct CapacitySightTests {
    let sight: InSight
    var here: Neighbourhood { sight.here }
    var path: String { "/community/\(sight.lunch)" }

    init() async throws {
        sight = try await InSight()
    }

    private func sees(_ member: Member) async throws -> Bool {
        let seen = try await here.opens(path, as: member)
        #expect(seen.status == 200)
        return seen.says(InSight.wait)
    }

    @Test func `by the person as its public parts, where it was picked out for them`() async throws {
        let site = try here.site().address
        try await Shortlists(store: here.store, member: here.amara, site: site)
            .add(sight.lunch, to: sight.story.id)
        let seen = try await sight.opens(sight.own(), as: nil)
        #expect(seen.says("Tuesday lunch") && !seen.says("ask for Jean, side door"))
    }

    @Test func `by the link worker`() async throws {
        #expect(try await sees(here.amara))
    }

    @Test func `by another link worker`() async throws {
        #expect(try await sees(here.jo))
    }

    @Test func `by a clinician`() async throws {
        #expect(try await sees(here.drPatel))
    }

    @Test func `not by reception, who have its telephone numbers`() async throws {
        #expect(try await !sees(here.mina))
    }

    @Test func `by the practice manager`() async throws {
        #expect(try await sees(here.peter))
    }

    @Test func `by the supervisor`() async throws {
        #expect(try await sees(here.ruth))
    }

    @Test func `by the group's own coordinator, and of other groups by none`() async throws {
        #expect(try await sees(here.walter))
        let choir = try await here.group("Choir", email: "choir@example.org")
        try await here.says(.full, choir)
        #expect(try await !here.opens("/community/\(choir)", as: here.walter).says("Full"))
    }

    @Test func `by the network's lead`() async throws {
        #expect(try await sees(here.nadia))
    }
}
