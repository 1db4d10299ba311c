import Foundation
import Testing

@Suite("belong catalogue", .timeLimit(.minutes(3)))
struct CatalogueCommandTests {
    private func program() async throws -> Program {
        let program = try await Program(["BELONG_STORE": emptyPlace()])
        try #require(try await program.run("migrate").status == 0)
        return program
    }

    private func file(_ words: String) throws -> String {
        let path = NSTemporaryDirectory() + "catalogue-\(UUID().uuidString).yaml"
        try Data(words.utf8).write(to: URL(filePath: path))
        return path
    }

    @Test func `is printed, changed, checked and taken, and what was before is told`() async throws {
        let program = try await program()
        let shown = try await program.run("catalogue", "show").said
        let mine = try file(shown.replacing("\nversion: 1\n", with: "\nversion: 2\n"))

        let checked = try await program.run("catalogue", "check", mine)
        #expect(checked.said == "version 2: 16 configurations, 94 signals\n")
        let taken = try await program.run("catalogue", "amend", mine, "--reason", "Our windows")
        #expect(taken.said == "In force: version 2: 16 configurations, 94 signals.\n")
        let again = try await program.run("catalogue", "amend", mine, "--reason", "Our windows")
        #expect(again.status == 1)
        #expect(
            again.told
                == "Error: Version 2 is in force. Begin from it (belong catalogue show) and say version: 3.\n"
        )

        let history = try await program.run("catalogue", "history").said
        #expect(history.hasPrefix("version 1\tfrom the beginning\tas it came with Belong\nversion 2\tsince "))
        #expect(history.hasSuffix("\tOur windows\n"))
        #expect(try await program.run("catalogue", "show").said.contains("\nversion: 2\n"))
    }

    @Test func `that is wrong is refused with every line and reason, and nothing is taken`() async throws {
        let program = try await program()
        let shown = try await program.run("catalogue", "show").said
        let wrong = shown.replacing("\nversion: 1\n", with: "\nversion: 2\n")
            .replacing("theme: T4", with: "theme: T9", maxReplacements: 1)
            .replacing("items: [LW6]", with: "items: [LW99]")
        let mine = try file(wrong)

        for words in [["check", mine], ["amend", mine, "--reason", "Why"]] {
            let refused = try await program.run(all: ["catalogue"] + words)
            #expect(refused.status == 1)
            #expect(refused.said.contains(": C06.o2 names LW99, which is not there\n"))
            #expect(refused.said.contains(": C13 names T9, which is not there\n"))
            #expect(refused.told == "Error: This catalogue cannot be taken: 2 faults.\n")
        }
        #expect(try await program.run("catalogue", "history").said.hasSuffix("as it came with Belong\n"))
    }

    @Test func `that cannot be read says so`() async throws {
        let program = try await program()
        let none = try await program.run("catalogue", "check", "/nowhere.yaml")

        #expect(none.told == "Error: There is no file at /nowhere.yaml that can be read.\n")
    }
}
