import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("How many people, as agreed")
struct AgreedLoadTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    var now: Date { story.now }

    init() async throws {
        story = try await CaseInHand()
        let ada = Neighbourhood.particulars("Ada Poole", phone: nil, bornOn: Day("1940-05-06"))
        try await here.accepts(here.refers(ada, at: now), at: now)
    }

    private func loads(of member: Member) -> Loads { Loads(store: here.store, member: member) }

    private func load(seenBy member: Member? = nil) async throws -> Load? {
        try await loads(of: member ?? here.ruth).all(at: now).first { $0.linkWorker.id == here.amara.id }
    }

    /// Amara says how many, and Ruth says yes.
    private func agree(on people: Int, later seconds: Double = 0) async throws -> AgreedLoad.ID {
        let at = now + seconds
        let said = try await loads(of: here.amara).say(people, "Six need time.", for: here.amara.id, at: at)
        try await loads(of: here.ruth).agree(said, at: at)
        return said
    }

    @Test func `holds from the other's yes on, and keeps what was agreed before`() async throws {
        let said = try await loads(of: here.amara).say(20, "", for: here.amara.id, at: now)
        #expect(try await load()?.agreed == nil)
        await #expect(throws: AgreedLoad.Refused.own) { try await loads(of: here.amara).agree(said, at: now) }
        try await loads(of: here.ruth).agree(said, at: now)
        #expect(try await load()?.agreed?.people == 20)

        let again = try await loads(of: here.ruth).say(18, "", for: here.amara.id, at: now + 60)
        #expect(try await load()?.agreed?.people == 20)
        await #expect(throws: AgreedLoad.Refused.own) { try await loads(of: here.ruth).agree(again, at: now) }
        try await loads(of: here.amara).agree(again, at: now + 90)
        let load = try #require(try await load())
        #expect(load.agreed?.people == 18 && load.earlier.map(\.people) == [20])
        #expect(load.agreed?.since == "agreed by Ruth Adler and Amara Okafor on \(Day(now).spoken)")
        await #expect(throws: AgreedLoad.Refused.settled) {
            try await loads(of: here.amara).agree(again, at: now)
        }
    }

    @Test func `counts people and not cases, and says how many are held`() async throws {
        try await story.cases().hold(story.id, "Until she has moved", at: now)
        let load = try #require(try await load())
        #expect(load.people == 2 && load.holding == 1)
        #expect(load.holdingWords == ", 1 of them held without pressure")
    }

    @Test func `asks those who manage, until they answer in words and with a day`() async throws {
        let agreed = try await agree(on: 1)
        #expect(try await loads(of: here.peter).unanswered(at: now) == 1)
        #expect(try await loads(of: here.ruth).unanswered(at: now) == 1)
        #expect(try await loads(of: here.amara).unanswered(at: now) == 0)
        let home = Home(store: here.store, member: here.peter, site: try here.site().address)
        #expect(try await home.needs(at: now).contains { $0.path == "/load" })

        let until = Day(now).advanced(by: 14)
        try await loads(of: here.peter).answer(agreed, "Nobody new from us in May.", until: until, at: now)
        #expect(try await loads(of: here.peter).unanswered(at: now) == 0)
        #expect(try await load(seenBy: here.amara)?.answer(on: Day(now))?.by == "Peter Hale")
        let later = London.instant(until.advanced(by: 1), hour: 9)
        #expect(try await loads(of: here.peter).unanswered(at: later) == 1)
    }

    @Test func `is asked anew once another number is agreed`() async throws {
        let agreed = try await agree(on: 1)
        try await loads(of: here.peter).answer(agreed, "In May.", until: Day(now).advanced(by: 14), at: now)
        let again = try await loads(of: here.amara).say(1, "", for: here.amara.id, at: now + 60)
        try await loads(of: here.ruth).agree(again, at: now + 60)

        #expect(try await loads(of: here.peter).unanswered(at: now + 90) == 1)
    }

    @Test func `is a fact for the two of them, and for the manager only where there are more`() async throws {
        #expect(try await load(seenBy: here.peter) == nil)
        #expect(try await load(seenBy: here.amara) != nil)
        _ = try await agree(on: 2)
        #expect(try await load(seenBy: here.peter) == nil)
        _ = try await agree(on: 1, later: 60)
        #expect(try await load(seenBy: here.peter)?.isOver == true)
        for member in [here.sam, here.jo, here.olu] {
            #expect(try await load(seenBy: member) == nil, "\(member.name)")
        }
        for member in here.everyone {
            let expected = Loads.isFor(member) ? 200 : 404
            #expect(try await here.opens("/load", as: member).status == expected, "\(member.name)")
        }
    }

    @Test func `stands by name and never by number`() async throws {
        let page = try await loads(of: here.ruth).page(at: now)
        #expect(page.loads.map(\.linkWorker.name) == ["Amara Okafor", "Sam Reed"])
        #expect(page.loads.map(\.people) == [2, 0])
    }

    @Test func `is said, agreed and answered by nobody else`() async throws {
        let said = try await loads(of: here.amara).say(1, "", for: here.amara.id, at: now)
        for other in here.everyone where ![here.amara.id, here.ruth.id].contains(other.id) {
            let number: KeyValuePairs = ["who": "\(here.amara.id)", "people": "5"]
            #expect(try await here.sends("/load", number, as: other).status == 404, "\(other.name)")
            #expect(try await here.sends("/load/\(said)/yes", [:], as: other).status == 404, "\(other.name)")
        }
        try await loads(of: here.ruth).agree(said, at: now)
        for other in here.everyone where ![here.ruth.id, here.peter.id].contains(other.id) {
            let answer: KeyValuePairs = ["answer": "Soon", "until": "\(Day(.now).advanced(by: 3))"]
            #expect(
                try await here.sends("/load/\(said)/answer", answer, as: other).status == 404,
                "\(other.name)"
            )
        }
    }

    @Test func `says everything that is wrong with it at once`() async throws {
        let sent = try await here.sends("/load", ["who": "", "people": "0", "words": "Many"], as: here.ruth)
        #expect(sent.status == 422 && sent.says("Enter how many people, from 1 to 500") && sent.says("Many"))
        let agreed = try await agree(on: 1)
        let answer = try await here.sends(
            "/load/\(agreed)/answer",
            ["load": "\(agreed)", "answer": "", "until": "2020-01-01"],
            as: here.peter
        )
        #expect(answer.status == 422 && answer.says("Say in words what will be done"))
        #expect(answer.says("Choose a day to come"))
    }

    @Test func `needs somebody to agree it with`() async throws {
        let amara = here.amara.id
        try await here.store.write {
            try $0.run("UPDATE placement SET supervisor = NULL WHERE link_worker = \(amara)")
        }
        await #expect(throws: AgreedLoad.Refused.nobody) {
            try await loads(of: here.amara).say(20, "", for: amara, at: now)
        }
    }

    @Test func `is beside one's people, and their yes is asked there`() async throws {
        _ = try await agree(on: 1)
        try await loads(of: here.ruth).say(30, "", for: here.amara.id, at: now + 60)
        let seen = try await here.opens("/people", as: here.amara)
        #expect(seen.says("You are there for <b>2 people</b>. 1 were agreed by Amara Okafor and Ruth Adler"))
        #expect(seen.says("Another number waits for your yes"))
    }
}
