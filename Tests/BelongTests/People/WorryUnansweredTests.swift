import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A worry that nobody answers")
struct WorryUnansweredTests {
    let story: CaseInHand
    let here: Neighbourhood
    let watch: WorryWatch
    let worry: Worry.ID

    init() async throws {
        story = try await CaseInHand()
        here = story.here
        let site = try here.site().address
        watch = WorryWatch(store: here.store, site: site)
        worry = try await Worrying(store: here.store, member: here.amara, site: site)
            .raise(.now, about: story.person, to: here.drPatel.id, "Cold and alone.", at: story.now)
    }

    private func worries(_ member: Member) -> Worries {
        Worries(store: here.store, member: member)
    }

    /// Half an hour, so many times.
    private func passes(_ halfHours: Int, from first: Int = 1) async throws {
        for count in first...halfHours {
            #expect(try await watch.round(at: story.now + Double(count) * 1_800) == 1)
        }
    }

    private func told() async throws -> [String: Int] {
        let look = try await worries(here.amara).look(at: worry, at: story.now)
        return Dictionary(uniqueKeysWithValues: look.tellings.map { ($0.member.name, $0.at.count) })
    }

    private func handsOn(_ member: Member, to other: Member, at now: Date? = nil) async throws {
        let site = try here.site().address
        try await worries(member)
            .handOn(worry, to: other.id, "I am off at one.", site, at: now ?? story.now + 600)
    }

    @Test func `goes to the practice manager as well once two alerts were not answered`() async throws {
        try await passes(1)
        #expect(try await told() == ["Dr Patel": 2])
        try await passes(2, from: 2)
        #expect(try await told() == ["Dr Patel": 3, "Peter Hale": 1])
        let seen = try await here.opens("/worries/\(worry)", as: here.peter)
        #expect(seen.status == 200 && seen.says("I have this") && seen.says("Jean Moss"))
    }

