import Foundation

/// An address that came from outside and may stand in a link: a page, a mailbox
/// or a telephone, and nothing a browser would run.
package struct WebAddress: Hashable, Sendable, LosslessStringConvertible {
    package let description: String

    package init?(_ text: String) {
        let text = text.trimmingSpaces()
        guard text.utf8.count <= 2_000, let scheme = URLComponents(string: text)?.scheme?.lowercased() else {
            return nil
        }
        guard ["http", "https", "mailto", "tel"].contains(scheme) else { return nil }
        guard !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) else {
            return nil
        }
        description = text
    }
}
