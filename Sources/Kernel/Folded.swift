import Foundation

extension String {
    /// As it is searched for: small letters, no accents, apostrophes and dashes
    /// gone, one space between words. "Zoë O’Brien-Łukasz" is "zoe obrien lukasz".
    public var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return foldedPlainly }
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

    /// The same where there are letters of ASCII only, as in most names.
    private var foldedPlainly: String {
        var folded: [UInt8] = []
        folded.reserveCapacity(utf8.count)
        var isAfterSpace = true
        for byte in utf8 where !Self.silent.contains(byte) {
            let letter = byte.small
            let isWord = letter.isSmall || letter.isDigit
            if isWord { folded.append(letter) } else if !isAfterSpace { folded.append(UInt8(ascii: " ")) }
            isAfterSpace = !isWord
        }
        if folded.last == UInt8(ascii: " ") { folded.removeLast() }
        return String(decoding: folded, as: UTF8.self)
    }

    /// They join what stands on either side.
    private static let silent = Array("'`.".utf8)

    /// As it is kept: nothing before or after, and none of the character that no
    /// store can hold.
    package var asWritten: String {
        filter { $0 != "\0" }.trimmingSpaces()
    }

    /// Without the white space before and after.
    public func trimmingSpaces() -> String {
        var words = self[...]
        while words.first?.isWhitespace == true { words.removeFirst() }
        while words.last?.isWhitespace == true { words.removeLast() }
        return String(words)
    }
}
