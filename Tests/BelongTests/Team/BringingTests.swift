import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("What a link worker brings, on a page")
struct BringingTests {
    let here: Neighbourhood
    let path: String

    init() async throws {
        here = try await Neighbourhood()
        path = "/team/\(here.sam.id)"
        try await Profiles(store: here.store, member: here.sam)
            .write(Profile(brings: "I ran youth clubs", languages: "", phone: nil), at: Neighbourhood.now)
    }

    private func bringing(_ who: Member) -> Bringing { Bringing(store: here.store, member: who) }

    @Test func `is read by colleagues, and that a manager or the lead opened it is kept`() async throws {
        for member in [here.sam, here.amara, here.mina, here.drPatel, here.peter, here.nadia, here.ruth] {
            let page = try await here.opens(path, as: member)
            #expect(page.says("I ran youth clubs"), "\(member.name)")
            #expect(page.says("Who has read it") == (member.id == here.sam.id), "\(member.name)")
        }
        for member in [here.jo, here.drOsei, here.olu, here.walter, here.stranger] {
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
        }
        _ = try await here.opens(path, as: here.peter)
        let own = try await here.opens(path, as: here.sam)
        #expect(own.says("Peter Hale") && own.says("Nadia Aziz") && !own.says("Dr Patel"))
        #expect(try await here.count("profile_opening") == 2)
    }

    @Test func `is asked again after half a year, and confirmed by nobody but whose it is`() async throws {
        let later = Neighbourhood.now + 183 * 86_400
        #expect(try await !bringing(here.sam).isDue(at: Neighbourhood.now + 180 * 86_400))
        #expect(try await bringing(here.sam).isDue(at: later))
        #expect(try await !bringing(here.peter).isDue(at: later))
        try await bringing(here.sam).confirm(at: later)
        #expect(try await !bringing(here.sam).isDue(at: later + 86_400))
        await #expect(throws: Missing.self) { try await bringing(here.peter).confirm() }
        await #expect(throws: Bringing.Refused.nothing) { try await bringing(here.amara).confirm() }
        #expect(Bringing.Refused.nothing.sentence == "Say first what you bring. Then it can be confirmed.")
    }

    @Test func `is asked about on the morning page, and confirmed with a tap`() async throws {
        #expect(try await here.opens("/today", as: here.amara).says("is it still so?"))
        try await Profiles(store: here.store, member: here.amara)
            .write(Profile(brings: "Housing", languages: "", phone: nil), at: .now - 200 * 86_400)
        #expect(try await here.opens("/today", as: here.amara).says("is it still so?"))
        let own = "/team/\(here.amara.id)"
        #expect(try await here.sends("/team/confirmation", [:], as: here.amara).location == own)
        #expect(try await !here.opens("/today", as: here.amara).says("is it still so?"))
    }
}
