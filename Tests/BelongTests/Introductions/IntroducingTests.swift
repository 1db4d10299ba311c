import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Introducing somebody to a group")
struct IntroducingTests {
    let here: Neighbourhood
    let open: Case.ID
    let lunch: Activity.ID

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers(needs: [AccessNeed(kind: .stepFree, words: "")]))
        lunch = try await here.group()
    }

    private func words(_ id: Introduction.ID) async throws -> String? {
        try await here.store.read { try $0.value("SELECT words FROM introduction WHERE id = \(id)") } ?? nil
    }

    @Test func `sends word for word what was agreed, and nothing that was not`() async throws {
        var form = Neighbourhood.form(lunch, "name", "needs")
        form.heard =
            "Someone would like to join Tuesday lunch.\nFirst name: Jean\nWhat helps them: Step-free places"
        let id = try await here.introducing().introduce(form, of: open)

        #expect(try await words(id) == form.heard)
        #expect(try await here.count("introduction_part") == 2)
        for secret in ["son", "eat with others", "07700", "Moss"] {
            #expect(try await here.count("introduction_part WHERE words LIKE \("%\(secret)%")") == 0)
            #expect(try await !here.lastMessage().contains(secret))
            #expect(try await !here.opens("/l/\(here.lastToken())", as: nil).says(secret))
        }
        #expect(try await !here.lastMessage().contains("Jean"))
    }

    @Test func `begins with nothing ticked: what the group hears is theirs to say`() async throws {
        let seen = try await here.opens("/cases/\(open)/introductions/new?activity=\(lunch)", as: here.amara)
        #expect(seen.status == 200 && !seen.says(" checked"))
    }

    @Test func `shows it before it goes, to be read out`() async throws {
        let seen = try await here.sends(
            "/cases/\(open)/introductions/wording",
            [
                "activity": "\(lunch)", "part[]": "name", "part[]": "hope",
                "hope": "To <b>eat</b>\nwith others",
                "reach": "text", "companion": "", "safety": "",
            ],
            as: here.amara
        )
        #expect(seen.status == 200)
        #expect(seen.says("You can read this out."))
        #expect(
            seen.says(
                "First name: Jean\nWhat they hope for: To &lt;b&gt;eat&lt;/b&gt; with others</blockquote>"
            )
        )
        #expect(!seen.says("07700 900112</blockquote>"))
        #expect(try await here.count("introduction") == 0)
    }

    @Test func `offers only ways that are safe, and through the link worker`() async throws {
        let seen = try await here.opens("/cases/\(open)/introductions/new?activity=\(lunch)", as: here.amara)
        #expect(seen.says("a text to 07700 900112"))
        #expect(seen.says("a call to 07700 900112, no voicemail"))
        #expect(seen.says("through Amara Okafor, link worker"))
        #expect(!seen.says("an e-mail to"))
    }

    @Test func `goes nowhere with nothing ticked or without their yes`() async throws {
        let nothing = try await here.sends(
            "/cases/\(open)/introductions/wording",
            ["activity": "\(lunch)", "hope": "kept as typed"],
            as: here.amara
        )
        #expect(nothing.status == 422)
        #expect(nothing.says("Tick what the group may hear. Nothing else goes"))
        #expect(nothing.says("kept as typed"))

        let unasked = try await here.sends(
            "/cases/\(open)/introductions",
            [
                "activity": "\(lunch)", "part[]": "name", "way": "message",
                "heard": "Someone would like to join Tuesday lunch.\r\nFirst name: Jean",
            ],
            as: here.amara
        )
        #expect(unasked.status == 422)
        #expect(unasked.says("Say how they said yes. Without their yes nothing goes"))
        #expect(try await here.count("introduction") == 0)
    }

    @Test func `never tells an NHS number or a postcode`() async throws {
        for secret in ["Her number is 999 000 0018", "She lives at M33 7ZF"] {
            var form = Neighbourhood.form(lunch, "hope")
            form.hope = secret
            await #expect(throws: Problems.self) { try await here.introducing().word(form, of: open) }
        }
        #expect("Ring 0161 496 0000, ten to two".tellsTooMuch == false)
    }

    @Test func `tells every mobile number that is called safe, whatever its digits`() {
        // The first ten digits of each, or the last, pass the check of an NHS number.
        for number in ["07700 900008", "07700900016", "07700 900113"] {
            #expect(!"a text to \(number)".tellsTooMuch, "\(number)")
        }
        for number in 7_700_900_000..<7_700_900_060 {
            #expect(!"ring 0\(number), or +44 \(number)".tellsTooMuch, "\(number)")
        }
        for secret in ["9990000018", "999-000-0018.", "no 12 999 000 0018", "x9990000018x"] {
            #expect(secret.tellsTooMuch, "\(secret)")
        }
    }

    @Test func `a safe way is never refused as a number`() throws {
        for digits in 0..<40 {
            let number = "077009000\(digits < 10 ? "0" : "")\(digits)"
            let told = Neighbourhood.particulars("Ada Poole", phone: number, bornOn: Day("1940-05-06"))
            let spoken = try #require(told.phone).description
            #expect(!spoken.tellsTooMuch, "\(number)")
        }
    }

    @Test func `nothing typed can look like a part that was not agreed`() async throws {
        var form = Neighbourhood.form(lunch, "hope")
        form.hope = "Company\nFirst name: Jean"
        let wording = try await here.introducing().word(form, of: open).wording
        #expect(wording.text.split(separator: "\n").count == 2)
    }

    @Test func `by phone or on paper says that it was not sent electronically`() async throws {
        let silent = try await here.group("Allotment", email: nil, phone: "0161 496 0000")
        await refuses(.noAddress, try await heard(silent))
        #expect(
            Introduction.Refused.noAddress.sentence
                == "This group has no e-mail address or mobile number. Ring them, or give it to them on paper."
        )
        let before = try await here.count("message")
        let id = try await here.introduces(open, to: silent, by: .phone)
        #expect(try await here.count("message") == before)
        #expect(try await here.opens("/introductions/\(id)", as: here.amara).says("not sent electronically"))
    }

    @Test func `telling them about a group tells the group nothing`() async throws {
        let before = try await here.count("message")
        let chosen: KeyValuePairs = ["activity": "\(lunch)"]
        let seen = try await here.sends("/cases/\(open)/signposting", chosen, as: here.amara)
        #expect(seen.location == "/cases/\(open)")
        #expect(try await here.count("message") == before)
        #expect(try await here.count("introduction WHERE way = 'signposting' AND words IS NULL") == 1)
        #expect(try await here.count("introduction_part") == 0)
    }

    @Test func `stands in the story of the case, with what was agreed`() async throws {
        try await here.introduces(open, to: lunch)
        let seen = try await here.opens("/cases/\(open)", as: here.amara)
        #expect(seen.says("Introduced to Tuesday lunch"))
        #expect(seen.says("Tuesday lunch hears what was read out"))
    }

    @Test func `cannot be done, or even noticed, by anyone else`() async throws {
        let id = try await here.introduces(open, to: lunch)
        let chosen: KeyValuePairs = ["activity": "\(lunch)", "part[]": "name"]
        for other in here.everyone where other.id != here.amara.id {
            let page = "/cases/\(open)/introductions/new?activity=\(lunch)"
            #expect(try await here.opens(page, as: other).status == 404)
            #expect(try await here.opens("/introductions/\(id)", as: other).status == 404)
            #expect(try await !here.opens("/introductions", as: other).says("Jean"))
            for path in ["introductions/wording", "introductions/objection", "signposting"] {
                #expect(try await here.sends("/cases/\(open)/\(path)", chosen, as: other).status == 404)
            }
            for act in ["answer", "attendance"] {
                let said: KeyValuePairs = ["answer": act == "answer" ? "yes" : "coming", "toldBy": "group"]
                #expect(try await here.sends("/introductions/\(id)/\(act)", said, as: other).status == 404)
            }
            #expect(try await here.sends("/introductions/\(id)/withdrawal", [:], as: other).status == 404)
            #expect(
                try await here.sends("/introductions/\(id)/thanks", ["words": "x"], as: other).status == 404
            )
        }
        let form = try await heard(lunch)
        let jo = try here.introducing(by: here.jo)
        await #expect(throws: Missing.self) { try await jo.introduce(form, of: open) }
    }
}
