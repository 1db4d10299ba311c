/// What the two engines write differently, by name. Nothing else differs.
public enum Dialect: Sendable {
    case sqlite
    case postgres

    /// Holds the rows that were read until this transaction ends. SQLite has one
    /// writer at a time and needs no such words.
    public var forUpdate: SQL {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR UPDATE"
        }
    }

    /// Waits until nobody else's transaction has any of these numbers, and keeps
    /// them until this one ends: for taking turns over something that is not there
    /// yet and so has no row to hold. SQLite has one writer at a time.
    public func turns(over numbers: [Int64]) -> SQL? {
        switch self {
        case .sqlite: nil
        case .postgres:
            // In one order for everyone, so that no two wait for each other.
            numbers.sorted().reduce(into: "SELECT 1" as SQL) { statement, number in
                statement = "\(statement), pg_advisory_xact_lock(\(Int(number)))"
            }
        }
    }

    /// Has what follows in this transaction planned for the values it is asked with.
    /// PostgreSQL takes one plan for all values from the sixth time on, which for a
    /// search is the wrong one for nearly all: 160 ms instead of 2, measured with 1,274
    /// activities.
    public var planning: SQL? {
        switch self {
        case .sqlite: nil
        case .postgres: "SET LOCAL plan_cache_mode = force_custom_plan"
        }
    }

    /// Keeps the rows that were read from being held by anyone `forUpdate`, and
    /// lets everyone else hold them too.
    public var holding: SQL {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR KEY SHARE"
        }
    }

    /// The rows held `forUpdate`, passing over rows that another node holds.
    public var skippingLocked: SQL {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR UPDATE SKIP LOCKED"
        }
    }

    /// The names of the tables there are.
    var tables: SQL {
        switch self {
        case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table'"
        case .postgres: "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
        }
    }
}
