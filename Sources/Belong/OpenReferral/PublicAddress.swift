import Dispatch
import NIOCore

/// Tells addresses of the open internet from those inside a house.
enum PublicAddress {
    private static let desk = DispatchQueue(label: "belong.names")

    /// The address a name leads to, and whether it is a public one. Looking up
    /// waits, so it has a thread of its own.
    static func look(up host: String, port: Int) async throws -> (address: String, isPublic: Bool) {
        let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
        let found: SocketAddress? = await withCheckedContinuation { continuation in
            desk.async {
                continuation.resume(returning: try? .makeAddressResolvingHost(bare, port: port))
            }
        }
        guard let found, let address = found.ipAddress else {
            throw UnreadableSource("\(host) cannot be found. Check the address of the feed.")
        }
        return (address, isPublic(address))
    }

    /// Reads 192.0.2.1 and 2001:db8::1, as the system writes them.
    static func isPublic(_ address: String) -> Bool {
        let plain = address.prefix { $0 != "%" }
        guard plain.contains(":") else { return isPublic(v4: bytes(v4: plain)) }
        let halves = plain.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        let start = bytes(v6: halves[0])
        let end = halves.count == 2 ? bytes(v6: halves[1]) : []
        let gap = [UInt8](repeating: 0, count: max(0, 16 - start.count - end.count))
        return isPublic(v6: start + gap + end)
    }

    private static func bytes(v4 text: Substring) -> [UInt8] {
        text.split(separator: ".").compactMap { UInt8($0) }
    }

    private static func bytes(v6 text: Substring) -> [UInt8] {
        text.split(separator: ":").flatMap { part -> [UInt8] in
            if part.contains(".") { return bytes(v4: part) }
            guard let pair = UInt16(part, radix: 16) else { return [] }
            return [UInt8(pair >> 8), UInt8(pair & 0xFF)]
        }
    }

    /// What IANA's registry of special-purpose addresses does not set aside (RFC 6890).
    static func isPublic(v4 bytes: [UInt8]) -> Bool {
        guard bytes.count == 4 else { return false }
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): return false
        case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _): return false
        case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100), (203, 0, 113):
            return false
        default: return true
        }
    }

    /// Only 2000::/3 is given out; what is set aside in it, or carries an older
    /// address inside, is not let through.
    static func isPublic(v6 bytes: [UInt8]) -> Bool {
        guard bytes.count == 16 else { return false }
        if bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) {
            return isPublic(v4: Array(bytes[12...]))
        }
        guard bytes[0] & 0xE0 == 0x20 else { return false }
        let isTeredo = bytes.starts(with: [0x20, 0x01, 0, 0])
        let isExample = bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8])
        let is6to4 = bytes.starts(with: [0x20, 0x02])
        return !isTeredo && !isExample && !is6to4
    }
}
