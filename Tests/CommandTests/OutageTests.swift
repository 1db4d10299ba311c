import Foundation
import Kernel
import Store
import Testing

/// A PostgreSQL of this test's own that can be taken away.
private struct Server: Sendable {
    let folder = NSTemporaryDirectory() + "belong-outage-\(UUID().uuidString)"
    let port = 54_400 + Int.random(in: 0..<400)

    var address: String { "postgres://belong@127.0.0.1:\(port)/postgres" }

    func tell(_ word: String) throws {
        let process = Process()
        process.executableURL = Program.root.appending(path: "bin/postgres")
        process.arguments = [word]
        process.environment = ProcessInfo.processInfo.environment.merging([
            "BELONG_POSTGRES": folder, "BELONG_POSTGRES_PORT": "\(port)",
        ]) { _, own in own }
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}

@Suite("When PostgreSQL is gone", .enabled(if: !isOnSQLite), .timeLimit(.minutes(3)))
struct OutageTests {
    @Test func `what is sent is refused kindly, and done once when it is back`() async throws {
        let server = Server()
        try server.tell("start")
        let served = try await Served.begin(at: server.address, ["BELONG_POSTGRES_PATIENCE": "1"])
        let desk = try await Desk(served.origin, as: Served.address(of: 0))
        let submission = Submission.ID()

        try server.tell("pause")
        let refused = try await desk.writes("patience", once: submission)
        #expect(refused.status == 503)
        #expect(
            refused.page.contains("Nothing was saved. Wait a minute and send it again: it will be done once.")
        )
        #expect(try await Desk.read(served.origin + "/readyz") == (503, "the store does not answer\n"))
        #expect(try await Desk.read(served.origin + "/healthz").status == 200)

        try server.tell("resume")
        try await eventually { try await Desk.read(served.origin + "/readyz").status == 200 }
        #expect(try await desk.writes("patience", once: submission).status == 303)
        #expect(try await desk.writes("patience", once: submission).status == 303)
        #expect(try await served.writings() == ["patience"])

        #expect(try await served.stop() == 0)
        try server.tell("stop")
    }

    @Test func `what is sent waits for it, as long as patience was set`() async throws {
        let server = Server()
        try server.tell("start")
        let served = try await Served.begin(at: server.address, ["BELONG_POSTGRES_PATIENCE": "60"])
        let desk = try await Desk(served.origin, as: Served.address(of: 0))

        try server.tell("pause")
        async let answer = desk.writes("patience")
        try server.tell("resume")

        #expect(try await answer.status == 303)
        #expect(try await served.stop() == 0)
        try server.tell("stop")
    }
}
