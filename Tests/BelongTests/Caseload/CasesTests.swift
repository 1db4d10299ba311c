import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Whose a case is")
struct CasesTests {
    let story: CaseInHand

    init() async throws {
        story = try await CaseInHand()
    }

    private var pages: [String] {
        [
            "", "/call", "/log", "/closing", "/reopening", "/own-page", "/plan", "/plan/versions",
            "/contacts/new",
        ]
        .map { story.path + $0 }
    }

    @Test func `nobody but its link worker sees any of its pages`() async throws {
        for member in story.here.everyone where member.id != story.here.amara.id {
            for page in pages {
                let seen = try await story.here.opens(page, as: member)
                #expect(seen.status == 404, "\(member.name) at \(page)")
                #expect(!seen.says("Jean"))
            }
        }
        #expect(try await story.looks() == 0)
    }

    @Test func `somebody not signed in is asked to sign in`() async throws {
        for page in pages {
            #expect(try await story.here.opens(page, as: nil).location?.hasPrefix("/signing-in") == true)
        }
    }

    @Test func `nobody else can change anything in it`() async throws {
        let contact = try await story.talks()
        let forms = [
            "/contacts", "/contacts/\(contact)/putting-right", "/contacts/\(contact)/tags", "/plan",
            "/matters",
            "/signs", "/holding", "/holding/end", "/closing", "/reopening", "/own-page",
        ]
        let fields: KeyValuePairs = [
            "mode": "phone", "place": "", "day": "2026-04-14", "time": "09:00", "minutes": "",
            "outcome": "reached", "tried": "", "next": "", "knewWhy": "yes", "matters": "x", "helps": "",
            "hinders": "", "more": "", "because": "x", "words": "x", "kind": "own", "signWords": "x",
            "wayBack": "",
            "ownSign": "", "goals[g0][words]": "x",
        ]
        for member in story.here.everyone where member.id != story.here.amara.id {
            for form in forms {
                let sent = form == "/closing" ? ["outcome": "some", "words": "", "wayBack": ""] : fields
                let seen = try await story.here.sends(story.path + form, sent, as: member)
                #expect(seen.status == 404, "\(member.name) at \(form)")
            }
        }
        #expect(try await story.here.count("contact") == 1)
        #expect(try await story.here.count("plan") == 0)
        #expect(try await story.here.count("closing") == 0)
    }

    @Test func `each page is noted in the log before it is shown`() async throws {
        for page in pages where !page.hasSuffix("/own-page") {
            #expect(try await story.here.opens(page, as: story.here.amara).status == 200, "\(page)")
        }
        _ = try await story.here.opens("\(story.path)/own-page", as: story.here.amara)

        #expect(try await story.looks() == pages.count - 1)
        #expect(try await story.looks(.printed) == 1)
        #expect(try await LogVerification(of: story.here.store).isWhole)
    }

    @Test func `stays readable for a fortnight after the placement, and cannot be changed`() async throws {
        let today = Day(story.now)
        try await story.placementEnds(on: today.advanced(by: -13))

        #expect(try await story.cases().page(story.id, at: story.now).title == "Jean Moss")
        await #expect(throws: Cases.Refused.handedOver) { try await story.talks() }
        #expect(Cases.Refused.handedOver.sentence.contains("You can read this, and not change it."))
    }

    @Test func `is gone from sight after that fortnight`() async throws {
        try await story.placementEnds(on: Day(story.now).advanced(by: -14))

        await #expect(throws: Missing.self) { try await story.cases().page(story.id, at: story.now) }
        #expect(try await story.cases().people(at: story.now).isEmpty)
    }

    @Test func `a page names the person, where they are and what to mind`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers(
            needs: [AccessNeed(kind: .interpreter, words: "Polish")],
            risk: .known("A large dog")
        )
        let id = try await here.accepts(referral)

        let seen = try await here.opens("/cases/\(id)", as: here.amara)
        for words in [
            "Jean Moss", "Elm Street Surgery", "referred by Dr Patel", "An interpreter (Polish)",
            "Before a visit: A large dog", "no voicemail", "Referred by Dr Patel",
        ] { #expect(seen.says(words), "\(words)") }
    }

    @Test func `the card before ringing says who suggested it and what is safe`() async throws {
        let seen = try await story.here.opens("\(story.path)/call", as: story.here.amara)

        for words in [
            "Dr Patel", "Lost her husband", "Lonely or isolated", "What a link worker does",
            "That it is fine to say no", "tel:07700900112", "Do you know why I am ringing?", "no voicemail",
        ] { #expect(seen.says(words), "\(words)") }
    }

    @Test func `offers no call to somebody for whom a call is not safe`() async throws {
        let quiet = Reaching(channels: [.letter], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let story = try await CaseInHand(reaching: quiet)

        let seen = try await story.here.opens("\(story.path)/call", as: story.here.amara)
        #expect(!seen.says("tel:07700900112"))
        #expect(seen.says("Do not ring"))
    }

    @Test func `who looked can be read by its link worker, by name and time`() async throws {
        _ = try await story.here.opens(story.path, as: story.here.amara)

        let seen = try await story.here.opens("\(story.path)/log", as: story.here.amara)
        #expect(seen.says("Amara Okafor") && seen.says("looked at their page"))
        #expect(seen.says("Dr Patel") && seen.says("changed the referral"))
    }
}
