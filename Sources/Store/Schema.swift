/// The tables one feature owns, as the changes that made them. Only files beside
/// it may write to them; anyone may read.
public protocol Schema {
    static var changes: [Change] { get }
}

/// One change, applied once, in order of name, and never edited afterwards. Its
/// name is a date and a noun: `2026-11-22 referrals`.
public struct Change: Sendable {
    public let name: String
    private let script: String
    private let sqlite: String
    private let postgres: String

    /// - Parameters:
    ///   - script: what both engines read.
    ///   - sqlite: what only SQLite needs besides, such as an FTS5 table.
    ///   - postgres: what only PostgreSQL needs besides, such as a GIN index.
    public init(_ name: String, _ script: String, sqlite: String = "", postgres: String = "") {
        self.name = name
        self.script = script
        self.sqlite = sqlite
        self.postgres = postgres
    }

    func script(for dialect: Dialect) -> String {
        switch dialect {
        case .sqlite: script + "\n" + sqlite
        case .postgres: script + "\n" + postgres
        }
    }
}
