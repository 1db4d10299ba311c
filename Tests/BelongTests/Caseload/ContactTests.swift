import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Writing down a conversation")
struct ContactTests {
    let story: CaseInHand

    init() async throws {
        story = try await CaseInHand()
    }

    private func contacts() async throws -> [Contact] {
        let id = story.id
        return try await story.here.store.read { try $0.contacts(of: id) }
    }

    @Test func `leads from every page of it to a worry about the person`() async throws {
        let story = try await CaseInHand()
        let path = "\(story.path)/contacts/\(try await story.talks())"
        for page in [path, "\(path)/putting-right", "\(story.path)/contacts/new"] {
            let seen = try await story.here.opens(page, as: story.here.amara)
            #expect(seen.says("href=\"\(story.path)/worry\">Worried about them?"), "\(page)")
        }
        #expect(try await story.here.opens("\(story.path)/worry", as: story.here.amara).status == 303)
    }

    @Test func `keeps what was said, and puts what matters at the head`() async throws {
        try await story.talks()

        let page = try await story.cases().page(story.id, at: story.now)
        #expect(page.matters?.words == "A reason to cook again.")
        #expect(page.story.contains { $0.title == "Conversation on the phone" })
    }

    @Test func `asks at the first conversation, and only there, whether they knew why`() async throws {
        await #expect(throws: Problems.self) { try await story.talks(CaseInHand.told(knewWhy: nil)) }
        try await story.talks(CaseInHand.told(daysAgo: 2, knewWhy: .notAsked))
        try await story.talks(CaseInHand.told(daysAgo: 1, knewWhy: .yes))

        #expect(try await contacts().compactMap(\.told.knewWhy) == [.notAsked])
    }

    @Test func `a try that reached nobody says what was tried and asks nothing of them`() async throws {
        let noAnswer = Contact.Outcome.notReached(.noAnswer, tried: "Rang twice", next: "Text on Friday")
        try await story.talks(CaseInHand.told("", knewWhy: nil, outcome: noAnswer))

        let page = try await story.cases().page(story.id, at: story.now)
        let event = try #require(page.story.first { $0.title == "No answer" })
        #expect(event.words == "Rang twice Next: Text on Friday")
        #expect(!event.isWithPerson)
    }

    @Test func `going along is a conversation of its own kind`() async throws {
        var told = CaseInHand.told()
        (told.wentAlong, told.minutes, told.place) = (true, 120, "St Mark's Hall")
        try await story.talks(told)

        let event = try #require(try await story.cases().page(story.id, at: story.now).story.first)
        #expect(event.title == "Went along together")
        #expect(event.facets == ["2 h", "St Mark's Hall"])
    }

    @Test func `putting right adds a row that names the one it corrects, and keeps the first`() async throws {
        let wrong = try await story.talks()
        let right = try await story.cases().putRight(
            wrong,
            on: story.id,
            CaseInHand.told("A reason to bake again."),
            because: "She said bake",
            at: story.now
        )

        let page = try await story.cases().page(of: wrong, on: story.id, at: story.now)
        #expect(page.contact.id == right && page.contact.reason == "She said bake")
        #expect(page.earlier.map(\.told.matters) == ["A reason to cook again."])
        #expect(try await contacts().map(\.id) == [right])
        #expect(
            try await story.cases().page(story.id, at: story.now).matters?.words == "A reason to bake again."
        )
    }

    @Test func `nothing is put right twice from two windows`() async throws {
        let wrong = try await story.talks()
        try await story.cases().putRight(
            wrong,
            on: story.id,
            CaseInHand.told("B"),
            because: "b",
            at: story.now
        )

        await #expect(throws: Contact.Refused.alreadyPutRight) {
            try await story.cases()
                .putRight(wrong, on: story.id, CaseInHand.told("C"), because: "c", at: story.now)
        }
        #expect(Contact.Refused.alreadyPutRight.sentence.hasPrefix("This has been put right already."))
    }

    @Test func `a contact of another case is not one of this`() async throws {
        let other = try await story.here.accepts(
            story.here.refers(Neighbourhood.particulars("Tom Vale", phone: nil, bornOn: nil))
        )
        let contact = try await story.cases().write(CaseInHand.told(), on: other, at: story.now)

        await #expect(throws: Missing.self) {
            try await story.cases().page(of: contact, on: story.id, at: story.now)
        }
        await #expect(throws: Missing.self) {
            let told = CaseInHand.told()
            try await story.cases().putRight(contact, on: story.id, told, because: "x", at: story.now)
        }
    }

    @Test func `earlier words entered later do not push out what was said since`() async throws {
        try await story.talks(CaseInHand.told("Now", daysAgo: 1))
        try await story.talks(CaseInHand.told("Before", daysAgo: 9))

        #expect(try await story.cases().page(story.id, at: story.now).matters?.words == "Now")
    }

    @Test func `tags and signs come after, and tagging again replaces the tags`() async throws {
        let contact = try await story.talks()
        let first = Tagging(reasons: [.money], signs: [.leftHouse], ownSign: "Hums again", isByPerson: true)
        let second = Tagging(reasons: [.mood], signs: [.leftHouse], ownSign: "Hums again", isByPerson: false)
        try await story.cases().tag(contact, on: story.id, first, at: story.now)
        try await story.cases().tag(contact, on: story.id, second, at: story.now)

        let page = try await story.cases().page(of: contact, on: story.id, at: story.now)
        #expect(page.reasons == [.mood])
        #expect(page.signs.map(\.name) == ["left the house", "Hums again"])
        #expect(try await story.here.count("tagging") == 2)
    }

    @Test func `nothing is written in a closed case`() async throws {
        try await story.ends()

        await #expect(throws: Cases.Refused.closed) { try await story.talks() }
        #expect(Cases.Refused.closed.sentence.hasPrefix("This case is closed. Open it again first"))
    }
}
