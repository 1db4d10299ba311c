import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What became of people one referred")
struct ReferredTests {
    let here: Neighbourhood
    let now = Date.now

    init() async throws {
        here = try await Neighbourhood()
    }

    private func referred(by member: Member) async throws -> [Referred] {
        try await here.referrals(seenBy: member).referred(at: now)
    }

    private func declines(
        _ referral: Referral.ID,
        _ reason: Decline.Reason = .clinical,
        at moment: Date? = nil
    ) async throws {
        try await here.referrals(seenBy: here.amara)
            .decline(referral, Decline(reason: reason, words: "See her chest first."), at: moment ?? now)
    }

    private func saysNo(_ referral: Referral.ID) async throws {
        let token = try await here.store.write {
            try $0.makeLink(to: .invitation, referral, at: now).token
        }
        let no = Wish(answer: .no, place: nil, manner: nil, words: "I would rather not")
        try await Invitations(store: here.store).answer(token, no, at: now)
    }

    @Test func `stands on their desk, what is new first, until it was opened`() async throws {
        let old = try await here.refers(at: now - 86_400)
        try await here.refers(Neighbourhood.particulars("Ada Hall", bornOn: nil), at: now)
        try await declines(old)

        let desk = try await here.opens("/desk", as: here.drPatel)
        #expect(desk.says("People you referred") && desk.says("declined: needs a clinician first"))
        #expect(desk.says("href=\"/referrals/\(old)\""))
        #expect(try await referred(by: here.drPatel).map(\.name) == ["Jean M.", "Ada H."])
        #expect(try await referred(by: here.drPatel).map(\.isNew) == [true, false])

        _ = try await here.opens("/referrals/\(old)", as: here.drPatel)
        #expect(try await referred(by: here.drPatel).map(\.isNew) == [false, false])
        #expect(try await here.count("referral_reading") == 1)
    }

    @Test func `is with nobody any more once it came to an end`() async throws {
        let referral = try await here.refers(at: now - 86_400)
        let open = try await here.accepts(referral)
        #expect(try await here.opens("/desk", as: here.drPatel).says("with Amara Okafor"))
        let closing = Closing(outcome: .some, words: "She was heard.", wayBack: "Ring us.")
        try await Cases(store: here.store, member: here.amara).close(
            open,
            closing,
            giving: here.site().address,
            at: now
        )

        let ended = try await referred(by: here.drPatel).first?.endedAt
        #expect(ended != nil)
        let page = try await here.opens("/referrals/\(referral)", as: here.drPatel)
        #expect(page.says("was with Amara Okafor, came to an end"))
        #expect(!page.says("is in touch with them"))
    }

    @Test func `is new again when something is asked of them`() async throws {
        let referral = try await here.refers(at: now)
        try await here.accepts(referral, at: now)
        #expect(try await here.opens("/desk", as: here.drPatel).says("with Amara Okafor"))
        #expect(try await referred(by: here.drPatel).map(\.isNew) == [false])

        try await here.referrals(seenBy: here.amara).say("Mornings?", on: referral, at: now)

        #expect(try await referred(by: here.drPatel).map(\.isNew) == [true])
        #expect(try await here.opens("/desk", as: here.drPatel).says("Amara Okafor wrote to you"))
        try await here.referrals(seenBy: here.drPatel).say("Yes.", on: referral, at: now + 60)
        #expect(try await referred(by: here.drPatel).map(\.askedBy) == [nil])
    }

    @Test func `is nobody else's to see, and not theirs once they work elsewhere`() async throws {
        let referral = try await here.refers(at: now)
        for other in here.everyone where other.id != here.drPatel.id {
            #expect(try await referred(by: other).isEmpty, "\(other.name)")
        }
        let left = Member(
            id: here.drPatel.id,
            name: here.drPatel.name,
            memberships: [.init(role: .clinician, organisation: here.harbour)]
        )

        #expect(try await referred(by: left).isEmpty)
        #expect(try await here.opens("/referrals/\(referral)", as: left).status == 404)
        #expect(try await here.opens("/referrals/\(referral)", as: here.drPatel).status == 200)
    }

