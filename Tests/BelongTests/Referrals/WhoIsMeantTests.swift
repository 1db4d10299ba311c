import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Who is meant, where somebody like this is known")
struct WhoIsMeantTests {
    let here: Neighbourhood
    let nonce = Submission.ID()

    init() async throws {
        here = try await Neighbourhood()
        try await here.refers(Neighbourhood.particulars("Jean Moss"))
    }

    private func sends(_ given: String = "Jean", person: String = "") async throws -> Seen {
        try await here.sends(
            "/referrals",
            [
                "practice": here.elmStreet.id.description, "givenName": given, "familyName": "Moss",
                "born": "4 2 1953", "postcode": "M33 7ZF", "phone": "07700 900112", "reasons[]": "money",
                "words": "Owes rent.", "safe": "plain", "risk": "nothing", "person": person,
            ],
            as: here.drPatel,
            nonce: nonce
        )
    }

    @Test func `is asked again as often as the same is sent, and nothing is kept of it`() async throws {
        for _ in 0..<2 {
            let asked = try await sends()
            #expect(asked.status == 422 && asked.says("Who is meant?") && asked.says("Jean Moss, born"))
        }
        #expect(try await here.count("submission") == 0)
        #expect(try await here.count("referral") == 1)
    }

    @Test func `is no question any more once nobody like this is known`() async throws {
        _ = try await sends()
        let jean: Person.ID? = try await here.store.read { try $0.value("SELECT id FROM person") }
        let person = try #require(jean)
        var ada = Neighbourhood.particulars("Ada Hall", bornOn: Day("1960-01-01"))
        ada.postcode = Postcode("M33 3AA")
        let (known, member) = (ada, here.amara.id)
        try await here.store.write { work in
            try work.write(known, of: person, because: "Another person altogether", by: member, at: .now)
        }

        #expect(try await sends().status == 303)
        #expect(try await here.count("person") == 2)
    }

    @Test func `is each look noted for, one for each who is shown`() async throws {
        for _ in 0..<2 { _ = try await sends() }

        #expect(try await here.count("log_entry WHERE act = 'looked' AND subject_kind = 'Person'") == 2)
    }
}
