import Foundation
import Testing

@Suite("Without a text or mail service", .timeLimit(.minutes(3)))
struct CarrierTests {
    static let warning = "no text or mail service is set up, so nothing is sent"

    @Test func `says so when it begins and when it is checked, but not in a demonstration`() async throws {
        let served = try await Served.begin(people: 0)
        #expect(try await served.stop() == 0)
        #expect(served.running.told.contains(Self.warning))
        #expect(try await served.program.run("check").said.contains("post: \(Self.warning)"))

        let demo = try await Served.begin(people: 0, ["BELONG_DEMO": "yes"])
        #expect(try await demo.stop() == 0)
        #expect(!demo.running.told.contains(Self.warning))
        #expect(try await !demo.program.run("check").said.contains(Self.warning))
    }

    @Test func `a link to set a password is made at the command line, and shows nothing else`() async throws {
        let program = try await Program([
            "BELONG_STORE": emptyPlace(), "BELONG_ADDRESS": "https://b.example.org",
        ])
        try #require(try await program.run("migrate").status == 0)
        _ = try await program.run(
            "member",
            "add",
            "--name",
            "Amara",
            "--email",
            "amara@example.org",
            typing: "long enough, this"
        )

        let made = try await program.run("member", "link", "amara@example.org")
        let unknown = try await program.run("member", "link", "nobody@example.org")

        #expect(made.said.wholeMatch(of: #/https://b\.example\.org/password/[0-9a-f]{64}\n/#) != nil)
        #expect(unknown.status == 1 && unknown.told == "Error: Nobody here has that e-mail address.\n")
    }
}
