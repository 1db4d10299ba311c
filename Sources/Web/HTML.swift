import Kernel

/// Markup that is safe by construction: whatever is interpolated is escaped, and
/// only other markup is taken as it stands. Attribute values are always quoted.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
    package private(set) var bytes: [UInt8]

    /// Where the hidden fields go that make a form safe to send; see `Guard`.
    private(set) var guards: [Int] = []

    package init(stringLiteral text: String) {
        bytes = Array(text.utf8)
    }

    package init(stringInterpolation: StringInterpolation) {
        bytes = stringInterpolation.html.bytes
        guards = stringInterpolation.html.guards
    }

    package static let nothing: HTML = ""

    /// The place of a form's hidden fields.
    static let guarded = HTML(bytes: [], guards: [0])

    private init(bytes: [UInt8], guards: [Int]) {
        self.bytes = bytes
        self.guards = guards
    }

    package mutating func append(_ markup: HTML) {
        guards.append(contentsOf: markup.guards.map { $0 + bytes.count })
        bytes.append(contentsOf: markup.bytes)
    }

    /// With every form's hidden fields in their places, each made anew.
    func filling(guards field: () -> HTML) -> [UInt8] {
        guard !guards.isEmpty else { return bytes }
        var filled: [UInt8] = []
        filled.reserveCapacity(bytes.count + guards.count * 160)
        var start = 0
        for place in guards {
            filled.append(contentsOf: bytes[start..<place])
            filled.append(contentsOf: field().bytes)
            start = place
        }
        filled.append(contentsOf: bytes[start...])
        return filled
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var html = HTML(bytes: [], guards: [])

        package init(literalCapacity: Int, interpolationCount: Int) {
            html.bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ text: String) {
            html.bytes.append(contentsOf: text.utf8)
        }

        package mutating func appendInterpolation(_ text: String) {
            html.escape(text)
        }

        package mutating func appendInterpolation(_ text: Substring) {
            html.escape(String(text))
        }

        /// Words, where there are any. Named, so that markup which may be missing is
        /// never taken for words and escaped.
        package mutating func appendInterpolation(text: String?) {
            if let text { html.escape(text) }
        }

        package mutating func appendInterpolation(_ number: Int) {
            appendLiteral(String(number))
        }

        package mutating func appendInterpolation<Subject>(_ key: Key<Subject>) {
            appendLiteral(key.description)
        }

        package mutating func appendInterpolation(_ address: WebAddress) {
            html.escape(address.description)
        }

        /// Other markup, where there is any.
        package mutating func appendInterpolation(_ markup: HTML?) {
            if let markup { html.append(markup) }
        }

        package mutating func appendInterpolation<Subjects: Sequence>(
            each subjects: Subjects,
            _ markup: (Subjects.Element) -> HTML
        ) {
            for subject in subjects {
                html.append(markup(subject))
            }
        }
    }

    /// Most words need no escaping, so stretches without are taken as they stand.
    private mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for place in source.indices {
                guard let entity = source[place].entity else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<place]))
                bytes.append(contentsOf: entity.utf8)
                start = place + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
        }
    }
}

extension UInt8 {
    /// What stands for it where it would be read as markup.
    fileprivate var entity: String? {
        switch self {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

extension HTML: CustomStringConvertible {
    package var description: String {
        String(decoding: bytes, as: UTF8.self)
    }
}
