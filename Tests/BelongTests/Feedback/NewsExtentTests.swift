import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("How much goes to whoever referred")
struct NewsExtentTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws {
        story = try await CaseInHand()
    }

    private var news: CaseNews { CaseNews(store: here.store, member: here.amara) }
    private let words = NewsToSend(milestone: .plan, asked: "a letter", words: "Jean cooks again.")
    private let codes = NewsToSend(milestone: .plan, asked: nil, words: News.codesOnly)

    private func own() async throws -> String {
        let id = story.id
        return try await here.store.write { "/l/\(try $0.makeLink(to: .ownPage, id, at: .now).token)" }
    }

    private func chooses(_ agreed: String) async throws -> Seen {
        try await here.sends("\(own())/agreement", ["agreed": agreed], as: nil)
    }

    @Test func `is written down by the link worker, with who and when`() async throws {
        let said: KeyValuePairs = ["agreed": "codes"]
        _ = try await here.sends("\(story.path)/agreement", said, as: here.amara)
        let rows: SQL = "news_extent WHERE extent = 'codes' AND recorded_by = \(here.amara.id)"
        #expect(try await here.count(rows) == 1)
        #expect(try await here.opens("\(story.path)/news", as: here.amara).says("Codes only, on"))
        let wrong = try await here.sends("\(story.path)/agreement", ["agreed": "all"], as: here.amara)
        #expect(wrong.status == 422 && wrong.says("Choose how much may go"))
        for other in here.everyone where other.id != here.amara.id {
            #expect(try await here.sends("\(story.path)/agreement", said, as: other).status == 404)
        }
    }

    @Test func `is chosen by the person behind their own link`() async throws {
        #expect(try await here.opens(own(), as: nil).says("A few lines about how it goes: you have not been"))
        for (agreed, said) in [
            ("codes", "Only that you were referred, as codes for their record, as you said on"),
            ("nothing", "Nothing, as you said on"), ("summary", "A few lines about how it goes, as you said"),
        ] {
            #expect(try await chooses(agreed).status == 303)
            #expect(try await here.opens(own(), as: nil).says(said), "\(agreed)")
        }
        #expect(try await chooses("all").status != 303)
        #expect(try await here.count("news_extent WHERE recorded_by IS NULL") == 3)
        let forged = try await here.sends("/l/\(story.id)/agreement", ["agreed": "nothing"], as: nil)
        #expect(forged.status == 404)
    }

    @Test func `lets no words go where they chose codes`() async throws {
        try await news.write(.codes, of: story.id)
        await #expect(throws: News.Refused.codesOnly) { try await news.send(words, of: story.id) }
        #expect(
            News.Refused.codesOnly.sentence
                == "They chose that only the codes go. Nothing was sent: ask them, or send the codes alone."
        )
        let sent = try await news.send(codes, of: story.id)
        #expect(try await here.opens("/news/\(sent)", as: here.drPatel).says(News.codesOnly))
    }

    @Test func `takes words that nobody read back to the codes`() async throws {
        let sent = try await news.send(words, of: story.id)
        _ = try await chooses("codes")
        let seen = try await here.opens("/news/\(sent)", as: here.drPatel)
        #expect(seen.says(News.codesOnly) && !seen.says("Jean cooks again.") && !seen.says("a letter"))
        let refer = try await here.opens("/referrals/new", as: here.drPatel)
        #expect(!refer.says("Jean cooks again"))
    }

    @Test func `takes everything back where they chose nothing, and the digest is silent`() async throws {
        let sent = try await news.send(words, of: story.id)
        _ = try await chooses("nothing")
        #expect(try await here.opens("/news/\(sent)", as: here.drPatel).status == 404)
        let site = try #require(WebAddress("https://belong.example"))
        #expect(try await Digest(store: here.store, site: site).round(at: .now) == 0)
        await #expect(throws: News.Refused.objected) { try await news.send(codes, of: story.id) }
    }

    @Test func `follows what they said last, here or of being told at all`() async throws {
        let (id, person, amara) = (story.id, story.person, here.amara.id)
        func stands() async throws -> NewsExtent.Kind {
            try await here.store.read { try $0.newsExtent(of: id) }
        }
        func saysOfAll(_ agreed: Bool, _ seconds: Double) async throws {
            try await here.store.write {
                try $0.write(newsAgreed: agreed, of: person, by: amara, at: Neighbourhood.now + seconds)
            }
        }
        #expect(try await stands() == .summary)
        try await news.write(.codes, of: id, at: Neighbourhood.now)
        try await saysOfAll(true, 1)
        #expect(try await stands() == .codes)
        try await saysOfAll(false, 2)
        #expect(try await stands() == .nothing)
        try await news.write(.codes, of: id, at: Neighbourhood.now + 3)
        #expect(try await stands() == .codes)
        try await news.write(.nothing, of: id, at: Neighbourhood.now + 4)
        #expect(try await stands() == .nothing)
        try await saysOfAll(true, 5)
        #expect(try await stands() == .summary)
    }

    @Test func `two choices at once leave one`() async throws {
        async let one: Void = news.write(.codes, of: story.id)
        async let other: Void = news.write(.summary, of: story.id)
        _ = try await (one, other)
        #expect(try await here.count("news_extent WHERE replaced_by IS NULL") == 1)
    }
}
