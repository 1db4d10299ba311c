import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Asking to learn something")
struct LearningTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let path: String
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
        path = "/placements/\(placement)/learning"
    }

    private func learnings(_ member: Member) throws -> Learnings {
        try Learnings(store: here.store, member: member, site: Neighbourhood.site())
    }

    private func ask() async throws -> LearningAsk.ID {
        try await learnings(here.sam)
            .ask(.init(words: "Tenancy law, a day", cost: "£90", wantedOn: nil), in: placement, at: now)
    }

    private func state(at moment: Date) async throws -> String? {
        try await learnings(here.sam).look(at: placement, at: moment).asks.first?.state(at: moment)
    }

    @Test func `reaches whoever employs, manages and leads, and is owed until one of them answers`()
        async throws
    {
        let id = try await ask()
        for member in [here.walter, here.peter, here.nadia] {
            #expect(
                try await here.mail(to: member).last == "Sam Reed asks to learn something",
                "\(member.name)"
            )
            #expect(try await learnings(member).waiting(at: now).map(\.id) == [id], "\(member.name)")
        }
        #expect(try await state(at: now + 30 * 86_400) == "not answered yet")
        #expect(try await state(at: now + 31 * 86_400) == "not answered; it was to be by 14 May")

        try await learnings(here.walter).answer(id, true, "", in: placement, at: now + 40 * 86_400)
        #expect(try await state(at: now + 41 * 86_400) == "Walter Green says yes")
        #expect(try await learnings(here.peter).waiting(at: now).isEmpty)
        #expect(try await here.mail(to: here.sam).last == "What you asked to learn was answered")
        await #expect(throws: LearningAsk.Refused.answered) {
            try await learnings(here.nadia).answer(id, false, "No money", in: placement, at: now)
        }
    }

    @Test func `is not refused without a reason`() async throws {
        let id = try await ask()
        let bare = try await here.sends("\(path)/\(id)", ["answer": "no", "why": ""], as: here.peter)
        #expect(bare.status == 422 && bare.says("Say why not: they read it"))
        let none = try await here.sends("\(path)/\(id)", ["why": "Perhaps"], as: here.peter)
        #expect(none.status == 422 && none.says("Choose yes or no") && none.says("Perhaps"))

        let fields: KeyValuePairs = ["answer": "no", "why": "Full until May; asked for you then"]
        #expect(try await here.sends("\(path)/\(id)", fields, as: here.peter).status == 303)
        #expect(try await here.opens(path, as: here.sam).says("Peter Hale says no: Full until May"))
    }

    @Test func `is the link worker’s to ask, and for those it concerns`() async throws {
        let id = try await ask()
        let answer: KeyValuePairs = ["answer": "yes", "why": ""]
        let asking: KeyValuePairs = ["words": "Something else"]
        #expect(try await here.opens(path, as: here.ruth).says("Tenancy law, a day"))
        for member in here.everyone {
            let isTheirs = [here.walter, here.peter, here.nadia].contains { $0.id == member.id }
            let isRead = isTheirs || [here.sam.id, here.ruth.id].contains(member.id)
            #expect(try await here.opens(path, as: member).status == (isRead ? 200 : 404), "\(member.name)")
            guard !isTheirs else { continue }
            #expect(try await here.sends("\(path)/\(id)", answer, as: member).status == 404, "\(member.name)")
        }
        for member in here.everyone where member.id != here.sam.id {
            #expect(try await here.sends(path, asking, as: member).status == 404, "\(member.name)")
        }
        let elsewhere = try await here.placement(of: here.amara, at: here.elmStreet)
        await #expect(throws: Missing.self) {
            try await learnings(here.nadia).answer(id, true, "", in: elsewhere, at: now)
        }
    }
}
