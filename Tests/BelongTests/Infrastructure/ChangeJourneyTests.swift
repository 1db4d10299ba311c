import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// Journey 5.8.2: write the rule, see who must be asked, seven days, answers, what changed because.
@Suite("A network lead changes a rule, on pages")
struct ChangeJourneyTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws { story = try await CaseInHand() }

    private func needs(_ member: Member) async throws -> [String] {
        try await Home(store: here.store, member: member, site: here.site().address).needs().map(\.words)
    }

    @Test func `and is answered by a link worker, a group and a patient`() async throws {
        let empty = try await here.sends("/changes", ["size": "small"], as: here.nadia)
        #expect(empty.status == 422)
        for sentence in [
            "Choose where it will be so", "Choose what it is about", "Say what will be different",
            "Say why nobody needs to be asked", "Enter the day on which it begins",
        ] { #expect(empty.says(sentence), "\(sentence)") }

        #expect(try await here.opens("/placements", as: here.nadia).says("href=\"/changes/new\""))
        #expect(try await !here.opens("/placements", as: here.sam).says("href=\"/changes/new\""))
        let begins = Day(Date.now).advanced(by: 14)
        let fields: KeyValuePairs = [
            "place": "\(here.network.id)", "kind": "slots", "words": "Forty-five minutes, not an hour",
            "startsOn": "\(begins)", "size": "matters",
        ]
        let soon: KeyValuePairs = [
            "place": "\(here.network.id)", "kind": "slots", "words": "Now", "size": "matters",
            "startsOn": "\(Day(Date.now))",
        ]
        #expect(try await here.sends("/changes", soon, as: here.nadia).says("waits at least seven days"))
        let path = try #require(try await here.sends("/changes", fields, as: here.nadia).location)

        #expect(try await needs(here.sam).contains("1 change to how the work is run: what do you say?"))
        #expect(try await needs(here.nadia).contains { $0.hasPrefix("1 change on which not everybody") })
        #expect(try await here.sends("\(path)/voice", ["voice": ""], as: here.sam).status == 422)
        #expect(try await here.sends("\(path)/voice", ["voice": "Too short"], as: here.sam).status == 303)
        #expect(try await !needs(here.sam).contains { $0.contains("what do you say?") })

        let missing = try await here.sends("\(path)/recording", ["who": "patient"], as: here.peter)
        #expect(missing.says("Say as what they spoke, without a name") && missing.status == 422)
        for who in ["patient", "vcse"] {
            let heard: KeyValuePairs = ["who": who, "role": "Comes on Tuesdays", "heard": "I need the hour"]
            #expect(try await here.sends("\(path)/recording", heard, as: here.peter).status == 303)
        }
        #expect(try await !needs(here.nadia).contains { $0.contains("not everybody") })
        #expect(try await here.sends("\(path)/answer", ["altered": "yes"], as: here.nadia).status == 422)
        let answer: KeyValuePairs = ["altered": "yes", "answer": "An hour stays for whoever needs it"]
        #expect(try await here.sends("\(path)/answer", answer, as: here.sam).status == 404)
        #expect(try await here.sends("\(path)/answer", answer, as: here.nadia).status == 303)
        #expect(try await here.opens("/changes", as: here.sam).says("What changed: An hour stays"))
        #expect(try await here.opens("/changes/new", as: here.sam).status == 404)
    }

    @Test func `and a link worker who sees that it is not small has it held`() async throws {
        let fields: KeyValuePairs = [
            "place": "\(here.network.id).\(here.elmStreet.id)", "kind": "templates", "words": "A new form",
            "startsOn": "\(Day(Date.now))", "size": "small", "why": "One word more",
        ]
        let path = try #require(try await here.sends("/changes", fields, as: here.peter).location)
        #expect(try await here.opens(path, as: here.sam).says("Is it small?"))
        #expect(try await here.sends("\(path)/dispute", ["dispute": ""], as: here.sam).status == 422)
        let disputed = try await here.sends("\(path)/dispute", ["dispute": "They sign it"], as: here.sam)
        #expect(disputed.status == 303)
        let held = "1 change is held: a link worker says that it matters"
        #expect(try await needs(here.nadia).contains(held))
        let none = try await here.sends("\(path)/settling", [:], as: here.nadia)
        #expect(none.says("Say whether it matters") && none.says("Say why, in a line"))
        let settled: KeyValuePairs = [
            "matters": "yes", "settling": "They do sign it", "from": "\(Day(Date.now).advanced(by: 9))",
        ]
        #expect(try await here.sends("\(path)/settling", settled, as: here.nadia).status == 303)
        #expect(try await here.opens(path, as: here.sam).says("It matters: people are asked"))
        for (words, status) in [("", 422), ("No", 303)] {
            let sent = try await here.sends("\(path)/withdrawal", ["withdrawal": words], as: here.peter)
            #expect(sent.status == status)
        }
    }

    @Test func `and is heard by the group that people from here go to, and by no other`() async throws {
        try await story.talks()
        let lunch = try await here.group()
        try await here.letWalterWelcome(lunch)
        try await here.introduces(story.id, to: lunch, at: story.now)
        let door = try ChangeNotices(store: here.store, member: here.nadia, site: Neighbourhood.site())
        let asked = ChangeNotices.Asked(
            place: .init(network: here.network.id, practice: here.elmStreet.id),
            kind: .areas,
            words: "Elm Street takes in Mill Lane",
            startsOn: Day(story.now).advanced(by: 20),
            small: nil
        )
        let change = try await door.write(asked, at: story.now)
        let walter = try ChangeNotices(store: here.store, member: here.walter, site: Neighbourhood.site())
        #expect(try await here.mail(to: here.walter).contains("A change is planned: what do you say?"))
        #expect(try await walter.waiting(at: story.now).toSay == 1)
        try await walter.say("We have no bus from there", on: change, at: story.now)
        let voice = try #require(try await door.look(at: change, at: story.now).notice.voices.first)
        #expect(voice.kind == .vcse && voice.role == "St Mark's Lunch Club" && voice.isOwn)
        await #expect(throws: Missing.self) { try await walter.dispute(change, "No", at: story.now) }
        await #expect(throws: Missing.self) { try await walter.withdraw(change, "No", at: story.now) }

        let harbour = ChangeNotices.Asked(
            place: .init(network: here.network.id, practice: here.harbour.id),
            kind: .areas,
            words: "Harbour",
            startsOn: asked.startsOn,
            small: nil
        )
        let other = try await door.write(harbour, at: story.now)
        await #expect(throws: Missing.self) { try await walter.look(at: other, at: story.now) }
    }
}
