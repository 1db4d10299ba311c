import AsyncHTTPClient
import Foundation
import NIOCore
import Testing

/// Against a stand-in for GOV.UK Notify that checks the token with Notify's own code and every
/// body with its own schemas: a Python program that `BELONG_NOTIFY_MOCK` names. It runs on
/// `.build/venv` with flask, jsonschema and notifications-python-client in it.
@Suite("With GOV.UK Notify", .timeLimit(.minutes(3)))
struct NotifyMockTests {
    static let mock = ProcessInfo.processInfo.environment["BELONG_NOTIFY_MOCK"]
    private static let key =
        "local-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"
    private static let template = "5c5e6f0a-8d35-48ac-975b-e847b4f122b0"

    private func settings(_ more: [String: String] = [:]) async throws -> [String: String] {
        try await [
            "BELONG_STORE": emptyPlace(), "BELONG_NOTIFY_KEY": Self.key,
            "BELONG_NOTIFY_TEXT_TEMPLATE": Self.template, "BELONG_NOTIFY_EMAIL_TEMPLATE": Self.template,
        ]
        .merging(more) { _, own in own }
    }

    private func farSide(_ path: String, at port: Int) throws -> Process {
        let process = Process()
        process.executableURL = Program.root.appending(path: ".build/venv/bin/python")
        process.arguments = [path, "\(port)"]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        return process
    }

    private func received(at origin: String) async throws -> String {
        let answer = try await HTTPClient.shared.execute(
            HTTPClientRequest(url: "\(origin)/_received"),
            timeout: .seconds(5)
        )
        return try await String(buffer: answer.body.collect(upTo: 1_048_576))
    }

    @Test(.enabled(if: NotifyMockTests.mock != nil))
    func `a test message by text and by e-mail is taken, and nothing is found wrong with it`() async throws {
        let port = Int.random(in: 20_000...29_999)
        let origin = "http://127.0.0.1:\(port)"
        let far = try farSide(#require(Self.mock), at: port)
        defer { far.terminate() }
        try await eventually { (try? await received(at: origin)) != nil }
        let program = try await Program(settings(["BELONG_NOTIFY_ADDRESS": origin]))

        for address in ["07700 900112", "operator@example.org"] {
            let tried = try await program.run("message", "try", address)
            #expect(tried.said == "GOV.UK Notify has taken it. See whether it arrives.\n", "\(tried.told)")
        }
        let wrong = try await program.run("message", "try", "0161 496 0000")
        let taken = try await received(at: origin)

        #expect(wrong.told == "Error: Write a mobile number or an e-mail address that is your own.\n")
        #expect(taken.contains(#""bad":[]"#) && taken.contains(#""kind":"sms""#))
        #expect(taken.contains(#""kind":"email""#) && taken.contains("nothing you need to do."))
    }

    @Test func `it is said which carrier there is, and never its key`() async throws {
        let program = try await Program(settings())
        try #require(try await program.run("migrate").status == 0)

        let checked = try await program.run("check")

        #expect(checked.said.contains("post: texts and e-mail go by GOV.UK Notify; letters are printed\n"))
        #expect(!(checked.said + checked.told).contains("3d844edf"))
    }

    @Test func `a message is not tried where nothing is set up, or nobody answers`() async throws {
        let none = try await Program(["BELONG_STORE": emptyPlace()]).run("message", "try", "07700 900112")
        let silent = try await Program(settings(["BELONG_NOTIFY_ADDRESS": "http://127.0.0.1:9"]))
            .run("message", "try", "07700 900112")

        #expect(
            none.told
                == "Error: No text service is set up: see notify-key in docs/running.md.\n"
        )
        #expect(silent.status == 1 && silent.told == "Error: It did not go: GOV.UK Notify did not answer.\n")
    }
}
