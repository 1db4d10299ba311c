import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The person saying how it went")
struct OwnVoiceTests {
    let here: Neighbourhood
    let open: Case.ID
    let id: Introduction.ID
    let token: String

    init() async throws {
        here = try await Neighbourhood()
        let open = try await here.accepts(here.refers())
        self.open = open
        id = try await here.introduces(open, to: here.group())
        try await here.introductions().hear(GroupAnswer(kind: .yes, from: nil, words: ""), on: id)
        token = try await here.store.write { try $0.makeLink(to: .ownPage, open, at: .now).token }
    }

    private var own: String { "/l/\(token)" }

    private func says(
        _ answer: String,
        _ words: String = "",
        for hearers: String...,
        nonce: Submission.ID = Submission.ID()
    ) async throws -> Seen {
        // At most two may hear it; what is not ticked is not sent.
        let (first, second) = (hearers.first ?? "", hearers.dropFirst().first ?? "")
        return try await here.sends(
            "\(own)/attendance",
            [
                "introduction": "\(id)", "answer": answer, "words": words, "mayHear[]": first,
                "mayHear[]": second,
            ],
            as: nil,
            nonce: nonce
        )
    }

    private func groupSays(_ kind: Attendance.Kind, _ words: String) async throws {
        try await here.introductions().hear(Attendance(kind: kind, toldBy: .group, words: words), on: id)
    }

    private func groupLink() async throws -> String {
        let id = id
        return try await here.store.write { "/l/\(try $0.makeLink(to: .outcome, id, at: .now).token)" }
    }

    @Test func `is one tap and an optional line behind their own link`() async throws {
        #expect(try await here.opens(own, as: nil).says("How did it go?"))
        #expect(try await says("once", "It was <b>loud</b>.").location == own)
        let seen = try await here.opens(own, as: nil)
        #expect(seen.says("You said") && seen.says("I went once") && seen.says("It was &lt;b&gt;loud"))
        #expect(try await here.count("attendance WHERE told_by = 'person' AND heard_by IS NULL") == 1)
    }

    @Test func `may be changed, and sent twice counts once`() async throws {
        let nonce = Submission.ID()
        for _ in 1...2 { _ = try await says("once", nonce: nonce) }
        #expect(try await here.count("attendance WHERE told_by = 'person'") == 1)
        _ = try await says("coming")
        #expect(try await here.count("attendance WHERE told_by = 'person' AND replaced_by IS NULL") == 1)
        #expect(try await here.opens(own, as: nil).says("I go along"))
    }

    @Test func `says what must be put right and keeps what was typed`() async throws {
        let seen = try await says("splendid", "kept", for: "group")
        #expect(seen.status == 422 && seen.says("Tap one of the answers") && seen.says("kept"))
        let long = try await says("once", String(repeating: "x", count: 501))
        #expect(long.says("Keep it to 500 characters"))
        #expect(try await here.count("attendance") == 0)
    }

    @Test func `reaches the link worker, first in the list until it is opened`() async throws {
        _ = try await says("once", "It was loud.")
        #expect(try await here.opens("/introductions", as: here.amara).says("The person said how it went"))
        #expect(try await here.opens("/introductions/\(id)", as: here.amara).says("Came once. It was loud."))
        #expect(try await !here.opens("/introductions", as: here.amara).says("The person said how it went"))
        _ = try await says("ring")
        #expect(
            try await here.opens("/introductions", as: here.amara)
                .says("The person asks you to ring them")
        )
    }

    @Test func `stands beside what the group says, and neither is made into the other`() async throws {
        try await groupSays(.coming, "Lays the tables.")
        _ = try await says("once", "It was loud.")
        for (path, member) in [("/introductions/\(id)", here.amara), (own, nil)] {
            let seen = try await here.opens(path, as: member)
            #expect(seen.says("Lays the tables.") && seen.says("It was loud."))
        }
        let facts = try await here.store.read { [open] view in
            let found: Case? = try view.first(
                "SELECT \(Case.columns) FROM \"case\" WHERE \"case\".id = \(open)"
            )
            return try view.newsFacts(of: #require(found)).doing
        }
        #expect(facts == [])
        _ = try await says("once", "It was loud.", for: "referrer")
        let told = try await here.opens("/cases/\(open)/news", as: here.amara)
        #expect(told.says("Tuesday lunch: came once, they say; coming along, the group says"))
    }

    @Test func `is for the group only where they let it read it`() async throws {
        let link = try await groupLink()
        _ = try await says("once", "It was loud.")
        #expect(try await !here.opens(link, as: nil).says("It was loud."))
        _ = try await says("once", "It was loud.", for: "group")
        #expect(try await here.opens(link, as: nil).says("It was loud."))
        _ = try await says("ring", "Something happened.", for: "group")
        #expect(try await !here.opens(link, as: nil).says("Something happened."))
        _ = try await says("once", "Never mind.")
        #expect(try await !here.opens(link, as: nil).says("Never mind."))
        #expect(try await here.count("attendance_leave WHERE replaced_by IS NULL AND agreed") == 0)
    }

    @Test func `shows them what the group said, but not that it asks to be rung`() async throws {
        try await groupSays(.ring, "We worry about her.")
        #expect(try await !here.opens(own, as: nil).says("We worry about her."))
        #expect(try await here.opens(groupLink(), as: nil).says("They can read what you write here"))
    }

    @Test func `can be written down by the link worker, with who may hear it`() async throws {
        let said: KeyValuePairs = [
            "answer": "stopped", "toldBy": "person", "words": "Too far", "mayHear[]": "group",
        ]
        _ = try await here.sends("/introductions/\(id)/attendance", said, as: here.amara)
        let seen = try await here.opens("/introductions/\(id)", as: here.amara)
        #expect(seen.says("Stopped. Too far") && seen.says("The group may read it."))
        #expect(seen.says("Not for whoever referred them."))
    }

    @Test func `cannot be done for another's introduction, nor with another link`() async throws {
        let other = try await here.accepts(here.refers(Neighbourhood.particulars("Tom Vale", phone: nil)))
        let theirs = try await here.introduces(other, to: here.group("Choir"))
        try await here.introductions().hear(GroupAnswer(kind: .yes, from: nil, words: ""), on: theirs)
        let fields: KeyValuePairs = ["introduction": "\(theirs)", "answer": "once"]
        #expect(try await here.sends("\(own)/attendance", fields, as: nil).status == 404)
        let link = try await groupLink()
        let mine: KeyValuePairs = ["introduction": "\(id)", "answer": "once"]
        #expect(try await here.sends("\(link)/attendance", mine, as: nil).status == 404)
        #expect(try await here.sends("/l/\(open)/attendance", mine, as: nil).status == 404)
        _ = try await here.sends("/introductions/\(id)/withdrawal", [:], as: here.amara)
        #expect(try await says("once").status == 404)
        #expect(try await here.count("attendance") == 0)
    }

    @Test func `is written down as theirs in the log`() async throws {
        _ = try await says("once")
        #expect(try await here.count("log_entry WHERE act = 'changed' AND actor = 'person'") == 1)
    }
}
