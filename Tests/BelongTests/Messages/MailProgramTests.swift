import Foundation
import Kernel
import Testing

@testable import Belong

/// Against aiosmtpd, which reads what it is given with Python's own library: `bin/setup` puts
/// it beside the build.
@Suite("A real mail server", .timeLimit(.minutes(3)))
struct MailProgramTests {
    private static let python = SourceFile.root.appending(path: ".build/venv/bin/python")
    private static var isThere: Bool {
        let process = Process()
        process.executableURL = python
        process.arguments = ["-c", "import aiosmtpd"]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    private struct Told: Decodable {
        let from: String
        let to: [String]
        let subject: String
        let name: String
        let when: String
        let words: String
        let defects: [String]
        let widest: Int
        let isSafe: Bool
    }

    @Test(.enabled(if: MailProgramTests.isThere))
    func `reads our words as we wrote them, and says whom it does not know`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (certificate, key) = (folder.appending(path: "c.pem"), folder.appending(path: "k.pem"))
        let kept = folder.appending(path: "kept")
        try Data(MailCertificate.pem.utf8).write(to: certificate)
        try Data(MailCertificate.key.utf8).write(to: key)
        let port = Int.random(in: 30_000...39_999)
        let far = Process()
        far.executableURL = Self.python
        far.arguments = [
            SourceFile.root.appending(path: "Tests/BelongTests/Messages/mail_far_side.py").path, "\(port)",
            certificate.path, key.path, kept.path,
        ]
        // It holds nothing of ours open, and goes for certain: what is asked of it kindly may be blocked for it.
        (far.standardOutput, far.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try far.run()
        defer { kill(far.processIdentifier, SIGKILL) }
        var server = MailServer(
            host: "localhost",
            port: port,
            safety: .startTLS,
            sender: try #require(EmailAddress("belong@elm.example.org")),
            account: .init(name: "belong", password: "a long password")
        )
        server.trust = try MailCertificate.trusted
        let words = "Dear Zoë,\n.\n.. and so on = yes \n\(String(repeating: "茶 ", count: 60))\nSam"
        let message = { (recipient: String) in
            Message(
                id: Message.ID(),
                channel: .email,
                recipient: recipient,
                subject: "Zoë’s lunch on Tuesday, and a word about all the rest of it 🫖",
                body: words,
                dueAt: .now
            )
        }

        let first = message("jean@example.org")
        var trouble = await server.send(first, at: Neighbourhood.now)
        // It takes a moment to be there.
        let deadline = ContinuousClock.now + .seconds(60)
        while trouble == .silent, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(20))
            trouble = await server.send(first, at: Neighbourhood.now)
        }

        #expect(trouble == nil)
        #expect(await server.send(message("old@gone.example.org"), at: .now) == .nobody)
        let told = try JSONDecoder().decode(Told.self, from: Data(contentsOf: kept))
        #expect(told.subject == first.subject && told.words == "\(words)\n")
        #expect(told.name == "<\(first.id)@elm.example.org>" && told.from == "belong@elm.example.org")
        #expect(told.to == ["jean@example.org"] && told.defects.isEmpty)
        #expect(told.widest <= 78 && told.isSafe)
    }
}
