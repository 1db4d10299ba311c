import Belong
import Foundation
import Kernel
import Store
import Testing

@Suite("Serving", .timeLimit(.minutes(3)))
struct ServingTests {
    @Test func `says that it is alive and can work`() async throws {
        let served = try await Served.begin(people: 0)

        #expect(try await Desk.read(served.origin + "/healthz") == (200, "alive\n"))
        #expect(try await Desk.read(served.origin + "/readyz") == (200, "ready\n"))
        #expect(try await served.stop() == 0)
    }

    @Test func `puts nothing about anybody into its log or its numbers`() async throws {
        let served = try await Served.begin(["BELONG_DEMO": "yes"])
        let desk = try await Desk(served.origin, as: Served.address(of: 0))
        _ = try await desk.writes("ten years in housing")
        _ = try await Desk.read(served.origin + "/preview/MePage?nhs=9434765919")
        _ = try await Desk.read(served.origin + "/people/9434765919")

        let numbers = try await Desk.read(served.metrics).text
        #expect(try await served.stop() == 0)
        let log = served.running.told

        #expect(
            numbers.contains("http_route=\"/preview/{page}\"")
                && log.contains("\"route\":\"/preview/{page}\"")
        )
        #expect(numbers.contains("process_resident_memory_bytes "))
        for secret in ["MePage", "9434765919", "person0", "example.org", "housing", "password", "nhs"] {
            #expect(!numbers.contains(secret) && !log.contains(secret), "\(secret)")
        }
    }

    @Test func `carries what is in the outbox, and counts it`() async throws {
        let served = try await Served.begin(people: 0)
        let store = try #require(try StoreAddress(served.place)?.open())
        let (message, now) = (Key<Served>(), Date.now)
        try await store.write { work in
            try work.run(
                """
                INSERT INTO message (id, channel, recipient, subject, body, made_at, due_at)
                VALUES (\(message), 'letter', 'Elm Street', 'Hello', 'Hello', \(now), \(now))
                """
            )
            try work.run("INSERT INTO outbox (message, due_at) VALUES (\(message), \(now))")
        }

        try await eventually {
            try await store.read { try $0.has("SELECT message FROM dispatch WHERE outcome = 'withheld'") }
        }

        try await store.close()
        #expect(try await Desk.read(served.metrics).text.contains("\nbelong_outbox_given_up 0\n"))
        #expect(try await served.stop() == 0)
    }

    @Test func `keeps its numbers off the port that everyone reaches`() async throws {
        let served = try await Served.begin(people: 0)

        #expect(try await Desk.read(served.origin + "/metrics").status == 404)
        #expect(try await served.stop() == 0)
    }

    @Test func `does not begin where something listens already`() async throws {
        let served = try await Served.begin(people: 0)

        let taken = served.origin.replacing("http://", with: "")
        let second = try await served.program.run("serve", "--listen", taken, "--metrics", "off")

        #expect(second.status == 1)
        #expect(second.told.contains("Error: Something listens at \(taken) already."))
        #expect(try await served.stop() == 0)
    }

    @Test func `does not begin on a store that still needs a change, or of a newer version`() async throws {
        let place = try await emptyPlace()
        let program = Program(["BELONG_STORE": place])
        if !isOnSQLite {
            let unmigrated = try await program.run("serve")
            #expect(unmigrated.told.contains("Run `belong migrate` first."))
        }
        #expect(try await program.run("migrate").status == 0)
        let store = try #require(try StoreAddress(place)?.open())
        try await store.write {
            try $0.run("INSERT INTO schema_change (name, applied_at) VALUES ('2099-01-01 z', \(Date.now))")
        }
        try await store.close()

        for command in ["serve", "migrate", "check"] {
            let outcome = try await program.run(command)
            #expect(outcome.status == 1)
            #expect(outcome.told.hasPrefix("Error: This store was made by a newer version of Belong"))
        }
    }

    @Test(.enabled(if: isOnSQLite))
    func `does not begin where there is no store, or a file that is something else`() async throws {
        let path = NSTemporaryDirectory() + "belong-\(UUID().uuidString).txt"
        let program = Program(["BELONG_STORE": "sqlite:\(path)"])

        let nothing = try await program.run("serve")
        #expect(
            nothing.told == "Error: There is no store at \(path) yet. Run `belong migrate` to make one.\n"
        )
        #expect(!FileManager.default.fileExists(atPath: path))

        let letter = Data("a letter, not a store, and long enough to be looked at".utf8)
        try letter.write(to: URL(filePath: path))
        let other = try await program.run("serve")
        #expect(other.told.hasPrefix("Error: The store at \(path) cannot be opened."))
        #expect(try Data(contentsOf: URL(filePath: path)) == letter)
    }
}
