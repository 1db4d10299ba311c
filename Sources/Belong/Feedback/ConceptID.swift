/// An identifier of SNOMED CT: six to eighteen digits of which the last proves the others
/// (Verhoeff), so that a slip of the pen is not somebody's diagnosis.
struct ConceptID: Hashable, Sendable {
    let digits: String

    init?(_ typed: String) {
        let digits = typed.filter { !$0.isWhitespace }
        guard (6...18).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) }),
            digits.first != "0", Self.checks(digits)
        else { return nil }
        self.digits = digits
    }

    private static func checks(_ digits: String) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
            let value = digit.element.wholeNumberValue ?? 0
            return times[sum][permuted[digit.offset % 8][value]]
        }
        return sum == 0
    }

    /// Multiplication in the group of the symmetries of a pentagon.
    private static let times: [[Int]] = (0..<10).map { one in (0..<10).map { other in product(one, other) } }

    private static func product(_ one: Int, _ other: Int) -> Int {
        switch (one < 5, other < 5) {
        case (true, true): (one + other) % 5
        case (true, false): (one + other - 5) % 5 + 5
        case (false, true): (one - 5 - other + 5) % 5 + 5
        case (false, false): (one - other + 5) % 5
        }
    }

    /// What each place does to a digit before it is multiplied.
    private static let permuted: [[Int]] = {
        let first = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
        return (0..<8).map { place in
            (0..<10).map { digit in (0..<place).reduce(digit) { value, _ in first[value] } }
        }
    }()
}
