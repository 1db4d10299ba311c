import Kernel

/// Text from outside made plain: publishers paste markup, odd spaces and worse
/// into their descriptions.
enum PlainText {
    static func of(_ text: String, upTo longest: Int) -> String {
        var plain = text
        if plain.utf8.contains(UInt8(ascii: "<")) { plain = withoutMarkup(plain) }
        if plain.utf8.contains(UInt8(ascii: "&")) { plain = withoutEntities(plain) }
        if plain.utf8.contains(where: { $0 < 0x20 }) || !plain.utf8.allSatisfy({ $0 < 0x80 }) {
            plain = String(String.UnicodeScalarView(plain.unicodeScalars.compactMap(kept)))
        }
        let trimmed = plain.trimmingSpaces()
        guard trimmed.utf8.count > longest, trimmed.count > longest else { return trimmed }
        return trimmed.prefix(longest - 1) + "…"
    }

    /// Whether it would be cut.
    static func isLong(_ text: String, upTo longest: Int) -> Bool {
        text.utf8.count > longest && text.count > longest
    }

    private static func withoutMarkup(_ text: String) -> String {
        text.replacing(/<\s*(br|\/p|\/div|\/li|\/h[1-6])\b[^<>]{0,300}>/.ignoresCase(), with: "\n")
            .replacing(/<!--.{0,2000}?-->/.dotMatchesNewlines(), with: "")
            .replacing(/<(script|style)\b.{0,20000}?<\/\1\s*>/.ignoresCase().dotMatchesNewlines(), with: "")
            .replacing(/<\/?[A-Za-z][^<>]{0,1000}>/, with: "")
    }

    private static let entities = [
        ("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&apos;", "'"),
        ("&rsquo;", "\u{2019}"), ("&lsquo;", "\u{2018}"), ("&ndash;", "\u{2013}"), ("&pound;", "£"),
        ("&amp;", "&"),
    ]

    private static func withoutEntities(_ text: String) -> String {
        entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// Every kind of space becomes one kind; what steers a terminal or turns the
    /// direction of a page is left out.
    private static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x0A: scalar
        case 0x09, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: " "
        case 0..<0x20, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: nil
        default: scalar
        }
    }
}
