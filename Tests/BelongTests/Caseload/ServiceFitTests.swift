import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("What is marked of a conversation with a tap")
struct ServiceFitTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws { story = try await CaseInHand() }

    @Test
    func `asks after the first conversation whether they were right for the service, and not after others`()
        async throws
    {
        let first = try await story.talks(CaseInHand.told(daysAgo: 2))
        let second = try await story.talks(CaseInHand.told("Company", daysAgo: 1, knewWhy: nil))
        let path = "\(story.path)/contacts/\(first)"
        #expect(try await here.opens(path, as: here.amara).says("Was this the right service for them?"))
        #expect(try await here.sends("\(path)/fit/partly", [:], as: here.amara).status == 303)
        #expect(try await here.opens(path, as: here.amara).says("You said: partly."))
        #expect(try await here.sends("\(path)/fit/yes", [:], as: here.amara).status == 303)
        #expect(try await here.count("service_fit") == 2)
        #expect(try await here.count("service_fit WHERE replaced_by IS NULL AND answer = 'yes'") == 1)

        let later = "\(story.path)/contacts/\(second)"
        #expect(try await !here.opens(later, as: here.amara).says("right service for them"))
        #expect(try await here.sends("\(later)/fit/no", [:], as: here.amara).status == 404)
        #expect(try await here.sends("\(path)/fit/maybe", [:], as: here.amara).status == 404)
    }

    @Test func `marks that a clinician was advised, and takes the mark away`() async throws {
        let contact = try await story.talks()
        let path = "\(story.path)/contacts/\(contact)"
        #expect(try await here.sends("\(path)/clinician/advised", [:], as: here.amara).status == 303)
        #expect(try await here.opens(path, as: here.amara).says("good work, and counted as that"))
        #expect(try await here.sends("\(path)/clinician/not", [:], as: here.amara).status == 303)
        #expect(try await here.opens(path, as: here.amara).says("Did you advise seeing a clinician?"))
    }

    @Test func `is for whoever has the case, and nobody else`() async throws {
        let contact = try await story.talks()
        let path = "\(story.path)/contacts/\(contact)"
        for member in here.everyone where member.id != here.amara.id {
            #expect(try await here.sends("\(path)/fit/yes", [:], as: member).status == 404, "\(member.name)")
            let advised = try await here.sends("\(path)/clinician/advised", [:], as: member)
            #expect(advised.status == 404, "\(member.name)")
        }
        #expect(try await here.count("service_fit") == 0)
    }

    @Test func `is not asked where nobody was reached`() async throws {
        let tried = try await story.talks(
            CaseInHand.told("", knewWhy: nil, outcome: .notReached(.noAnswer, tried: "Rang", next: "Write"))
        )
        let path = "\(story.path)/contacts/\(tried)"
        #expect(try await !here.opens(path, as: here.amara).says("With a tap"))
        #expect(try await here.sends("\(path)/clinician/advised", [:], as: here.amara).status == 404)
    }

    @Test func `stands in the copy for the person`() async throws {
        let contact = try await story.talks()
        try await story.cases().say(.partly, after: contact, on: story.id, at: story.now)
        try await story.cases().advise(true, at: contact, on: story.id, now: story.now)
        let words = try await story.cases().record(story.id, at: story.now).passages.map {
            "\($0.heading): \($0.words)"
        }
        #expect(words.contains("Whether the link worker found this service the right one: Partly"))
        #expect(words.contains("Marked by the link worker: advised to see a clinician"))
    }
}
