/// For what PostgreSQL does only outside a transaction: making a database for a
/// test, asking for its version.
public struct PostgresAdministration: Sendable {
    let address: String

    public init(address: String) {
        self.address = address
    }

    public func run(_ command: String) async throws {
        let pool = ConnectionPool(address: address, limit: 1, patience: .seconds(5))
        try await pool.use { try $0.command(command) }
        await pool.close()
    }
}
