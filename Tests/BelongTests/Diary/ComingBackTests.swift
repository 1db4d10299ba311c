import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Somebody who rings to come back")
struct ComingBackTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    var now: Date { story.now }

    init() async throws {
        story = try await CaseInHand()
    }

    private func check(_ surname: String = "Moss", by member: Member? = nil) async throws -> CallerCheck {
        try await here.frontDesk(seenBy: member ?? here.mina).check(surname, bornOn: nil, at: now)
    }

    private func today(of member: Member) async throws -> Today {
        try await here.diary(of: member).today(at: now + 60)
    }

    @Test
    func `is known after their time with a link worker has ended, and is asked whether they would like to`()
        async throws
    {
        try await story.ends()

        let check = try await check()

        #expect(
            check.script == [
                "Ask for their date of birth first: say this to nobody but themselves.",
                "“You were with Amara Okafor. Would you like to come back?”",
            ]
        )
        let page = try await here.sends("/front-desk/caller", ["surname": "Moss"], as: here.mina)
        #expect(page.says("was with Amara Okafor; would like to come back?"))
        #expect(page.says("Tell Amara Okafor"))
        #expect(!page.says("She was heard."))
    }

    @Test func `is told to whoever had them, who finds it on their day until they have seen it`() async throws
    {
        try await story.ends()
        let fields = ["surname": "Moss", "referral": "\(story.referral)"] as KeyValuePairs

        let told = try await here.sends("/front-desk/return", fields, as: here.mina)

        #expect(told.says("Done. Amara Okafor finds it on their day."))
        _ = try await here.sends("/front-desk/return", fields, as: here.mina)
        #expect(try await today(of: here.amara).waits.count == 1)
        let wait = try #require(try await today(of: here.amara).waits.first)
        #expect(wait.tag == "Would like to come back" && wait.path == story.path)
        #expect(try await today(of: here.sam).waits.isEmpty)
        let seen = try #require(wait.saying)
        for other in [here.sam, here.jo, here.mina] {
            #expect(
                try await here.sends("/today/seen", ["saying": seen.uuidString.lowercased()], as: other)
                    .status == 404,
                "\(other.name)"
            )
        }
        #expect(
            try await here.sends("/today/seen", ["saying": seen.uuidString.lowercased()], as: here.amara)
                .status == 303
        )
        #expect(try await today(of: here.amara).waits.isEmpty)
    }

    @Test func `after a decline or a no is known too, and every link worker there hears`() async throws {
        for (name, born) in [("Ada Adjei", "1980-01-01"), ("Bo Open", "1981-01-01")] {
            let referral = try await here.refers(
                Neighbourhood.particulars(name, phone: "07700 900113", bornOn: Day(born)),
                at: now - 86_400
            )
            if name == "Ada Adjei" {
                try await here.referrals(seenBy: here.amara)
                    .decline(referral, Decline(reason: .noRoom, words: "Full."), at: now - 3_600)
            } else {
                let token = try await here.store.write { work in
                    try work.makeLink(to: .invitation, referral, at: now - 3_600).token
                }
                let no = Wish(answer: .no, place: nil, manner: nil, words: "")
                try await Invitations(store: here.store).answer(token, no, at: now - 1_800)
            }
            let surname = String(name.split(separator: " ")[1])
            #expect(try await check(surname).script.count > 1, "\(name)")
            try await here.frontDesk(seenBy: here.mina).comesBack(referral, for: (surname, nil), at: now)
        }
        #expect(
            try await check("Adjei").script[1]
                == "“Dr Patel suggested a link worker, and nobody could take it on then.”"
        )
        for linkWorker in [here.amara, here.sam] {
            #expect(
                try await today(of: linkWorker).waits.count { $0.tag == "Would like to come back" } == 2,
                "\(linkWorker.name)"
            )
        }
    }

    @Test func `hears nothing where somebody else may be listening, and nobody else may ask`() async throws {
        let careful = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let quiet = try await CaseInHand(reaching: careful)
        try await quiet.ends()
        let desk = quiet.here.frontDesk(seenBy: quiet.here.mina)

        #expect(
            try await desk.check("Moss", bornOn: nil, at: now).answer
                == .sayNothing(linkWorker: "Amara Okafor")
        )
        await #expect(throws: Missing.self) {
            try await desk.comesBack(quiet.referral, for: ("Moss", nil), at: now)
        }
        try await story.ends()
        for other in [here.drPatel, here.walter, here.amara, here.stranger] {
            await #expect(throws: Missing.self, "\(other.name)") {
                try await here.frontDesk(seenBy: other).comesBack(story.referral, for: ("Moss", nil), at: now)
            }
        }
    }
}

@Suite("What somebody changed behind their own link")
struct SayingsTests {
    @Test func `stands on their link worker's day until seen, and on their page as it holds`() async throws {
        let story = try await CaseInHand()
        let here = story.here
        let token = try await here.store.write { work in
            try work.makeLink(to: .ownPage, story.id, at: .now).token
        }
        try await OwnNews(store: here.store).choose(.codes, token)

        let today = try await here.opens("/today", as: here.amara)
        #expect(today.says("says what whoever referred them hears: only that I was referred"))
        #expect(try await !here.opens("/today", as: here.sam).says("whoever referred them hears"))
        let page = try await here.opens(story.path, as: here.amara)
        #expect(page.says("only that they were referred"))

        let saying = try #require(today.body.firstMatch(of: /name="saying" value="([0-9a-f-]+)"/)?.1)
        #expect(try await here.sends("/today/seen", ["saying": "\(saying)"], as: here.sam).status == 404)
        #expect(try await here.sends("/today/seen", ["saying": "\(saying)"], as: here.amara).status == 303)
        #expect(try await !here.opens("/today", as: here.amara).says("says what whoever referred"))
        #expect(try await here.opens(story.path, as: here.amara).says("only that they were referred"))
    }
}
