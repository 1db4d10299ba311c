/// The ten digits that identify a patient across the NHS in England.
public struct NHSNumber: Hashable, Sendable, LosslessStringConvertible {
    /// The digits alone, as they are kept: 9434765919.
    public let digits: String

    /// Reads the number with or without spaces or hyphens. There is none if its
    /// check digit is wrong, nor if all its digits are the same: modulus 11 lets
    /// 0000000000 and 1111111111 pass, and neither was ever given to anybody.
    public init?(_ text: String) {
        let digits = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        guard digits.count == 10, digits.allSatisfy(\.isDigit) else { return nil }
        let values = digits.map { Int($0 - UInt8(ascii: "0")) }
        guard values.contains(where: { $0 != values[0] }), Self.checkDigit(of: values) == values[9] else {
            return nil
        }
        self.digits = String(decoding: digits, as: UTF8.self)
    }

    /// As it is printed and read aloud: 943 476 5919.
    public var description: String {
        "\(digits.prefix(3)) \(digits.dropFirst(3).prefix(3)) \(digits.suffix(4))"
    }

    /// Modulus 11 over the first nine digits, weighted ten down to two (NHS Data
    /// Dictionary). Some sums have no check digit.
    private static func checkDigit(of digits: [Int]) -> Int? {
        let sum = zip(digits, stride(from: 10, through: 2, by: -1)).map(*).reduce(0, +)
        let digit = (11 - sum % 11) % 11
        return digit == 10 ? nil : digit
    }
}
