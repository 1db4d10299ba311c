import Foundation

extension String {
    /// As it stands where it is plain, otherwise in encoded words (RFC 2047), none of them
    /// longer than its line and none ending within a letter.
    var encodedForHeader: String {
        let isPlain = unicodeScalars.allSatisfy { (" "..."~").contains($0) }
        if isPlain, utf8.count <= 66, !contains("=?") { return self }
        var chunks = [""]
        for letter in unicodeScalars.map(String.init) {
            if chunks[chunks.count - 1].utf8.count + letter.utf8.count > 39 { chunks.append("") }
            chunks[chunks.count - 1] += letter
        }
        return chunks.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// Lines of at most 76 letters of ASCII, however wide and long they were (RFC 2045, section 6.7).
    var quotedPrintable: String {
        split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { Array($0.utf8).quotedLine }
            .joined(separator: "\r\n")
    }
}

extension [UInt8] {
    fileprivate var quotedLine: String {
        var (done, line) = ("", "")
        for (place, byte) in enumerated() {
            let letter = byte.quoted(isLast: place == count - 1)
            if line.utf8.count + letter.utf8.count > 75 {
                done += "\(line)=\r\n"
                line = ""
            }
            line += letter
        }
        return done + line
    }
}

extension UInt8 {
    /// A blank at the end of a line would be lost on the way.
    fileprivate func quoted(isLast: Bool) -> String {
        let isBlank = self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
        let isPlain = (33...126).contains(self) && self != UInt8(ascii: "=")
        if isPlain || (isBlank && !isLast) { return String(UnicodeScalar(self)) }
        let digits = String(self, radix: 16, uppercase: true)
        return "=\(digits.count == 1 ? "0" : "")\(digits)"
    }
}
