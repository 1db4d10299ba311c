import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Feedback is seen")
struct FeedbackSightTests {
    let sight: InSight
    var here: Neighbourhood { sight.here }
    var path: String { "/news/\(sight.news)" }

    init() async throws {
        sight = try await InSight()
    }

    private func isShut(to member: Member) async throws -> Bool {
        try await here.opens(path, as: member).status == 404
    }

    @Test func `by the person, who puts their own words beside it`() async throws {
        let own = try await sight.own()
        #expect(try await sight.opens(own, as: nil).says(InSight.told))

        let fields: KeyValuePairs = ["news": "\(sight.news)", "words": "I cook on Sundays now."]
        #expect(try await here.sends(own, fields, as: nil).location == own)

        #expect(try await sight.opens(own, as: nil).says("I cook on Sundays now."))
        #expect(try await here.opens(path, as: here.drPatel).says("I cook on Sundays now."))
        #expect(try await here.opens(path, as: here.drPatel).says(InSight.told))
    }

    @Test func `by the person with words that are kept as they typed them when something is wrong`()
        async throws
    {
        let own = try await sight.own()
        let seen = try await here.sends(own, ["news": "\(sight.news)", "words": " "], as: nil)
        #expect(seen.status == 422 && seen.says("Write how you would say it"))
    }

    @Test func `by nobody through the link of somebody else`() async throws {
        let other = try await here.accepts(here.refers(Neighbourhood.particulars("Ada Poole")))
        let link = try await here.store.write { try $0.makeLink(to: .ownPage, other, at: .now).token }
        let seen = try await here.sends("/l/\(link)", ["news": "\(sight.news)", "words": "Mine"], as: nil)
        #expect(seen.status == 404)
        #expect(try await here.count("own_words") == 0)
    }

    @Test func `by the link worker who wrote it`() async throws {
        #expect(try await here.opens("\(sight.story.path)/news", as: here.amara).says(InSight.told))
    }

    @Test func `by another link worker during cover only`() async throws {
        #expect(try await here.opens("\(sight.story.path)/news", as: here.sam).status == 404)
        try await sight.covers(by: here.sam, days: 0...1)
        #expect(try await here.opens("\(sight.story.path)/news", as: here.sam).says(InSight.told))
    }

    @Test func `by the clinician who referred, and no other`() async throws {
        #expect(try await here.opens(path, as: here.drPatel).says(InSight.told))
        #expect(try await isShut(to: here.drLowe))
    }

    @Test func `not by reception`() async throws {
        #expect(try await isShut(to: here.mina))
        #expect(try await here.opens("/news", as: here.mina).status == 404)
    }

    @Test func `not by the practice manager`() async throws {
        #expect(try await isShut(to: here.peter))
    }

    @Test func `not by the supervisor`() async throws {
        #expect(try await isShut(to: here.ruth))
    }

    @Test func `by the group as the one question it is asked`() async throws {
        #expect(try await isShut(to: here.walter))
        #expect(try await !here.opens("/welcome", as: here.walter).says(InSight.told))
    }

    @Test func `not by the network's lead`() async throws {
        #expect(try await isShut(to: here.nadia))
    }
}
