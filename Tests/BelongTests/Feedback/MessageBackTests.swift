import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A message back for the record")
struct MessageBackTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws {
        story = try await CaseInHand()
        var told = CaseInHand.told()
        told.more = "Her son drinks."
        try await story.talks(told)
        try await story.plans()
    }

    private var news: CaseNews { CaseNews(store: here.store, member: here.amara) }

    private func sent(_ asked: String? = nil, _ milestone: News.Milestone = .plan) async throws -> News.ID {
        try await news.send(
            NewsToSend(milestone: milestone, asked: asked, words: "Jean cooks again."),
            of: story.id
        )
    }

    private func document(_ id: News.ID, as member: Member? = nil) async throws -> Seen {
        try await here.opens("/news/\(id)/document", as: member ?? here.drPatel)
    }

    @Test func `stands under the standard's headings, what is asked first and never blank`() async throws {
        let seen = try await document(sent())
        #expect(seen.status == 200)
        let headings = seen.body.matches(of: /<h2>([^<]*)<\/h2>/).map { String($0.1) }
        #expect(
            headings == [
                "Plan and requested actions", "Person demographics", "GP practice", "Consent",
                "Referral details", "Presenting complaints or issues", "Clinical summary", "Risks",
                "Care and support plan", "Person completing record",
            ]
        )
        #expect(seen.says("<h2>Plan and requested actions</h2><p>None</p>"))
        #expect(seen.says("No known risks") && seen.says("Goal: Eat with somebody twice a week"))
        #expect(try await document(sent("a letter")).says("<p>a letter</p>"))
    }

    @Test func `is signed by the link worker and by nobody in their place`() async throws {
        let seen = try await document(sent())
        #expect(seen.says("Amara Okafor, link worker, Elm Street Surgery"))
        #expect(seen.says(News.label))
    }

    @Test func `carries the code of what was recorded, and of a no where one was said`() async throws {
        let id = try await sent()
        let code = "Referral to social prescribing service (procedure) (SNOMED CT 871731000000106)"
        #expect(try await document(id).says(code))
        #expect(try await !document(id).says("871711000000103"))
        let referral = story.referral
        let token = try await here.store.write { try $0.makeLink(to: .invitation, referral, at: .now).token }
        let no = Wish(answer: .no, place: nil, manner: nil, words: "")
        try await Invitations(store: here.store).answer(token, no)
        #expect(try await document(id).says("Social prescribing declined (SNOMED CT 871711000000103)"))
    }

    @Test func `says nothing of a conversation, and of the plan only what the referrer reads`() async throws {
        let seen = try await document(sent())
        #expect(!seen.says("Her son drinks") && !seen.says("a secret note"))
    }

    @Test func `holds the codes and no more where they chose so`() async throws {
        let id = try await sent("a letter")
        try await news.write(.codes, of: story.id)
        let seen = try await document(id)
        #expect(seen.says("871731000000106") && seen.says(News.codesOnly))
        for kept in ["Jean cooks again", "a letter", "Eat with somebody", "lonely", "No known risks"] {
            #expect(!seen.says(kept), "\(kept)")
        }
    }

    @Test func `is refused once they object, also to whoever had read the news`() async throws {
        let id = try await sent()
        #expect(try await document(id).status == 200)
        try await news.write(.nothing, of: story.id)
        let seen = try await document(id)
        #expect(seen.status == 409 && seen.says(News.Refused.objected.sentence))
    }

    @Test func `is for whoever may read the news, and nobody else`() async throws {
        let id = try await sent()
        for other in here.everyone where other.id != here.drPatel.id {
            #expect(try await document(id, as: other).status == 404, "\(other.name)")
        }
    }

    @Test func `is written down as printed, and counts as read`() async throws {
        let id = try await sent()
        _ = try await document(id)
        #expect(try await story.looks(.printed) == 1)
        #expect(try await here.count("news_reading") == 1)
    }

    @Test func `tells a group that referred no more than their name and the words`() async throws {
        let referral = try await here.refers(Neighbourhood.particulars("Tom Vale"), by: here.walter)
        let open = try await here.accepts(referral)
        try await news.write(.summary, of: open)
        let wanted = NewsToSend(milestone: .contact, asked: nil, words: "Tom and I have talked.")
        let seen = try await document(news.send(wanted, of: open), as: here.walter)
        #expect(seen.says("Tom Vale") && seen.says("Tom and I have talked."))
        #expect(!seen.says("1953") && !seen.says("No known risks") && !seen.says("Care and support plan"))
    }

    @Test func `of the end is the link worker's to print, once it has ended`() async throws {
        let path = "\(story.path)/news/document"
        let open = try await here.opens(path, as: here.amara)
        #expect(open.says("The end of a case is written for the record once it is closed."))
        try await story.ends()
        #expect(try await here.opens("\(story.path)/news", as: here.amara).says("How it ended, to print"))
        let seen = try await here.opens(path, as: here.amara)
        #expect(seen.says("Closed: being listened to was enough") && !seen.says("She was heard."))
        #expect(try await document(sent(nil, .ending)).says("Closed: being listened to was enough"))
        for other in here.everyone where other.id != here.amara.id {
            #expect(try await here.opens(path, as: other).status == 404, "\(other.name)")
        }
        try await news.write(.nothing, of: story.id)
        #expect(try await here.opens(path, as: here.amara).says(News.Refused.objected.sentence))
    }
}
