import Kernel
import Store
import Testing

@testable import Belong

@Suite("The log")
struct LogTests {
    @Test func `is whole after much has happened at once`() async throws {
        let here = try await Neighbourhood()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try await here.refers(Neighbourhood.particulars("Ada Hall\(number)", bornOn: nil))
                }
            }
            try await group.waitForAll()
        }

        let verification = try await LogVerification(of: here.store)

        #expect(verification.isWhole && verification.entries >= 20)
    }

    @Test(arguments: [
        "UPDATE log_entry SET actor = 'keeper', member = NULL WHERE position = 2",
        "UPDATE log_entry SET act = 'looked' WHERE position = 1",
        "DELETE FROM log_entry WHERE position = 3",
    ])
    func `shows where a line was altered or taken out`(_ tampering: String) async throws {
        let here = try await Neighbourhood()
        let jean = try await here.refers()
        for _ in 0..<60 { _ = try await here.referrals(seenBy: here.amara).open(jean) }
        try await here.store.write { try $0.run(SQL(trusted: tampering)) }

        #expect(try await !LogVerification(of: here.store).isWhole)
    }

    /// Everything anew, as whoever can write the store could: the chain has no key.
    private func rewrites(_ here: Neighbourhood, _ entries: Int) async throws {
        try await here.store.write { work in
            try work.run("DELETE FROM log_entry")
            try work.run("DELETE FROM log_chain")
            for _ in 0..<entries { try work.log(.looked, here.amara.id, by: .keeper, at: Neighbourhood.now) }
        }
    }

    @Test func `that was written anew looks whole, and not beside a head that was kept elsewhere`()
        async throws
    {
        let here = try await Neighbourhood()
        try await here.refers()
        let kept = try await LogHead.all(in: here.store)
        let line = kept.map(\.description).joined(separator: " ")
        #expect(!kept.isEmpty && LogHead.read(line) == kept)

        try await here.refers(Neighbourhood.particulars("Ada Hall", bornOn: nil))
        #expect(try await LogVerification(of: here.store, against: kept).isWhole)

        try await rewrites(here, 200)
        #expect(try await LogVerification(of: here.store).isWhole)
        #expect(try await !LogVerification(of: here.store, against: kept).isWhole)

        try await rewrites(here, 0)
        #expect(try await !LogVerification(of: here.store, against: kept).isWhole)
    }

    @Test(arguments: ["", "0:0:", "0:1:abc", "x", "0:1:\(String(repeating: "g", count: 64))"])
    func `has heads that are read only as they were printed`(_ line: String) {
        #expect(LogHead.read(line) == nil)
    }

    @Test func `shows that its last line was cut off`() async throws {
        let here = try await Neighbourhood()
        try await here.refers()
        try await here.store.write { work in
            try work.run(
                """
                DELETE FROM log_entry
                WHERE position = (SELECT length FROM log_chain WHERE log_chain.chain = log_entry.chain)
                """
            )
        }

        #expect(try await !LogVerification(of: here.store).isWhole)
    }
}
