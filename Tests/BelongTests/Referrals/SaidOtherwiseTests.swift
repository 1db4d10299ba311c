import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A new number for somebody known")
struct SaidOtherwiseTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func jean(_ phone: String) -> Particulars {
        var jean = Neighbourhood.particulars(phone: phone)
        jean.nhsNumber = NHSNumber("9990001235")
        return jean
    }

    /// Amara goes along with Jean; then Dr Lowe refers her again, with another number.
    private func again(_ reaching: Reaching = Neighbourhood.reaching) async throws -> (Person.ID, Referral.ID)
    {
        let first = try await here.refers(jean("07700 900112"), at: .now)
        try await here.accepts(first, at: .now)
        let second = try await here.refers(
            jean("07700 900999"),
            by: here.drLowe,
            reaching: reaching,
            at: .now
        )
        return try await (here.person(of: first), second)
    }

    private func phone(of person: Person.ID) async throws -> String? {
        try await here.store.read { try $0.particulars(of: person).phone?.description }
    }

    @Test func `changes nothing by itself, and is read by whoever rings`() async throws {
        let (jean, referral) = try await again()

        #expect(try await phone(of: jean) == "07700 900112")
        #expect(try await here.opens("/referrals/\(referral)", as: here.sam).says("Telephone 07700 900999"))
    }

    @Test func `is written to neither at the old number nor at the new`() async throws {
        let (_, referral) = try await again()

        #expect(try await here.count("message WHERE recipient LIKE '%999'") == 0)
        #expect(try await here.count("invitation WHERE referral = \(referral) AND message IS NULL") == 1)
    }

    @Test func `becomes a version once they say it is so, with its source as the reason`() async throws {
        let (jean, referral) = try await again()
        let form = try await here.opens("/people/\(jean)/correction?said=\(referral)", as: here.amara)
        let source = "Said with the referral of \(Day(.now).short) by Dr Lowe"
        #expect(form.says("value=\"07700 900999\"") && form.says("value=\"\(source)\""))

        let known = try await here.store.read { try $0.known(of: jean) }
        let sent = try await here.sends(
            "/people/\(jean)/correction",
            [
                "givenName": "Jean", "familyName": "Moss", "nhsNumber": "9990001235", "born": "4 2 1953",
                "postcode": "M33 7ZF", "phone": "07700 900999", "channels[]": "text", "neutral": "no",
                "reason": source, "from": known.versions.who, "said": "\(referral)",
            ],
            as: here.amara
        )

        #expect(sent.status == 303)
        #expect(try await phone(of: jean) == "07700 900999")
        #expect(try await here.opens("/people/\(jean)/versions", as: here.amara).says(source))
        #expect(try await !here.opens("/people/\(jean)", as: here.amara).says("Said otherwise"))
    }

    @Test func `is laid aside where what stands is right`() async throws {
        let (jean, referral) = try await again()
        #expect(try await here.opens("/people/\(jean)", as: here.amara).says("Telephone 07700 900999"))

        _ = try await here.sends("/people/\(jean)/said/\(referral)", [:], as: here.amara)

        #expect(try await !here.opens("/people/\(jean)", as: here.amara).says("Said otherwise"))
        #expect(try await phone(of: jean) == "07700 900112")
    }

    @Test func `is nobody else's to decide`() async throws {
        let (jean, referral) = try await again()

        for other in [here.jo, here.drLowe, here.stranger] {
            let sent = try await here.sends("/people/\(jean)/said/\(referral)", [:], as: other)
            #expect(sent.status == 404)
        }
        #expect(try await here.count("said_answer") == 0)
    }

    @Test func `the same number in other figures is no new number`() {
        let known = Neighbourhood.particulars(phone: "07700 900112")

        #expect(
            Neighbourhood.particulars(phone: "07700900112").saidOtherwise(than: known, number: nil).lines
                .isEmpty
        )
    }
}
