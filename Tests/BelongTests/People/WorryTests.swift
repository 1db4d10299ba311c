import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Being worried about somebody")
struct WorryTests {
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

    @discardableResult
    private func raises(
        _ urgency: Worry.Urgency = .today,
        to hearer: Member? = nil,
        by member: Member? = nil,
        _ words: String = "Has not eaten since Sunday."
    ) async throws -> Worry.ID {
        try await worrying(member ?? here.amara)
            .raise(urgency, about: story.person, to: (hearer ?? here.drPatel).id, words, at: story.now)
    }

    @Test func `tells one named colleague, in a message that names nobody else`() async throws {
        let worry = try await raises()

        #expect(try await worries(here.drPatel).mine().map(\.id) == [worry])
        let body: String? = try await here.store.read {
            try $0.value("SELECT body FROM message WHERE recipient = 'dr.patel@example.org'")
        }
        let said = try #require(body)
        #expect(said.contains("/worries/\(worry)") && !said.contains("Jean") && !said.contains("eaten"))
    }

    @Test func `may be raised by whoever sees their page or referred them, and no one else`() async throws {
        let may = [here.amara.id, here.sam.id, here.drPatel.id]
        for member in here.everyone {
            let hearer = member.id == here.drPatel.id ? here.drLowe : here.drPatel
            if may.contains(member.id) {
                try await raises(to: hearer, by: member)
            } else {
                await #expect(throws: Missing.self, "\(member.name)") {
                    try await raises(to: hearer, by: member)
                }
                let form = try await here.opens("/people/\(story.person)/worries/new", as: member)
                #expect(form.status == 404 && !form.says("Jean"))
            }
        }
    }

    @Test func `goes to the practice's clinicians and manager, or the supervisor, and nowhere else`()
        async throws
    {
        let hearers = try await worrying(here.amara).begin(story.person, at: story.now).hearers

        #expect(hearers.map(\.name) == ["Dr Lowe", "Dr Patel", "Peter Hale", "Ruth Adler"])
        for stranger in [here.drOsei, here.olu, here.mina, here.walter, here.amara, here.nadia] {
            await #expect(throws: Worry.Refused.notThere) { try await raises(to: stranger) }
        }
    }

    @Test func `what cannot wait goes to the practice; talking it over to the supervisor`() async throws {
        for urgency in [Worry.Urgency.now, .today] {
            await #expect(throws: Worry.Refused.practiceFirst) { try await raises(urgency, to: here.ruth) }
        }
        try await raises(.talk, to: here.ruth)
        #expect(Worry.Refused.practiceFirst.sentence.hasPrefix("If it cannot wait, tell somebody"))
    }

    @Test func `is seen by both, and while it cannot wait by the practice's clinicians`() async throws {
        let worry = try await raises()
        let see = [here.amara.id, here.drPatel.id, here.drLowe.id]
        for member in here.everyone {
            let seen = try await here.opens("/worries/\(worry)", as: member)
            #expect(seen.status == (see.contains(member.id) ? 200 : 404), "\(member.name)")
            let list = try await here.opens("/worries", as: member)
            #expect(list.says("Jean Moss") == see.contains(member.id), "\(member.name)")
        }
    }

    @Test func `shows a supervisor the worry, the name and the number, and lets them read the case`()
        async throws
    {
        try await story.talks()
        let worry = try await raises(.talk, to: here.ruth)

        let seen = try await here.opens("/worries/\(worry)", as: here.ruth)
        #expect(seen.says("Jean Moss") && seen.says("07700 900112") && seen.says("Has not eaten"))
        #expect(!seen.says("A reason to cook again") && !seen.says("Lost her husband"))
        #expect(try await here.opens(story.path, as: here.ruth).status == 200)
        for clinician in [here.drPatel, here.drLowe] {
            #expect(try await here.opens("/worries/\(worry)", as: clinician).status == 404)
        }
    }

    @Test func `stays on the person's page until somebody has it`() async throws {
        let worry = try await raises()
        #expect(try await here.opens(story.path, as: here.amara).says("Open worry"))

        try await worries(here.drLowe).acknowledge(worry, "Ringing her now", at: story.now)
        let read = try await worries(here.amara).look(at: worry, at: story.now).worry
        #expect(read.acknowledgement?.by == "Dr Lowe" && read.acknowledgement?.words == "Ringing her now")
        #expect(try await !here.opens(story.path, as: here.amara).says("Open worry"))
    }

    @Test func `is acknowledged by one tap, and says whom to ring until then`() async throws {
        let worry = try await raises()
        let open = try await here.opens("/worries/\(worry)", as: here.drPatel)
        #expect(open.says("tel:999") && open.says("tel:01614960000"))

        let had = try await here.sends("/worries/\(worry)/acknowledgement", ["words": ""], as: here.drPatel)

        #expect(had.status == 303)
        #expect(try await here.opens("/worries/\(worry)", as: here.amara).says("Dr Patel has this"))
    }

    @Test func `is acknowledged once, with a line or without, by somebody it is for`() async throws {
        let worry = try await raises()
        for member in here.everyone where member.id != here.drPatel.id && member.id != here.drLowe.id {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await worries(member).acknowledge(worry, "Mine", at: story.now)
            }
        }
        try await worries(here.drPatel).acknowledge(worry, "I have her", at: story.now)
        await #expect(throws: Worry.Refused.acknowledged) {
            try await worries(here.drLowe).acknowledge(worry, "So have I", at: story.now)
        }
        #expect(Worry.Refused.acknowledged.sentence == "A colleague has this already.")
    }

    @Test func `is written in a line or two`() async throws {
        await #expect(throws: Worry.Refused.noWords) { try await raises(" ") }
        await #expect(throws: Worry.Refused.tooLong) {
            try await raises(String(repeating: "é", count: 1_001))
        }
    }

    private func raises(_ words: String) async throws {
        try await raises(.today, to: nil, by: nil, words)
    }

    @Test func `its form says what to do first, and keeps what was typed`() async throws {
        let path = "/people/\(story.person)/worries"
        let form = try await here.opens("\(path)/new", as: here.amara)
        let wrong = try await here.sends(path, ["words": "<b>cold</b>"], as: here.amara)
        let right = try await here.sends(
            path,
            ["urgency": "now", "to": "\(here.drLowe.id)", "words": "Cold and alone"],
            as: here.amara
        )
        #expect(form.says("tel:999") && form.says("Ring") && form.says("Dr Lowe, clinician"))
        #expect(wrong.status == 422 && wrong.says("&lt;b&gt;cold&lt;/b&gt;"))
        #expect(right.status == 303 && right.location?.hasPrefix("/worries/") == true)
    }

    @Test(arguments: [
        (Worry.Urgency.now, 30 * 60.0), (.today, 4 * 3600), (.talk, 23 * 3600),
    ])
    func `is reminded of until somebody has it`(_ urgency: Worry.Urgency, after wait: Double) async throws {
        let worry = try await raises(urgency, to: urgency == .talk ? here.ruth : here.drPatel)
        let watch = try WorryWatch(store: here.store, site: here.site().address)

        #expect(try await watch.round(at: story.now + wait - 60) == 0)
        #expect(try await watch.round(at: story.now + wait) == 1)
        #expect(try await watch.round(at: story.now + wait) == 0)
        let hearer = urgency == .talk ? here.ruth : here.drPatel
        try await worries(hearer).acknowledge(worry, "I have it", at: story.now + wait)
        #expect(try await watch.round(at: story.now + 9 * 86_400) == 0)
        #expect(try await here.count("message WHERE subject LIKE 'Someone is worried%'") == 2)
    }
}
