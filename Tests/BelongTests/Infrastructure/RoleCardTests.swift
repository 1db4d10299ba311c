import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A practice's role card")
struct RoleCardTests {
    let here: Neighbourhood
    let path: String

    init() async throws {
        here = try await Neighbourhood()
        path = "/practices/\(here.elmStreet.id)/role-card"
    }

    private func cards(_ who: Member) -> RoleCards { RoleCards(store: here.store, member: who) }

    private func opened() async throws {
        try await cards(here.peter).publish(true, of: here.elmStreet.id)
    }

    @Test func `says to colleagues what a link worker does and not, who they are, and how to refer`()
        async throws
    {
        try await Profiles(store: here.store, member: here.amara)
            .write(Profile(brings: "Nine years in housing", languages: "Igbo", phone: nil))
        let page = try await here.opens(path, as: here.mina)
        for words in [
            "What they do not do", "Ring people who have not been asked", "Amara Okafor",
            "Nine years in housing", "Sam Reed", "/referrals/new",
        ] {
            #expect(page.says(words), "\(words)")
        }
        let easy = try await here.opens("\(path)?in=easy", as: here.mina)
        #expect(easy.says("A link worker has time to listen.") && !easy.says("Make the words yours"))
    }

    @Test func `is opened by whoever works there, which is kept once a day, and by nobody else`() async throws
    {
        for member in [here.mina, here.drPatel, here.peter, here.amara, here.sam, here.nadia, here.ruth] {
            #expect(try await here.opens(path, as: member).status == 200, "\(member.name)")
        }
        for member in [here.jo, here.drOsei, here.olu, here.walter, here.stranger] {
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
        }
        _ = try await here.opens(path, as: here.mina)
        #expect(try await here.count("role_card_opening WHERE member = \(here.mina.id)") == 1)
        #expect(try await here.count("role_card_opening") == 7)
    }

    @Test func `is written by managers and link workers, and stays as it was written before`() async throws {
        let form = "\(path)/words/staff/plain"
        for member in [here.mina, here.drPatel, here.nadia, here.jo, here.walter] {
            #expect(try await here.opens(form, as: member).status == 404, "\(member.name)")
            #expect(try await here.opens("\(path)/ways", as: member).status == 404, "\(member.name)")
            #expect(try await here.sends("\(path)/opening", [:], as: member).status == 404, "\(member.name)")
        }
        let empty = try await here.sends(form, ["does": " ", "doesNot": "Kept <i>"], as: here.sam)
        #expect(empty.status == 422 && empty.says("Write at least one line of what they do"))
        #expect(empty.says("Kept &lt;i&gt;"))
        let own: KeyValuePairs = ["does": "Listens on Tuesdays\n\nWalks", "doesNot": "Drive"]
        #expect(try await here.sends(form, own, as: here.sam).status == 303)
        #expect(try await here.opens(path, as: here.mina).says("<li>Listens on Tuesdays</li><li>Walks</li>"))
        #expect(try await here.opens("\(path)/words/doctors/plain", as: here.sam).status == 404)
    }

    @Test func `is open to everyone behind a short address, once the practice opened it`() async throws {
        #expect(try await here.opens("/card/elm-street-surgery", as: nil).status == 404)
        #expect(try await here.sends("\(path)/opening", [:], as: here.peter).status == 303)
        for way in ["", "?in=easy", "?in=large"] {
            let page = try await here.opens("/card/elm-street-surgery\(way)", as: nil)
            #expect(page.status == 200 && page.says("Link workers at Elm Street Surgery"), "\(way)")
            #expect(!page.says("Amara") && !page.says("You would meet"), "\(way)")
        }
        #expect(try await here.opens("/card/elm-street-surgery?in=pl", as: nil).status == 404)
        #expect(try await here.opens("/card/elm-street-surgery?in=nonsense", as: nil).status == 404)
        #expect(try await here.sends("\(path)/closing", [:], as: here.peter).status == 303)
        #expect(try await here.opens("/card/elm-street-surgery", as: nil).status == 404)
    }

    @Test func `names a link worker in public by the first name they gave, until they take it back`()
        async throws
    {
        try await opened()
        let whole = try await here.sends("\(path)/name", ["name": "Amara Okafor"], as: here.amara)
        #expect(whole.status == 422 && whole.says("Write your first name only"))
        #expect(try await here.sends("\(path)/name", ["name": "Amara"], as: here.peter).status == 404)
        #expect(try await here.sends("\(path)/name", ["name": "Amara"], as: here.amara).status == 303)
        let page = try await here.opens("/card/elm-street-surgery", as: nil)
        #expect(page.says("You would meet Amara.") && !page.says("Okafor") && !page.says("Sam Reed"))
        #expect(try await here.sends("\(path)/name", ["name": ""], as: here.amara).status == 303)
        #expect(try await !here.opens("/card/elm-street-surgery", as: nil).says("Amara"))
    }

