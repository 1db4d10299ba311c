import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Pausing new referrals")
struct PauseTests {
    let here: Neighbourhood
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
    }

    private func pauses(of member: Member? = nil) -> Pauses {
        Pauses(store: here.store, member: member ?? here.amara)
    }

    private func isPaused(days: Int) async throws -> Bool {
        let moment = London.instant(Day(now).advanced(by: days), hour: 9)
        let pauses = pauses()
        return try await here.store.read { try pauses.current(in: $0, at: moment) != nil }
    }

    @Test func `lasts five days and ends by itself`() async throws {
        let pause = try await pauses().begin(at: now)
        #expect(pause.until == Day(now).advanced(by: 5))
        #expect(try await isPaused(days: 0))
        #expect(try await isPaused(days: 4))
        #expect(try await !isPaused(days: 5))
    }

    @Test func `is lifted early by whoever paused`() async throws {
        try await pauses().begin(at: now)
        for other in here.everyone where other.id != here.amara.id {
            _ = try? await pauses(of: other).end(at: now)
        }
        #expect(try await isPaused(days: 1))
        try await pauses().end(at: now)
        #expect(try await !isPaused(days: 1))
    }

    @Test func `is no more than five days in a fortnight`() async throws {
        try await pauses().begin(at: now)
        await #expect(throws: Pause.Refused.already) { try await pauses().begin(at: now) }
        await #expect(throws: Pause.Refused.lately) { try await pauses().begin(at: now + 6 * 86_400) }
        try await pauses().begin(at: now + 15 * 86_400)
        #expect(Pause.Refused.already.sentence == "You take no new referrals already. It ends by itself.")
        #expect(
            Pause.Refused.lately.sentence
                == "You paused in the last fortnight. If that was not enough, agree a smaller number with whoever supervises you: that lasts."
        )
    }

    @Test func `is begun once by two clicks at the same moment`() async throws {
        let now = now
        async let one = try? pauses().begin(at: now)
        async let other = try? pauses().begin(at: now)
        _ = await (one, other)
        #expect(try await here.count("referral_pause") == 1)
    }

    @Test func `tells the practices that it is so, and not why`() async throws {
        try await pauses().begin(at: now)
        let words: String? = try await here.store.read {
            try $0.value("SELECT body FROM message WHERE recipient = 'peter.hale@example.org'")
        }
        #expect(words?.contains("No reason is needed.") == true)
        #expect(try await here.count("message") == 1)
    }

    @Test func `stands at the desk and on the form in kind words, with who takes people meanwhile`()
        async throws
    {
        try await pauses().begin()
        let until = Day(.now).advanced(by: 5).spoken
        let words = "Amara Okafor takes no new people until \(until). Sam Reed does meanwhile."
        #expect(try await here.opens("/desk", as: here.drPatel).says(words))
        let form = try await here.opens("/referrals/new", as: here.drPatel)
        #expect(form.says(words) && !form.says("<option value=\"\(here.amara.id)\">"))
        #expect(form.says("<option value=\"\(here.sam.id)\">"))
        let alone =
            "Amara Okafor takes no new people until \(until). Whoever you refer waits until then, and is not forgotten."
        #expect(try await here.opens("/desk", as: here.drOsei).says(alone))
    }

    @Test func `lets nobody be sent to them by name, where a colleague takes people`() async throws {
        try await pauses().begin(at: now)
        await #expect(throws: Problems.self) { try await here.refers(askedFor: here.amara) }
        let ada = Neighbourhood.particulars("Ada Poole", phone: nil, bornOn: nil)
        try await here.refers(ada, by: here.drOsei, from: here.harbour, askedFor: here.amara)
        try await here.refers()
        #expect(try await here.count("referral") == 2)
    }

    @Test func `lets nobody be passed on to them`() async throws {
        let referral = try await here.refers()
        try await pauses().begin(at: now)
        await #expect(throws: Passing.Refused.pausing) {
            try await here.referrals(seenBy: here.sam).pass(referral, to: here.amara.id, "", at: now)
        }
        #expect(
            Passing.Refused.pausing.sentence
                == "That colleague takes no new people just now. Choose somebody else, or keep it waiting."
        )
        try await here.accepts(referral)
    }

    @Test func `is for link workers, with somebody to talk with`() async throws {
        for member in here.everyone {
            let isTheirs = member.isA(.linkWorker)
            #expect(
                try await here.opens("/breathing-space", as: member).status == (isTheirs ? 200 : 404),
                "\(member.name)"
            )
            let sent = try await here.sends("/breathing-space/pause", [:], as: member)
            #expect(sent.status == (isTheirs ? 303 : 404), "\(member.name)")
        }
        let seen = try await here.opens("/breathing-space", as: here.amara)
        #expect(seen.says("mailto:ruth.adler@example.org") && seen.says("Sam Reed") && !seen.says("Jo Marsh"))
        #expect(seen.says("Take new people again"))
        #expect(try await here.sends("/breathing-space/pause/end", [:], as: here.amara).status == 303)
        #expect(
            try await here.opens("/breathing-space", as: here.amara).says("Pause new referrals for 5 days")
        )
    }
}
