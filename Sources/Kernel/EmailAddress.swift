/// An address a message can be sent to. Kept as it was typed; compared without
/// regard to capitals.
package struct EmailAddress: Sendable, LosslessStringConvertible {
    package let description: String

    package init?(_ text: String) {
        let text = text.filter { !$0.isWhitespace || $0 == " " }.trimmingSpaces()
        guard text.count <= 254, text.wholeMatch(of: /[^@\s,;<>"]+@[^@\s,;<>"]+\.[^@\s,;<>".]{2,}/) != nil
        else {
            return nil
        }
        description = text
    }

    /// As two of them are compared.
    package var folded: String {
        description.lowercased()
    }
}
