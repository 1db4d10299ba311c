import Foundation
import Kernel
import NIOSSL

/// A mail server of one's own, for e-mail where GOV.UK Notify is not wanted for it.
package struct MailServer: Sendable {
    let host: String
    let port: Int
    let safety: Safety
    let sender: EmailAddress
    let account: Account?
    /// Whose word is taken on who the server is: whoever this machine trusts.
    var trust = NIOSSLTrustRoots.default

    /// How words are kept from whoever listens on the way.
    enum Safety: Sendable, Equatable {
        /// From the first byte on.
        case tls
        /// Asked for before anything is said (STARTTLS); without it nothing is sent.
        case startTLS
        /// On this machine only.
        case none
    }

    /// Who we are there.
    package struct Account: Sendable {
        let name: String
        let password: String

        package init(name: String, password: String) {
            (self.name, self.password) = (name, password)
        }
    }

    /// - Parameter place: `smtps://HOST` for TLS from the start, `smtp://HOST` for STARTTLS, and in
    ///   the open only as far as this machine: `smtp://127.0.0.1:25`.
    package init?(_ place: String, sender: EmailAddress, account: Account?) {
        guard let parts = URLComponents(string: place), let host = parts.host, !host.isEmpty,
            parts.scheme == "smtp" || parts.scheme == "smtps", parts.path.isEmpty, parts.query == nil,
            parts.user == nil, parts.fragment == nil
        else { return nil }
        let isOverTLS = parts.scheme == "smtps"
        self.host = host.filter { $0 != "[" && $0 != "]" }
        port = parts.port ?? (isOverTLS ? 465 : 587)
        safety = isOverTLS ? .tls : ["127.0.0.1", "::1"].contains(self.host) ? .none : .startTLS
        (self.sender, self.account) = (sender, account)
    }

    init(host: String, port: Int, safety: Safety, sender: EmailAddress, account: Account? = nil) {
        (self.host, self.port, self.safety) = (host, port, safety)
        (self.sender, self.account) = (sender, account)
    }

    /// Gives it one message, or says why not.
    func send(_ message: Message, at now: Date) async -> MailTrouble? {
        guard let mail = Mail(message, from: sender, at: now) else { return .address }
        do {
            try await MailTalk.about(mail, with: self)
            return nil
        } catch {
            return error as? MailTrouble ?? .silent
        }
    }
}

extension Carrier {
    /// E-mail by a mail server of one's own, and the rest as it goes otherwise.
    package static func mail(_ server: MailServer, besides other: Carrier) -> Carrier {
        mail(server, besides: other, at: { .now })
    }

    static func mail(
        _ server: MailServer,
        besides other: Carrier,
        at now: @escaping @Sendable () -> Date
    ) -> Carrier {
        Carrier { message in
            guard message.channel == .email else { return try await other.deliver(message) }
            guard let trouble = await server.send(message, at: now()) else { return .sent }
            return trouble.isFinal
                ? .refused(reason: trouble.rawValue) : .failed(reason: trouble.rawValue)
        }
    }
}
