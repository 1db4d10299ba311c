import Foundation
import Kernel
import NIOSSL
import Store
import Testing

@testable import Belong

@Suite("A mail server of one's own")
struct MailServerTests {
    let here: Neighbourhood
    let far = MailFarSide()
    let sender: EmailAddress

    init() async throws {
        here = try await Neighbourhood()
        sender = try #require(EmailAddress("belong@elm.example.org"))
    }

    private var now: Date { Neighbourhood.now }

    private func server(
        _ safety: MailServer.Safety = .startTLS,
        account: MailServer.Account? = nil
    ) async throws -> MailServer {
        var server = try await MailServer(
            host: "localhost",
            port: far.begin(),
            safety: safety,
            sender: sender,
            account: account
        )
        server.trust = try MailCertificate.trusted
        return server
    }

    private func writes(to address: String = "amara.okafor@example.org") async throws {
        let now = now
        let message = Message(
            id: Message.ID(at: now),
            channel: .email,
            recipient: address,
            subject: "A colleague has news",
            body: "Sign in to read it.",
            dueAt: now
        )
        try await here.store.write { try $0.add(message, about: nil, by: nil, at: now) }
    }

    private func carries(by server: MailServer, at now: Date) async throws {
        let carrier = Carrier.mail(server, besides: .here, at: { now })
        try await Postman(store: here.store, carrier: carrier).round(at: now)
    }

    private func dispatches(_ outcome: String, _ trouble: MailTrouble? = nil) async throws -> Int {
        let reason: SQL = trouble.map { "AND reason = \($0.rawValue)" } ?? ""
        return try await here.count("dispatch WHERE outcome = \(outcome) \(reason)")
    }

    private func named(_ line: String, in mail: String) -> String? {
        mail.split(separator: "\n").first { $0.hasPrefix("\(line):") }.map(String.init)
    }

    @Test func `is spoken to over TLS, with our name, and given one message`() async throws {
        try await writes()
        let account = MailServer.Account(name: "belong", password: "a long password")
        try await carries(by: server(account: account), at: now)

        #expect(
            far.heard == [
                "EHLO elm.example.org", "STARTTLS", "EHLO elm.example.org",
                "AUTH PLAIN \(Data("\0belong\0a long password".utf8).base64EncodedString())",
                "MAIL FROM:<belong@elm.example.org>", "RCPT TO:<amara.okafor@example.org>", "DATA", ".",
                "QUIT",
            ]
        )
        #expect(far.mails.first?.contains("\nSubject: A colleague has news\n") == true)
        #expect(try await dispatches("sent") == 1)
    }

    @Test func `that knows only the older way of signing in is shown our name that way`() async throws {
        far.says("250-far.example.org\r\n250-STARTTLS\r\n250 AUTH LOGIN", to: "EHLO")
        far.says("250-far.example.org\r\n250 AUTH LOGIN", to: "EHLO")
        far.says("334 VXNlcm5hbWU6", to: "AUTH")
        far.says("334 UGFzc3dvcmQ6", to: "YmVsb25n")
        far.says("235 Welcome", to: "c2VjcmV0")
        try await writes()
        try await carries(by: server(account: .init(name: "belong", password: "secret")), at: now)

        #expect(try await dispatches("sent") == 1)
    }

    @Test(arguments: [
        ("451 4.7.1 Greylisted, come again", "RCPT", MailTrouble.busy), ("421 Too busy", "EHLO", .busy),
        ("452 Full just now", ".", .busy), (MailFarSide.hangsUp, ".", .silent),
        ("550 5.7.1 Relaying denied", "RCPT", .sender), ("550 Not from there", "MAIL", .sender),
        ("HTTP/1.1 400 Bad Request", "EHLO", .strange),
    ])
    func `that may take it later is given it again, under the same name`(
        answer: String,
        word: String,
        trouble: MailTrouble
    ) async throws {
        far.says(answer, to: word)
        try await writes()
        let server = try await server()
        try await carries(by: server, at: now)

        #expect(try await dispatches("failed", trouble) == 1)
        try await carries(by: server, at: now + 61)
        #expect(try await dispatches("sent") == 1)
        let names = Set(far.mails.compactMap { named("Message-ID", in: $0) })
        #expect(names.count == 1)
    }

    @Test(arguments: [
        ("550 5.1.1 No such user here", "RCPT", MailTrouble.nobody),
        ("554 We think this is junk", ".", .unsendable),
    ])
    func `that will never take it is not asked again, and an administrator reads why`(
        answer: String,
        word: String,
        trouble: MailTrouble
    ) async throws {
        far.says(answer, to: word)
        try await writes()
        try await writes()
        let server = try await server()
        try await carries(by: server, at: now)
        try await carries(by: server, at: now + 86_400)

        #expect(try await dispatches("given_up", trouble) == 1)
        // The other one went.
        #expect(try await dispatches("sent") == 1)
        let place = Member.Membership(role: .administrator, organisation: here.elmStreet)
        let post = Post(store: here.store, member: Member(name: "Ada Quill", memberships: [place]))
        #expect(
            try await post.unsent(at: now + 86_401).map(\.standing) == [.refused(because: trouble.rawValue)]
        )
    }

    @Test func `without TLS is told nothing`() async throws {
        far.says("250 far.example.org", to: "EHLO")
        try await writes()
        try await carries(by: server(), at: now)

        #expect(far.heard == ["EHLO elm.example.org"])
        #expect(try await dispatches("failed", .open) == 1)
    }

    @Test func `whose words were slipped in before TLS is not believed`() async throws {
        far.says("220 Go on\r\n250 OK", to: "STARTTLS")
        try await writes()
        try await carries(by: server(), at: now)

        #expect(far.heard == ["EHLO elm.example.org", "STARTTLS"])
        #expect(try await dispatches("failed") == 1)
    }

    @Test(arguments: [MailServer.Safety.startTLS, .tls])
    func `that cannot show who it is is told nothing`(safety: MailServer.Safety) async throws {
        try await writes()
        var stranger = try await server(safety)
        stranger.trust = .default
        try await carries(by: stranger, at: now)

        #expect(!far.heard.contains { $0.hasPrefix("MAIL") })
        #expect(try await dispatches("failed", .certificate) == 1)
    }

    @Test func `that does not know us keeps our messages waiting`() async throws {
        far.says("535 5.7.8 No", to: "AUTH")
        try await writes()
        try await carries(by: server(account: .init(name: "belong", password: "wrong")), at: now)
        #expect(try await dispatches("failed", .account) == 1)
    }

    @Test func `that is not there is tried again`() async throws {
        let nowhere = MailServer(host: "127.0.0.1", port: 9, safety: .none, sender: sender)
        try await writes()
        try await carries(by: nowhere, at: now)
        #expect(try await dispatches("failed", .silent) == 1)
    }

    @Test func `carries no texts`() async throws {
        try await here.refers()
        try await carries(by: server(), at: now)
        #expect(try await dispatches("withheld") == 1 && far.heard.isEmpty)
    }
}
