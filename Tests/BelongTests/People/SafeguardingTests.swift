import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Who is at risk where somebody lives")
struct SafeguardingTests {
    let story: CaseInHand
    let here: Neighbourhood

    init() async throws {
        story = try await CaseInHand()
        here = story.here
    }

    private var path: String { "/people/\(story.person)/safeguarding" }

    @Test func `is said once, and stands above their page and beside a visit`() async throws {
        let told = ["who": "child", "words": "A grandson of six, on weekdays"] as KeyValuePairs
        #expect(try await here.sends(path, told, as: here.amara).status == 303)

        let line = "A child at risk where they live: A grandson of six, on weekdays"
        #expect(try await here.opens(story.path, as: here.amara).says(line))
        let entry = try await here.visitsAlone(story.id)
        #expect(try await here.opens("/lone-visits/\(entry)", as: here.amara).says(line))
        let today = try await here.diary(of: here.amara).today(at: Neighbourhood.now)
        #expect(today.day.contains { $0.care.safeguarding == [line] })
        let sheet = DaySheet(today, at: Neighbourhood.now).main.description
        #expect(sheet.contains(line) && sheet.contains("Sam Reed looks out for you"))
    }

    @Test func `asks for what is missing, and keeps what was typed`() async throws {
        let sent = try await here.sends(path, ["words": "A grandson"], as: here.amara)
        #expect(sent.status == 422 && sent.says("Say who is at risk") && sent.says("A grandson</textarea>"))
    }

    @Test func `is no longer so for a reason, and stays readable in a copy`() async throws {
        let (people, person) = (People(store: here.store, member: here.amara), story.person)
        try await people.add(.adult, "Her brother drinks", to: person, at: story.now)
        let one = try #require(try await here.store.read { try $0.safeguarding(of: person).first })
        try await people.end(one.id, of: person, because: "He has moved out", at: story.now)

        #expect(try await here.store.read { try $0.safeguarding(of: person).isEmpty })
        let copy = try await here.opens("\(story.path)/record", as: here.amara)
        #expect(copy.says("Her brother drinks") && copy.says("He has moved out"))
        let refused = await #expect(throws: Safeguarding.Refused.self) {
            try await people.end(one.id, of: person, because: "Twice", at: story.now)
        }
        #expect(refused?.sentence == "This has been ended already.")
    }

    @Test func `is neither read nor written by anybody who has not got them`() async throws {
        for other in here.everyone where other.id != here.amara.id {
            #expect(try await here.opens(path, as: other).status == 404, "\(other.name)")
            let told = ["who": "child", "words": "x"] as KeyValuePairs
            #expect(try await here.sends(path, told, as: other).status == 404, "\(other.name)")
        }
    }
}
