import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Another time, from the front desk")
struct RebookingTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    /// Tuesday at ten; Amara is there on Thursdays from nine to twelve.
    let now = Neighbourhood.now
    private var thursday: Day { Day(now).advanced(by: 2) }

    init() async throws {
        story = try await CaseInHand()
        try await Placements(store: story.here.store).attend(
            story.here.amara,
            at: story.here.elmStreet,
            on: .thursday,
            Hours(from: "9:00", until: "12:00", room: "Room 1"),
            now: now - 86_400
        )
    }

    private func check(_ surname: String = "Moss", by member: Member? = nil) async throws -> CallerCheck {
        try await here.frontDesk(seenBy: member ?? here.mina).check(surname, bornOn: nil, at: now)
    }

    @Test func `offers when their link worker is there and free, and nothing else of the diary`() async throws
    {
        let offered = try #require(try await check().rebooking)
        #expect(offered.linkWorker == "Amara Okafor" && offered.ringsAt == nil)
        #expect(
            offered.slots.map(Rebooking.words).prefix(2) == [
                "\(thursday.spoken), 09:00", "\(thursday.spoken), 10:30",
            ]
        )

        let meeting = try Neighbourhood.plan(.meeting, on: thursday, from: "09:00", until: "11:30")
        try await here.diary(of: here.amara).plan(meeting, at: now)
        let left = try #require(try await check().rebooking)
        #expect(left.slots.first.map(Rebooking.words) == "\(thursday.spoken), 11:30")
    }

    @Test func `moves the call there is, or plans one, with who did it`() async throws {
        let call = try Neighbourhood.plan(
            .call,
            with: story.id,
            on: Day(now).advanced(by: 1),
            from: "10:00",
            until: "10:30"
        )
        try await here.diary(of: here.amara).plan(call, at: now)
        let slot = London.instant(thursday, hour: 9)
        try await here.frontDesk(seenBy: here.mina).rebook(story.id, to: slot, for: ("Moss", nil), at: now)

        let planned = try await here.store.read { [now, here] view in
            try here.diary(of: here.amara).entries(
                from: Day(now),
                through: Day(now).advanced(by: 6),
                in: view,
                at: now
            )
        }
        #expect(planned.map(\.plan.beginsAt) == [slot] && planned.map(\.madeBy) == ["Mina Shah"])
        #expect(planned.first?.because == "they rang the front desk")
        #expect(try await check().rebooking?.ringsAt == slot)
        #expect(
            try await here.count(
                "log_entry WHERE member = \(here.mina.id) AND act = 'changed' AND person = \(story.person)"
            ) == 1
        )
    }

    @Test func `is two clicks: what may I say, and the time that suits them`() async throws {
        let asked = try await here.sends(
            "/front-desk/caller",
            ["surname": "Moss", "born": ""],
            as: here.mina
        )
        let values = asked.body.matches(of: /name="at" value="([0-9]+)"/).map { String($0.1) }
        let first = try #require(values.first)
        let sent = try await here.sends(
            "/front-desk/rebooking",
            ["surname": "Moss", "born": "", "caseID": "\(story.id)", "at": first],
            as: here.mina
        )
        #expect(sent.status == 200 && sent.says("Amara Okafor rings on"))
        #expect(try await here.count("diary_entry WHERE kind = 'call'") == 1)
    }

    @Test func `takes nothing that has gone, and not twice`() async throws {
        let slot = London.instant(thursday, hour: 9)
        let desk = here.frontDesk(seenBy: here.mina)
        try await desk.rebook(story.id, to: slot, for: ("Moss", nil), at: now)
        await #expect(throws: Rebooking.Refused.taken) {
            try await desk.rebook(story.id, to: slot, for: ("Moss", nil), at: now)
        }
        await #expect(throws: Rebooking.Refused.taken) {
            try await desk.rebook(
                story.id,
                to: London.instant(thursday, hour: 22),
                for: ("Moss", nil),
                at: now
            )
        }
        #expect(Rebooking.Refused.taken.sentence == "That time has gone meanwhile. Ask for another.")
    }

    @Test func `is for the person who was asked about, at one's own practice`() async throws {
        let slot = London.instant(thursday, hour: 9)
        for member in here.everyone where ![here.mina.id, here.peter.id].contains(member.id) {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await here.frontDesk(seenBy: member).rebook(
                    story.id,
                    to: slot,
                    for: ("Moss", nil),
                    at: now
                )
            }
        }
        for (id, surname) in [(Case.ID(), "Moss"), (story.id, "Poole")] {
            await #expect(throws: Missing.self) {
                try await here.frontDesk(seenBy: here.mina).rebook(id, to: slot, for: (surname, nil), at: now)
            }
        }
    }

    @Test func `offers nothing where nothing may be said`() async throws {
        let quiet = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let other = try await CaseInHand(reaching: quiet)
        let check = try await other.here.frontDesk(seenBy: other.here.mina).check(
            "Moss",
            bornOn: nil,
            at: now
        )
        #expect(check.rebooking == nil)
    }
}