    @Test func `goes on to the next after each further two, and never to whoever raised it`() async throws {
        try await passes(4)
        #expect(
            try await told() == ["Dr Patel": 5, "Peter Hale": 3, "Ruth Adler": 1]
        )
        try await passes(9, from: 5)
        #expect(try await told().keys.sorted() == ["Dr Lowe", "Dr Patel", "Peter Hale", "Ruth Adler"])
    }

    @Test func `goes first to whom the practice has named`() async throws {
        let named = try await here.sends(
            "/practices/\(here.elmStreet.id)/worry-chain",
            ["first": "\(here.drLowe.id)", "second": "\(here.ruth.id)", "third": ""],
            as: here.peter
        )
        #expect(named.status == 303)
        try await passes(4)
        #expect(try await told() == ["Dr Patel": 5, "Dr Lowe": 3, "Ruth Adler": 1])
        let form = try await here.opens("/practices/\(here.elmStreet.id)/worry-chain", as: here.peter)
        #expect(form.says("value=\"\(here.drLowe.id)\" selected"))
    }

    @Test func `passes over somebody whose role has ended`() async throws {
        _ = try await Members(store: here.store).end(here.drPatel.id, at: here.elmStreet.id, at: story.now)
        try await passes(1)
        #expect(try await told() == ["Dr Patel": 1, "Peter Hale": 1])
    }

    @Test func `shows whoever raised it who was told when, and who has not answered`() async throws {
        try await passes(2)
        let seen = try await here.opens("/worries/\(worry)", as: here.amara)
        #expect(
            seen.says(
                "<b>Dr Patel</b>: 14 April at 10:00, 14 April at 10:30, 14 April at 11:00. Has not answered."
            )
        )
        #expect(seen.says("<b>Peter Hale</b>: 14 April at 11:00. Has not answered."))
        #expect(seen.says("tel:999") && seen.says("tel:01614960000"))
        try await worries(here.peter).acknowledge(worry, "Ringing now", at: story.now + 4_000)
        let after = try await here.opens("/worries/\(worry)", as: here.amara)
        #expect(
            after.says("Peter Hale has this") && after.says("11:00. Has it.") && !after.says("Hand it on")
        )
        #expect(try await watch.round(at: story.now + 86_400) == 0)
    }

    @Test func `is handed on with a word, and is told to that colleague alone from then on`() async throws {
        try await handsOn(here.drPatel, to: here.drLowe)
        #expect(try await watch.round(at: story.now + 1_800) == 0)
        #expect(try await watch.round(at: story.now + 600 + 1_800) == 1)
        #expect(try await told() == ["Dr Patel": 1, "Dr Lowe": 2])
        let seen = try await here.opens("/worries/\(worry)", as: here.amara)
        #expect(seen.says("Dr Patel handed it to Dr Lowe") && seen.says("I am off at one."))
    }

    @Test func `is open again when whoever has it hands it on, until the other says so`() async throws {
        try await worries(here.drPatel).acknowledge(worry, "I have her", at: story.now)
        await #expect(throws: Missing.self) { try await handsOn(here.drLowe, to: here.peter) }
        try await handsOn(here.drPatel, to: here.drLowe)
        #expect(try await watch.round(at: story.now + 3_000) == 1)
        try await worries(here.drLowe).acknowledge(worry, "I have her now", at: story.now + 3_100)
        let look = try await worries(here.amara).look(at: worry, at: story.now)
        #expect(look.worry.acknowledgement?.by == "Dr Lowe" && look.handings.count == 1)
    }

    @Test func `says to whoever handed it on who has it now`() async throws {
        let path = "/worries/\(worry)/handing"
        let given = try await here.sends(path, ["to": "\(here.drLowe.id)", "why": "I go."], as: here.drPatel)
        #expect(given.location == "/worries/\(worry)")
        let seen = try await here.opens("/worries/\(worry)", as: here.drPatel)
        #expect(seen.says("Dr Patel handed it to Dr Lowe"))
    }

    @Test func `is handed on by nobody else, and to nobody outside the practice`() async throws {
        let may = [here.drPatel.id, here.drLowe.id]
        for member in here.everyone where !may.contains(member.id) {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await handsOn(member, to: here.drLowe)
            }
            let sent = try await here.sends(
                "/worries/\(worry)/handing",
                ["to": "\(here.drLowe.id)", "why": "Mine"],
                as: member
            )
            #expect(sent.status == 404, "\(member.name)")
        }
        await #expect(throws: Worry.Refused.notThere) { try await handsOn(here.drPatel, to: here.drOsei) }
        await #expect(throws: Worry.Refused.practiceFirst) { try await handsOn(here.drPatel, to: here.ruth) }
        let empty = try await here.sends("/worries/\(worry)/handing", ["why": ""], as: here.drPatel)
        #expect(empty.status == 422 && empty.says("Choose whom you hand it to"))
    }

    @Test func `has its chain named by the practice's manager and nobody else`() async throws {
        let path = "/practices/\(here.elmStreet.id)/worry-chain"
        for member in here.everyone where member.id != here.peter.id {
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
            let sent = try await here.sends(path, ["first": "\(here.drLowe.id)"], as: member)
            #expect(sent.status == 404, "\(member.name)")
        }
        #expect(
            try await here.opens("/practices/\(here.harbour.id)/worry-chain", as: here.peter).status == 404
        )
        let twice = try await here.sends(
            path,
            ["first": "\(here.drLowe.id)", "second": "\(here.drLowe.id)"],
            as: here.peter
        )
        #expect(twice.status == 422 && twice.says("Name each person once."))
        let stranger = try await here.sends(path, ["first": "\(here.drOsei.id)"], as: here.peter)
        #expect(stranger.status == 409 && stranger.says("does not work with this practice any more"))
        #expect(try await here.count("worry_chain") == 0)
    }

    @Test func `has the next found by counting alone`() {
        let (one, two, three) = (Member.ID(), Member.ID(), Member.ID())
        let chain = [two, three, one]
        #expect(Worry.hearers(told: [one], chain: chain, alerts: 1) == [one])
        #expect(Worry.hearers(told: [one], chain: chain, alerts: 2) == [one, two])
        #expect(Worry.hearers(told: [one, two], chain: chain, alerts: 3) == [one, two])
        #expect(Worry.hearers(told: [one, two], chain: chain, alerts: 4) == [one, two, three])
        #expect(Worry.hearers(told: [one], chain: [two], alerts: 1) == [two])
        #expect(Worry.hearers(told: [one], chain: [], alerts: 6).isEmpty)
    }
}
