import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A referral and the summary of its plan are seen")
struct ReferralSummarySightTests {
    let sight: InSight
    var here: Neighbourhood { sight.here }

    init() async throws {
        sight = try await InSight()
    }

    private func isShut(to member: Member) async throws -> Bool {
        try await here.opens(sight.referral, as: member).status == 404
    }

    @Test func `by the person: who suggested it and for what, behind their link`() async throws {
        let referral = sight.story.referral
        let token = try await here.store.write { try $0.makeLink(to: .invitation, referral, at: .now).token }

        let seen = try await here.opens("/l/\(token)", as: nil)
        #expect(seen.status == 200 && seen.says("Jean"))
        #expect(!seen.says("eats alone") && !seen.says(InSight.note))
    }

    @Test func `by the link worker, with what they need before ringing`() async throws {
        let seen = try await here.opens(sight.referral, as: here.amara)
        #expect(seen.says("eats alone"))
    }

    @Test func `by another link worker of the practice`() async throws {
        #expect(try await here.opens(sight.referral, as: here.sam).says("eats alone"))
    }

    @Test func `by the clinician who referred: goals and steps, never a note`() async throws {
        let seen = try await here.opens(sight.referral, as: here.drPatel)
        #expect(seen.says("eats alone") && seen.says(InSight.goal))
        #expect(!seen.says(InSight.note) && !seen.says("a secret note"))
    }

    @Test func `not by a clinician who did not refer`() async throws {
        #expect(try await isShut(to: here.drLowe))
    }

    @Test func `not by reception, unless they sent it, and then no plan`() async throws {
        #expect(try await isShut(to: here.mina))
        let theirs = try await here.refers(Neighbourhood.particulars("Ada Poole"), by: here.mina)
        let seen = try await here.opens("/referrals/\(theirs)", as: here.mina)
        #expect(seen.status == 200 && !seen.says("The plan"))
    }

    @Test func `by the practice manager as counts`() async throws {
        #expect(try await isShut(to: here.peter))
        let desk = try await here.opens("/desk", as: here.peter)
        #expect(desk.says("nobody waiting") && !desk.says("Jean"))
    }

    @Test func `by the supervisor if invited, as part of the case`() async throws {
        #expect(try await isShut(to: here.ruth))
        try await sight.story.cases().show(sight.story.id)
        #expect(try await here.opens(sight.story.path, as: here.ruth).says(InSight.goal))
    }

    @Test func `by the group: what the person agreed for that introduction, and no more`() async throws {
        #expect(try await isShut(to: here.walter))
        for seen in try await [
            here.opens("/welcome", as: here.walter), sight.opens(sight.groupLink(), as: nil),
        ] {
            #expect(seen.says("Jean") && seen.says("To eat with others again"))
            for secret in ["Moss", "1953", "07700 900112", "M33 7", "eats alone", InSight.note, InSight.goal]
            {
                #expect(!seen.says(secret), "\(secret)")
            }
        }
    }

    @Test func `not by the network's lead`() async throws {
        #expect(try await isShut(to: here.nadia))
        #expect(try await !here.opens("/community", as: here.nadia).says("Jean"))
    }
}
