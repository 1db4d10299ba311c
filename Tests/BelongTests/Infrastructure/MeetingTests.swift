import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A team meeting")
struct MeetingTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
    }

    private func door(_ member: Member) throws -> Meetings {
        try Meetings(store: here.store, member: member, site: Neighbourhood.site())
    }

    private func planned(_ days: Double, times: Int = 1, at then: Date? = nil) async throws -> Meeting.ID {
        let begins = now + days * 86_400
        let asked = Meetings.Asked(
            name: "Team meeting",
            place: "Library",
            beginsAt: begins,
            endsAt: begins + 3_600,
            times: times
        )
        try await door(here.peter).plan(asked, in: placement, at: then ?? now)
        let found = try await door(here.sam).look(at: placement, at: now).meetings
        return try #require(found.first { $0.beginsAt == begins }).id
    }

    private func found(_ id: Meeting.ID) async throws -> Meeting {
        try #require(try await door(here.sam).look(at: placement, at: now).meetings.first { $0.id == id })
    }

    @Test func `invites every link worker of the practice by itself, and tells them`() async throws {
        _ = try await planned(2)
        for member in [here.sam, here.amara] {
            #expect(try await here.mail(to: member).count == 1, "\(member.name)")
        }
        #expect(try await here.mail(to: here.jo).isEmpty)
        #expect(try await door(here.sam).look(at: placement, at: now).invitation.isGiven)
    }

    @Test func `not asked of somebody says why, in words they read`() async throws {
        try await door(here.peter).invite(false, "It is about pay", in: placement, at: now)
        _ = try await planned(2)
        #expect(try await here.mail(to: here.sam).isEmpty)
        let page = try await here.opens("/placements/\(placement)", as: here.sam)
        #expect(page.says("no: It is about pay"))
        try await door(here.peter).invite(true, "", in: placement, at: now)
        #expect(try await door(here.sam).look(at: placement, at: now).invitation.isGiven)
    }

    @Test func `has an item of the link worker and a question to them`() async throws {
        let id = try await planned(2)
        #expect(try await found(id).state(at: now) == "no item of theirs yet, no question to them yet")
        try await door(here.sam).add("Who eats alone?", to: id, in: placement, at: now)
        try await door(here.peter).add("What would help you?", to: id, in: placement, at: now + 1)

        let meeting = try await found(id)
        #expect(meeting.items.map(\.isQuestion) == [false, true])
        #expect(meeting.state(at: now) == "with an item of theirs, a question to them")
        #expect(try await here.mail(to: here.sam).contains("A question to you for Team meeting"))
        await #expect(throws: Meeting.Refused.over) {
            try await door(here.sam).add("Late", to: id, in: placement, at: now + 3 * 86_400)
        }
    }

    @Test func `went as the link worker says, and twice without them is worth a word`() async throws {
        let (one, two) = (try await planned(-8), try await planned(-1))
        await #expect(throws: Missing.self) {
            try await door(here.peter).answer(.there, to: one, in: placement, at: now)
        }
        try await door(here.sam).answer(.elsewhere, to: one, in: placement, at: now)
        try await door(here.sam).answer(.notAsked, to: two, in: placement, at: now)
        let meetings = try await door(here.sam).look(at: placement, at: now).meetings
        #expect(Meeting.missedTwice(meetings))
        try await door(here.sam).answer(.spoke, to: two, in: placement, at: now)
        #expect(try await found(two).answer == .spoke)
        #expect(Meeting.missedTwice(try await door(here.sam).look(at: placement, at: now).meetings) == false)
        let next = try await planned(1)
        await #expect(throws: Meeting.Refused.notBegun) {
            try await door(here.sam).answer(.there, to: next, in: placement, at: now)
        }
    }

    @Test func `repeats at the same time by the clock when the clocks change`() async throws {
        let begins = London.instant(Day(number: 20_748), hour: 9)  // October, before the clocks go back
        let asked = Meetings.Asked(
            name: "Huddle",
            place: "",
            beginsAt: begins,
            endsAt: begins + 900,
            times: 4
        )
        try await door(here.peter).plan(asked, in: placement, at: now)
        let meetings = try await door(here.sam).look(at: placement, at: now).meetings
        #expect(meetings.map { London.time($0.beginsAt) } == ["09:00", "09:00", "09:00", "09:00"])
    }

    @Test func `goes into a calendar with its commas marked, and nothing of the agenda`() async throws {
        let id = try await planned(2)
        try await door(here.sam).add("Jean's plan", to: id, in: placement, at: now)
        let text = try await found(id).calendar(at: "Elm Street; Surgery", now: now)
        #expect(text.contains("SUMMARY:Team meeting\\, Elm Street\\; Surgery\\, Library\r\n"))
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && !text.contains("Jean"))
    }

    @Test func `is nobody else's`() async throws {
        let id = try await planned(2)
        for member in [here.amara, here.jo, here.olu, here.mina, here.drPatel, here.stranger] {
            let path = "/placements/\(placement)/meetings"
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
            #expect(try await here.opens("\(path)/\(id)/invitation.ics", as: member).status == 404)
        }
        for member in [here.ruth, here.nadia] {
            await #expect(throws: Missing.self) { try await door(member).end(id, in: placement, at: now) }
            await #expect(throws: Missing.self) {
                try await door(member).invite(false, "No", in: placement, at: now)
            }
        }
    }

    @Test func `is planned on one page, which says everything that is missing`() async throws {
        let path = "/placements/\(placement)/meetings"
        let empty = try await here.sends(path, ["name": "", "day": "", "times": "99"], as: here.peter)
        #expect(
            empty.status == 422 && empty.says("Say what it is called")
                && empty.says("Enter from 1 to 13 weeks")
        )
        let fields: KeyValuePairs = [
            "name": "Huddle", "day": "\(Day(.now).advanced(by: 2))", "from": "12:30", "until": "13:00",
            "where": "Library",
            "times": "2",
        ]
        #expect(try await here.sends(path, fields, as: here.peter).status == 303)
        #expect(try await here.count("team_meeting") == 2)
        let page = try await here.opens(path, as: here.sam)
        let id: Meeting.ID? = try await here.store.read {
            try $0.value("SELECT id FROM team_meeting ORDER BY begins_at")
        }
        let first = try #require(id)
        #expect(page.says("Huddle") && page.says("\(first)/invitation.ics"))
        let calendar = try await here.opens("\(path)/\(first)/invitation.ics", as: here.sam)
        #expect(calendar.status == 200 && calendar.says("BEGIN:VEVENT"))
        #expect(try await here.sends("\(path)/\(first)/end", [:], as: here.peter).status == 303)
        #expect(try await here.sends("\(path)/invitation", ["why": ""], as: here.peter).status == 422)
    }
}
