import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("The paper for a conversation")
struct ContactFormTests {
    let story: CaseInHand

    init() async throws {
        story = try await CaseInHand()
    }

    private func sends(
        _ fields: KeyValuePairs<String, String>,
        nonce: Submission.ID = Submission.ID()
    ) async throws -> Seen {
        try await story.here.sends("\(story.path)/contacts", fields, as: story.here.amara, nonce: nonce)
    }

    @Test func `names everything to put right at once and keeps what was typed`() async throws {
        let seen = try await sends(
            CaseInHand.typed(matters: "My garden", outcome: "", knewWhy: "", day: "2026-02-30")
        )
        #expect(seen.status == 422)
        for words in [
            "2 things to put right", "Enter a day there is", "Say whether you reached them",
            "My garden",
        ] { #expect(seen.says(words), "\(words)") }
        #expect(try await story.here.count("contact") == 0)
    }

    @Test func `asks whether they knew why before it keeps a first conversation`() async throws {
        let seen = try await sends(CaseInHand.typed(matters: "My garden", knewWhy: ""))

        #expect(seen.status == 422)
        #expect(seen.says("Did they know why you rang? “Not asked” is an answer") && seen.says("My garden"))
    }

    @Test func `takes nothing that is still to come`() async throws {
        #expect(try await sends(CaseInHand.typed(day: "2199-01-01")).says("That is still to come"))
    }

    @Test func `takes any script, any language and any length it can hold`() async throws {
        let hostile = "👩🏽‍🌾 שלום مرحبا <script>alert(1)</script> \u{202E} '; DROP TABLE contact; --"
        #expect(try await sends(CaseInHand.typed(matters: hostile)).status == 303)

        let seen = try await story.here.opens(story.path, as: story.here.amara)
        #expect(seen.says("&lt;script&gt;alert(1)&lt;/script&gt;") && !seen.says("<script>alert"))
        #expect(seen.says("👩🏽‍🌾 שלום مرحبا"))
    }

    @Test func `a story too long is given back whole, with a word about it`() async throws {
        let long = String(repeating: "a", count: 200_000)
        let seen = try await sends(CaseInHand.typed(matters: long))

        #expect(seen.status == 422 && seen.says(long))
        #expect(seen.says("Keep it to 50,000 characters; there are"))
    }

    @Test func `a character that no store can hold is left out`() async throws {
        #expect(try await sends(CaseInHand.typed(matters: "A\0B")).status == 303)

        #expect(try await story.cases().page(story.id).matters?.words == "AB")
    }

    @Test func `sent twice, it is written once`() async throws {
        let nonce = Submission.ID()
        let first = try await sends(CaseInHand.typed(matters: "x"), nonce: nonce)
        let again = try await sends(CaseInHand.typed(matters: "x"), nonce: nonce)

        #expect(first.location == again.location && first.status == 303)
        #expect(try await story.here.count("contact") == 1)
    }

    @Test func `two tabs keep two drafts; sending one ends that one only`() async throws {
        let (one, other) = (Draft.ID(), Draft.ID())
        for (draft, words) in [(one, "from one"), (other, "from the other")] {
            let address = "/drafts/contact/\(story.id)"
            let typed = CaseInHand.typed(matters: words, draft: draft)
            _ = try await story.here.sends(address, typed, as: story.here.amara, accepting: "*/*")
        }
        _ = try await sends(CaseInHand.typed(matters: "from one", draft: one))

        let paper = try await story.here.opens("\(story.path)/contacts/new", as: story.here.amara)
        #expect(paper.says("You began this at") && paper.says("\(other)") && !paper.says("\(one)"))
        let goingOn = try await story.here.opens(
            "\(story.path)/contacts/new?draft=\(other)",
            as: story.here.amara
        )
        #expect(goingOn.says("from the other") && !goingOn.says("You began this"))
    }

    @Test func `putting right needs a reason`() async throws {
        let contact = try await story.talks()
        let path = "\(story.path)/contacts/\(contact)/putting-right"
        let without = try await story.here.sends(path, CaseInHand.typed(matters: "y"), as: story.here.amara)
        let with = try await story.here.sends(
            path,
            CaseInHand.typed(matters: "y", because: "Misheard"),
            as: story.here.amara
        )
        #expect(without.status == 422 && without.says("Say in a line why you are putting this right"))
        #expect(with.status == 303)
        let read = try await story.here.opens(with.location ?? "", as: story.here.amara)
        #expect(read.says("because: Misheard") && read.says("A reason to cook again."))
    }

    @Test func `a correction kept for later is there to go on with`() async throws {
        let contact = try await story.talks()
        let page = "\(story.path)/contacts/\(contact)/putting-right"
        let draft = Draft.ID()
        let kept = try await story.here.sends(
            "/drafts/contact/\(contact)",
            [
                "mode": "walk", "place": "", "day": "2026-04-14", "time": "09:00", "minutes": "", "tried": "",
                "next": "", "matters": "Half a thought", "helps": "", "hinders": "", "more": "",
                "because": "Mis", "draft": "\(draft)", "draftPage": page,
            ],
            as: story.here.amara
        )
        let again = try await story.here.opens(kept.location ?? "", as: story.here.amara)

        #expect(again.says("Half a thought") && again.says("value=\"Mis\""))
    }

    @Test func `tags are sent as ticks`() async throws {
        let contact = try await story.talks()
        let seen = try await story.here.sends(
            "\(story.path)/contacts/\(contact)/tags",
            ["reasons[]": "money", "signs[]": "met_people", "ownSign": "", "byPerson[]": "yes"],
            as: story.here.amara
        )
        #expect(seen.status == 303)
        let page = try await story.here.opens("\(story.path)/contacts/\(contact)", as: story.here.amara)
        #expect(page.says("value=\"money\" checked") && page.says("met people"))
    }
}