    @Test func `is read in another language only once somebody has checked the words`() async throws {
        try await opened()
        let bare = try await here.sends("\(path)/translations", ["language": "xx"], as: here.peter)
        #expect(bare.says("Choose the language") && bare.says("Write or paste the words in that language"))
        let words: KeyValuePairs = ["language": "ur", "words": "سلام"]
        #expect(try await here.sends("\(path)/translations", words, as: here.peter).status == 303)
        #expect(try await here.opens("\(path)/ways", as: here.peter).says("not checked yet: nobody reads it"))
        #expect(try await here.opens("/card/elm-street-surgery?in=ur", as: nil).status == 404)

        let id = try #require(
            try await cards(here.peter).keeping(here.elmStreet.id).card.translations.first?.id
        )
        let check = "\(path)/translations/\(id)/check"
        let unsaid = try await here.sends(check, ["checkedBy": "", "checkedOn": "1 1 2099"], as: here.peter)
        #expect(unsaid.says("Say who checked it: somebody who knows the language well"))
        #expect(unsaid.says("Enter a day that has been"))
        let said: KeyValuePairs = ["checkedBy": "Ayesha, interpreter", "checkedOn": "1 3 2026"]
        #expect(try await here.sends(check, said, as: here.mina).status == 404)
        #expect(try await here.sends(check, said, as: here.peter).status == 303)
        let again = try await here.sends(check, said, as: here.peter)
        #expect(again.status == 409 && again.says("This translation was checked already."))
        let page = try await here.opens("/card/elm-street-surgery?in=ur", as: nil)
        #expect(
            page.says("lang=\"ur\" dir=\"rtl\"")
                && page.says("checked by Ayesha, interpreter on 1 March 2026")
        )
        #expect(try await here.sends("\(path)/translations/\(id)/end", [:], as: here.sam).status == 303)
        #expect(try await here.opens("/card/elm-street-surgery?in=ur", as: nil).status == 404)
    }

    @Test func `may be heard and seen signed, by an address of the practice's own`() async throws {
        try await opened()
        for address in ["javascript:alert(1)", "http://example.org/a", ""] {
            let sent = try await here.sends(
                "\(path)/recordings",
                ["kind": "signed", "address": address],
                as: here.peter
            )
            #expect(
                sent.status == 422 && sent.says("Enter where it is, beginning with https://"),
                "\(address)"
            )
        }
        let signed: KeyValuePairs = ["kind": "signed", "address": "https://example.org/bsl"]
        #expect(try await here.sends("\(path)/recordings", signed, as: here.peter).status == 303)
        #expect(
            try await here.opens("/card/elm-street-surgery", as: nil).says("href=\"https://example.org/bsl\"")
        )
        let look = try await cards(here.peter).keeping(here.elmStreet.id)
        let id = try #require(look.card.recordings.first?.id)
        #expect(try await here.sends("\(path)/recordings/\(id)/end", [:], as: here.peter).status == 303)
        #expect(try await !here.opens("/card/elm-street-surgery", as: nil).says("example.org"))
    }

    @Test func `has an address of its own where two practices bear one name`() async throws {
        let other = here.harbour.id
        try await here.store.write { work in
            try work.run("UPDATE organisation SET name = 'Elm-Street Surgery!' WHERE id = \(other)")
        }
        try await opened()
        try await cards(here.amara).publish(true, of: other)
        #expect(try await cards(here.amara).keeping(other).card.word != "elm-street-surgery")
        #expect(RoleCard.word(of: "Elm Street Surgery") == "elm-street-surgery")
        #expect(RoleCard.word(of: "  ") == "surgery")
    }

    @Test func `notes who came to a session about the role`() async throws {
        let bare = try await here.sends("\(path)/sessions", ["day": "1 1 2099"], as: here.sam)
        #expect(bare.says("Enter a day that has been") && bare.says("Choose who was there"))
        let fields: KeyValuePairs = [
            "day": Day(.now).description, "present[]": "\(here.mina.id)", "present[]": "\(here.jo.id)",
        ]
        #expect(try await here.sends("\(path)/sessions", fields, as: here.sam).status == 303)
        #expect(try await here.count("role_card_session_member") == 1)
        #expect(try await here.opens("\(path)/ways", as: here.sam).says("Held: \(Day(.now).full)"))
    }

    /// Where the link in the last invitation leads.
    private func invited(_ reaching: Reaching) async throws -> String {
        try await here.refers(reaching: reaching, at: .now)
        let body: String? = try await here.store.read {
            try $0.value("SELECT body FROM message ORDER BY made_at DESC LIMIT 1")
        }
        return try String(#require(body?.firstMatch(of: /\/l\/[0-9a-f]{64}/)).output)
    }

    @Test func `is there for whoever is invited, while it is open to everyone`() async throws {
        let link = try await invited(Neighbourhood.reaching)
        #expect(try await !here.opens(link, as: nil).says("/card/"))
        try await opened()
        #expect(try await here.opens(link, as: nil).says("/card/elm-street-surgery?in=easy"))
    }

    @Test func `is not where an invitation may give nothing away`() async throws {
        try await opened()
        let link = try await invited(
            Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        )
        #expect(try await !here.opens(link, as: nil).says("/card/"))
    }
}
