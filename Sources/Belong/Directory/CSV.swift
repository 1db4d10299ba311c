/// A table as text, one line at a time: commas, quotes that may hold commas,
/// quotes and new lines (RFC 4180), either kind of line end, with or without the
/// mark some programs put in front of UTF-8.
struct CSV: Sequence {
    private let bytes: [UInt8]

    /// One line of it. `number` is where it begins in the file, counted from 1.
    struct Line: Equatable {
        let number: Int
        let fields: [String]
        /// A quote was opened here and never closed.
        var isBroken = false
    }

    /// Why a file is not such a table.
    enum Refused: Error, Equatable {
        /// It is not UTF-8, and the first byte that is not stands on this line.
        case encoding(line: Int)
        case empty
    }

    init(_ bytes: [UInt8]) throws(Refused) {
        guard !bytes.isEmpty else { throw .empty }
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw .encoding(line: 1)
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .encoding(line: Self.firstLineThatIsNot(bytes))
        }
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    func makeIterator() -> Lines {
        Lines(bytes: bytes)
    }

    private static func firstLineThatIsNot(_ bytes: [UInt8]) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
    }

    struct Lines: IteratorProtocol {
        fileprivate let bytes: [UInt8]
        private var at = 0
        private var line = 1

        fileprivate init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        /// The next line that is not empty.
        mutating func next() -> Line? {
            while at < bytes.count, bytes[at] == Self.newLine || bytes[at] == Self.carriageReturn {
                if bytes[at] == Self.newLine { line += 1 }
                at += 1
            }
            guard at < bytes.count else { return nil }
            let number = line
            var fields: [String] = []
            while true {
                guard let field = field() else {
                    at = bytes.count
                    return Line(number: number, fields: fields, isBroken: true)
                }
                fields.append(field)
                guard at < bytes.count, bytes[at] == Self.comma else { break }
                at += 1
            }
            return Line(number: number, fields: fields)
        }

        /// Up to the next comma or line end. None, if a quote is never closed.
        private mutating func field() -> String? {
            guard at < bytes.count, bytes[at] == Self.quote else { return plain() }
            at += 1
            var kept: [UInt8] = []
            while at < bytes.count {
                let byte = bytes[at]
                at += 1
                if byte == Self.quote {
                    guard at < bytes.count, bytes[at] == Self.quote else {
                        return String(decoding: kept, as: UTF8.self) + plain()
                    }
                    at += 1
                }
                if byte == Self.newLine { line += 1 }
                kept.append(byte)
            }
            return nil
        }

        private mutating func plain() -> String {
            let start = at
            while at < bytes.count, bytes[at] != Self.comma, bytes[at] != Self.newLine,
                bytes[at] != Self.carriageReturn
            {
                at += 1
            }
            return String(decoding: bytes[start..<at], as: UTF8.self)
        }

        private static let comma = UInt8(ascii: ",")
        private static let quote = UInt8(ascii: "\"")
        private static let newLine = UInt8(ascii: "\n")
        private static let carriageReturn = UInt8(ascii: "\r")
    }
}
