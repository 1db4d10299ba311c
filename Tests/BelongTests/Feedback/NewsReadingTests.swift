import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Reading news and answering it")
struct NewsReadingTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    /// News of somebody, already sent to Dr Patel.
    private func sent(
        _ words: String = "Jean and I have talked.",
        at now: Date = Neighbourhood.now
    ) async throws
        -> (open: Case.ID, news: News.ID)
    {
        let open = try await here.accepts(here.refers(from: here.elmStreet, at: now), at: now)
        let wanted = NewsToSend(milestone: .contact, asked: nil, words: words)
        let id = try await CaseNews(store: here.store, member: here.amara).send(wanted, of: open, at: now)
        return (open, id)
    }

    @Test func `lists what is unread first, and opening it is reading it`() async throws {
        let id = try await sent().news
        #expect(try await here.opens("/news", as: here.drPatel).says("Jean M."))
        #expect(try await here.count("news_reading") == 0)

        _ = try await here.opens("/news/\(id)", as: here.drPatel)
        _ = try await here.opens("/news/\(id)", as: here.drPatel)
        #expect(try await here.count("news_reading") == 1)
        #expect(try await here.opens("/news", as: here.drPatel).says("Read before"))
        #expect(try await here.count("log_entry WHERE act = 'looked' AND subject_kind = 'News'") == 2)
    }

    @Test func `is for the one who referred and nobody else`() async throws {
        let id = try await sent().news
        for other in here.everyone where other.id != here.drPatel.id {
            #expect(try await here.opens("/news/\(id)", as: other).status == 404)
            #expect(try await !here.opens("/news", as: other).says("Jean"))
            let judged = try await here.sends("/news/\(id)/verdict", ["verdict": "useful"], as: other)
            #expect(judged.status == 404)
            #expect(try await here.sends("/news/\(id)/reply", ["words": "Hello"], as: other).status == 404)
        }
        #expect(try await here.opens("/news/\(id)", as: nil).location?.hasPrefix("/signing-in") == true)
        #expect(try await here.count("news_reading") == 0)
        #expect(try await here.count("news_reply") == 0)
    }

    @Test func `one tap says whether it was useful, and another changes it`() async throws {
        let id = try await sent().news
        for verdict in ["useful", "not_for_me"] {
            let seen = try await here.sends("/news/\(id)/verdict", ["verdict": verdict], as: here.drPatel)
            #expect(seen.location == "/news/\(id)")
        }
        #expect(try await here.count("news_reply WHERE replaced_by IS NULL") == 1)
        #expect(try await here.opens("/news/\(id)", as: here.drPatel).says("Not for me: what you said"))
        #expect(
            try await here.sends("/news/\(id)/verdict", ["verdict": "boring"], as: here.drPatel).status == 404
        )
    }

    @Test func `two taps at once leave one`() async throws {
        let id = try await sent().news
        let inbox = NewsInbox(store: here.store, member: here.drPatel)
        async let one: Void = inbox.judge(id, .useful)
        async let other: Void = inbox.judge(id, .notForMe)
        _ = try await (one, other)
        #expect(try await here.count("news_reply WHERE replaced_by IS NULL") == 1)
    }

    @Test func `a reply in words reaches the link worker, until they have seen it`() async throws {
        let id = try await sent().news
        let said = "Thank you. Could you ask about <b>sleep</b>?"
        let seen = try await here.sends("/news/\(id)/reply", ["words": said], as: here.drPatel)
        #expect(seen.location == "/news/\(id)")
        #expect(try await here.opens("/replies", as: here.amara).says("Could you ask about &lt;b&gt;sleep"))
        for other in here.everyone where other.id != here.amara.id {
            let theirs = try await here.opens("/replies", as: other)
            #expect(other.isA(.linkWorker) ? theirs.says("Nothing new came back.") : theirs.status == 404)
        }

        let replies = NewsReplies(store: here.store, member: here.amara)
        let reply = try #require(await replies.unseen().first)
        #expect(try await here.sends("/replies/\(reply.reply.id)/reading", [:], as: here.sam).status == 404)
        #expect(
            try await here.sends("/replies/\(reply.reply.id)/reading", [:], as: here.amara).location
                == "/replies"
        )
        #expect(try await replies.unseen().isEmpty)
    }

    @Test func `an empty reply is asked for again, and a long one is kept as typed`() async throws {
        let id = try await sent().news
        let seen = try await here.sends("/news/\(id)/reply", ["words": "  "], as: here.drPatel)
        #expect(seen.status == 422)
        #expect(seen.says("Write a line, 2,000 characters at most"))
        let long = String(repeating: "é", count: 2_001)
        #expect(try await here.sends("/news/\(id)/reply", ["words": long], as: here.drPatel).says(long))
    }

    @Test func `the last two lines stand beside the next referral`() async throws {
        let now = Neighbourhood.now
        for (hours, words) in [(1, "One."), (2, "Two."), (3, "She runs the tea now! More follows.")] {
            let at = now.addingTimeInterval(Double(hours) * 3600)
            _ = try await sentAgain(words, at: at)
        }
        let latest = try await here.store.read { [here] in try $0.latestNews(for: here.drPatel) }
        #expect(latest.lines.map(\.gist) == ["She runs the tea now!", "Two."])
        let others = try await here.store.read { [here] in try $0.latestNews(for: here.drLowe) }
        #expect(others.lines.isEmpty)
    }

    private func sentAgain(_ words: String, at now: Date) async throws -> News.ID {
        let name =
            "Jean \(["Ash", "Beech", "Cedar", "Dale"].randomElement() ?? "Elm")\(Int(now.timeIntervalSince1970))"
        let particulars = Neighbourhood.particulars(name, bornOn: nil)
        let open = try await here.accepts(here.refers(particulars, from: here.elmStreet, at: now), at: now)
        let wanted = NewsToSend(milestone: .contact, asked: nil, words: words)
        return try await CaseNews(store: here.store, member: here.amara).send(wanted, of: open, at: now)
    }
}
