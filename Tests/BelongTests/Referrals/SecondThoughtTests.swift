import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A yes after a no")
struct SecondThoughtTests {
    let here: Neighbourhood
    let referral: Referral.ID

    init() async throws {
        here = try await Neighbourhood()
        referral = try await here.refers(at: .now)
    }

    private func says(_ answer: String, _ words: String = "") async throws -> Seen {
        try await here.sends(link(), ["answer": answer, "words": words], as: nil)
    }

    private func link() async throws -> String {
        let body: String? = try await here.store.read { view in
            try view.value("SELECT body FROM message ORDER BY made_at LIMIT 1")
        }
        return try String(#require(body?.firstMatch(of: /\/l\/[0-9a-f]{64}/)).output)
    }

    private func waiting() async throws -> [Wish.Answer?] {
        try await here.referrals(seenBy: here.amara).waiting().map(\.wish)
    }

    @Test func `is asked for on the page that says they can change their mind`() async throws {
        _ = try await says("no")
        let page = try await here.opens(link(), as: nil)

        #expect(page.says("You said: No, thank you. You can change your mind here."))
        #expect(page.says("<button class=\"btn\">Send</button>") && !page.says("settled already"))
    }

    @Test func `lets the referral wait again, from the day it was sent`() async throws {
        _ = try await says("no", "Not now.")
        #expect(try await waiting().isEmpty)

        #expect(try await says("yes", "My daughter thinks I should.").status == 303)

        #expect(try await waiting() == [.yes])
        try await here.accepts(referral)
    }

    @Test func `is read by the link worker beside the no`() async throws {
        _ = try await says("no", "Not now.")
        _ = try await says("another_time", "After Easter.")
        let page = try await here.opens("/referrals/\(referral)", as: here.amara)

        #expect(page.says("They said no on \(Day(.now).short)") && page.says("Not now."))
        #expect(page.says("After Easter.") && page.says("<button class=\"btn\">Accept</button>"))
        #expect(try await here.opens("/waiting", as: here.amara).says("said no first"))
    }

    @Test func `may be a no once more`() async throws {
        for answer in ["no", "yes", "no"] { _ = try await says(answer) }

        #expect(try await waiting().isEmpty)
        #expect(try await here.count("withdrawal") == 2)
        #expect(try await here.count("second_thought") == 1)
        #expect(try await here.opens("/waiting", as: here.amara).says("Jean said no: do not ring."))
    }

    @Test func `comes too late for a referral that was declined`() async throws {
        try await here.referrals(seenBy: here.amara).decline(
            referral,
            Decline(reason: .noRoom, words: "Full.")
        )

        #expect(try await says("yes").status == 409)
        #expect(try await here.count("second_thought") == 0)
    }

    @Test func `is new to whoever referred, who had read the no`() async throws {
        _ = try await says("no")
        _ = try await here.opens("/referrals/\(referral)", as: here.drPatel)
        #expect(try await here.referrals(seenBy: here.drPatel).referred().map(\.isNew) == [false])

        _ = try await says("yes")

        let referred = try await here.referrals(seenBy: here.drPatel).referred()
        #expect(referred.map(\.isNew) == [true] && referred.map(\.saidNo) == [false])
    }
}
