import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Somebody who moves to another practice")
struct MovingTests {
    let story: CaseInHand
    let here: Neighbourhood
    var path: String { "/people/\(story.person)/moving" }

    init() async throws {
        story = try await CaseInHand()
        here = story.here
    }

    private func moves(
        to practice: Organisation? = nil,
        onward: String? = "Still wants to cook with somebody.",
        by member: Member? = nil,
        at now: Date? = nil
    ) async throws {
        let moving = Moving(id: Moving.ID(), to: practice ?? here.moorLane, onward: onward)
        try await People(store: here.store, member: member ?? here.amara)
            .move(story.person, moving, here.site().address, at: now ?? story.now)
    }

    private func reads(_ member: Member, at now: Date) async throws -> Bool {
        let cases = Cases(store: here.store, member: member)
        do {
            return try await here.store.read {
                try cases.find(story.id, in: $0, at: now).person == story.person
            }
        } catch is Missing {
            return false
        }
    }

    @Test func `reads first what will happen to what is here`() async throws {
        let page = try await here.opens(path, as: here.amara)
        #expect(page.says("Elm Street Surgery keeps what was written there. You can read it for 14 days"))
        #expect(page.says("Your open case with them is closed today: they moved."))
        #expect(page.says("It does not see the story so far, nor earlier worries."))
    }

    @Test func `is referred there with what keeps them safe, and not with their story`() async throws {
        try await story.talks()
        let told = try await here.count("message WHERE wording IS NOT NULL")
        try await moves()

        let waiting = try await Referrals(store: here.store, member: here.jo).waiting(at: story.now)
        #expect(waiting.count == 1)
        let referral: Referral.ID? = try await here.store.read {
            try $0.value("SELECT id FROM referral WHERE practice = \(here.moorLane.id)")
        }
        let seen = try await here.opens("/referrals/\(try #require(referral))", as: here.jo)
        #expect(seen.says("Still wants to cook with somebody.") && seen.says("Moved here"))
        #expect(!seen.says("A reason to cook again"))
        #expect(try await !reads(here.jo, at: story.now))
        #expect(try await here.count("message WHERE wording IS NOT NULL") == told + 1)
        let outcome: String? = try await here.store.read { try $0.value("SELECT outcome FROM closing") }
        #expect(outcome == "moved")
    }

    @Test func `can be read for a fortnight where they were, and changed no more`() async throws {
        try await moves(onward: nil)
        let day = 86_400.0

        #expect(try await reads(here.amara, at: story.now + 13 * day))
        #expect(try await !reads(here.amara, at: story.now + 15 * day))
        await #expect(throws: Cases.Refused.moved) {
            try await story.cases().reopen(story.id, "Back", at: story.now + day)
        }
        await #expect(throws: Cases.Refused.moved) {
            try await People(store: here.store, member: here.amara)
                .write(.known("A dog"), of: story.person, because: "x", from: "none", at: story.now + day)
        }
        #expect(
            Cases.Refused.moved.sentence
                == "They are with another practice now. You can read this for a fortnight, and not change it."
        )
        #expect(try await here.count("referral WHERE practice = \(here.moorLane.id)") == 0)
    }

    @Test func `leaves nothing behind that nobody sees`() async throws {
        let site = try here.site().address
        let worry = try await Worrying(store: here.store, member: here.amara, site: site)
            .raise(.today, about: story.person, to: here.drPatel.id, "Not eating", at: story.now)
        await #expect(throws: Moving.Refused.worry) { try await moves() }
        try await Worries(store: here.store, member: here.drPatel).acknowledge(worry, "Mine", at: story.now)

        await #expect(throws: Moving.Refused.there) { try await moves(to: here.elmStreet) }
        let empty = Organisation(kind: .practice, name: "New Practice")
        try await here.store.write { work in
            try work.run(
                "INSERT INTO organisation (id, kind, name) VALUES (\(empty.id), 'practice', 'New Practice')"
            )
        }
        await #expect(throws: Moving.Refused.nobodyThere) { try await moves(to: empty) }
        #expect(try await here.count("moving") == 0)
        #expect(try await here.count("closing") == 0)
    }

    @Test func `takes no earlier worry along: it stays with whoever was told`() async throws {
        let site = try here.site().address
        let worry = try await Worrying(store: here.store, member: here.amara, site: site)
            .raise(.today, about: story.person, to: here.drPatel.id, "Not eating", at: story.now)
        try await Worries(store: here.store, member: here.drPatel).acknowledge(worry, "Mine", at: story.now)
        try await moves(to: here.harbour, at: story.now + 60)

        #expect(try await here.opens("/worries/\(worry)", as: here.drOsei).status == 404)
        #expect(try await here.opens("/worries/\(worry)", as: here.drPatel).status == 200)
        #expect(try await here.opens("/worries/\(worry)", as: here.drLowe).status == 404)
    }

    @Test func `is moved by their link worker and no one else, and to a practice that there is`() async throws
    {
        let fields: KeyValuePairs = ["practice": "Moor Lane Surgery", "onward": "no", "words": ""]
        for member in here.everyone where member.id != here.amara.id {
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
            #expect(try await here.sends(path, fields, as: member).status == 404, "\(member.name)")
        }
        for wrong in ["", "Nowhere Surgery", "Riverside Network"] {
            let seen = try await here.sends(path, ["practice": wrong, "onward": "no"], as: here.amara)
            #expect(seen.status == 422, "\(wrong)")
        }
        let unsaid = try await here.sends(path, ["practice": "Moor Lane Surgery"], as: here.amara)
        #expect(unsaid.status == 422 && unsaid.says("Say whether they would like a link worker there"))
        #expect(try await here.sends(path, fields, as: here.amara).status == 303)
        let practice: Organisation.ID? = try await here.store.read {
            try $0.value("SELECT practice FROM person WHERE id = \(story.person)")
        }
        #expect(practice == here.moorLane.id)
    }
}
