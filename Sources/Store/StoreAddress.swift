/// Where a store is: `sqlite:PATH`, or libpq's own `postgres://…`.
public enum StoreAddress: Sendable, Equatable {
    case sqlite(path: String)
    case postgres(address: String)

    public init?(_ text: String) {
        if text.hasPrefix("sqlite:"), text.count > 7 {
            self = .sqlite(path: String(text.dropFirst(7)))
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(address: text)
        } else {
            return nil
        }
    }

    /// - Parameters:
    ///   - connections: how many to PostgreSQL at most.
    ///   - patience: how long work waits for a PostgreSQL that is gone.
    public func open(connections: Int = 8, patience: Duration = .seconds(15)) throws -> any Store {
        switch self {
        case .sqlite(let path): try SQLiteStore(path: path)
        case .postgres(let address):
            PostgresStore(address: address, connections: connections, patience: patience)
        }
    }
}
