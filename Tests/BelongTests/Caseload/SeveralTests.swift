import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Several people at once")
struct SeveralTests {
    let here: Neighbourhood
    let ann: Case.ID
    let bea: Case.ID
    let cal: Case.ID

    init() async throws {
        here = try await Neighbourhood()
        let now = Date.now
        func takesOn(
            _ name: String,
            _ here: Neighbourhood,
            at practice: Organisation? = nil
        ) async throws -> Case.ID {
            let someone = Neighbourhood.particulars(name, phone: nil, bornOn: nil)
            let doctor = practice == nil ? here.drPatel : here.drOsei
            return try await here.accepts(here.refers(someone, by: doctor, from: practice, at: now), at: now)
        }
        ann = try await takesOn("Ann One", here)
        bea = try await takesOn("Bea Two", here)
        cal = try await takesOn("Cal Three", here, at: here.harbour)
    }

    private func sends(_ fields: KeyValuePairs<String, String>, as member: Member? = nil) async throws -> Seen
    {
        try await here.sends("/people/several", fields, as: member ?? here.amara)
    }

    @Test func `are held with one line, each with it in their story`() async throws {
        let sent = try await sends([
            "cases[]": "\(ann)", "cases[]": "\(bea)", "act": "hold", "words": "Until the centre opens again",
        ])
        #expect(sent.location == "/people")
        #expect(
            try await here.count("holding WHERE is_holding AND words = 'Until the centre opens again'") == 2
        )
        #expect(try await here.opens("/people", as: here.amara).says("Holding"))
    }

    @Test func `are offered to a colleague together, for a while if that is meant`() async throws {
        let until = Day(.now).advanced(by: 20)
        let sent = try await sends([
            "cases[]": "\(ann)", "cases[]": "\(bea)", "act": "offer", "to": "\(here.sam.id)",
            "words": "I am away in May.", "until": "\(until)",
        ])
        #expect(sent.location == "/people")
        #expect(try await here.count("hand_over WHERE until_on = \(until)") == 2)
        #expect(try await here.opens("/people", as: here.sam).says("2 people are offered to you"))
    }

    @Test func `are changed all or not at all`() async throws {
        let sent = try await sends([
            "cases[]": "\(ann)", "cases[]": "\(cal)", "act": "offer", "to": "\(here.sam.id)",
            "words": "I leave.",
        ])
        #expect(sent.status == 409)
        #expect(try await here.count("hand_over") == 0)
        let strange = try await sends([
            "cases[]": "\(ann)", "cases[]": "\(Case.ID())", "act": "hold", "words": "A while",
        ])
        #expect(strange.status == 409 && strange.says("so nothing was changed"))
        #expect(try await here.count("holding") == 0)
        #expect(
            Several.Refused.notAll.sentence
                == "For one of them it cannot be done any more, so nothing was changed. Open the page again and choose anew."
        )
    }

    @Test func `keeps what was chosen until it is right`() async throws {
        let sent = try await sends(["cases[]": "\(ann)", "act": "offer", "words": "", "until": "2026-02-30"])
        #expect(sent.status == 422)
        for words in ["Choose a colleague", "Say in a line why", "Enter a day there is, or leave it empty"] {
            #expect(sent.says(words), "\(words)")
        }
        #expect(sent.says("value=\"\(ann)\" checked"))
        #expect(try await sends([:]).says("Say what you would like to do"))
    }

    @Test func `are one's own, and nobody else's`() async throws {
        #expect(
            try await sends(["cases[]": "\(ann)", "act": "hold", "words": "x"], as: here.sam).status == 409
        )
        #expect(try await here.count("holding") == 0)
        for member in here.everyone where !member.isA(.linkWorker) {
            let sent = try await sends(["cases[]": "\(ann)", "act": "hold", "words": "x"], as: member)
            #expect(sent.status != 303, "\(member.name)")
        }
    }
}
