import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What is kept of somebody")
struct PersonPageTests {
    let story: CaseInHand
    let here: Neighbourhood

    init() async throws {
        story = try await CaseInHand()
        here = story.here
    }

    private var path: String { "/people/\(story.person)" }
    private var people: People { People(store: here.store, member: here.amara) }

    private func known() async throws -> Known {
        let person = story.person
        return try await here.store.read { try $0.known(of: person) }
    }

    /// A correction as a browser sends it.
    private func typed(
        family: String = "Moss",
        postcode: String = "M33 7ZF",
        from: String
    ) -> KeyValuePairs<String, String> {
        [
            "givenName": "Jean", "familyName": family, "nhsNumber": "", "born": "4 2 1953",
            "postcode": postcode, "phone": "07700 900112", "email": "", "address": "", "channels[]": "text",
            "voicemail": "no", "neutral": "no", "reachingWords": "", "reason": "Spelt wrong", "from": from,
        ]
    }

    @Test func `is reached from the page of the case, and leads back to it`() async throws {
        #expect(try await here.opens(story.path, as: here.amara).says(path))

        let seen = try await here.opens(path, as: here.amara)
        for words in [
            "Jean Moss", "4 February 1953", "M33 7ZF", "07700 900112", "safe by text, phone call",
            "Nothing is known yet.", "Risk to a visitor: nothing known", "They have not been asked.",
            "With Amara Okafor at Elm Street Surgery", story.path, "\(path)/correction", "\(path)/versions",
        ] { #expect(seen.says(words), "\(words)") }
    }

    @Test func `is for the link worker who works with them, and nobody else`() async throws {
        let need = Key<AccessNeed>()
        let forms = ["correction", "access-needs", "access-needs/\(need)/end", "visit-risk", "agreement"]
        let fields: KeyValuePairs = [
            "givenName": "Jean", "familyName": "Hill", "nhsNumber": "943 476 5919", "reason": "x", "from": "",
            "need": "hearing", "needWords": "", "risk": "nothing", "riskReason": "x", "agreed": "yes",
        ]
        for member in here.everyone where member.id != here.amara.id {
            for page in ["", "/versions", "/correction"] {
                let seen = try await here.opens(path + page, as: member)
                #expect(seen.status == 404 && !seen.says("Jean"), "\(member.name) at \(page)")
            }
            for form in forms {
                let seen = try await here.sends("\(path)/\(form)", fields, as: member)
                #expect(seen.status == 404, "\(member.name) at \(form)")
            }
        }
        #expect(try await story.looks() == 0)
        #expect(try await here.count("particulars") == 1)
    }

    @Test func `is put right in a browser, and what was typed is kept until it is`() async throws {
        let from = try await known().versions.who
        let wrong = try await here.sends(
            "\(path)/correction",
            typed(family: "<b>Hill</b>", postcode: "M33", from: from),
            as: here.amara
        )
        #expect(wrong.status == 422 && wrong.says("&lt;b&gt;Hill&lt;/b&gt;"))
        #expect(wrong.says("Enter a full postcode") && wrong.says("1 thing to put right"))

        let right = try await here.sends(
            "\(path)/correction",
            typed(family: "Hill", from: from),
            as: here.amara
        )
        #expect(right.status == 303 && right.location == path)
        #expect(try await here.opens(path, as: here.amara).says("Jean Hill"))
        let versions = try await here.opens("\(path)/versions", as: here.amara)
        #expect(versions.says("Spelt wrong") && versions.says("Jean Moss ·") && versions.says("Dr Patel"))
    }

    @Test func `a form that was overtaken comes back beside what a colleague wrote`() async throws {
        let from = try await known().versions.who
        _ = try await here.sends("\(path)/correction", typed(family: "Hill", from: from), as: here.amara)
        let late = typed(family: "Mosse", from: from)
        let late422 = try await here.sends("\(path)/correction", late, as: here.amara)

        #expect(late422.status == 422 && late422.says(Correction.meanwhile))
        #expect(late422.says("As it is kept now") && late422.says("Jean Hill") && late422.says("Mosse"))
        #expect(try await known().particulars.familyName == "Hill")

        let shown = try await known().versions.who
        #expect(late422.says(shown))
        let again = try await here.sends(
            "\(path)/correction",
            typed(family: "Mosse", from: shown),
            as: here.amara
        )
        #expect(again.status == 303)
    }

    @Test func `a form sent again with the same key after it was put right is done`() async throws {
        let nonce = Submission.ID()
        let from = try await known().versions.who
        let wrong = typed(family: "Hill", postcode: "M33", from: from)
        _ = try await here.sends("\(path)/correction", wrong, as: here.amara, nonce: nonce)
        let right = typed(family: "Hill", from: from)
        _ = try await here.sends("\(path)/correction", right, as: here.amara, nonce: nonce)

        #expect(try await known().particulars.familyName == "Hill")
    }

    @Test func `what they need is added once, ended, and stays readable`() async throws {
        let add: KeyValuePairs = ["need": "interpreter", "needWords": "Polish"]
        #expect(try await here.sends("\(path)/access-needs", add, as: here.amara).status == 303)
        #expect(try await here.opens(story.path, as: here.amara).says("An interpreter (Polish)"))
        #expect(try await here.sends("\(path)/access-needs", add, as: here.amara).says("is known already"))
        let unsaid = try await here.sends("\(path)/access-needs", ["need": "interpreter"], as: here.amara)
        #expect(unsaid.status == 422 && unsaid.says("Say which language"))

        let need = try #require(await known().needs.first).id
        let end = "\(path)/access-needs/\(need)/end"
        #expect(try await here.sends(end, [:], as: here.amara).status == 303)
        let twice = try await here.sends(end, [:], as: here.amara)
        #expect(twice.status == 409 && twice.says("This has been ended already."))
        #expect(try await !here.opens(story.path, as: here.amara).says("An interpreter (Polish)"))
        #expect(try await here.opens("\(path)/versions", as: here.amara).says("ended by Amara Okafor"))
    }

    @Test func `what a visitor should know is put right with how it is known`() async throws {
        let from = try await known().versions.risk
        let dog: KeyValuePairs = [
            "risk": "known", "riskWords": "A large dog", "riskReason": "Saw it", "from": from,
        ]
        #expect(try await here.sends("\(path)/visit-risk", dog, as: here.amara).status == 303)
        #expect(try await here.opens(story.path, as: here.amara).says("Before a visit: A large dog"))

        let late = try await here.sends("\(path)/visit-risk", dog, as: here.amara)
        #expect(late.status == 422 && late.says(Correction.meanwhile) && late.says("<details open>"))
        let empty = try await here.sends("\(path)/visit-risk", ["from": from], as: here.amara)
        #expect(empty.says("Say how this is known") && empty.says("even if nothing is known"))
        #expect(try await here.opens("\(path)/versions", as: here.amara).says("Saw it"))
    }

    @Test func `a no to the referrer hearing stands, with the day it was said`() async throws {
        let no: KeyValuePairs = ["agreed": "no", "from": "none"]
        #expect(try await here.sends("\(path)/agreement", no, as: here.amara).status == 303)
        #expect(try await here.opens(path, as: here.amara).says("They said no on"))

        let late = try await here.sends(
            "\(path)/agreement",
            ["agreed": "yes", "from": "none"],
            as: here.amara
        )
        #expect(late.status == 422 && late.says(Correction.meanwhile))
        let empty = try await here.sends("\(path)/agreement", [:], as: here.amara)
        #expect(empty.status == 422 && empty.says("Choose what they said"))
    }

    @Test func `each look is noted before it is shown`() async throws {
        for page in ["", "/versions", "/correction"] {
            #expect(try await here.opens(path + page, as: here.amara).status == 200)
        }
        #expect(try await story.looks() == 3)
        #expect(try await here.opens("\(story.path)/log", as: here.amara).says("looked at who they are"))
    }
}
