/// A postcode of the United Kingdom, by its shape; whether it is in use is for
/// the imported list of postcodes to say.
public struct Postcode: Hashable, Sendable, LosslessStringConvertible {
    /// With its one space, in capitals: M33 7ZF.
    public let description: String

    public init?(_ text: String) {
        let letters = Array(text.filter { !$0.isWhitespace }.utf8).map(\.capital)
        guard (5...7).contains(letters.count) else { return nil }
        let (outward, inward) = (letters.dropLast(3), letters.suffix(3))
        guard Self.isOutward(outward), Self.isInward(inward) else { return nil }
        description = String(decoding: outward + [UInt8(ascii: " ")] + inward, as: UTF8.self)
    }

    /// One letter or two, a digit, and perhaps one more of either.
    private static func isOutward(_ letters: ArraySlice<UInt8>) -> Bool {
        let area = letters.prefix { $0.isCapital }
        let district = letters.dropFirst(area.count)
        return (1...2).contains(area.count) && (1...2).contains(district.count)
            && district.first?.isDigit == true
            && district.dropFirst().allSatisfy { $0.isDigit || $0.isCapital }
    }

    /// A digit and two letters, of which some are never used.
    private static func isInward(_ letters: ArraySlice<UInt8>) -> Bool {
        letters.first?.isDigit == true
            && letters.dropFirst().allSatisfy { $0.isCapital && !neverInward.contains($0) }
    }

    private static let neverInward = Array("CIKMOV".utf8)

    /// The part before the space. It says the neighbourhood and not the street.
    public var outward: Substring {
        description.prefix { $0 != " " }
    }
}
