import Foundation
import Kernel
import Testing

@testable import Belong

@Suite("An e-mail")
struct MailTests {
    private func mail(
        subject: String = "A word",
        to recipient: String = "jean@example.org",
        _ words: String = "Hello"
    ) throws -> Mail? {
        let message = Message(
            id: Message.ID(),
            channel: .email,
            recipient: recipient,
            subject: subject,
            body: words,
            dueAt: Neighbourhood.now
        )
        let sender = try #require(EmailAddress("belong@elm.example.org"))
        return Mail(message, from: sender, at: Date(timeIntervalSince1970: 1_796_040_000))
    }

    @Test func `says when it was written, whom it is from, and its own name`() throws {
        let text = try #require(try mail()).text
        #expect(text.hasPrefix("Date: Mon, 30 Nov 2026 12:00:00 +0000\r\nFrom: <belong@elm.example.org>\r\n"))
        #expect(text.contains("\r\nSubject: A word\r\n"))
        #expect(text.firstMatch(of: /Message-ID: <[0-9a-f-]{36}@elm\.example\.org>\r\n/) != nil)
        #expect(text.hasSuffix("\r\n\r\nHello\r\n"))
    }

    @Test(arguments: ["A word\r\nBcc: all@example.org", "A word\nX: y", "A\0b", "A\u{2028}b", "A\u{85}b"])
    func `takes no subject that breaks out of its line`(subject: String) throws {
        #expect(try mail(subject: subject) == nil)
    }

    @Test(arguments: [
        "jean@example.org>\r\nRCPT TO:<all@example.org", "jean@example.org\r\n", "nobody", "jean@éxample.org",
        "",
    ])
    func `takes no address that is none`(recipient: String) throws {
        #expect(try mail(to: recipient) == nil)
    }

    @Test func `has a subject in any letters, none of them cut in two`() throws {
        let subject = "Zoë’s Tuesday lunch: 茶 and a word about everything else that there was to say 🫖🫖🫖🫖🫖"
        let encoded = subject.encodedForHeader
        let lines = encoded.components(separatedBy: "\r\n ")
        let read = try lines.map { line in
            let part = try #require(line.wholeMatch(of: /=\?utf-8\?B\?([A-Za-z0-9+\/=]+)\?=/)).1
            return try String(decoding: #require(Data(base64Encoded: String(part))), as: UTF8.self)
        }
        #expect(read.joined() == subject && lines.allSatisfy { $0.count <= 75 })
        #expect("Looks like =?utf-8?B?SGk=?=".encodedForHeader.hasPrefix("=?utf-8?B?"))
    }

    @Test(arguments: [
        ("café = 1", "caf=C3=A9 =3D 1"), ("blank at the end ", "blank at the end=20"),
        ("one\rtwo\r\nthree\nfour", "one\r\ntwo\r\nthree\r\nfour"), ("", ""),
        (String(repeating: "a", count: 80), "\(String(repeating: "a", count: 75))=\r\naaaaa"),
    ])
    func `has words of seven bits, in lines that no server cuts`(words: String, sent: String) {
        #expect(words.quotedPrintable == sent)
    }

    @Test func `does not end at a line that is a dot`() throws {
        let stuffed = try #require(try mail(words: ".\n..two\nend")).stuffed
        #expect(stuffed.hasSuffix("\r\n\r\n..\r\n...two\r\nend\r\n.\r\n"))
    }

    private func mail(words: String) throws -> Mail? { try mail(words) }
}
