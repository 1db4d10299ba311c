import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// V13: the newsletter and the message on the telephone are live, and nobody who is referred is told by them.
@Suite("What everyone at a practice hears")
struct AwarenessTests {
    let here: Neighbourhood
    let path: String

    init() async throws {
        here = try await Neighbourhood()
        path = "/practices/\(here.elmStreet.id)/awareness"
    }

    private func notes(
        _ kind: Awareness.Kind,
        as member: Member,
        day: String = Day(.now).description
    ) async throws -> Seen {
        let fields: KeyValuePairs = ["kind": kind.rawValue, "day": day, "words": "Ask for Amara."]
        return try await here.sends(path, fields, as: member)
    }

    @Test func `is listed with its day, and ready words name who works there`() async throws {
        #expect(try await notes(.newsletter, as: here.mina).status == 303)
        #expect(try await notes(.telephone, as: here.drPatel).status == 303)

        let page = try await here.opens(path, as: here.amara)

        #expect(page.says("Newsletter") && page.says("Message on the telephone"))
        #expect(page.says("from \(Day(.now).full)") && page.says("Noted by \(here.mina.name)"))
        #expect(page.says("Amara Okafor and Sam Reed have time to listen."))
    }

    @Test func `tells nobody who is referred: that stands apart`() async throws {
        let referral = try await here.refers(told: [])
        _ = try await notes(.newsletter, as: here.mina)
        _ = try await notes(.telephone, as: here.mina)

        #expect(try await here.opens("/waiting", as: here.amara).says("has not been told yet"))
        let untold: SQL = "referral WHERE id = \(referral) AND NOT told_role AND NOT told_contact"
        #expect(try await here.count(untold) == 1)
        #expect(try await here.count("awareness") == 2)
    }

    @Test func `ends once, and stays readable`() async throws {
        _ = try await notes(.poster, as: here.mina)
        let door = AwarenessDoor(store: here.store, member: here.mina)
        let id = try #require(try await door.here(here.elmStreet.id).all.first?.id)

        #expect(try await here.sends("\(path)/\(id)/end", [:], as: here.drPatel).status == 303)
        await #expect(throws: Awareness.Refused.ended) { try await door.end(id, at: here.elmStreet.id) }
        #expect(Awareness.Refused.ended.sentence == "This has ended already.")
        #expect(try await here.opens(path, as: here.mina).says("until \(Day(.now).full)"))
    }

    @Test func `says all that must be put right at once, and keeps what was typed`() async throws {
        let sent = try await here.sends(path, ["day": "31 2 2026", "words": " "], as: here.mina)
        #expect(sent.status == 422)
        for sentence in [
            "Choose how they hear it", "Enter the day it began, for example 14 5 2026",
            "Write what they hear",
        ] {
            #expect(sent.says(sentence), "\(sentence)")
        }
        let half: KeyValuePairs = ["kind": "poster", "day": "", "words": "Ask <b>Amara</b>"]
        let typed = try await here.sends(path, half, as: here.mina)
        #expect(typed.says("Ask &lt;b&gt;Amara&lt;/b&gt;"))
    }

    @Test func `is for whoever works or is placed there, and nobody else's`() async throws {
        _ = try await notes(.poster, as: here.mina)
        let there = try await here.store.read { [here] view in
            try here.everyone.filter { member in
                try member.practices.contains(here.elmStreet.id)
                    || view.placements(of: member.id, on: Day(.now)).contains(here.elmStreet.id)
            }.map(\.id)
        }
        for member in here.everyone {
            let expected = there.contains(member.id) ? 200 : 404
            #expect(try await here.opens(path, as: member).status == expected, "\(member.name)")
        }
        let elsewhere = try #require(here.everyone.first { !there.contains($0.id) })
        #expect(try await notes(.poster, as: elsewhere).status == 404)
    }
}
