import Foundation
import HTTPTypes
import Hummingbird
import Kernel

/// What somebody was about to do when their session had ended: open a page, or
/// send a form. It goes with them through the front door, so that nothing they
/// typed is lost; what they typed is sent only when they say so again.
package struct Carried: Sendable, Equatable {
    /// A page of ours.
    package let path: String
    /// What was typed, if it was a form, in the order of the form.
    package let fields: [Typed]

    package struct Typed: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        /// What the field is called, as words: *own sign* for `ownSign`, *told* for `told[]`.
        package var words: String {
            name.replacing("[]", with: "")
                .replacing(/([a-z])([A-Z])/) { "\($0.output.1) \($0.output.2.lowercased())" }
        }
    }

    /// To the beginning, with nothing.
    package static let nowhere = Carried(path: "/", fields: [])

    private init(path: String, fields: [Typed]) {
        self.path = path
        self.fields = fields
    }

    /// A page that was asked for. An address may come from anybody, so that what
    /// follows its path is left behind: nobody's words but one's own are offered to be sent.
    package init?(path address: String) {
        let path = String(address.prefix { $0 != "?" })
        guard Self.isOurs(path) else { return nil }
        self.path = path
        fields = []
    }

    /// A form that was sent. What belongs to the session that ended stays behind.
    init?(path: String, body: String) {
        guard Self.isOurs(path) else { return nil }
        self.path = path
        fields = Self.typed(in: body).filter { $0.name != "formToken" && $0.name != "nonce" }
    }

    /// As it came through the front door's form, which came from a page of ours.
    package init?(text: String) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first.map(String.init), Self.isOurs(path) else { return nil }
        self.path = path
        fields = parts.count > 1 ? Self.typed(in: String(parts[1])) : []
    }

    /// As it goes through.
    package var text: String {
        fields.isEmpty
            ? path
            : path + "?" + fields.map { "\($0.name.escaped)=\($0.value.escaped)" }.joined(separator: "&")
    }

    /// The form again, to be sent from a page of the new session.
    package var hidden: HTML {
        "\(each: fields, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" })"
    }

    /// The same without some of its fields. A password is never carried further.
    func without(_ names: Set<String>) -> Carried {
        Carried(
            path: path,
            fields: fields.filter { !names.contains($0.name) && !$0.name.lowercased().contains("password") }
        )
    }

    /// What was typed, apart from which draft keeps it: the same however often it is sent.
    var content: String {
        fields.filter { !$0.name.hasPrefix("draft") }.map { "\($0.name)=\($0.value)" }.joined(separator: "\n")
    }

    /// A path within this site and nothing else: `//elsewhere.example` is an address of somebody else's.
    private static func isOurs(_ path: String) -> Bool {
        path.hasPrefix("/") && !path.hasPrefix("//") && path.utf8.count <= 200
            && path.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "/"),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    /// What a form's body says, in the order of the form.
    package static func typed(in body: String) -> [Typed] {
        body.split(separator: "&").compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.replacing("+", with: " ").removingPercentEncoding ?? "" }
            return parts[0].isEmpty ? nil : Typed(parts[0], parts.count > 1 ? parts[1] : "")
        }
    }
}

extension String {
    /// As it stands in a form's body.
    fileprivate var escaped: String {
        var plain = CharacterSet.alphanumerics
        plain.insert(charactersIn: "-._~")
        return addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}

extension Request {
    /// What this request was about to do, where it may be gone on with. Reads the
    /// body, which can be read once: only for who stops the request here.
    func carried(upTo longest: Int) async -> Carried? {
        guard method == .post else { return Carried(path: uri.path) }
        guard isFromOurselves, isFromOurAddress else { return nil }
        guard headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
            return nil
        }
        var request = self
        guard let body = try? await request.collectBody(upTo: longest) else { return nil }
        return Carried(path: uri.path, body: String(buffer: body))
    }

    /// A script that keeps a draft asks for no page.
    var wantsNoPage: Bool { headers[.draft] != nil }
}

extension HTTPField.Name {
    fileprivate static var draft: Self { Self("X-Draft") ?? .origin }
}
