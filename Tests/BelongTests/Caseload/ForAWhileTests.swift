import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Handing somebody over for a while")
struct ForAWhileTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    var now: Date { story.now }
    var until: Day { Day(now).advanced(by: 10) }

    init() async throws {
        story = try await CaseInHand()
    }

    private func handOvers(of member: Member) -> HandOvers { HandOvers(store: here.store, member: member) }

    private func lends() async throws -> HandOver.ID {
        let asked = HandOverAsked(to: here.sam.id, why: "I am away.", toKnow: "", until: until)
        let offer = try await handOvers(of: here.amara).offer(story.id, asked, at: now)
        try await handOvers(of: here.sam).accept(offer, at: now)
        return offer
    }

    private func holder() async throws -> Member.ID? {
        let id = story.id
        return try await here.store.read {
            try $0.value("SELECT \(Case.holder) FROM \"case\" WHERE id = \(id)")
        }
    }

    private func after(_ days: Int) -> Date { London.instant(Day(now).advanced(by: days), hour: 9) }

    @Test func `comes back by itself after its day, and not before`() async throws {
        _ = try await lends()
        let watch = HandOverWatch(store: here.store)

        #expect(try await watch.round(at: after(10)) == 0)
        #expect(try await holder() == here.sam.id)
        #expect(try await watch.round(at: after(11)) == 1)
        #expect(try await holder() == here.amara.id)
        #expect(try await watch.round(at: after(12)) == 0)

        let page = try await story.cases().page(story.id, at: after(11))
        #expect(page.standing.mayChange)
        #expect(page.story.contains { $0.title == "Back with Amara Okafor" })
        #expect(
            page.story.contains { $0.title == "Sam Reed took over from Amara Okafor, until \(until.spoken)" }
        )
    }

    @Test func `tells the person each time who is in touch`() async throws {
        _ = try await lends()
        try await HandOverWatch(store: here.store).round(at: after(11))

        #expect(try await here.count("message WHERE body LIKE '%Amara Okafor, a link worker%'") >= 1)
        #expect(try await here.count("taking_over WHERE message IS NOT NULL") == 2)
    }

    @Test func `comes back earlier, if either of the two says so`() async throws {
        for (giver, at) in [(here.sam, 1), (here.amara, 3)] {
            let lent = try await lends()
            try await handOvers(of: giver).giveBack(lent, at: after(at))
            #expect(try await holder() == here.amara.id, "\(giver.name)")
            await #expect(throws: Missing.self) {
                try await handOvers(of: giver).giveBack(lent, at: after(at))
            }
        }
    }

    @Test func `is given back by nobody else`() async throws {
        let lent = try await lends()
        for other in here.everyone where ![here.amara.id, here.sam.id].contains(other.id) {
            #expect(
                try await here.sends("/hand-overs/\(lent)/return", [:], as: other).status == 404,
                "\(other.name)"
            )
        }
        #expect(try await holder() == here.sam.id)
    }

    @Test func `stays where it is, if nobody is there to come back to`() async throws {
        let lent = try await lends()
        try await story.placementEnds(on: until)

        #expect(try await HandOverWatch(store: here.store).round(at: after(11)) == 0)
        await #expect(throws: HandOver.Refused.gone) {
            try await handOvers(of: here.sam).giveBack(lent, at: after(11))
        }
        #expect(
            HandOver.Refused.gone.sentence
                == "Whoever had them before does not work here any more, so they stay where they are."
        )
    }

    @Test func `is not brought back once it is closed`() async throws {
        _ = try await lends()
        let closing = Closing(outcome: .reached, words: "", wayBack: "")
        try await story.cases(seenBy: here.sam).close(story.id, closing, at: after(2))

        #expect(try await HandOverWatch(store: here.store).round(at: after(11)) == 0)
    }

    @Test func `comes back once, whoever asks at the same moment`() async throws {
        let lent = try await lends()
        let late = after(11)
        async let one = try? handOvers(of: here.sam).giveBack(lent, at: late)
        async let other = try? handOvers(of: here.amara).giveBack(lent, at: late)
        async let round = try? HandOverWatch(store: here.store).round(at: late)
        _ = await (one, other, round)

        #expect(try await here.count("taking_over") == 2)
    }

    @Test func `stands on both pages with its day`() async throws {
        _ = try await lends()
        let sam = try await handOvers(of: here.sam).page(at: now)
        #expect(sam.forAWhile.map(\.isMine) == [true] && sam.main.description.contains("Give back now"))
        let amara = try await handOvers(of: here.amara).page(at: now)
        #expect(amara.main.description.contains("until \(until.spoken), then back with you"))
    }

    @Test(arguments: ["2026-02-30", "2020-01-01", "2090-01-01"])
    func `has a day to come, within a year`(_ typed: String) async throws {
        let fields: KeyValuePairs = ["to": "\(here.sam.id)", "why": "Away.", "toKnow": "", "until": typed]
        let sent = try await here.sends("\(story.path)/hand-over", fields, as: here.amara)
        #expect(sent.status == 422 && sent.says("value=\"\(typed)\""))
    }
}
