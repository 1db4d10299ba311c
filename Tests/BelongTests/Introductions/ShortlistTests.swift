import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A shortlist for somebody")
struct ShortlistTests {
    let here: Neighbourhood
    let open: Case.ID
    let lunch: Activity.ID

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers())
        lunch = try await here.group()
    }

    private func add(_ activity: Activity.ID, as member: Member? = nil) async throws -> Seen {
        let chosen: KeyValuePairs = ["activity": "\(activity)"]
        return try await here.sends("/cases/\(open)/shortlist", chosen, as: member ?? here.amara)
    }

    @Test func `whom it is looked for stays beside the search, one press from each group`() async throws {
        let found = try await here.opens("/community?case=\(open)&q=lunch", as: here.amara)
        let about = try await here.opens("/community/\(lunch)?case=\(open)", as: here.amara)
        #expect(found.says("Find a group for Jean"))
        #expect(found.says("name=\"case\" value=\"\(open)\""))
        #expect(about.says("/cases/\(open)/introductions/new?activity=\(lunch)"))
        #expect(about.says("/community?case=\(open)"))
    }

    @Test func `somebody else who has the address reads no name there`() async throws {
        for other in [here.sam, here.drPatel] {
            let found = try await here.opens("/community?case=\(open)&q=lunch", as: other)
            #expect(!found.says("/cases/\(open)"))
            #expect(!found.says("Find a group for"))
        }
    }

    @Test func `is picked from the community, once each, and leads to introducing`() async throws {
        let people = try await here.opens("/community/\(lunch)/people", as: here.amara)
        #expect(people.says("Put on the list"))
        for _ in 1...2 { #expect(try await add(lunch).location == "/cases/\(open)/shortlist") }
        #expect(try await here.count("shortlisting") == 1)
        let list = try await here.opens("/cases/\(open)/shortlist", as: here.amara)
        #expect(list.says("Tuesday lunch"))
        #expect(list.says("/cases/\(open)/introductions/new?activity=\(lunch)"))
        #expect(try await here.opens("/community/\(lunch)/people", as: here.amara).says("on their list"))

        let chosen: KeyValuePairs = ["activity": "\(lunch)"]
        _ = try await here.sends("/cases/\(open)/shortlist/removal", chosen, as: here.amara)
        #expect(try await !here.opens("/cases/\(open)/shortlist", as: here.amara).says("Tuesday lunch"))
        _ = try await add(lunch)
        #expect(try await here.count("shortlisting WHERE removed_at IS NULL") == 1)
    }

    @Test func `takes no group that does not run`() async throws {
        let gone = try await here.group("Old choir", status: "inactive")
        #expect(try await add(gone).says(Introduction.Refused.gone.sentence))
    }

    @Test func `goes by text as a link that names no group`() async throws {
        _ = try await add(lunch)
        _ = try await here.sends("/cases/\(open)/shortlist/sending", [:], as: here.amara)
        let words = try await here.lastMessage()
        #expect(words.hasPrefix("Hello Jean. Here is what we talked about: http://localhost:8080/l/"))
        #expect(!words.contains("lunch"))
        #expect(try await here.opens("/l/\(here.lastToken())", as: nil).says("Tuesday lunch"))
    }

    @Test func `names the groups only where nobody else reads it`() {
        let letter = ShortlistLetter(givenName: "Jean", groups: ["Tuesday lunch", "Choir"], address: "x")
        let open = SafeAddress(channel: .letter, recipient: "", isNeutral: false)
        let neutral = SafeAddress(channel: .email, recipient: "", isNeutral: true)
        #expect(
            letter.words(open)
                == "Hello Jean. Some places you might like: Tuesday lunch; Choir. More about each: x"
        )
        #expect(letter.words(neutral) == "Hello Jean. Here is what we talked about: x")
        #expect(letter.message(to: neutral, at: .now).subject == "As promised")
    }

    @Test func `is printed large, where there is no safe way`() async throws {
        let nowhere = Reaching(channels: [.call], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let alan = Neighbourhood.particulars("Alan Brooks", bornOn: nil)
        let other = try await here.accepts(here.refers(alan, reaching: nowhere))
        let nothing = try await here.sends("/cases/\(other)/shortlist/sending", [:], as: here.amara)
        #expect(nothing.says("There is nothing on the list yet."))
        let chosen: KeyValuePairs = ["activity": "\(lunch)"]
        _ = try await here.sends("/cases/\(other)/shortlist", chosen, as: here.amara)
        let refused = try await here.sends("/cases/\(other)/shortlist/sending", [:], as: here.amara)
        #expect(refused.says("There is no safe way to send it. Print it, and give it to them."))
        #expect(
            try await here.opens("/cases/\(other)/shortlist/print", as: here.amara).says(
                "<h2>Tuesday lunch</h2>"
            )
        )
    }

    @Test func `is nobody else's to see or change`() async throws {
        _ = try await add(lunch)
        for other in here.everyone where other.id != here.amara.id {
            #expect(try await here.opens("/cases/\(open)/shortlist", as: other).status == 404)
            #expect(try await here.opens("/cases/\(open)/shortlist/print", as: other).status == 404)
            #expect(try await add(lunch, as: other).status == 404)
            let sent = try await here.sends("/cases/\(open)/shortlist/sending", [:], as: other)
            #expect(sent.status == 404)
            #expect(try await !here.opens("/community/\(lunch)/people", as: other).says("Jean"))
        }
    }
}
