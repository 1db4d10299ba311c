/// The code by which the NHS knows an organisation: a practice (P84001), a
/// network (U07032). Given out by the Organisation Data Service.
package struct ODSCode: Hashable, Sendable, LosslessStringConvertible {
    package let description: String

    package init?(_ text: String) {
        let code = text.uppercased().filter { !$0.isWhitespace }
        guard code.wholeMatch(of: /[A-Z0-9]{3,8}/) != nil else { return nil }
        description = code
    }
}
