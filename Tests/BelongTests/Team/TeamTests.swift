import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The team")
struct TeamTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
        let profile = Profile(
            brings: "Ran youth clubs.",
            languages: "Polish",
            phone: nil,
            specialisms: [.children, .substances]
        )
        try await Profiles(store: here.store, member: here.sam).write(profile)
    }

    @Test func `is found by a skill or a language`() async throws {
        for words in ["drugs alcohol", "POLISH", "young people", "clubs"] {
            let seen = try await here.opens("/team?q=\(words.replacing(" ", with: "%20"))", as: here.amara)
            #expect(seen.says("<h2>Sam Reed</h2>") && !seen.says("<h2>Amara Okafor</h2>"), "\(words)")
        }
        let nobody = try await here.opens("/team?q=welsh", as: here.amara)
        #expect(nobody.says("Nobody says that of themselves."))
    }

    @Test func `is of one's own network, for those who work with it`() async throws {
        for member in here.everyone {
            let seen = try await here.opens("/team", as: member)
            #expect(seen.status == (Team.isFor(member) ? 200 : 404), "\(member.name)")
            let isElsewhere = [here.jo.id, here.olu.id].contains(member.id)
            #expect(
                seen.says("Sam Reed") == (Team.isFor(member) && !isElsewhere) || isElsewhere,
                "\(member.name)"
            )
            if Team.isFor(member) { #expect(seen.says("Jo Marsh") == isElsewhere, "\(member.name)") }
        }
    }

    @Test func `says of itself what it is there for, and keeps it`() async throws {
        let sent = try await here.sends(
            "/me/profile",
            [
                "brings": "Nan's carer.", "languages": "", "phone": "", "specialisms[]": "carers",
                "specialisms[]": "x",
            ],
            as: here.amara
        )
        #expect(sent.status == 303)
        let mine = try await Profiles(store: here.store, member: here.amara).mine()
        #expect(mine?.specialisms == [.carers])
        #expect(try await here.opens("/me", as: here.amara).says("value=\"carers\" checked"))
        try await Profiles(store: here.store, member: here.amara).write(
            Profile(brings: "x", languages: "", phone: nil)
        )
        #expect(try await Profiles(store: here.store, member: here.amara).mine()?.specialisms == [])
    }

    @Test func `is read where somebody is referred, and where they are passed on`() async throws {
        #expect(
            try await here.opens("/desk", as: here.drPatel).says(
                "<span class=\"tag sky\">Drugs and alcohol</span>"
            )
        )
        #expect(try await here.opens("/referrals/new", as: here.drPatel).says("Children and young people"))
        let referral = try await here.refers()
        let page = try await here.opens("/referrals/\(referral)", as: here.amara)
        #expect(
            page.says(
                "Sam Reed: children and young people, drugs and alcohol; Ran youth clubs; speaks Polish"
            )
        )
    }
}
