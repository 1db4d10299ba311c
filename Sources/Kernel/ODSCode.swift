/// The code by which the NHS knows an organisation: a practice (P84001), a
/// network (U07032). Given out by the Organisation Data Service.
public struct ODSCode: Hashable, Sendable, LosslessStringConvertible {
    public let description: String

    public init?(_ text: String) {
        let code = Array(text.filter { !$0.isWhitespace }.utf8).map(\.capital)
        guard (3...8).contains(code.count), code.allSatisfy({ $0.isCapital || $0.isDigit }) else {
            return nil
        }
        description = String(decoding: code, as: UTF8.self)
    }
}
