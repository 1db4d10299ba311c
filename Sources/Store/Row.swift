/// One row, read column by column as whatever type is wanted: `try row("made_at")`.
package struct Row: Sendable {
    let columns: Columns
    let values: [Value]

    package func callAsFunction<Content: Column>(_ column: String) throws -> Content {
        guard let index = columns.index[column], let content = Content(values[index]) else {
            throw Unreadable(column: column)
        }
        return content
    }

    func first<Content: Column>() throws -> Content {
        guard let value = values.first, let content = Content(value) else {
            throw Unreadable(column: columns.names.first ?? "")
        }
        return content
    }

    /// The names of an answer's columns, shared by all its rows.
    struct Columns: Sendable {
        let names: [String]
        let index: [String: Int]

        init(_ names: [String]) {
            self.names = names
            index = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        }
    }

    /// A column that is not in the answer, or holds something else than was
    /// expected. Names the column and never its contents.
    struct Unreadable: Error, CustomStringConvertible {
        let column: String

        var description: String { "the column \(column) cannot be read" }
    }
}
