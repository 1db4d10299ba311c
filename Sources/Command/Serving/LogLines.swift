import Foundation
import Logging
import Store

/// The log, one line of JSON for each thing that happens, to standard error.
/// Whatever stands in a line, it stays one line.
struct LogLines: LogHandler {
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel: Logger.Level
    private let label: String
    private let write: @Sendable (String) -> Void

    init(label: String, level: Logger.Level, write: @escaping @Sendable (String) -> Void = { tell($0) }) {
        self.label = label
        self.write = write
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        write(line(of: event, at: .now))
    }

    func line(of event: LogEvent, at now: Date) -> String {
        var fields = [
            "\"time\":\(now.timestamp.quoted)",
            "\"level\":\(event.level.rawValue.quoted)",
            "\"from\":\(label.quoted)",
            "\"message\":\(event.message.description.quoted)",
        ]
        let details = metadata.merging(event.metadata ?? [:]) { _, own in own }
        for (key, value) in details.sorted(by: { $0.key < $1.key }) {
            let name = key == "hb.request.id" ? "request" : key
            fields.append("\(name.quoted):\(value.json)")
        }
        if let error = event.error {
            fields.append("\"error\":\(String(reflecting: type(of: error)).quoted)")
        }
        return "{\(fields.joined(separator: ","))}"
    }
}

extension Logger.MetadataValue {
    /// Numbers as numbers, all else as text.
    fileprivate var json: String {
        switch self {
        case .stringConvertible(let number as Int): String(number)
        case .stringConvertible(let number as Double): String(number)
        case .string, .stringConvertible, .array, .dictionary: description.quoted
        }
    }
}

extension String {
    /// As JSON writes it, with everything that could steer a terminal or break a
    /// line spelt out.
    fileprivate var quoted: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case _ where scalar.steersTerminals: text += scalar.escaped
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension Unicode.Scalar {
    /// Control characters old and new, line and paragraph ends, marks that turn text around.
    fileprivate var steersTerminals: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    fileprivate var escaped: String {
        Character(self).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        .joined()
    }
}
