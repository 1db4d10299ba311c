import Foundation
import Kernel
import Store
import Testing

@Suite("A command", .timeLimit(.minutes(3)))
struct CommandTests {
    private func program() async throws -> Program {
        let program = try await Program(["BELONG_STORE": emptyPlace()])
        try #require(try await program.run("migrate").status == 0)
        return program
    }

    private func add(_ email: String, to program: Program, password: String) async throws -> Program.Outcome {
        try await program.run("member", "add", "--name", "Amara Okafor", "--email", email, typing: password)
    }

    private func store(_ program: Program) throws -> any Store {
        try #require(try StoreAddress(program.environment["BELONG_STORE"] ?? "")?.open())
    }

    @Test func `adds somebody, once, with a password long enough`() async throws {
        let program = try await program()

        let short = try await add("amara@example.org", to: program, password: "too short")
        let added = try await add("amara@example.org", to: program, password: "long enough, this")
        let again = try await add("AMARA@example.org", to: program, password: "long enough, this")

        #expect(short.told == "Error: A password needs at least 12 characters.\n")
        #expect(added.said == "Amara Okafor can sign in as amara@example.org.\n")
        #expect(again.told == "Error: Someone with that e-mail address is here already.\n")
        #expect(try await program.run("member", "list").said == "amara@example.org\tAmara Okafor\t\n")
    }

    @Test func `gives somebody a role where they work, and ends it`() async throws {
        let program = try await program()
        let store = try store(program)
        try await store.write { work in
            try work.run(
                """
                INSERT INTO organisation (id, kind, name, ods_code)
                VALUES (\(Organisation.ID()), 'practice', 'Elm Street Surgery', 'P84001')
                """
            )
        }
        try await store.close()
        _ = try await add("amara@example.org", to: program, password: "long enough, this")

        let given = try await program.run(
            "member",
            "add",
            "--name",
            "Amara",
            "--email",
            "amara@example.org",
            "--role",
            "link_worker",
            "--at",
            "p84001"
        )
        #expect(given.said == "Link worker at Elm Street Surgery.\n")
        let list = try await program.run("member", "list").said
        #expect(list == "amara@example.org\tAmara Okafor\tLink worker, Elm Street Surgery\n")

        let ended = try await program.run("member", "end", "amara@example.org")
        #expect(ended.said == "Amara Okafor no longer works at Elm Street Surgery here.\n")
        #expect(try await program.run("member", "list").said == "amara@example.org\tAmara Okafor\t\n")
    }

    @Test func `that names somebody or somewhere unknown says so`() async throws {
        let program = try await program()

        #expect(
            try await program.run("member", "end", "nobody@example.org").told
                == "Error: Nobody here has that e-mail address.\n"
        )
        let nowhere = try await program.run(
            "member",
            "add",
            "--name",
            "A",
            "--email",
            "a@example.org",
            "--role",
            "clinician",
            "--at",
            "Nowhere"
        )
        #expect(nowhere.told == "Error: No organisation here has that name or ODS code.\n")
    }

    @Test func `proves the log whole, and says where it is not`() async throws {
        let program = try await program()
        for number in 0..<3 {
            _ = try await add("a\(number)@example.org", to: program, password: "long enough, this")
        }
        #expect(try await program.run("audit", "verify").said == "log: 3 entries, whole\n")
        let head = try await program.run("audit", "head").said.trimmingCharacters(in: .newlines)
        let against = try await program.run("audit", "verify", "--against", head)
        #expect(against.said == "log: 3 entries, whole\n")
        let another = head.replacing(/[0-9a-f]{63}(?=$|[ ])/, with: String(repeating: "0", count: 63))
        #expect(try await program.run("audit", "verify", "--against", another).status == 1)
        #expect(
            try await program.run("audit", "verify", "--against", "nothing").told
                == "Error: That is not a line of belong audit head: 0:12: and 64 letters and digits.\n"
        )

        let store = try store(program)
        try await store.write { try $0.run("UPDATE log_entry SET act = 'looked' WHERE position = 1") }
        try await store.close()

        let broken = try await program.run("audit", "verify")
        #expect(broken.status == 1)
        #expect(broken.said.contains("broken in chain ") && broken.said.contains(" at position 1"))
        #expect(try await program.run("check").status == 1)
    }

    @Test(.enabled(if: isOnSQLite)) func `copies the store to one sound file, and never over another`()
        async throws
    {
        let program = try await program()
        _ = try await add("amara@example.org", to: program, password: "long enough, this")
        let folder = NSTemporaryDirectory() + "belong-backup-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)

        let copied = try await program.run("backup", folder + "/copy")
        let again = try await program.run("backup", folder + "/copy")

        #expect(copied.status == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["copy"])
        #expect(again.told.hasPrefix("Error: There is something at "))
        let restored = Program(["BELONG_STORE": "sqlite:\(folder)/copy"])
        #expect(try await restored.run("check").status == 0)
        #expect(try await restored.run("member", "list").said == "amara@example.org\tAmara Okafor\t\n")
    }

    @Test(.enabled(if: !isOnSQLite)) func `leaves copying PostgreSQL to its own tool`() async throws {
        let outcome = try await program().run("backup", "/tmp/anywhere")

        #expect(outcome.status == 2)
        #expect(outcome.told.contains("pg_dump"))
    }
}
