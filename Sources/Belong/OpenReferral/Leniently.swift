/// One thing of a list that may be unreadable without spoiling the rest.
struct Attempt<Thing: Decodable>: Decodable {
    let result: Result<Thing, Unread>

    /// Why it could not be read, in words, with the place inside it.
    struct Unread: Error {
        let reason: String
        /// What the source calls it, so that it is not thought to be gone.
        var id: String?
    }

    /// One whose id is known and that cannot be taken.
    init(refusing reason: String, id: String) {
        result = .failure(Unread(reason: reason, id: id))
    }

    init(from decoder: any Decoder) throws {
        do {
            result = .success(try Thing(from: decoder))
        } catch let error as DecodingError {
            result = .failure(Unread(reason: error.sentence(below: decoder.codingPath.count)))
        }
    }
}

extension DecodingError {
    /// “name” is missing. `depth` is how much of the path belongs to what stands round it.
    func sentence(below depth: Int = 0) -> String {
        func place(_ path: [any CodingKey], _ last: (any CodingKey)? = nil) -> String {
            let keys = path.dropFirst(depth) + (last.map { [$0] } ?? [])
            let words = keys.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
            return words.isEmpty ? "it" : "“\(words.joined(separator: " › "))”"
        }
        return switch self {
        case .keyNotFound(let key, let context): "\(place(context.codingPath, key)) is missing"
        case .valueNotFound(_, let context): "\(place(context.codingPath)) is empty"
        case .typeMismatch(_, let context): "\(place(context.codingPath)) is not what it should be"
        case .dataCorrupted(let context): "\(place(context.codingPath)) cannot be read"
        @unknown default: "it cannot be read"
        }
    }
}

/// The names of fields, whatever they are.
struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init?(intValue: Int) {
        stringValue = "\(intValue)"
        self.intValue = intValue
    }
}

/// The fields of one object, under whichever of several names a feed uses. What is
/// missing, empty or of the wrong kind is not there.
struct Fields: Decodable {
    private let container: KeyedDecodingContainer<AnyKey>

    init(from decoder: any Decoder) throws {
        container = try decoder.container(keyedBy: AnyKey.self)
    }

    func has(_ name: String) -> Bool {
        container.contains(AnyKey(stringValue: name))
    }

    /// Text as it may stand on a page: no markup, no control characters, not empty.
    func text(_ names: String..., upTo longest: Int = 500) -> String? {
        for name in names {
            let key = AnyKey(stringValue: name)
            guard container.contains(key) else { continue }
            if let text = try? container.decode(String.self, forKey: key) {
                let plain = PlainText.of(text, upTo: longest)
                if !plain.isEmpty { return plain }
            } else if let number = try? container.decode(Int.self, forKey: key) {
                return String(number)
            }
        }
        return nil
    }

    /// A number, also where it stands in quotes.
    func number(_ names: String...) -> Double? {
        for name in names {
            let key = AnyKey(stringValue: name)
            guard container.contains(key) else { continue }
            if let number = try? container.decode(Double.self, forKey: key) { return number }
            if let text = try? container.decode(String.self, forKey: key), let number = Double(text) {
                return number
            }
        }
        return nil
    }

    func flag(_ name: String) -> Bool? {
        try? container.decode(Bool.self, forKey: AnyKey(stringValue: name))
    }

    func object(_ names: String...) -> Fields? {
        for name in names {
            let key = AnyKey(stringValue: name)
            guard container.contains(key) else { continue }
            if let found = try? container.decode(Fields.self, forKey: key) { return found }
        }
        return nil
    }

    /// The objects of a list; those that are none are left out.
    func list(_ names: String...) -> [Fields] {
        for name in names {
            let key = AnyKey(stringValue: name)
            guard container.contains(key) else { continue }
            guard let found = try? container.decode([Attempt<Fields>].self, forKey: key) else { continue }
            return found.compactMap { try? $0.result.get() }
        }
        return []
    }
}
