import Kernel
import Store

/// A practice as a letterhead has it.
struct Letterhead: Stored {
    let name: String
    let address: String?
    let postcode: String?
    let phone: String?

    init(_ row: Row) throws {
        name = try row("name")
        address = try row("address")
        postcode = try row("postcode")
        phone = try row("phone")
    }

    init(name: String, address: String?, postcode: String?, phone: String?) {
        (self.name, self.address, self.postcode, self.phone) = (name, address, postcode, phone)
    }

    var lines: [String] {
        [name, address.map(\.asAddress), postcode].compactMap(\.self)
    }
}

extension Reader {
    func practice(_ id: Organisation.ID) throws -> Letterhead {
        let found: Letterhead? = try first(
            "SELECT name, address, postcode, phone FROM organisation WHERE id = \(id)"
        )
        guard let found else { throw Missing() }
        return found
    }
}

extension String {
    private static let streets: Set<String> = [
        "road", "street", "lane", "avenue", "drive", "close", "way", "place", "crescent", "square", "court",
        "grove",
        "terrace", "row", "gardens", "hill", "green",
    ]
    private static let counties: Set<String> = [
        "cheshire", "lancashire", "derbyshire", "merseyside", "yorkshire", "cumbria", "staffordshire",
        "shropshire",
    ]

    /// *462 Northenden Road Sale Cheshire*, as lists have it, with the commas an envelope has.
    var asAddress: String {
        guard !contains(",") else { return self }
        let words = split(whereSeparator: \.isWhitespace).map(String.init)
        let street = words.lastIndex { Self.streets.contains($0.lowercased()) }
        return words.enumerated().reduce("") { line, next in
            let (place, word) = (next.offset, next.element)
            guard place > 0 else { return word }
            let isCounty = place == words.count - 1 && Self.counties.contains(word.lowercased())
            return line + (street == place - 1 || isCounty ? ", " : " ") + word
        }
    }
}
