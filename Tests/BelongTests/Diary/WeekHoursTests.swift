import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("The time kept for the community")
struct WeekHoursTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func hours(seenBy member: Member) async throws -> [AgreedWeeks.Line] {
        try await AgreedWeeks(store: here.store, member: member)
            .lines(of: Day(Neighbourhood.now), at: Neighbourhood.now)
    }

    private func amarasWeek(seenBy member: Member) async throws -> WeekHours {
        try #require(try await hours(seenBy: member).first { $0.who.id == here.amara.id }).hours
    }

    private func erode() async throws {
        let jean = try await here.accepts(here.refers())
        try await here.diary(of: here.amara).plan(
            Neighbourhood.plan(.community, until: "17:00"),
            at: Neighbourhood.now
        )
        var meeting = try Neighbourhood.plan(.meeting, for: here.elmStreet, from: "14:30", until: "15:30")
        meeting.mayMeet = true
        try await here.diary(of: here.amara).plan(meeting, at: Neighbourhood.now)
        var call = try Neighbourhood.plan(.call, with: jean, from: "16:30", until: "17:00")
        call.mayMeet = true
        try await here.diary(of: here.amara).plan(call, at: Neighbourhood.now)
    }

    @Test func `is agreed, used, and what was put over it is named`() async throws {
        try await AgreedWeeks(store: here.store, member: here.ruth)
            .agree(.init(people: 1_320, community: 360, team: 180), for: here.amara.id, at: Neighbourhood.now)
        try await erode()

        let week = try await amarasWeek(seenBy: here.amara)

        #expect(week.agreed?.community == 360)
        #expect(week.planned[.community] == 90)
        let day = Day(Neighbourhood.now)
        #expect(
            week.eroded == [
                .init(day: day, minutes: 60, by: "meeting, Elm Street Surgery"),
                .init(day: day, minutes: 30, by: "time with somebody"),
            ]
        )
        #expect(week.card.description.contains("Community time <b>1½ h of 6 h</b>"))
    }

    @Test func `is shown to whoever supervises, with nobody's name in it`() async throws {
        try await erode()

        let page = try await AgreedWeekPage(
            week: Day(Neighbourhood.now),
            lines: hours(seenBy: here.ruth),
            me: here.ruth.id
        ).main.description

        #expect(page.contains("Tuesday: 1 h, meeting, Elm Street Surgery"))
        #expect(!page.contains("Jean") && !page.contains("Moss"))
        #expect(try await amarasWeek(seenBy: here.ruth).eroded.count == 2)
    }

    @Test func `is no business of anybody else's`() async throws {
        for somebody in here.everyone where ![here.amara.id, here.ruth.id].contains(somebody.id) {
            let lines = try await hours(seenBy: somebody)
            #expect(!lines.contains { $0.who.id == here.amara.id }, "\(somebody.name)")
            await #expect(throws: Missing.self, "\(somebody.name)") {
                try await AgreedWeeks(store: here.store, member: somebody)
                    .agree(.init(people: 0, community: 0, team: 0), for: here.amara.id, at: Neighbourhood.now)
            }
        }
    }

    @Test func `keeps what was agreed before`() async throws {
        let weeks = AgreedWeeks(store: here.store, member: here.amara)
        try await weeks.agree(
            .init(people: 60, community: 60, team: 60),
            for: here.amara.id,
            at: Neighbourhood.now
        )
        try await weeks.agree(
            .init(people: 60, community: 90, team: 60),
            for: here.amara.id,
            at: Neighbourhood.now
        )

        #expect(try await here.count("agreed_week") == 2)
        #expect(try await amarasWeek(seenBy: here.amara).agreed?.community == 90)
    }

    @Test(arguments: [(90, "1½ h"), (30, "½ h"), (120, "2 h"), (100, "1 h 40"), (20, "20 min"), (0, "0 h")])
    func `says hours as people do`(_ minutes: Int, _ words: String) {
        #expect(minutes.asHours == words)
    }
}
