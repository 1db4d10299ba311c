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
