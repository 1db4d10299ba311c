import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("One e-mail a week with news")
struct DigestTests {
    let here: Neighbourhood
    /// A Tuesday.
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
    }

    private func round(at now: Date) async throws -> Int {
        let site = try #require(WebAddress("https://belong.example"))
        return try await Digest(store: here.store, site: site).round(at: now)
    }

    private func news(of name: String, at now: Date) async throws -> News.ID {
        let particulars = Neighbourhood.particulars(name, bornOn: nil)
        let open = try await here.accepts(here.refers(particulars, from: here.elmStreet, at: now), at: now)
        let wanted = NewsToSend(milestone: .plan, asked: nil, words: "\(name) has a plan.")
        return try await CaseNews(store: here.store, member: here.amara).send(wanted, of: open, at: now)
    }

    private func days(_ days: Double) -> Date {
        now.addingTimeInterval(days * 86_400)
    }

    @Test func `says how many people and nobody's name`() async throws {
        for name in ["Jean Moss", "Alan Brooks", "Tariq Aziz"] { _ = try await news(of: name, at: now) }
        #expect(try await round(at: now) == 1)

        let body: String? = try await here.store.read {
            try $0.value(
                "SELECT body FROM message WHERE channel = 'email' ORDER BY made_at DESC, id DESC LIMIT 1"
            )
        }
        #expect(
            body == "Three people you referred have news. Read it here: https://belong.example/news"
        )
    }

    @Test func `comes once a week however much happens`() async throws {
        _ = try await news(of: "Jean Moss", at: now)
        #expect(try await round(at: now) == 1)
        #expect(try await round(at: now) == 0)
        _ = try await news(of: "Alan Brooks", at: days(1))
        #expect(try await round(at: days(2)) == 0)
        #expect(try await round(at: days(6)) == 1)
        #expect(try await round(at: days(13)) == 0)
    }

    @Test func `two rounds at once write one`() async throws {
        _ = try await news(of: "Jean Moss", at: now)
        async let one = round(at: now)
        async let other = round(at: now)
        let told = try await one + other
        #expect(told == 1)
        #expect(try await here.count("digest") == 1)
    }

    private func body() async throws -> String? {
        try await here.store.read {
            try $0.value(
                "SELECT body FROM message WHERE subject LIKE 'News from%' ORDER BY made_at DESC, id DESC LIMIT 1"
            )
        }
    }

    @Test func `counts people whose referral came back, until it was opened`() async throws {
        let referral = try await here.refers(at: now)
        #expect(try await round(at: now) == 0)
        let decline = Decline(reason: .noRoom, words: "Full until June.")
        try await here.referrals(seenBy: here.amara).decline(referral, decline, at: now)
        _ = try await news(of: "Alan Brooks", at: now)

        #expect(try await round(at: now) == 1)
        #expect(
            try await body()
                == "Two people you referred have news. Read it here: https://belong.example/news and https://belong.example/desk"
        )
        let page = try await here.opens("/referrals/\(referral)", as: here.drPatel)
        #expect(page.status == 200)
        #expect(try await round(at: days(7)) == 0)
    }

    @Test func `tells whoever asked a question that it was answered`() async throws {
        let asked = Questions(store: here.store, member: here.mina)
        let id = try await asked.ask(here.amara.id, at: here.elmStreet.id, "One for you?", at: now)
        try await Questions(store: here.store, member: here.amara).answer(id, "Gladly.", at: now)

        #expect(try await round(at: now) == 1)
        #expect(
            try await body() == "A question of yours was answered. Read it here: https://belong.example/desk"
        )
        _ = try await here.opens("/questions/\(id)", as: here.mina)
        #expect(try await round(at: days(7)) == 0)
    }

    @Test func `does not come for what was read or for somebody who said no`() async throws {
        let id = try await news(of: "Jean Moss", at: now)
        _ = try await here.opens("/news/\(id)", as: here.drPatel)
        #expect(try await round(at: now) == 0)

        _ = try await news(of: "Alan Brooks", at: now)
        let person: Person.ID? = try await here.store.read {
            try $0.value("SELECT person FROM particulars WHERE given_name = 'Alan'")
        }
        let alan = try #require(person)
        let amara = here.amara.id
        try await here.store.write { try $0.write(newsAgreed: false, of: alan, by: amara, at: .now) }
        #expect(try await round(at: now) == 0)
    }
}
