import Foundation
import Kernel
import Testing

@testable import Belong

@Suite("Who is waiting")
struct WaitingTests {
    @Test func `stands longest wait first, over all of a link worker's practices`() async throws {
        let here = try await Neighbourhood()
        let day = 86_400.0
        try await here.refers(
            Neighbourhood.particulars("Ada Hall", bornOn: nil),
            at: nil,
            at: Neighbourhood.now - 2 * day
        )
        try await here.refers(
            Neighbourhood.particulars("Bo Lane"),
            by: here.drOsei,
            at: here.harbour,
            at: Neighbourhood.now - 20 * day
        )

        let amaras = try await here.referrals(seenBy: here.amara).waiting(at: Neighbourhood.now)
        let sams = try await here.referrals(seenBy: here.sam).waiting(at: Neighbourhood.now)

        #expect(amaras.map(\.name) == ["Bo L.", "Ada H."])
        #expect(amaras.map(\.isOverdue) == [true, false] && sams.map(\.name) == ["Ada H."])
    }

    @Test func `is a page for link workers only`() async throws {
        let here = try await Neighbourhood()

        for reader in here.everyone {
            let expected = reader.isA(.linkWorker) ? 200 : 404
            #expect(try await here.opens("/waiting", as: reader).status == expected, "\(reader.name)")
        }
    }

    @Test(arguments: [
        ("2026-04-13", "2026-04-20", 5), ("2026-04-17", "2026-04-19", 0), ("2026-04-14", "2026-04-14", 0),
    ])
    func `counts the days on which somebody could have rung`(
        _ from: String,
        _ until: String,
        _ days: Int
    ) throws {
        #expect(try #require(Day(from)).workingDays(until: #require(Day(until))) == days)
    }
}
