import Foundation
import Kernel

/// A message as a mail server takes it: plain words in UTF-8, seven bits wide on the way
/// (RFC 5322, 2045, 2047). Its name is that of our message, so that whoever gets it twice
/// can tell.
struct Mail: Sendable, Equatable {
    let sender: String
    let recipient: String
    /// Header and words, each line ended.
    let text: String

    /// There is none to an address, or under a subject, that would break out of its line.
    init?(_ message: Message, from sender: EmailAddress, at now: Date) {
        guard let recipient = EmailAddress(message.recipient), recipient.description == message.recipient,
            [recipient, sender].allSatisfy(\.isPlain),
            message.subject.unicodeScalars.allSatisfy({ !$0.properties.isControl })
        else { return nil }
        self.sender = sender.description
        self.recipient = recipient.description
        let lines = [
            "Date: \(now.formatted(.mail))",
            "From: <\(sender)>",
            "To: <\(recipient)>",
            "Subject: \(message.subject.encodedForHeader)",
            "Message-ID: <\(message.id)@\(sender.host)>",
            // Nobody's answering machine writes back.
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            message.body.quotedPrintable,
        ]
        text = lines.map { "\($0)\r\n" }.joined()
    }

    /// As it goes after DATA: a line that is a dot alone would end it, so each dot in front is doubled.
    var stuffed: String {
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        return lines.map { $0.hasPrefix(".") ? ".\($0)" : String($0) }.joined(separator: "\r\n") + ".\r\n"
    }
}

extension EmailAddress {
    var host: Substring { description.split(separator: "@").last ?? "" }

    /// Without letters that only some mail servers carry.
    fileprivate var isPlain: Bool {
        description.unicodeScalars.allSatisfy { $0.isASCII && !$0.properties.isControl && $0 != "\\" }
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isControl: Bool {
        generalCategory == .control || generalCategory == .lineSeparator
            || generalCategory == .paragraphSeparator
    }
}

extension FormatStyle where Self == Date.VerbatimFormatStyle {
    /// Wed, 25 Nov 2026 12:30:00 +0000
    fileprivate static var mail: Date.VerbatimFormatStyle {
        Date.VerbatimFormatStyle(
            format: """
                \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
                \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
                \(second: .twoDigits) +0000
                """,
            locale: Locale(identifier: "en_US_POSIX"),
            timeZone: .gmt,
            calendar: Calendar(identifier: .gregorian)
        )
    }
}
