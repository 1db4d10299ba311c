import Foundation

/// One conversation with a mail server about one message (RFC 5321, 3207, 4954).
struct MailTalk {
    let wire: MailWire
    let server: MailServer

    static func about(_ mail: Mail, with server: MailServer) async throws {
        let wire = try await MailWire.open(to: server)
        let talk = MailTalk(wire: wire, server: server)
        do {
            try await talk.greet()
            try await talk.give(mail)
        } catch {
            await wire.end()
            throw error
        }
        // It has been taken: how we part changes nothing.
        try? await wire.say("QUIT")
        _ = try? await wire.hear()
        await wire.end()
    }

    private func greet() async throws {
        try await expect(220, else: .strange)
        var offers = try await hello()
        if server.safety == .startTLS {
            guard offers.offers("STARTTLS") != nil else { throw MailTrouble.open }
            try await wire.say("STARTTLS")
            try await expect(220, else: .open)
            try await wire.shelter(for: server)
            // What it said in the open may have been said by anybody.
            offers = try await hello()
        }
        if let account = server.account { try await show(account, offers.offers("AUTH") ?? []) }
    }

    private func hello() async throws -> MailReply {
        try await wire.say("EHLO \(server.sender.host)")
        return try await expect(250, else: .strange)
    }

    private func show(_ account: MailServer.Account, _ ways: [Substring]) async throws {
        if ways.contains("PLAIN") {
            try await wire.say("AUTH PLAIN \("\0\(account.name)\0\(account.password)".base64)")
        } else if ways.contains("LOGIN") {
            try await wire.say("AUTH LOGIN")
            try await expect(334, else: .account)
            try await wire.say(account.name.base64)
            try await expect(334, else: .account)
            try await wire.say(account.password.base64)
        } else {
            throw MailTrouble.account
        }
        try await expect(235, else: .account)
    }

    private func give(_ mail: Mail) async throws {
        try await wire.say("MAIL FROM:<\(mail.sender)>")
        try await expect(250, else: .sender)
        try await wire.say("RCPT TO:<\(mail.recipient)>")
        try await expect(250, 251, 252, else: .nobody)
        try await wire.say("DATA")
        try await expect(354, else: .unsendable)
        try await wire.say(whole: mail.stuffed)
        try await expect(250, else: .unsendable)
    }

    /// One of these, or the trouble that another means here.
    @discardableResult
    private func expect(_ codes: Int..., else trouble: MailTrouble) async throws -> MailReply {
        let reply = try await wire.hear()
        guard !codes.contains(reply.code) else { return reply }
        if reply.isLater { throw MailTrouble.busy }
        guard (500...599).contains(reply.code) else { throw MailTrouble.strange }
        if trouble == .nobody, reply.isAboutRules { throw MailTrouble.sender }
        throw trouble
    }
}

extension String {
    fileprivate var base64: String { Data(utf8).base64EncodedString() }
}
