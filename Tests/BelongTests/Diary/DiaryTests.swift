import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A link worker's diary")
struct DiaryTests {
    let here: Neighbourhood
    let jean: Case.ID

    init() async throws {
        here = try await Neighbourhood()
        jean = try await here.accepts(here.refers())
    }

    private func week(of member: Member? = nil) async throws -> String {
        let day = Day(Neighbourhood.now)
        let page = try await here.diary(of: member ?? here.amara).week(of: day, at: Neighbourhood.now)
        return page.main.description
    }

    private func page(_ id: DiaryEntry.ID) async throws -> DiaryEntryPage {
        try await here.diary(of: here.amara).page(id, at: Neighbourhood.now)
    }

    @Test func `shows the week with people, places and hours`() async throws {
        try await here.goesAlong(jean)

        let week = try await week()

        #expect(week.contains("Jean M."))
        #expect(week.contains("14:00 to 15:30"))
        #expect(week.contains("Relaxation group, hall B"))
    }

    @Test func `asks whether two at once are meant, and keeps both when they are`() async throws {
        try await here.goesAlong(jean)
        var meeting = try Neighbourhood.plan(.meeting, from: "15:00", until: "16:00")

        var asked = Problems()
        asked.add(
            "mayMeet",
            "You already have this from 14:00 to 15:30: Going along with them. If you mean both at once, say so"
        )
        await #expect(throws: asked) {
            try await here.diary(of: here.amara).plan(meeting, at: Neighbourhood.now)
        }
        meeting.mayMeet = true
        try await here.diary(of: here.amara).plan(meeting, at: Neighbourhood.now)

        #expect(try await week().contains("at the same time as going along with them"))
    }

    @Test func `takes no call with somebody for whom a call is not safe`() async throws {
        let quiet = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let ida = Neighbourhood.particulars("Ida Fell", phone: "07700 900117")
        let other = try await here.accepts(here.refers(ida, reaching: quiet))

        var refused = Problems()
        refused.add("kind", "A phone call is not safe for them. Choose another way to meet")
        await #expect(throws: refused) {
            try await here.diary(of: here.amara).plan(
                Neighbourhood.plan(.call, with: other),
                at: Neighbourhood.now
            )
        }
    }

    @Test func `asks nothing where one thing ends as the next begins, or of another's diary`() async throws {
        try await here.goesAlong(jean)
        let after = try Neighbourhood.plan(.meeting, from: "15:30", until: "16:00")
        let same = try Neighbourhood.plan(.meeting)

        try await here.diary(of: here.amara).plan(after, at: Neighbourhood.now)
        try await here.diary(of: here.sam).plan(same, at: Neighbourhood.now)

        #expect(try await here.count("diary_entry") == 3)
    }

    @Test func `lets one of many windows at the same moment keep its hour`() async throws {
        let meeting = try Neighbourhood.plan(.meeting)
        let kept = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (try? await here.diary(of: here.amara).plan(meeting, at: Neighbourhood.now)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect(kept == 1)
        #expect(try await here.count("diary_entry") == 1)
    }

    @Test func `moves with a reason and keeps where it was`() async throws {
        let id = try await here.goesAlong(jean)
        let tomorrow = Day(Neighbourhood.now).advanced(by: 1)
        let asked = MoveAsked(
            beginsAt: try Neighbourhood.at("09:00", on: tomorrow),
            endsAt: try Neighbourhood.at("10:00", on: tomorrow),
            because: "The hall is shut"
        )

        let moved = try await here.diary(of: here.amara).move(id, asked, at: Neighbourhood.now)

        let page = try await page(moved).main.description
        #expect(page.contains("Wednesday 15 April, 09:00 to 10:00"))
        #expect(page.contains("Tuesday 14 April, 14:00 to 15:30"))
        #expect(page.contains("moved: The hall is shut, Amara Okafor"))
        await #expect(throws: Missing.self) {
            try await here.diary(of: here.amara).move(id, asked, at: Neighbourhood.now)
        }
    }

    @Test func `is cancelled with whose doing it was, once`() async throws {
        let id = try await here.goesAlong(jean)
        let off = DiaryEntry.Cancelling(why: .logistics, words: "No lift")

        try await here.diary(of: here.amara).cancel(id, off, at: Neighbourhood.now)

        #expect(try await page(id).main.description.contains("Logistics: no room, no lift, closed: No lift"))
        await #expect(throws: Diary.Refused.cancelled) {
            try await here.diary(of: here.amara).cancel(id, off, at: Neighbourhood.now)
        }
        #expect(
            Diary.Refused.cancelled.sentence
                == "This was cancelled. Plan it again, if it is to be after all."
        )
    }

    @Test func `says who did not come, what was tried and what next, as a contact of theirs`() async throws {
        let id = try await here.goesAlong(jean)
        let later = try Neighbourhood.at("14:30")

        try await here.diary(of: here.amara)
            .miss(id, tried: "Rang twice", next: "Ring on Thursday", at: later)

        let contacts = try await here.store.read { try $0.contacts(of: jean) }
        #expect(
            contacts.map(\.told.outcome) == [
                .notReached(.didNotCome, tried: "Rang twice", next: "Ring on Thursday")
            ]
        )
        #expect(try await week().contains("they did not come"))
        await #expect(throws: Diary.Refused.over) {
            try await here.diary(of: here.amara).miss(id, tried: "", next: "Again", at: later)
        }
    }

    @Test func `cannot say so before it has begun`() async throws {
        let id = try await here.goesAlong(jean)

        await #expect(throws: Diary.Refused.notYet) {
            try await here.diary(of: here.amara).miss(id, tried: "", next: "Ring", at: Neighbourhood.now)
        }
        #expect(
            Diary.Refused.notYet.sentence
                == "This has not begun yet. Cancel or move it, if they said they cannot come."
        )
        #expect(try await here.count("contact") == 0)
    }

    @Test func `fills in what it knows where the conversation is written down`() async throws {
        let id = try await here.goesAlong(jean)

        let form = try await here.diary(of: here.amara).contact(id, at: Neighbourhood.now).form

        #expect(form.mode == "community")
        #expect((form.day, form.time, form.minutes) == ("2026-04-14", "14:00", "90"))
        #expect(form.wentAlong == ["yes"])
    }

    @Test func `lets no name into what colleagues read`() async throws {
        let asked = try Neighbourhood.plan(.elsewhere, with: jean, place: "Café with JEAN, 2 pm")
        var problems = Problems()
        problems.add("place", "Colleagues read this: leave out the person’s name")

        await #expect(throws: problems) {
            try await here.diary(of: here.amara).plan(asked, at: Neighbourhood.now)
        }
    }

    @Test func `plans with nobody else's people, and for no practice that is not one's own`() async throws {
        let asked = try Neighbourhood.plan(.call, with: jean)
        let elsewhere = try Neighbourhood.plan(.meeting, for: here.harbour)
        for somebody in here.everyone where somebody.id != here.amara.id {
            await #expect(throws: Missing.self, "\(somebody.name)") {
                try await here.diary(of: somebody).plan(asked, at: Neighbourhood.now)
            }
        }
        await #expect(throws: Missing.self) {
            try await here.diary(of: here.sam).plan(elsewhere, at: Neighbourhood.now)
        }
    }
}
