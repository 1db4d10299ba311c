import Foundation

/// An identifier that remembers what it identifies, so that a person's can
/// never be passed where a referral's is wanted. Read it as `Referral.ID`.
///
/// Made here, never by the database: version 7 of RFC 9562, so that keys sort
/// by when they were made and new rows go to the end of an index.
public struct Key<Subject>: Hashable, Sendable, LosslessStringConvertible {
    public let uuid: UUID

    public init(at now: Date = .now) {
        let milliseconds = UInt64(max(0, now.timeIntervalSince1970 * 1000))
        var bytes = UUID().uuid
        bytes.0 = UInt8(truncatingIfNeeded: milliseconds >> 40)
        bytes.1 = UInt8(truncatingIfNeeded: milliseconds >> 32)
        bytes.2 = UInt8(truncatingIfNeeded: milliseconds >> 24)
        bytes.3 = UInt8(truncatingIfNeeded: milliseconds >> 16)
        bytes.4 = UInt8(truncatingIfNeeded: milliseconds >> 8)
        bytes.5 = UInt8(truncatingIfNeeded: milliseconds)
        bytes.6 = 0x70 | (bytes.6 & 0x0F)
        uuid = UUID(uuid: bytes)
    }

    public init(_ uuid: UUID) {
        self.uuid = uuid
    }

    public init?(_ text: String) {
        guard let uuid = UUID(hexadecimal: text) else { return nil }
        self.uuid = uuid
    }

    public var description: String {
        uuid.hexadecimal
    }
}

extension Key: Codable {
    public init(from decoder: any Decoder) throws {
        uuid = try decoder.singleValueContainer().decode(UUID.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(uuid)
    }
}
