import Belong
import Foundation
import Kernel
import Logging
import Store
import Web

/// Everything that was chosen, read and sound.
struct Settings: Sendable {
    let store: StoreAddress
    let listen: Endpoint
    let address: WebAddress
    let metrics: Endpoint?
    let logLevel: Logger.Level
    let isDemo: Bool
    let trustedProxies: [AddressRange]
    let postgresConnections: Int
    let postgresPatience: Duration
    /// What carries texts, and e-mail where there is no mail server of one's own.
    let notify: Notify?
    /// A mail server of one's own, for e-mail.
    let mailServer: MailServer?
    /// What Notify shows when it hands on a text that came in.
    let callbackToken: String?

    init(_ choices: Choices) throws(Refused) {
        store = try choices.read(.store) { StoreAddress($0) }
        listen = try choices.read(.listen) { Endpoint($0) }
        address = try choices.read(.address, Self.origin)
        metrics = try choices.read(.metrics) { $0 == "off" ? .some(nil) : Endpoint($0).map(Optional.some) }
        logLevel = try choices.read(.logLevel, Self.level)
        isDemo = try choices.read(.demo) { ["yes": true, "no": false][$0] }
        trustedProxies = try choices.read(.trustedProxies, Self.ranges)
        postgresConnections = try choices.read(.postgresConnections) { Self.number($0, in: 1...200) }
        postgresPatience = try choices.read(.postgresPatience) {
            Self.number($0, in: 0...300).map { .seconds($0) }
        }
        notify = try Self.notify(choices)
        mailServer = try Self.mailServer(choices)
        callbackToken = try choices.read(.notifyCallbackToken) { (text: String) -> String?? in
            text.isEmpty ? .some(nil) : text.count >= 32 ? .some(text) : nil
        }
    }

    /// Why Belong does not start. Names the setting and where it was chosen, and
    /// never says what was written there: it may be a password.
    enum Refused: Error, Equatable, CustomStringConvertible {
        case unreadable(Setting, place: String)
        case unknownVariable(String)
        case unknownSetting(String, place: String)
        case unreadableLine(String)
        case saidTwice(Setting, place: String)
        case noSuchFile(String)
        case incomplete(Setting, beside: Setting)

        var description: String {
            switch self {
            case .unreadable(let setting, let place):
                "The setting \(setting.rawValue) (\(place)) cannot be used: \(setting.expectation)."
            case .unknownVariable(let variable):
                "There is no setting \(variable). There are: \(Self.list(\.variable))."
            case .unknownSetting(let name, let place):
                "There is no setting “\(name)” (\(place)). There are: \(Self.list(\.rawValue))."
            case .unreadableLine(let place):
                "The settings file cannot be read at \(place): write a name, an equals sign and a value."
            case .saidTwice(let setting, let place):
                "The setting \(setting.rawValue) is said twice (\(place)). Keep one of the two."
            case .noSuchFile(let path):
                "There is no settings file at \(path), or this account may not read it."
            case .incomplete(let setting, let other):
                "The setting \(setting.rawValue) is missing beside \(other.rawValue): \(setting.expectation)."
            }
        }

        private static func list(_ name: (Setting) -> String) -> String {
            Setting.allCases.map(name).joined(separator: ", ")
        }
    }
}

extension Settings {
    /// An address to listen at. Port 0 is any that is free.
    struct Endpoint: Sendable, Equatable {
        let host: String
        let port: Int

        init?(_ text: String) {
            guard let colon = text.lastIndex(of: ":") else { return nil }
            let host = text[..<colon].filter { $0 != "[" && $0 != "]" }
            guard !host.isEmpty, let port = Int(text[text.index(after: colon)...]),
                (0...65_535).contains(port)
            else { return nil }
            self.host = host
            self.port = port
        }
    }

    /// Scheme and host, without a path: links are made by adding one.
    static func origin(_ text: String) -> WebAddress? {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let parts = URLComponents(string: trimmed), parts.scheme == "http" || parts.scheme == "https",
            parts.host?.isEmpty == false, parts.path.isEmpty, parts.query == nil, parts.fragment == nil,
            parts.user == nil
        else { return nil }
        return WebAddress(trimmed)
    }

    /// Finer levels are left out on purpose: what libraries say there may carry personal data.
    private static func level(_ text: String) -> Logger.Level? {
        ["info": .info, "notice": .notice, "warning": .warning, "error": .error][text]
    }

    private static func ranges(_ text: String) -> [AddressRange]? {
        let parts = text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
        let ranges = parts.compactMap { AddressRange($0) }
        return ranges.count == parts.count ? ranges : nil
    }

    private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
        Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
}