    @Test(arguments: ["mina", "peter"])
    func `for the front desk and the manager is where it stands, not what the person wishes`(
        _ who: String
    )
        async throws
    {
        let referrer = try #require(["mina": here.mina, "peter": here.peter][who])
        let refused = try await here.refers(by: referrer, at: now)
        try await saysNo(refused)
        let declined = try await here.refers(
            Neighbourhood.particulars("Ada Hall", bornOn: nil),
            by: referrer,
            at: now
        )
        try await declines(declined, .noRoom)

        let desk = try await here.opens("/desk", as: referrer)
        let pages = [
            try await here.opens("/referrals/\(refused)", as: referrer),
            try await here.opens("/referrals/\(declined)", as: referrer),
        ]

        #expect(desk.says("no longer waiting") && desk.says("declined: no room for anyone new just now"))
        for page in [desk] + pages {
            #expect(
                page.status == 200 && !page.says("said no,") && !page.says("they said no")
                    && !page.says("rather not")
            )
            #expect(!page.says("What they would like") && !page.says("message was made"))
        }
        #expect(pages[0].says("eats alone") && pages[0].says("no longer waiting"))
        #expect(try await here.opens("/desk", as: here.drPatel).says("said no, and") == false)
    }

    @Test func `says to a clinician that the person said no`() async throws {
        try await saysNo(here.refers(at: now))

        #expect(try await referred(by: here.drPatel).map(\.isNew) == [true])
        #expect(try await here.opens("/desk", as: here.drPatel).says("said no, and that is fine"))
    }

    @Test func `stands on the desk of whoever welcomes people to a group`() async throws {
        try await here.refers(by: here.walter, at: now)

        let desk = try await here.opens("/desk", as: here.walter)

        #expect(
            desk.status == 200 && desk.says("People you referred") && !desk.says("Offered, said no today")
        )
    }

    @Test func `brings a clinician back by e-mail where one is needed first, without saying who it is`()
        async throws
    {
        try await declines(here.refers(at: now))

        let words: [String] = try await here.store.read { view in
            try view.rows("SELECT subject, body FROM message WHERE recipient = 'dr.patel@example.org'").map {
                let (subject, body): (String, String) = try ($0("subject"), $0("body"))
                return subject + body
            }
        }
        #expect(words.count == 1 && words[0].contains("needs a clinician first"))
        #expect(!words[0].contains("Jean") && !words[0].contains("Moss") && !words[0].contains("chest"))
    }

    @Test func `sends no e-mail for another reason, or to somebody who has left`() async throws {
        let (one, other) = try await (
            here.refers(at: now), here.refers(Neighbourhood.particulars("Ada Hall", bornOn: nil), at: now)
        )
        try await declines(one, .noRoom)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO membership_end (membership, ended_at)
                SELECT id, \(now) FROM membership WHERE member = \(here.drPatel.id)
                """
            )
        }
        try await declines(other)

        #expect(try await here.count("message WHERE channel = 'email'") == 0)
    }

    @Test func `a question that was answered is new until it is opened`() async throws {
        let asked = Questions(store: here.store, member: here.drLowe)
        let id = try await asked.ask(here.amara.id, at: here.elmStreet.id, "One for you?")
        #expect(try await here.opens("/desk", as: here.drLowe).says("tag clay") == false)
        try await Questions(store: here.store, member: here.amara).answer(id, "Gladly.")

        #expect(try await here.opens("/desk", as: here.drLowe).says("tag clay"))
        _ = try await here.opens("/questions/\(id)", as: here.amara)
        #expect(try await here.opens("/desk", as: here.drLowe).says("tag clay"))
        _ = try await here.opens("/questions/\(id)", as: here.drLowe)
        #expect(try await here.opens("/desk", as: here.drLowe).says("tag clay") == false)
    }
}
