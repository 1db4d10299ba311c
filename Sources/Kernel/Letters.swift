/// What kind of letter of ASCII a byte is. Words that are read on every row are
/// looked at byte by byte: a regular expression is compiled each time it is met.
extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

    var isCapital: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }

    var isSmall: Bool { self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z") }

    /// The capital, if it is a small letter.
    var capital: UInt8 { isSmall ? self - 32 : self }

    /// The small letter, if it is a capital.
    var small: UInt8 { isCapital ? self + 32 : self }
}
