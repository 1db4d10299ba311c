import Foundation
import Kernel

/// One page of a feed, or a whole file of services: a plain list, a page of
/// version 3 (`contents`), or one of the older shape (`content`).
struct ServicePage: Decodable {
    let services: [Attempt<Service>]
    /// How many services the feed says it has in all.
    let total: Int?
    let isFirst: Bool?
    let isLast: Bool?
    let number: Int?
    let pages: Int?

    init(from decoder: any Decoder) throws {
        if let list = try? decoder.unkeyedContainer() {
            self.init(services: try Self.all(list))
            return
        }
        let container = try decoder.container(keyedBy: AnyKey.self)
        let fields = try Fields(from: decoder)
        guard let name = ["contents", "content"].first(where: fields.has) else {
            throw NotServices()
        }
        self.init(
            services: try container.decode([Attempt<Service>].self, forKey: AnyKey(stringValue: name)),
            total: fields.number("total_items", "totalElements").flatMap { Int(exactly: $0) },
            isFirst: fields.flag("first_page") ?? fields.flag("first"),
            isLast: fields.flag("last_page") ?? fields.flag("last"),
            number: fields.number("page_number", "number").flatMap { Int(exactly: $0) },
            pages: fields.number("total_pages", "totalPages").flatMap { Int(exactly: $0) }
        )
    }

    private init(
        services: [Attempt<Service>],
        total: Int? = nil,
        isFirst: Bool? = nil,
        isLast: Bool? = nil,
        number: Int? = nil,
        pages: Int? = nil
    ) {
        self.services = services
        self.total = total
        self.isFirst = isFirst
        self.isLast = isLast
        self.number = number
        self.pages = pages
    }

    private static func all(_ list: any UnkeyedDecodingContainer) throws -> [Attempt<Service>] {
        var list = list
        var services: [Attempt<Service>] = []
        services.reserveCapacity(list.count ?? 0)
        while !list.isAtEnd { services.append(try list.decode(Attempt<Service>.self)) }
        return services
    }

    /// It is JSON, and not what we know.
    struct NotServices: Error {}

    /// Reads it, or says in one sentence where it stops being JSON.
    static func read(_ bytes: Data, from place: String) throws -> ServicePage {
        do {
            return try JSONDecoder().decode(ServicePage.self, from: bytes)
        } catch is NotServices {
            throw UnreadableSource("\(place) is neither a list of services nor a page of them.")
        } catch let error as DecodingError {
            guard case .dataCorrupted = error else {
                throw UnreadableSource("\(place) is not a list of services: \(error.sentence()).")
            }
            throw UnreadableSource(
                "\(place) is not whole JSON: it cannot be read \(JSONBreak(in: bytes).words)."
            )
        }
    }
}

/// Where a text stops being JSON. The decoder knows only that it does; people who
/// have to mend a file need the line.
struct JSONBreak: Equatable {
    let words: String

    /// Finds the longest beginning whose brackets and quotes fit together.
    init(in bytes: Data) {
        words = Self.found(in: bytes)
    }

    private static func found(in bytes: Data) -> String {
        guard String(validating: bytes, as: UTF8.self) != nil else { return "because it is not UTF-8" }
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return "because it is empty" }
        guard [UInt8(ascii: "{"), UInt8(ascii: "["), 0xEF].contains(first) else {
            return "from its first line on"
        }
        var walk = Walk()
        for byte in bytes {
            walk.step(byte)
            if walk.isBroken { return "beyond line \(walk.line)" }
        }
        return walk.isClosed
            ? "because of a misplaced comma or word"
            : "beyond its end, line \(walk.line): it breaks off there"
    }

    private struct Walk {
        var line = 1
        var isBroken = false
        private var open: [UInt8] = []
        private var isInText = false
        private var isEscaped = false

        var isClosed: Bool { open.isEmpty && !isInText }

        mutating func step(_ byte: UInt8) {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInText = false
                } else {
                    isBroken = byte < 0x20
                }
                return
            }
            switch byte {
            case UInt8(ascii: "\""): isInText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(byte + 2)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): isBroken = open.popLast() != byte
            case UInt8(ascii: "<"): isBroken = true
            default: break
            }
        }
    }
}
