import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What became of words for somebody")
struct DeliveryTests {
    private struct Closed: Error {}
    let here: Neighbourhood
    let referral: Referral.ID
    var now: Date { Neighbourhood.now }

    init() async throws {
        here = try await Neighbourhood()
        referral = try await here.refers(at: Neighbourhood.now)
    }

    private func carries(_ carrier: Carrier) async throws {
        var later = now
        let postman = Postman(store: here.store, carrier: carrier)
        try await postman.round(at: later)
        for wait in Postman.waits {
            later += wait
            try await postman.round(at: later)
        }
    }

    private func page() async throws -> Seen {
        try await here.opens("/referrals/\(referral)", as: here.amara)
    }

    @Test func `that went is told`() async throws {
        try await carries(Carrier { _ in .sent })
        #expect(try await page().says("They were written to by text"))
        #expect(try await page().says("They have not answered yet."))

        let open = try await here.accepts(referral, at: now)
        #expect(try await here.opens("/cases/\(open)", as: here.amara).says("Told by text"))
        #expect(
            try await here.opens("/cases/\(open)/call", as: here.amara).says("They have not answered yet.")
        )
    }

    @Test func `that is on its way is not told yet`() async throws {
        #expect(try await page().says("A text to them is on its way"))

        let open = try await here.accepts(referral, at: now)
        let seen = try await here.opens("/cases/\(open)", as: here.amara)
        #expect(seen.says("A text to them is on its way") && !seen.says("Told by text"))
    }

    @Test(arguments: [Carrier.here, Carrier { _ in throw Closed() }])
    func `that could not be sent is not told, and is printed instead`(_ carrier: Carrier) async throws {
        try await carries(carrier)
        let sentence = "The text to them could not be sent. Print the letter, or tell them yourself."
        let seen = try await page()
        #expect(seen.says(sentence) && !seen.says("They have not answered yet."))
        #expect(seen.says("href=\"/referrals/\(referral)/letter\""))
        #expect(try await here.opens("/referrals/\(referral)/letter", as: here.amara).status == 200)
        #expect(try await here.opens("/referrals/\(referral)/letter", as: here.jo).status == 404)

        let open = try await here.accepts(referral, at: now)
        let story = try await here.opens("/cases/\(open)", as: here.amara)
        #expect(story.says("Not told: the text could not be sent") && !story.says("Told by text"))
        #expect(try await here.opens("/cases/\(open)/call", as: here.amara).says(sentence))
    }

    @Test func `is not promised to whoever referred them once it could not be sent`() async throws {
        let promise = "They get a message that says who suggested it"
        let before = try await here.opens("/referrals/\(referral)", as: here.drPatel)
        #expect(before.says(promise))
        try await carries(Carrier { _ in throw Closed() })

        let after = try await here.opens("/referrals/\(referral)", as: here.drPatel)
        #expect(!after.says(promise) && after.says("Tell them yourself who will be in touch."))
    }
}
