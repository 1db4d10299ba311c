/// An address that came from outside and may stand in a link: a page, a mailbox
/// or a telephone, and nothing a browser would run.
public struct WebAddress: Hashable, Sendable, LosslessStringConvertible {
    public let description: String

    public init?(_ text: String) {
        let text = text.trimmingSpaces()
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy(\.mayStandInAddress) else { return nil }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let rest = text.utf8[text.utf8.index(after: colon)...]
        switch text[..<colon].lowercased() {
        case "http", "https": guard rest.starts(with: "//".utf8), rest.count > 2 else { return nil }
        case "mailto", "tel": guard !rest.isEmpty else { return nil }
        default: return nil
        }
        description = text
    }
}

extension UInt8 {
    /// Neither white space nor control, nor what RFC 3986 never allows unescaped.
    fileprivate var mayStandInAddress: Bool {
        self > 0x20 && self != 0x7F && !Self.neverInAddress.contains(self)
    }

    private static let neverInAddress = Array("<>\"{}|\\^`".utf8)
}
