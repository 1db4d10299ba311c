import Foundation
import Kernel
import Testing

@testable import Belong

@Suite("How a day begins")
struct HomeTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws {
        story = try await CaseInHand()
        // Otherwise she is asked what she brings.
        try await Profiles(store: story.here.store, member: story.here.amara)
            .write(Profile(brings: "Housing advice", languages: "", phone: nil), at: story.now)
    }

    private func needs(of member: Member) async throws -> [String] {
        try await home(of: member).needs(at: story.now).map(\.words)
    }

    private func home(of member: Member) throws -> Home {
        try Home(store: here.store, member: member, site: here.site().address)
    }

    @Test func `says first what needs a link worker`() async throws {
        #expect(try await needs(of: here.amara) == ["1 person you took on and have not talked with yet"])

        try await here.refers(
            Neighbourhood.particulars("Alan Brooks", phone: "07700 900113", bornOn: Day("1959-05-02")),
            at: story.now - 2 * 86_400
        )
        #expect(
            try await needs(of: here.amara) == [
                "1 person waiting for a link worker, for 2 days",
                "1 person you took on and have not talked with yet",
            ]
        )
    }

    @Test func `says who went quiet, once they have talked`() async throws {
        try await story.talks()
        #expect(try await needs(of: here.amara) == [])
        let later = story.now + 30 * 86_400
        let quiet = try await home(of: here.amara).needs(at: later)
        #expect(quiet.map(\.words) == ["1 person not heard from for 21 days"])
        #expect(quiet.map(\.path) == ["/people"])
    }

    @Test func `tells a worry to whoever was told, until somebody has it`() async throws {
        let worrying = try Worrying(store: here.store, member: here.amara, site: here.site().address)
        let id = try await worrying.raise(
            .today,
            about: story.person,
            to: here.drPatel.id,
            "She has not eaten.",
            at: story.now
        )
        #expect(try await needs(of: here.drPatel).first == "1 worry that nobody has answered yet")
        #expect(try await !needs(of: here.amara).contains { $0.contains("worry") })

        try await Worries(store: here.store, member: here.drPatel).acknowledge(id, "I ring.", at: story.now)
        #expect(try await !needs(of: here.drPatel).contains { $0.contains("worry") })
    }

    @Test func `has nothing to tell somebody without a role here`() async throws {
        #expect(try await needs(of: here.stranger) == [])
        #expect(try await here.opens("/", as: here.stranger).says("Nothing waits for you just now."))
    }

    @Test func `greets by the clock in London, and as one is spoken to`() {
        #expect(HomePage.greeting(at: London.instant(Day(number: 20_557), hour: 9)) == "Good morning")
        #expect(HomePage.greeting(at: London.instant(Day(number: 20_557), hour: 12)) == "Good afternoon")
        #expect(HomePage.greeting(at: London.instant(Day(number: 20_557), hour: 18)) == "Good evening")
        #expect(HomePage.called("Amara Okafor") == "Amara")
        #expect(HomePage.called("Dr Nisha Patel") == "Dr Patel")
    }

    @Test func `folds away what comes after the daily work`() async throws {
        let seen = try await here.opens("/today", as: here.amara)
        #expect(seen.says("<summary>More</summary>"))
        #expect(try await !here.opens("/welcome", as: here.jo).says("<summary>More</summary>"))
    }
}
