/// The ten digits that identify a patient across the NHS in England.
package struct NHSNumber: Hashable, Sendable, LosslessStringConvertible {
    /// The digits alone, as they are kept: 9434765919.
    package let digits: String

    /// Reads the number with or without spaces or hyphens. There is none if its
    /// check digit is wrong, nor if all its digits are the same: modulus 11 lets
    /// 0000000000 and 1111111111 pass, and neither was ever given to anybody.
    package init?(_ text: String) {
        let digits = text.filter { $0 != " " && $0 != "-" }
        let values = digits.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard digits.count == 10, values.count == 10, Set(values).count > 1 else { return nil }
        guard Self.checkDigit(of: values) == values.last else { return nil }
        self.digits = digits
    }

    /// As it is printed and read aloud: 943 476 5919.
    package var description: String {
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
