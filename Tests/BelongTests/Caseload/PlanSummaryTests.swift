import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What a referrer reads of the plan")
struct PlanSummaryTests {
    let story: CaseInHand

    init() async throws {
        story = try await CaseInHand()
    }

    private func summary(seenBy member: Member) async throws -> PlanSummary {
        try await PlanSummaries(store: story.here.store, member: member).open(story.referral)
    }

    @Test func `is goals and steps, and never a note`() async throws {
        try await story.plans()

        let summary = try await summary(seenBy: story.here.drPatel)
        #expect(summary.standing == .going)
        #expect(summary.goals.map(\.words) == ["Eat with somebody twice a week"])
        #expect(summary.goals.flatMap(\.steps).map(\.note) == [""])
    }

    @Test func `stands on the referral's page, a look at which is one line of the log`() async throws {
        try await story.plans()
        let (referral, patel) = (story.referral, story.here.drPatel.id)

        let seen = try await story.here.opens("/referrals/\(referral)", as: story.here.drPatel)
        #expect(seen.says("Eat with somebody twice a week"))
        let looks: SQL = "log_entry WHERE act = 'looked' AND subject = \(referral) AND member = \(patel)"
        #expect(try await story.here.count(looks) == 1)
    }

    @Test func `is for the referrer and nobody else`() async throws {
        for member in story.here.everyone where member.id != story.here.drPatel.id {
            await #expect(throws: Missing.self, "\(member.name)") { try await summary(seenBy: member) }
        }
    }

    @Test func `is not for a receptionist who referred, nor for a group`() async throws {
        let byMina = try await story.here.refers(
            Neighbourhood.particulars("Tom Vale", phone: nil, bornOn: nil),
            by: story.here.mina
        )
        let byWalter = try await story.here.refers(
            Neighbourhood.particulars("Una Ray", phone: nil, bornOn: nil),
            by: story.here.walter
        )
        for (referral, member) in [(byMina, story.here.mina), (byWalter, story.here.walter)] {
            await #expect(throws: Missing.self) {
                try await PlanSummaries(store: story.here.store, member: member).open(referral)
            }
        }
    }

    @Test func `is kept back where the person asked that nobody is told`() async throws {
        try await story.plans()
        let (person, amara, now) = (story.person, story.here.amara.id, story.now)
        try await story.here.store.write { try $0.write(newsAgreed: false, of: person, by: amara, at: now) }

        let summary = try await summary(seenBy: story.here.drPatel)
        #expect(summary.standing == .keptPrivate && summary.goals.isEmpty)
    }

    @Test func `is kept back where only codes or nothing may go, until they say otherwise`() async throws {
        try await story.plans()
        let news = CaseNews(store: story.here.store, member: story.here.amara)
        for kept in [NewsExtent.Kind.codes, .nothing] {
            try await news.write(kept, of: story.id)
            #expect(try await summary(seenBy: story.here.drPatel).standing == .keptPrivate)
        }
        try await news.write(.summary, of: story.id)
        #expect(try await summary(seenBy: story.here.drPatel).standing == .going)
    }

    @Test func `is not taken for none when it cannot be read`() async throws {
        try await story.plans()
        let referrals = story.here.referrals(seenBy: story.here.drPatel)
        #expect(try await referrals.open(story.referral).plan != nil)
        try await story.here.store.write { try $0.execute(script: "ALTER TABLE step RENAME TO lost_step;") }

        let fault = await #expect(throws: (any Error).self) { try await referrals.open(story.referral) }
        #expect(fault.map { !($0 is Missing) } == true)
        let seen = try await story.here.opens("/referrals/\(story.referral)", as: story.here.drPatel)
        #expect(seen.status == 500)
    }
}
