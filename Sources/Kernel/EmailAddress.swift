/// An address a message can be sent to. Kept as it was typed; compared without
/// regard to capitals.
public struct EmailAddress: Sendable, LosslessStringConvertible {
    public let description: String

    public init?(_ text: String) {
        let text = text.filter { !$0.isWhitespace || $0 == " " }.trimmingSpaces()
        guard text.utf8.count <= 254, Self.hasShape(text) else { return nil }
        description = text
    }

    /// Somebody at a host with a dot in it, and two letters after the last dot.
    private static func hasShape(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let dot = parts[1].lastIndex(of: ".") else { return false }
        let isClean = !text.contains { $0.isWhitespace || ",;<>\"".contains($0) }
        return isClean && dot > parts[1].startIndex && parts[1][dot...].count > 2
    }

    /// As two of them are compared.
    public var folded: String {
        description.lowercased()
    }
}
