import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Who is waiting")
struct WaitingTests {
    @Test func `stands longest wait first, over all of a link worker's practices`() async throws {
        let here = try await Neighbourhood()
        let day = 86_400.0
        try await here.refers(
            Neighbourhood.particulars("Ada Hall", bornOn: nil),
            at: Neighbourhood.now - 2 * day
        )
        try await here.refers(
            Neighbourhood.particulars("Bo Lane"),
            by: here.drOsei,
            from: here.harbour,
            at: Neighbourhood.now - 20 * day
        )

        let amaras = try await here.referrals(seenBy: here.amara).waiting(at: Neighbourhood.now)
        let sams = try await here.referrals(seenBy: here.sam).waiting(at: Neighbourhood.now)

        #expect(amaras.map(\.name) == ["Bo L.", "Ada H."])
        #expect(amaras.map(\.isOverdue) == [true, false] && sams.map(\.name) == ["Ada H."])
    }

    @Test func `is a page for link workers only`() async throws {
        let here = try await Neighbourhood()

        for reader in here.everyone {
            let expected = reader.isA(.linkWorker) ? 200 : 404
            #expect(try await here.opens("/waiting", as: reader).status == expected, "\(reader.name)")
        }
    }

    private func says(_ answer: Wish.Answer, to referral: Referral.ID, in here: Neighbourhood) async throws {
        let wish = Wish(answer: answer, place: nil, manner: nil, words: "")
        let token = try await here.store.write { try $0.makeLink(to: .invitation, referral, at: .now).token }
        try await Invitations(store: here.store).answer(token, wish)
    }

    @Test func `says before anything else who said no, before anybody had them`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers(at: .now)
        try await says(.no, to: referral, in: here)

        let page = try await here.opens("/waiting", as: here.sam)

        #expect(page.says("Jean said no: do not ring.") && page.says("href=\"/referrals/\(referral)\""))
    }

    @Test func `says it to whoever has them, first on the page before ringing, until they say yes again`()
        async throws
    {
        let here = try await Neighbourhood()
        let referral = try await here.refers(at: .now)
        let open = try await here.accepts(referral, at: .now)
        try await says(.no, to: referral, in: here)

        let call = try await here.opens("/cases/\(open)/call", as: here.amara)
        #expect(call.says("Jean said no: do not ring.") && !call.says("tel:07700900112"))
        #expect(try await here.opens("/waiting", as: here.amara).says("Jean said no: do not ring."))
        #expect(try await here.opens("/waiting", as: here.sam).says("said no") == false)

        try await says(.yes, to: referral, in: here)
        #expect(try await here.opens("/cases/\(open)/call", as: here.amara).says("tel:07700900112"))
        #expect(try await here.opens("/waiting", as: here.amara).says("said no") == false)
    }

    @Test(arguments: [
        (8, "in today from 09:00 to 16:00"), (9, "in today until 16:00"), (15, "in today until 16:00"),
        (16, "in again in a week"),
    ])
    func `tells when a link worker comes in, and once they are in until when`(_ hour: Int, _ words: String) {
        let tuesday = Presence(weekday: .tuesday, from: 540, until: 960, room: "")
        let now = London.instant(Day(Neighbourhood.now), hour: hour)

        #expect(Presence.words([tuesday], at: now) == words)
    }

    @Test(arguments: [
        ("2026-04-13", "2026-04-20", 5), ("2026-04-17", "2026-04-19", 0), ("2026-04-14", "2026-04-14", 0),
    ])
    func `counts the days on which somebody could have rung`(
        _ from: String,
        _ until: String,
        _ days: Int
    ) throws {
        #expect(try #require(Day(from)).workingDays(until: #require(Day(until))) == days)
    }
}
