/// One row, read column by column as whatever type is wanted: `try row("made_at")`.
public struct Row: Sendable {
    let columns: Columns
    let values: [Value]

    public func callAsFunction<Content: Column>(_ column: String) throws -> Content {
        guard let index = columns.index(of: column), let content = Content(values[index]) else {
            throw Unreadable(column: column)
        }
        return content
    }

    public func first<Content: Column>() throws -> Content {
        guard let value = values.first, let content = Content(value) else {
            throw Unreadable(column: columns.names.first ?? "")
        }
        return content
    }

    /// The names of an answer's columns, shared by all its rows.
    struct Columns: Sendable {
        let names: [String]

        init(_ names: [String]) {
            self.names = names
        }

        /// An answer has few columns, so looking along them is quicker than any table of names.
        func index(of column: String) -> Int? {
            names.firstIndex(of: column)
        }
    }

    /// A column that is not in the answer, or holds something else than was
    /// expected. Names the column and never its contents.
    struct Unreadable: Error, CustomStringConvertible {
        let column: String

        var description: String { "the column \(column) cannot be read" }
    }
}
