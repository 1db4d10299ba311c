import Foundation

/// Keys are read and written on every row of every page, and Foundation's own
/// way goes through the C library's `scanf` and `printf`. This one is some
/// twenty times quicker and as strict.
extension UUID {
    /// Thirty-six characters, small letters: 019d7f62-5c1e-7abc-9def-0123456789ab.
    public var hexadecimal: String {
        withUnsafeBytes(of: uuid) { bytes in
            String(unsafeUninitializedCapacity: 36) { text in
                var place = 0
                for (position, byte) in bytes.enumerated() {
                    if Self.isAfterDash(position) {
                        text[place] = UInt8(ascii: "-")
                        place += 1
                    }
                    text[place] = (byte >> 4).hexadecimalDigit
                    text[place + 1] = (byte & 0xF).hexadecimalDigit
                    place += 2
                }
                return place
            }
        }
    }

    /// Reads it back, in letters of either size. Anything else is none.
    public init?(hexadecimal text: String) {
        var text = text
        let read: UUID? = text.withUTF8 { source in
            guard source.count == 36 else { return nil }
            var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
            let isWhole = withUnsafeMutableBytes(of: &bytes) { target in
                var place = 0
                for position in target.indices {
                    if Self.isAfterDash(position) {
                        guard source[place] == UInt8(ascii: "-") else { return false }
                        place += 1
                    }
                    guard let high = source[place].hexadecimalValue,
                        let low = source[place + 1].hexadecimalValue
                    else { return false }
                    target[position] = high << 4 | low
                    place += 2
                }
                return true
            }
            return isWhole ? UUID(uuid: bytes) : nil
        }
        guard let read else { return nil }
        self = read
    }

    /// Before these bytes stands a dash.
    private static func isAfterDash(_ position: Int) -> Bool {
        position == 4 || position == 6 || position == 8 || position == 10
    }
}

extension UInt8 {
    fileprivate var hexadecimalDigit: UInt8 {
        self < 10 ? self + UInt8(ascii: "0") : self - 10 + UInt8(ascii: "a")
    }

    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
