import Foundation

extension String {
    /// As it is searched for: small letters, no accents, apostrophes and dashes
    /// gone, one space between words. "Zoë O’Brien-Łukasz" is "zoe obrien lukasz".
    package var folded: String {
        let plain = folding(
            options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive],
            locale: nil
        )
        let kept = plain.lowercased().compactMap { letter -> Character? in
            switch letter {
            case "'", "\u{2019}", "\u{2018}", "`", ".": nil
            case "ł": "l"
            case "ø": "o"
            case "đ": "d"
            case _ where letter.isLetter || letter.isNumber: letter
            default: " "
            }
        }
        return String(kept).split(separator: " ").joined(separator: " ")
    }

    /// Without the white space before and after.
    package func trimmingSpaces() -> String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
