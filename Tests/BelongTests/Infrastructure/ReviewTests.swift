import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A review of a placement")
struct ReviewTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
    }

    private func planned(_ days: Double = 0, by member: Member? = nil) async throws -> Review.ID {
        try await here.reviews(of: member ?? here.peter).plan(now + days * 86_400, in: placement, at: now)
    }

    private func agreed(_ words: String = "A key for the side door", whose: Member? = nil) -> Reviews.Agreed {
        .init(words: words, whose: (whose ?? here.peter).id, dueOn: Day(now).advanced(by: 28))
    }

    private func look(as member: Member? = nil) async throws -> Reviews.Look {
        try await here.reviews(of: member ?? here.sam).look(at: placement, at: now + 86_400)
    }

    /// Sam answers a question about how it is, and shares it with nobody.
    private func samSays(_ item: String, _ answer: String) async throws {
        let answer = try #require(CheckInAnswer(rawValue: answer))
        let said = CheckIns.Said(answers: [item: answer], shared: [item: []], seconds: 20)
        try await CheckIns(store: here.store, member: here.sam)
            .answer(placement, said, on: .own, at: now - 3 * 86_400)
    }

    @Test func `ends in one thing, and the next is planned a quarter on at the same time of day`()
        async throws
    {
        let id = try await planned()
        try await here.reviews(of: here.peter).close(id, with: agreed(), at: now + 1_200)

        let look = try await look()
        #expect(look.held.map(\.id) == [id])
        #expect(look.held.first?.commitment?.words == "A key for the side door")
        #expect(look.next?.beginsAt == now + 91 * 86_400)
        #expect(try await here.mail(to: here.sam).last == "One thing was agreed at the review of 14 April")
    }

    @Test func `is closed once, also from two windows in the same moment`() async throws {
        let id = try await planned()
        let closed = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<4 {
                let door = try? here.reviews(of: number.isMultiple(of: 2) ? here.peter : here.sam)
                let agreed = agreed("Agreed number \(number)")
                group.addTask { (try? await door?.close(id, with: agreed, at: now)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(closed == 1)
        #expect(try await here.count("review_commitment") == 1)
        #expect(try await here.count("review") == 2)
        await #expect(throws: Review.Refused.closed) {
            try await here.reviews(of: here.ruth).close(id, with: agreed(), at: now)
        }
    }

    @Test func `cannot be closed with nothing, with two things, by nobody or without being together`() {
        var form = CommitmentForm(on: Day(now))
        #expect(throws: Problems.self) { try form.read(at: now) }
        form.what = "A key for the side door\nA chair that holds"
        form.whose = "\(here.peter.id)"
        form.due = Day(now).advanced(by: 92).description
        do {
            _ = try form.read(at: now)
        } catch {
            #expect(
                error.list.map(\.sentence) == [
                    "One thing only: leave the others for the next review",
                    "Enter a day after today, and before the next review in three months",
                    "A review is held together: confirm that you are",
                ]
            )
        }
        form.what = "A key for the side door"
        form.due = Day(now).advanced(by: 91).description
        form.here = ["yes"]
        #expect((try? form.read(at: now))?.words == "A key for the side door")
    }

    @Test func `is planned once, moved by anybody it concerns, and not held much sooner`() async throws {
        let id = try await planned(60)
        await #expect(throws: Review.Refused.planned) { _ = try await planned(70, by: here.ruth) }
        await #expect(throws: Review.Refused.tooSoon) {
            try await here.reviews(of: here.peter).close(id, with: agreed(), at: now)
        }
        try await here.reviews(of: here.sam).move(id, to: now + 10 * 86_400, at: now)
        #expect(try await look().next?.beginsAt == now + 10 * 86_400)
        try await here.reviews(of: here.peter).close(id, with: agreed(), at: now)
        await #expect(throws: Review.Refused.closed) {
            try await here.reviews(of: here.sam).move(id, to: now, at: now)
        }
        #expect(
            try await here.mail(to: here.peter).contains { $0.hasPrefix("The review with Sam Reed is moved") }
        )
    }

    @Test func `is answered by the link worker alone: that they were there, and what came of it`()
        async throws
    {
        let id = try await planned()
        await #expect(throws: Review.Refused.open) { try await here.reviews(of: here.sam).say(true, of: id) }
        try await here.reviews(of: here.peter).close(id, with: agreed(), at: now)
        for member in [here.peter, here.ruth, here.nadia] {
            await #expect(throws: Missing.self) { try await here.reviews(of: member).say(true, of: id) }
            await #expect(throws: Missing.self) { try await here.reviews(of: member).say(.helped, of: id) }
        }
        let door = try here.reviews(of: here.sam)
        #expect(try await door.waiting(at: now).unsaid == [id])
        try await door.say(true, of: id, at: now)
        try await door.say(.nothing, of: id, at: now)
        await #expect(throws: Review.Refused.said) { try await door.say(false, of: id, at: now) }
        await #expect(throws: Review.Refused.said) { try await door.say(.helped, of: id, at: now) }
        #expect(try await look().held.first?.commitment?.effect == .nothing)
    }

    @Test func `that the link worker closes themself has them there`() async throws {
        let id = try await planned()
        try await here.reviews(of: here.sam).close(id, with: agreed(whose: here.sam), at: now)
        #expect(try await look().held.first?.wasThere == true)
    }

    @Test func `leaves its commitment with link worker and owner until the link worker says it is done`()
        async throws
    {
        let id = try await planned()
        try await here.reviews(of: here.peter).close(id, with: agreed(), at: now)
        for member in [here.sam, here.peter] {
            let page = try await here.opens("/placements/\(placement)", as: member)
            #expect(page.says("A key for the side door"), "\(member.name)")
            #expect(page.says("and Sam Reed has not said that it is done"), "\(member.name)")
        }
        let late = now + 40 * 86_400
        #expect(try await here.reviews(of: here.peter).waiting(at: late).promised == [id])
        #expect(try await here.reviews(of: here.sam).waiting(at: late).due == [id])
        try await here.reviews(of: here.sam).say(.helped, of: id, at: late)

        #expect(try await here.reviews(of: here.peter).waiting(at: late).promised.isEmpty)
        #expect(try await here.opens("/placements/\(placement)", as: here.peter).says("Done, and it helped"))
    }

    @Test func `is nothing to anybody it does not concern`() async throws {
        let id = try await planned()
        for member in [here.amara, here.jo, here.olu, here.mina, here.drPatel, here.walter, here.stranger] {
            for path in ["/reviews/\(id)", "/placements/\(placement)/reviews"] {
                #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
            }
            await #expect(throws: Missing.self) {
                try await here.reviews(of: member).close(id, with: agreed(), at: now)
            }
            await #expect(throws: Missing.self) {
                try await here.reviews(of: member).plan(now, in: placement, at: now)
            }
            await #expect(throws: Missing.self) {
                try await here.reviews(of: member).move(id, to: now, at: now)
            }
        }
        await #expect(throws: Review.Refused.notThere) {
            try await here.reviews(of: here.peter).close(id, with: agreed(whose: here.drPatel), at: now)
        }
    }

    @Test func `shows each reader what is theirs to see, and notes the look`() async throws {
        let id = try await planned()
        try await samSays("LW14", "fully")

        let own = try await here.reviews(of: here.sam).open(id, at: now)
        #expect(own.standing?.now.evidence["C16.m2"] != .unknown(.notShared))
        for member in [here.peter, here.nadia] {
            let theirs = try await here.reviews(of: member).open(id, at: now)
            #expect(theirs.standing?.now.evidence["C16.m2"] == .unknown(.notShared), "\(member.name)")
        }
        #expect(try await here.reviews(of: here.ruth).open(id, at: now).standing == nil)
        let looks: Int? = try await here.store.read {
            try $0.value("SELECT COUNT(*) FROM log_entry WHERE act = 'looked' AND subject_kind = 'Placement'")
        }
        #expect(looks == 4)
    }
}

extension Neighbourhood {
    func reviews(of member: Member) throws -> Reviews {
        try Reviews(store: store, member: member, site: Self.site())
    }
}
