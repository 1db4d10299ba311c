import Foundation
import Kernel

/// What both engines can hold, each in its own natural type.
public enum Value: Sendable, Equatable {
    case null
    case flag(Bool)
    case integer(Int64)
    case real(Double)
    case text(String)
    case key(UUID)
    case instant(Date)
    case day(Day)
}

/// A type that lives in one column.
public protocol Column: Sendable {
    init?(_ value: Value)
    var value: Value { get }
}

extension String: Column {
    public init?(_ value: Value) {
        guard case .text(let text) = value else { return nil }
        self = text
    }

    public var value: Value { .text(self) }
}

extension Int: Column {
    public init?(_ value: Value) {
        guard case .integer(let number) = value else { return nil }
        self = Int(number)
    }

    public var value: Value { .integer(Int64(self)) }
}

extension Double: Column {
    public init?(_ value: Value) {
        switch value {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        case .null, .flag, .text, .key, .instant, .day: return nil
        }
    }

    public var value: Value { .real(self) }
}

extension Bool: Column {
    public init?(_ value: Value) {
        switch value {
        case .flag(let flag): self = flag
        case .integer(let number): self = number != 0
        case .null, .real, .text, .key, .instant, .day: return nil
        }
    }

    public var value: Value { .flag(self) }
}

extension Date: Column {
    public init?(_ value: Value) {
        switch value {
        case .instant(let instant): self = instant
        case .text(let text): self.init(timestamp: text)
        case .null, .flag, .integer, .real, .key, .day: return nil
        }
    }

    public var value: Value { .instant(self) }
}

extension Day: Column {
    public init?(_ value: Value) {
        switch value {
        case .day(let day): self = day
        case .text(let text): self.init(text)
        case .null, .flag, .integer, .real, .key, .instant: return nil
        }
    }

    public var value: Value { .day(self) }
}

extension Key: Column {
    public init?(_ value: Value) {
        switch value {
        case .key(let uuid): self.init(uuid)
        case .text(let text): self.init(text)
        case .null, .flag, .integer, .real, .instant, .day: return nil
        }
    }

    public var value: Value { .key(uuid) }
}

extension Optional: Column where Wrapped: Column {
    public init?(_ value: Value) {
        if value == .null {
            self = .none
        } else if let wrapped = Wrapped(value) {
            self = .some(wrapped)
        } else {
            return nil
        }
    }

    public var value: Value { self?.value ?? .null }
}

/// A word of the field that is kept as its text: `enum Mode: String, Column`.
extension RawRepresentable where Self: Sendable, RawValue == String {
    public init?(_ value: Value) {
        guard let text = String(value) else { return nil }
        self.init(rawValue: text)
    }

    public var value: Value { .text(rawValue) }
}

/// A value of the field that is kept as it is written: `extension Postcode: Column {}`.
extension LosslessStringConvertible where Self: Sendable {
    public init?(_ value: Value) {
        guard let text = String(value) else { return nil }
        self.init(text)
    }

    public var value: Value { .text(description) }
}

extension NHSNumber: Column {
    public var value: Value { .text(digits) }
}

extension PhoneNumber: Column {
    public var value: Value { .text(digits) }
}

extension Postcode: Column {}
extension ODSCode: Column {}
extension EmailAddress: Column {}
extension WebAddress: Column {}
