import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Groups as partners")
struct PartnerTests {
    let story: CaseInHand
    let lunch: Activity.ID
    var here: Neighbourhood { story.here }
    /// Today, as pages say it.
    let now = Date.now

    init() async throws {
        story = try await CaseInHand()
        lunch = try await story.here.group()
        try await story.here.letWalterWelcome(lunch)
        try await story.here.introduces(story.id, to: lunch, at: now)
    }

    private func says(_ state: Capacity.State, _ group: Activity.ID) async throws {
        let (said, at) = (CapacitySaid(state: state, wait: nil, by: nil), now)
        try await here.store.write { try $0.note(said, of: group, from: nil, at: at) }
    }

    private func door(_ member: Member) -> Partners { Partners(store: here.store, member: member) }

    private func look(_ member: Member) async throws -> Partners.Look {
        try #require(try await door(member).looks(at: now).first)
    }

    private func meets(
        _ member: Member,
        at practice: Organisation? = nil,
        ago: Int = 5
    ) async throws
        -> PlanningMeeting.ID
    {
        let met = Partners.Met(
            place: .init(network: here.network.id, practice: practice?.id),
            heldOn: Day(now).advanced(by: -ago),
            words: "Where the next link worker begins",
            voice: "The lunch club's treasurer"
        )
        return try await door(member).note(met, at: now)
    }

    private func gives(_ member: Member) async throws -> ResourceFlow.ID {
        let partner = try #require(try await look(here.nadia).partners.first)
        let given = Partners.Given(
            provider: partner.id,
            kind: .grant,
            pounds: 1_200,
            from: Day(now).advanced(by: -30),
            until: Day(now).advanced(by: 300),
            source: "Riverside Network"
        )
        return try await door(member).note(given, in: here.network.id, at: now)
    }

