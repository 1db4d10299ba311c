import Belong
import Foundation
import Kernel
import Store

/// A Belong that is being served, with some people in it who can sign in.
struct Served: Sendable {
    let place: String
    let program: Program
    let running: Running
    let origin: String

    static let password = "a long enough password"

    static func address(of number: Int) -> String { "person\(number)@example.org" }

    /// Makes a store with that many people, and serves it.
    static func begin(
        at place: String? = nil,
        people: Int = 1,
        _ environment: [String: String] = [:]
    ) async throws -> Served {
        let given = try await emptyPlace()
        let place = place ?? given
        let program = Program(
            ["BELONG_STORE": place, "BELONG_LISTEN": "127.0.0.1:0", "BELONG_METRICS": "127.0.0.1:0"]
                .merging(environment) { _, own in own }
        )
        guard try await program.run("migrate").status == 0 else { throw NeverCame() }
        for number in 0..<people {
            let email = address(of: number)
            let added = try await program.run(
                "member",
                "add",
                "--name",
                "Person \(number)",
                "--email",
                email,
                typing: password
            )
            guard added.status == 0 else { throw NeverCame() }
        }
        return try await again(at: place, program)
    }

    /// Serves what is there.
    static func again(at place: String, _ program: Program) async throws -> Served {
        let running = try program.launch(["serve"])
        try await eventually {
            running.said.contains("listening at") && running.said.contains("/metrics")
                || !running.process.isRunning
        }
        let origin = running.said.firstMatch(of: /listening at ([0-9.:]+)\./).map { String($0.1) }
        guard let origin else { throw NeverCame() }
        return Served(place: place, program: program, running: running, origin: "http://\(origin)")
    }

    var metrics: String {
        running.said.firstMatch(of: /metrics are at ([^ ]+)\./).map { String($0.1) } ?? ""
    }

    /// Asks it to stop, and waits until it has.
    func stop() async throws -> Int32 {
        running.signal(SIGTERM)
        try await eventually { !running.process.isRunning }
        return running.process.terminationStatus
    }

    /// What every member wrote of themselves, early and late.
    func writings() async throws -> Set<String> {
        guard let store = try StoreAddress(place)?.open() else { throw NeverCame() }
        let all: [String] = try await store.read { try $0.values("SELECT brings FROM profile") }
        try await store.close()
        return Set(all)
    }
}
