import Kernel
import Store
import Testing

@testable import Belong

@Suite("Own case notes are seen")
struct CaseNotesSightTests {
    let sight: InSight
    var here: Neighbourhood { sight.here }
    var path: String { sight.story.path }

    init() async throws {
        sight = try await InSight()
    }

    private func isShut(to member: Member) async throws -> Bool {
        try await here.opens(path, as: member).status == 404
    }

    @Test func `by the person: their own words and plan, nothing of anybody else`() async throws {
        let seen = try await sight.opens(sight.own(), as: nil)

        #expect(seen.says(InSight.matters) && seen.says(InSight.goal))
        #expect(!seen.says(InSight.note))
    }

    @Test func `by the link worker whose case it is`() async throws {
        let seen = try await here.opens(path, as: here.amara)
        #expect(seen.says(InSight.matters) && seen.says(InSight.goal))
    }

    @Test func `by another link worker during cover only`() async throws {
        #expect(try await isShut(to: here.sam))
        try await sight.covers(by: here.sam, days: 0...1)
        #expect(try await here.opens(path, as: here.sam).says(InSight.matters))
    }

    @Test func `by another link worker no more when cover is over, and not before it begins`() async throws {
        try await sight.covers(by: here.sam, days: 3...5)
        #expect(try await isShut(to: here.sam))
    }

    @Test func `not by the clinician who referred`() async throws {
        #expect(try await isShut(to: here.drPatel))
    }

    @Test func `not by reception`() async throws {
        #expect(try await isShut(to: here.mina))
    }

    @Test func `not by the practice manager`() async throws {
        #expect(try await isShut(to: here.peter))
    }

    @Test func `by the supervisor when the link worker invites them`() async throws {
        #expect(try await isShut(to: here.ruth))
        try await sight.story.cases().show(sight.story.id)
        #expect(try await here.opens(path, as: here.ruth).says(InSight.matters))
    }

    @Test func `not by a group's coordinator`() async throws {
        #expect(try await isShut(to: here.walter))
    }

    @Test func `not by the network's lead`() async throws {
        #expect(try await isShut(to: here.nadia))
    }
}
