import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Taking somebody over from a colleague")
struct TakingOverTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    var now: Date { story.now }

    init() async throws {
        story = try await CaseInHand()
        try await story.talks()
    }

    @discardableResult
    private func isTakenOver(at now: Date? = nil) async throws -> HandOver.ID {
        let now = now ?? self.now
        let offer = try await story.handOvers(of: here.amara).offer(story.id, story.asked(), at: now)
        try await story.handOvers(of: here.sam).accept(offer, at: now)
        return offer
    }

    @Test func `gives the colleague the whole story, and it goes on`() async throws {
        try await isTakenOver()

        let page = try await story.cases(seenBy: here.sam).page(story.id, at: now)
        #expect(page.standing == .own(supervisor: "Ruth Adler", isShown: false))
        #expect(page.matters?.words == "A reason to cook again.")
        #expect(
            page.story.contains {
                $0.title == "Sam Reed took over from Amara Okafor"
                    && $0.words == "I leave in April. To know: Ask about the roses first."
            }
        )
        try await story.cases(seenBy: here.sam)
            .write(CaseInHand.told("New curtains", knewWhy: nil), on: story.id, at: now + 60)
        #expect(try await story.cases(seenBy: here.sam).people(at: now).map(\.name) == ["Jean Moss"])
        #expect(try await story.cases().people(at: now).isEmpty)
        #expect(try await here.opens("/referrals/\(story.referral)", as: here.drPatel).says("Sam Reed"))
        #expect(try await here.count("\"case\" WHERE link_worker = \(here.amara.id)") == 1)
    }

    @Test func `lets whoever had it read for a fortnight, and change nothing`() async throws {
        try await isTakenOver()

        let page = try await story.cases().page(story.id, at: now + 13 * 86_400)
        guard case .givenAway(let to, _) = page.standing else {
            Issue.record("she should be reading only")
            return
        }
        #expect(to == "Sam Reed" && !page.standing.mayChange)
        await #expect(throws: Cases.Refused.givenAway) {
            try await story.cases().write(matters: "Mine", on: story.id, at: now)
        }
        #expect(
            Cases.Refused.givenAway.sentence
                == "You handed this over. Your colleague goes on with it now; you can read it."
        )
        await #expect(throws: Missing.self) {
            try await story.cases().page(story.id, at: now + 15 * 86_400)
        }
    }

    @Test func `tells the person who rings now, by the way that is safe`() async throws {
        try await isTakenOver(at: .now)

        let words = try await here.lastMessage()
        #expect(
            words == """
                Hello Jean. From now on Sam Reed, a link worker at Elm Street Surgery, will ring you in place of \
                Amara Okafor. You need not begin again, and it is fine to say no.
                """
        )
        let sent: SQL = "message WHERE channel = 'text' AND body LIKE '%in place of Amara%'"
        #expect(try await here.count(sent) == 1)
    }

    @Test func `gives nothing away where somebody else may read it`() {
        let letter = HandOverLetter(
            name: "Jean",
            former: "Amara Okafor",
            linkWorker: "Sam Reed",
            practice: "Elm Street Surgery",
            isNeutral: true,
            mayRing: true
        )
        #expect(
            letter.words
                == "Hello Jean. From now on Sam Reed from Elm Street Surgery will be in touch. Nothing is wrong."
        )
    }

    @Test func `sends nothing where nothing is safe, and the story says so`() async throws {
        let nowhere = Reaching(channels: [], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let quiet = try await CaseInHand(reaching: nowhere)
        let before = try await quiet.here.count("message")
        let offer = try await HandOvers(store: quiet.here.store, member: quiet.here.amara)
            .offer(quiet.id, HandOverAsked(to: quiet.here.sam.id, why: "Leave.", toKnow: ""), at: now)
        try await HandOvers(store: quiet.here.store, member: quiet.here.sam).accept(offer, at: now)

        #expect(try await quiet.here.count("message") == before)
        let page = try await quiet.cases(seenBy: quiet.here.sam).page(quiet.id, at: now)
        #expect(page.story.contains { $0.facets.contains("no safe way to tell them: say it when you meet") })
    }

    @Test func `passes on again, and the first has nothing of it any more`() async throws {
        try await isTakenOver()
        let back = HandOverAsked(to: here.amara.id, why: "Amara is back.", toKnow: "")
        let offer = try await story.handOvers(of: here.sam).offer(story.id, back, at: now + 60)
        try await story.handOvers(of: here.amara).accept(offer, at: now + 120)

        #expect(try await story.cases().page(story.id, at: now + 180).standing.mayChange)
        #expect(try await !story.cases(seenBy: here.sam).page(story.id, at: now + 180).standing.mayChange)
        #expect(try await here.count("taking_over WHERE replaced_by IS NULL") == 1)
    }

    @Test func `ends what was shown to a supervisor: it is the colleague's to show`() async throws {
        try await story.cases().show(story.id, at: now)
        try await isTakenOver()

        #expect(try await here.opens(story.path, as: here.ruth).status == 404)
        try await story.cases(seenBy: here.sam).show(story.id, at: now)
        #expect(try await here.opens(story.path, as: here.ruth).status == 200)
    }

    @Test func `lets cover follow whoever has it now`() async throws {
        try await isTakenOver()
        let today = Day(now)
        let cover = CoverAsked(
            linkWorker: here.sam.id,
            practice: here.elmStreet.id,
            coveredBy: here.amara.id,
            from: today,
            until: today.advanced(by: 3)
        )
        try await Covers(store: here.store, member: here.sam).arrange(cover, at: now)

        #expect(try await story.cases().page(story.id, at: now).standing == .covering("Sam Reed"))
        #expect(try await story.cases().people(at: now).map(\.coveredFor) == ["Sam Reed"])
    }
}
