import Kernel
import Store
import Testing

@testable import Belong

@Suite("Accepting a referral")
struct AcceptanceTests {
    @Test func `opens a case with the link worker who accepted it`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        let opened = try await here.accepts(referral, by: here.sam)

        let found: Case? = try await here.store.read { view in
            try view.first("SELECT \(Case.columns) FROM \"case\" WHERE id = \(opened)")
        }
        #expect(found?.linkWorker == here.sam.id && found?.referral == referral)
        #expect(try await here.referrals(seenBy: here.amara).waiting(at: Neighbourhood.now).isEmpty)
    }

    @Test func `is refused once a colleague has accepted`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        try await here.accepts(referral, by: here.amara)

        await #expect(throws: Acceptance.Refused.alreadyAccepted) {
            try await here.accepts(referral, by: here.sam)
        }
        #expect(
            Acceptance.Refused.alreadyAccepted.sentence == "A colleague has already accepted this referral."
        )
    }

    @Test func `is one link worker's when two accept at the same moment`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for member in [here.amara, here.sam] {
                for _ in 0..<4 {
                    group.addTask { (try? await here.accepts(referral, by: member)) != nil }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect(outcomes == 1)
        #expect(try await here.count("\"case\"") == 1)
    }

    @Test func `cannot be done, or even noticed, by anyone who does not work there`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()

        for outsider in here.everyone where outsider.id != here.amara.id && outsider.id != here.sam.id {
            await #expect(throws: Missing.self, "\(outsider.name)") {
                try await here.accepts(referral, by: outsider)
            }
        }
    }

    @Test func `sent twice is answered as the first time`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        let (path, nonce) = ("/referrals/\(referral)/acceptance", Submission.ID())

        let first = try await here.sends(path, [:], as: here.amara, nonce: nonce)
        let second = try await here.sends(path, [:], as: here.amara, nonce: nonce)

        #expect(first.status == 303 && second.location == first.location)
        let third = try await here.sends(path, [:], as: here.amara)
        #expect(third.status == 409 && third.says("A colleague has already accepted this referral."))
    }

    @Test func `ends with the placement`() async throws {
        let here = try await Neighbourhood()
        let referral = try await here.refers()
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO placement_end (placement, ended_on)
                SELECT id, \(Day(Neighbourhood.now)) FROM placement WHERE link_worker = \(here.sam.id)
                """
            )
        }

        await #expect(throws: Missing.self) { try await here.accepts(referral, by: here.sam) }
    }
}
