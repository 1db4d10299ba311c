import Store

extension Writer {
    /// Puts many rows in with few statements: `table (a, b)`, the rows, and what
    /// to do about those that are there. Says how many it touched.
    @discardableResult
    func insert(_ table: String, _ rows: [[any Column]], onConflict: String = "") throws -> Int {
        var touched = 0
        for start in stride(from: 0, to: rows.count, by: 500) {
            let batch = rows[start..<Swift.min(start + 500, rows.count)]
            touched += try run(.inserting(into: table, batch, ending: onConflict))
        }
        return touched
    }
}

extension SQL {
    /// One `INSERT` of several rows. The table and the ending are our own words.
    static func inserting(
        into table: String,
        _ rows: some Collection<[any Column]>,
        ending: String = ""
    ) -> SQL {
        var text = StringInterpolation(literalCapacity: 0, interpolationCount: rows.count * 8)
        text.appendLiteral("INSERT INTO \(table) VALUES ")
        var isFirstRow = true
        for row in rows {
            text.appendLiteral(isFirstRow ? "(" : ", (")
            isFirstRow = false
            for (position, column) in row.enumerated() {
                if position > 0 { text.appendLiteral(", ") }
                text.appendInterpolation(column)
            }
            text.appendLiteral(")")
        }
        text.appendLiteral(" " + ending)
        return SQL(stringInterpolation: text)
    }
}
