/// A telephone number in the United Kingdom or abroad, kept so that it can be rung.
public struct PhoneNumber: Hashable, Sendable, LosslessStringConvertible {
    /// The digits, with a plus in front if it was dialled that way.
    public let digits: String

    public init?(_ text: String) {
        let kept = text.filter { !" -().\u{00A0}\u{2011}\u{2013}".contains($0) }
        let dialled = kept.utf8.drop { $0 == UInt8(ascii: "+") }
        guard kept.utf8.count - dialled.count <= 1, (7...15).contains(dialled.count),
            dialled.allSatisfy(\.isDigit)
        else { return nil }
        digits = kept.hasPrefix("+44") ? "0" + kept.dropFirst(3).drop { $0 == "0" } : kept
    }

    /// As it is printed: 07700 900112, 0161 496 0000.
    public var description: String {
        switch true {
        case digits.hasPrefix("07") && digits.count == 11:
            "\(digits.prefix(5)) \(digits.dropFirst(5))"
        case digits.hasPrefix("02") && digits.count == 11:
            "\(digits.prefix(3)) \(digits.dropFirst(3).prefix(4)) \(digits.suffix(4))"
        case digits.hasPrefix("01") && digits.count == 11:
            "\(digits.prefix(4)) \(digits.dropFirst(4).prefix(3)) \(digits.suffix(4))"
        default:
            digits
        }
    }

    /// Whether a text reaches it: a mobile of the United Kingdom, or a number from abroad.
    public var takesTexts: Bool {
        digits.hasPrefix("07") || digits.hasPrefix("+")
    }
}
