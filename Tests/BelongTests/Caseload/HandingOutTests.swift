import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Seeing to it that everyone has somebody")
struct HandingOutTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws {
        story = try await CaseInHand()
        try await story.talks()
        let ada = Neighbourhood.particulars("Ada Hall", bornOn: Day("1961-05-06"))
        try await here.accepts(here.refers(ada), by: here.amara)
        try await Members(store: here.store)
            .end(here.amara.id, at: here.elmStreet.id, at: Neighbourhood.now)
    }

    private func handing(by member: Member) -> HandingOut {
        HandingOut(store: here.store, member: member)
    }

    private func asked(to colleague: Member? = nil) -> HandingOut.Asked {
        HandingOut.Asked(
            linkWorker: here.amara.id,
            practice: here.elmStreet.id,
            to: (colleague ?? here.sam).id,
            why: "Amara has left us."
        )
    }

    @Test func `the manager and the supervisor see how many and whose, and not a word more`() async throws {
        for who in [here.peter, here.ruth] {
            let page = try await here.opens("/hand-overs", as: who)
            #expect(page.says("<b>2 people</b> of Amara Okafor, Elm Street Surgery"), "\(who.name)")
            #expect(page.says("Sam Reed for Amara Okafor"))
            #expect(!page.says("Jean") && !page.says("Ada") && !page.says("A reason to cook again."))
            #expect(try await here.opens(story.path, as: who).status == 404)
        }
    }

    @Test func `they are the colleague's at once, with the story, and hear of it`() async throws {
        let given = try await handing(by: here.peter).give(asked(), at: .now)

        #expect(given == 2)
        let people = try await story.cases(seenBy: here.sam).people()
        #expect(Set(people.map(\.name)) == ["Jean Moss", "Ada Hall"])
        let page = try await here.opens(story.path, as: here.sam)
        #expect(page.says("Sam Reed took over from Amara Okafor") && page.says("Amara has left us."))
        #expect(try await here.lastMessage().contains("will ring you in place of Amara Okafor"))
        #expect(try await Unheld.all(in: here.store).isEmpty)
        let lately = try await here.opens("/hand-overs", as: here.sam)
        #expect(lately.says("Jean M.") && lately.says("Amara Okafor to you"))
        #expect(try await here.opens("/hand-overs", as: here.peter).says("Nobody. Everyone has somebody."))
    }

    @Test func `whoever left reads no more of it for that`() async throws {
        try await handing(by: here.ruth).give(asked(), at: .now)

        #expect(try await here.opens(story.path, as: here.amara).status == 404)
    }

    @Test func `nobody else gives anybody away`() async throws {
        for other in here.everyone where ![here.peter.id, here.ruth.id].contains(other.id) {
            await #expect(throws: Missing.self, "\(other.name)") {
                try await handing(by: other).give(asked())
            }
            let page = try await here.opens("/hand-overs", as: other)
            #expect(!page.says("2 people"), "\(other.name)")
            let isFor = other.isA(.linkWorker) || other.isA(.supervisor) || other.isA(.practiceManager)
            #expect(page.status == (isFor ? 200 : 404), "\(other.name)")
        }
    }

    @Test func `they go to a link worker who is there`() async throws {
        for other in [here.jo, here.amara, here.drPatel] {
            await #expect(throws: HandOver.Refused.notThere, "\(other.name)") {
                try await handing(by: here.peter).give(asked(to: other))
            }
        }
        #expect(
            HandOver.Refused.notThere.sentence
                == "That colleague does not work as a link worker at this practice. Choose another."
        )
    }

    @Test func `done twice it is done once, and says so`() async throws {
        async let one = gives(by: here.peter)
        async let other = gives(by: here.ruth)
        let done = await [one, other]
        #expect(done.filter { $0 }.count == 1)
        await #expect(throws: HandOver.Refused.nobodyLeft) { try await handing(by: here.peter).give(asked()) }
        #expect(
            HandOver.Refused.nobodyLeft.sentence
                == "Nobody is left without a link worker here any more. Nothing was changed."
        )
        #expect(try await here.count("taking_over") == 2)
    }

    private func gives(by member: Member) async -> Bool {
        (try? await handing(by: member).give(asked())) != nil
    }

    @Test func `what must be put right is said at once, and what was typed stays`() async throws {
        let seen = try await here.sends("/hand-overs", ["why": ""], as: here.peter)
        #expect(seen.status == 422 && seen.says("Choose who has them from now on"))
        #expect(seen.says("Say in a line why, for whoever has them now"))

        let who = "\(here.elmStreet.id).\(here.amara.id).\(here.sam.id)"
        let sent = try await here.sends("/hand-overs", ["who": who, "why": "She left."], as: here.peter)
        #expect(sent.location == "/hand-overs")
    }
}
