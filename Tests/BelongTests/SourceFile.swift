import Foundation
import Testing

/// A file of this project, read as text.
struct SourceFile: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String

    var testDescription: String { path }
    var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The target it belongs to: `Belong`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    /// The feature whose folder it is in: `Belong/Referrals`. Below the features
    /// a whole target is one.
    var feature: String {
        let folders = path.split(separator: "/").dropFirst().dropLast()
        return folders.prefix(target == "Belong" ? 2 : 1).joined(separator: "/")
    }

    var tablesWritten: Set<String> {
        Set(text.matches(of: /(?:INSERT INTO|UPDATE|DELETE FROM) "?([a-z][a-z_]+)"?/).map { String($0.1) })
    }

    var tablesMade: Set<String> {
        let made = /CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?"?([a-z][a-z_]+)"?/
        return Set(text.matches(of: made).map { String($0.1) })
    }

    /// The types that are said here to be pages.
    var pages: [String] {
        text.matches(of: /(?:struct|enum|extension) (\w+): [^{\n]*\bPage\b[^{\n]*\{/).map { String($0.1) }
    }

    func imports(_ module: String) -> Bool {
        lines.contains { $0.hasSuffix("import \(module)") }
    }

    static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

    static func all(in folder: String, ending: String = ".swift") throws -> [SourceFile] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
        return try paths.filter { $0.hasSuffix(ending) }.sorted().map { path in
            let file = root.appending(path: folder).appending(path: path)
            return try SourceFile(path: "\(folder)/\(path)", text: String(contentsOf: file, encoding: .utf8))
        }
    }

    /// Which feature made each table.
    static func tableOwners() throws -> [String: String] {
        let made = try all(in: "Sources").flatMap { file in file.tablesMade.map { ($0, file.feature) } }
        return Dictionary(made, uniquingKeysWith: { first, _ in first })
    }
}
