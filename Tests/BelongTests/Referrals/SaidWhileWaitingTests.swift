import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What was said otherwise, while a referral waits")
struct SaidWhileWaitingTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func jean(_ phone: String) -> Particulars {
        var jean = Neighbourhood.particulars(phone: phone)
        jean.nhsNumber = NHSNumber("9990001235")
        return jean
    }

    /// Jean is known; Dr Lowe refers her again with another number, and nobody has taken it on.
    private func again() async throws -> (Person.ID, Referral.ID) {
        let first = try await here.refers(jean("07700 900112"), at: .now)
        let second = try await here.refers(jean("07700 900999"), by: here.drLowe, at: .now)
        return try await (here.person(of: first), second)
    }

    private func phone(of person: Person.ID) async throws -> String? {
        try await here.store.read { try $0.particulars(of: person).phone?.description }
    }

    @Test func `becomes a version once they say it is so, with its source as the reason`() async throws {
        let (jean, referral) = try await again()
        let page = try await here.opens("/referrals/\(referral)", as: here.amara)
        #expect(page.says("action=\"/referrals/\(referral)/said\"") && page.says("They say it is so"))

        let sent = try await here.sends("/referrals/\(referral)/said", ["answer": "so"], as: here.amara)

        #expect(sent.status == 303)
        #expect(try await phone(of: jean) == "07700 900999")
        let reason = "Said with the referral of \(Day(.now).short) by Dr Lowe"
        #expect(try await here.count("particulars WHERE reason = \(reason)") == 1)
        #expect(try await !here.opens("/referrals/\(referral)", as: here.amara).says("They say it is so"))
    }

    @Test func `is laid aside where what stands is right`() async throws {
        let (jean, referral) = try await again()

        _ = try await here.sends("/referrals/\(referral)/said", ["answer": "stands"], as: here.sam)

        #expect(try await phone(of: jean) == "07700 900112")
        #expect(try await here.count("said_answer WHERE answered_by = \(here.sam.id)") == 1)
    }

    @Test func `is nobody else's to decide, and not twice`() async throws {
        let (jean, referral) = try await again()
        let path = "/referrals/\(referral)/said"

        for other in [here.jo, here.drLowe, here.peter, here.stranger] {
            #expect(try await here.sends(path, ["answer": "so"], as: other).status == 404)
        }
        #expect(try await here.count("said_answer") == 0)

        _ = try await here.sends(path, ["answer": "stands"], as: here.amara)
        let late = try await here.sends(path, ["answer": "so"], as: here.sam)
        #expect(late.status == 409 && late.says("A colleague has asked them already."))
        #expect(try await phone(of: jean) == "07700 900112")
    }

    @Test func `holds needs from the public page, for a link worker to ask about`() async throws {
        var zoe = Neighbourhood.particulars("Zoë Bell", phone: "07700 900113", bornOn: Day("1980-03-03"))
        zoe.nhsNumber = NHSNumber("9990001235")
        let known = try await here.refers(zoe, at: .now)
        _ = try await here.asks(["nhsNumber": "9990001235", "needs[]": "interpreter", "language": "Polish"])
        let asked: Referral.ID? = try await here.store.read {
            try $0.value("SELECT id FROM referral WHERE route = 'self'")
        }
        let referral = try #require(asked)
        let said = "Needs: An interpreter (Polish)"
        #expect(
            try await here.opens("/referrals/\(referral)", as: here.amara).says(
                said
            )
        )

        try await here.accepts(known, at: .now)
        let person = try await here.person(of: known)
        #expect(
            try await here.opens("/people/\(person)", as: here.amara).says(said)
        )
        _ = try await here.sends("/referrals/\(referral)/said", ["answer": "so"], as: here.amara)

        let kept = try await here.store.read { try $0.accessNeeds(of: person) }
        #expect(kept.map(\.flag) == ["An interpreter (Polish)"])
        #expect(try await !here.opens("/people/\(person)", as: here.amara).says("Said otherwise"))
    }
}
