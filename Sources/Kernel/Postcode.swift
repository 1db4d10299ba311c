/// A postcode of the United Kingdom, by its shape; whether it is in use is for
/// the imported list of postcodes to say.
package struct Postcode: Hashable, Sendable, LosslessStringConvertible {
    /// With its one space, in capitals: M33 7ZF.
    package let description: String

    package init?(_ text: String) {
        let letters = text.uppercased().filter { !$0.isWhitespace }
        guard letters.count >= 5, letters.count <= 7, letters.allSatisfy(\.isASCII) else { return nil }
        let outward = String(letters.dropLast(3))
        let inward = String(letters.suffix(3))
        guard outward.wholeMatch(of: /[A-Z]{1,2}[0-9][0-9A-Z]?/) != nil else { return nil }
        guard inward.wholeMatch(of: /[0-9][ABD-HJLNP-UW-Z]{2}/) != nil else { return nil }
        description = "\(outward) \(inward)"
    }

    /// The part before the space. It says the neighbourhood and not the street.
    package var outward: Substring {
        description.prefix { $0 != " " }
    }
}