    @Test func `meet where social prescribing is planned, as it is noted by those who were there`()
        async throws
    {
        for member in [here.nadia, here.peter, here.sam] { _ = try await meets(member) }
        #expect(try await look(here.amara).meetings.count == 3)
        #expect(try await look(here.amara).meetings[0].told == "at the table: The lunch club's treasurer")
        for member in [here.ruth, here.jo, here.walter, here.drPatel, here.stranger] {
            await #expect(throws: Missing.self, "\(member.name)") { _ = try await meets(member) }
        }
        await #expect(throws: Missing.self) { _ = try await meets(here.peter, at: here.harbour) }
        await #expect(throws: PlanningMeeting.Refused.notYet) { _ = try await meets(here.nadia, ago: -1) }
        #expect(
            PlanningMeeting.Refused.notYet.sentence == "It has not been held yet. Note it afterwards."
        )
        _ = try await meets(here.nadia, at: here.harbour)
        #expect(try await look(here.sam).meetings.count == 3)
        #expect(try await look(here.amara).meetings.count == 4)
    }

    @Test func `are not said to have been there where that was noted wrongly`() async throws {
        let id = try await meets(here.sam)
        for member in [here.peter, here.amara, here.ruth, here.jo] {
            await #expect(throws: Missing.self, "\(member.name)") { try await door(member).takeBack(id) }
        }
        try await door(here.sam).takeBack(id, at: now)
        #expect(try await look(here.sam).meetings.isEmpty)
        let other = try await meets(here.sam)
        try await door(here.nadia).takeBack(other, at: now)
        #expect(try await look(here.sam).meetings.isEmpty)
    }

    @Test func `are given something, which they read and may say did not arrive`() async throws {
        let id = try await gives(here.peter)
        let told = "A grant of £1,200 from Riverside Network"
        #expect(try await look(here.nadia).partners.first?.flows.first?.told.hasPrefix(told) == true)
        for member in [here.ruth, here.jo, here.walter, here.drPatel] {
            await #expect(throws: Missing.self, "\(member.name)") { _ = try await gives(member) }
        }
        let page = try await here.opens("/welcome/year", as: here.walter)
        #expect(page.says("What came back to us") && page.says("It did not reach us"))
        for member in [here.nadia, here.sam, here.jo, here.stranger] {
            let denied = try await here.sends("/partners/flows/\(id)/denial", [:], as: member)
            #expect(denied.status == 404, "\(member.name)")
        }
        #expect(try await here.sends("/partners/flows/\(id)/denial", [:], as: here.walter).status == 303)
        #expect(try await look(here.nadia).partners.first?.flows.first?.isDenied == true)
        #expect(
            try await here.opens("/partners", as: here.nadia).says("The group says that it did not arrive.")
        )

        await #expect(throws: Missing.self) { try await door(here.amara).takeBack(id) }
        try await door(here.peter).takeBack(id, at: now)
        #expect(try await look(here.nadia).partners.first?.flows.isEmpty == true)
        #expect(try await OwnFlows(store: here.store, member: here.walter).all(at: now).isEmpty)
    }

    @Test func `pause, and say why`() async throws {
        #expect(try await look(here.nadia).pauses.isEmpty)
        try await says(.pausing, lunch)
        let pause = try #require(try await look(here.nadia).pauses.first)
        #expect(pause.told == "nobody has said why" && !pause.isOver)
        let why = Partners.Why(activity: lunch, reason: .overload, words: "Two cooks are ill")
        for member in [here.ruth, here.jo, here.walter] {
            await #expect(throws: Missing.self, "\(member.name)") { try await door(member).say(why, at: now) }
        }
        try await door(here.sam).say(.init(activity: lunch, reason: .money, words: ""), at: now)
        try await door(here.sam).say(why, at: now + 60)
        #expect(
            try await look(here.nadia).pauses.map(\.told)
                == ["More people than they can carry: Two cooks are ill"]
        )
        try await says(.room, lunch)
        #expect(try await look(here.nadia).pauses.isEmpty)
        await #expect(throws: Missing.self) { try await door(here.sam).say(why, at: now) }
    }

    @Test func `are asked about only where people from here go`() async throws {
        let other = try await here.group("Choir", email: "choir@example.org")
        try await says(.pausing, other)
        #expect(try await look(here.nadia).pauses.isEmpty)
        #expect(try await look(here.nadia).partners.map(\.name) == ["Tuesday lunch friends"])
        #expect(try await door(here.jo).looks(at: now).first?.partners.isEmpty == true)
    }

    @Test func `stand on a page that says all that is missing`() async throws {
        let met = try await here.sends("/partners/meetings", ["voices": "there"], as: here.peter)
        #expect(met.status == 422)
        for sentence in [
            "Choose whose meeting it was", "Enter the day on which it was held",
            "Say in a line what was planned", "Say who was there for the groups: a role is enough",
        ] { #expect(met.says(sentence), "\(sentence)") }
        let given = try await here.sends(
            "/partners/flows",
            ["kind": "room", "pounds": "12", "from": "2026-04-02", "until": "2026-04-01"],
            as: here.peter
        )
        for sentence in [
            "Choose the group", "Leave the amount empty", "Choose a day that is not before the first",
            "Say who gave it",
        ] { #expect(given.says(sentence), "\(sentence)") }
        let partner = try #require(try await look(here.nadia).partners.first)
        let sent: KeyValuePairs = [
            "to": "\(here.network.id).\(partner.id)", "kind": "contract", "pounds": "£2,500",
            "from": "\(Day(now))", "until": "\(Day(now).advanced(by: 364))", "source": "The council",
        ]
        #expect(try await here.sends("/partners/flows", sent, as: here.peter).status == 303)
        #expect(try await look(here.nadia).partners.first?.flows.first?.pounds == 2_500)
        let meeting: KeyValuePairs = [
            "place": "\(here.network.id)", "heldOn": "\(Day(now))", "about": "Slots", "voices": "nobody",
        ]
        #expect(try await here.sends("/partners/meetings", meeting, as: here.peter).status == 303)
        try await says(.pausing, lunch)
        let path = "/partners/pauses/\(lunch)"
        for member in [here.jo, here.walter, here.mina, here.drPatel, here.stranger, here.olu] {
            let seen = try await here.sends(path, ["reason": "money"], as: member)
            #expect(seen.status == 404, "\(member.name)")
        }
    }
}
