/// What an engine itself finds wrong with what it holds.
extension Store {
    /// One sentence for each fault, in words for whoever looks after the machine.
    public func faults() async throws -> [String] {
        try await read { view in
            switch view.dialect {
            case .sqlite: try view.brokenPages() + view.danglingRows()
            case .postgres: try view.brokenIndexes()
            }
        }
    }
}

extension Reader {
    fileprivate func brokenPages() throws -> [String] {
        let verdicts: [String] = try values("PRAGMA integrity_check(20)")
        return verdicts == ["ok"] ? [] : verdicts.map { "SQLite: \($0)" }
    }

    fileprivate func danglingRows() throws -> [String] {
        try rows("PRAGMA foreign_key_check").map { row in
            let (table, parent): (String, String) = try (row("table"), row("parent"))
            return "a row of \(table) names something in \(parent) that is not there"
        }
    }

    fileprivate func brokenIndexes() throws -> [String] {
        let names: [String] = try values(
            """
            SELECT pg_class.relname
            FROM pg_index
            JOIN pg_class ON pg_class.oid = pg_index.indexrelid
            WHERE NOT pg_index.indisvalid
            ORDER BY pg_class.relname
            """
        )
        return names.map { "the index \($0) is not valid" }
    }
}
