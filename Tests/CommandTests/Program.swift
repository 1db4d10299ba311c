import Foundation
import Store
import Testing

/// The real program, as it was built, run as a process of its own.
struct Program: Sendable {
    let environment: [String: String]

    init(_ environment: [String: String] = [:]) {
        self.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("BELONG_") }
            .merging(environment) { _, own in own }
    }

    struct Outcome {
        let status: Int32
        let said: String
        let told: String
    }

    /// Runs it to its end.
    func run(_ words: String..., typing: String = "") async throws -> Outcome {
        try await run(all: words, typing: typing)
    }

    func run(all words: [String], typing: String = "") async throws -> Outcome {
        let running = try launch(words, typing: typing)
        try await eventually { !running.process.isRunning }
        return Outcome(status: running.process.terminationStatus, said: running.said, told: running.told)
    }

    func launch(_ words: [String], typing: String = "") throws -> Running {
        let folder = NSTemporaryDirectory() + "belong-command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = Self.root.appending(path: ".build/debug/belong")
        process.arguments = words
        process.environment = environment
        try Data(typing.utf8).write(to: URL(filePath: folder + "/typed"))
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder + "/typed"))
        process.standardOutput = try Self.file(folder + "/said")
        process.standardError = try Self.file(folder + "/told")
        try process.run()
        return Running(process: process, folder: folder)
    }

    static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

    private static func file(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(filePath: path))
        return try FileHandle(forWritingTo: URL(filePath: path))
    }
}

/// A program that has been begun.
struct Running: Sendable {
    let process: Process
    let folder: String

    /// What it answered.
    var said: String { (try? String(contentsOfFile: folder + "/said", encoding: .utf8)) ?? "" }

    /// What it said on the side: its log, or why it stopped.
    var told: String { (try? String(contentsOfFile: folder + "/told", encoding: .utf8)) ?? "" }

    func signal(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }
}

struct NeverCame: Error {}

/// Goes on when something is so. Gives up after a minute, which no machine needs.
func eventually(_ isSo: @Sendable () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while try await !isSo() {
        guard ContinuousClock.now < deadline else { throw NeverCame() }
        try await Task.sleep(for: .milliseconds(5))
    }
}

/// An empty place for a store, on the engine that `BELONG_TEST_STORE` names.
func emptyPlace() async throws -> String {
    let name = "command_" + UUID().uuidString.lowercased().replacing("-", with: "")
    guard let server = ProcessInfo.processInfo.environment["BELONG_TEST_STORE"] else {
        return "sqlite:\(NSTemporaryDirectory())\(name)/belong.sqlite"
    }
    try await PostgresAdministration(address: "\(server)/postgres").run("CREATE DATABASE \(name)")
    return "\(server)/\(name)"
}

/// Whether these tests run on SQLite just now.
let isOnSQLite = ProcessInfo.processInfo.environment["BELONG_TEST_STORE"] == nil
