import Foundation

/// The key Notify gave us: a name, the service and its secret in one line.
package struct NotifyKey: Sendable {
    let service: String
    private let secret: String

    package init?(_ text: String) {
        let parts = text.suffix(73)
        let (service, secret) = (String(parts.prefix(36)), String(parts.suffix(36)))
        guard parts.count == 73, parts.dropFirst(36).first == "-", text.allSatisfy({ !$0.isWhitespace }),
            UUID(uuidString: service) != nil, UUID(uuidString: secret) != nil
        else { return nil }
        (self.service, self.secret) = (service, secret)
    }

    /// What opens Notify for half a minute: a JSON Web Token, signed with the secret (HS256).
    func token(at now: Date) -> String {
        let head = #"{"typ":"JWT","alg":"HS256"}"#
        let claims = #"{"iss":"\#(service)","iat":\#(Int(now.timeIntervalSince1970))}"#
        let signed = "\(Data(head.utf8).forAddresses).\(Data(claims.utf8).forAddresses)"
        return "\(signed).\(Data(Sodium.seal(signed, with: secret)).forAddresses)"
    }
}

extension Data {
    /// Base 64 as it may stand in an address (RFC 4648, section 5).
    fileprivate var forAddresses: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
