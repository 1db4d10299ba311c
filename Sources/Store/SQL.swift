import Foundation
import Kernel

/// A statement and the values it carries. Interpolation binds; it never splices text.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    public private(set) var parts: [Part]

    public enum Part: Sendable {
        case text(String)
        case value(Value)
    }

    public init(stringLiteral text: String) {
        parts = [.text(text)]
    }

    public init(stringInterpolation: StringInterpolation) {
        parts = stringInterpolation.parts
    }

    /// Text of our own making, such as a dialect's. Never anything a person typed.
    public init(trusted text: String) {
        parts = [.text(text)]
    }

    /// The text with `$1…$n` where the values go, which both engines read, and
    /// the values in that order.
    var bound: (text: String, values: [Value]) {
        var text = ""
        text.reserveCapacity(1024)
        var values: [Value] = []
        for part in parts {
            switch part {
            case .text(let literal):
                text += literal
            case .value(let value):
                values.append(value)
                text += "$\(values.count)"
            }
        }
        return (text, values)
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var parts: [Part] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            parts.reserveCapacity(interpolationCount * 2 + 1)
        }

        public mutating func appendLiteral(_ text: String) {
            parts.append(.text(text))
        }

        public mutating func appendInterpolation(_ column: some Column) {
            parts.append(.value(column.value))
        }

        public mutating func appendInterpolation(_ column: (some Column)?) {
            parts.append(.value(column?.value ?? .null))
        }

        public mutating func appendInterpolation(_ fragment: SQL) {
            parts.append(contentsOf: fragment.parts)
        }

        /// Several values between commas: `IN (\(each: ids))`. An empty list matches nothing.
        public mutating func appendInterpolation(each columns: some Sequence<some Column>) {
            var isFirst = true
            for column in columns {
                if !isFirst { parts.append(.text(", ")) }
                parts.append(.value(column.value))
                isFirst = false
            }
            if isFirst { parts.append(.text("NULL")) }
        }
    }
}
