import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A worry that somebody has")
struct WorryHadTests {
    let story: CaseInHand
    let here: Neighbourhood

    init() async throws {
        story = try await CaseInHand()
        here = story.here
    }

    private func worrying(_ member: Member) throws -> Worrying {
        try Worrying(store: here.store, member: member, site: here.site().address)
    }

    private func worries(_ member: Member) -> Worries {
        Worries(store: here.store, member: member)
    }

    @Test func `is nobody else's any more once somebody has it`() async throws {
        let worry = try await worrying(here.amara)
            .raise(.today, about: story.person, to: here.drPatel.id, "Cold and alone.", at: story.now)
        #expect(try await worries(here.drLowe).mine().map(\.id) == [worry])
        try await worries(here.drPatel).acknowledge(worry, "I have her", at: story.now)

        #expect(try await worries(here.drLowe).mine().isEmpty)
        #expect(try await here.opens("/worries/\(worry)", as: here.drLowe).status == 404)
        for member in [here.amara, here.drPatel] {
            #expect(try await here.opens("/worries/\(worry)", as: member).status == 200, "\(member.name)")
        }
    }

    @Test func `stays with the clinician who has it, also after they handed it on`() async throws {
        let worry = try await worrying(here.amara)
            .raise(.today, about: story.person, to: here.drPatel.id, "Cold and alone.", at: story.now)
        try await worries(here.drLowe).acknowledge(worry, "I have her", at: story.now)
        #expect(try await here.opens("/worries/\(worry)", as: here.drLowe).status == 200)
        let site = try here.site().address
        try await worries(here.drLowe).handOn(
            worry,
            to: here.peter.id,
            "Off at one.",
            site,
            at: story.now + 60
        )
        try await worries(here.peter).acknowledge(worry, "Mine", at: story.now + 120)

        #expect(try await here.opens("/worries/\(worry)", as: here.drLowe).status == 200)
    }
}
