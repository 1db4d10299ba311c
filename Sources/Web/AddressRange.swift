import Foundation

/// One address of the network, or all that begin alike: `192.0.2.7`, `10.0.0.0/8`, `::1`.
package struct AddressRange: Sendable, Equatable, LosslessStringConvertible {
    package let description: String
    private let bytes: [UInt8]
    private let length: Int

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let bytes = Self.bytes(of: String(parts[0])) else { return nil }
        let whole = bytes.count * 8
        guard let length = parts.count == 2 ? Int(parts[1]) : whole, (0...whole).contains(length) else {
            return nil
        }
        description = text
        self.bytes = bytes
        self.length = length
    }

    package func contains(_ address: String) -> Bool {
        guard let other = Self.bytes(of: address), other.count == bytes.count else { return false }
        return (0..<length).allSatisfy { bit in
            let mask: UInt8 = 0x80 >> (bit % 8)
            return bytes[bit / 8] & mask == other[bit / 8] & mask
        }
    }

    /// Four bytes or sixteen; an old address in new clothes (`::ffff:192.0.2.7`) is four.
    private static func bytes(of text: String) -> [UInt8]? {
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, text, &four) == 1 { return four }
        var sixteen = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
        let isMapped = sixteen.prefix(10).allSatisfy { $0 == 0 } && sixteen[10] == 255 && sixteen[11] == 255
        return isMapped ? Array(sixteen.suffix(4)) : sixteen
    }
}
