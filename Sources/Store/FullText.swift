/// What to look for in a text index: every group must be met by one of its
/// words, and none of the marks in `without` may be there.
public struct TextQuery: Sendable, Equatable {
    public var groups: [Group]
    public var without: [String]

    /// Words that stand in the text, or marks we put on it ourselves; one is enough.
    public struct Group: Sendable, Equatable {
        public var words: [String]
        public var marks: [String]

        public init(words: [String] = [], marks: [String] = []) {
            self.words = words
            self.marks = marks
        }
    }

    public init(_ groups: [Group] = [], without: [String] = []) {
        self.groups = groups
        self.without = without
    }
}

/// A table whose columns `name`, `words` and `tags` can be searched by text, and
/// the full-text index SQLite keeps beside it. On PostgreSQL the table carries a
/// generated column `document` instead, with the weights A, B and D.
public struct TextIndex: Sendable {
    let table: String
    let index: String

    public init(table: String, index: String) {
        self.table = table
        self.index = index
    }
}

/// A piece of the map between two parallels and two meridians.
public struct MapBox: Sendable, Equatable {
    public let south: Double
    public let north: Double
    public let west: Double
    public let east: Double

    public init(south: Double, north: Double, west: Double, east: Double) {
        self.south = south
        self.north = north
        self.west = west
        self.east = east
    }
}

extension Dialect {
    /// What a search by text reads from.
    public func source(of text: TextIndex) -> SQL {
        switch self {
        case .sqlite: SQL(trusted: text.index)
        case .postgres: SQL(trusted: text.table)
        }
    }

    /// Only the rows that have what is looked for, under the same name. PostgreSQL
    /// takes the `OFFSET 0` as a fence: it asks the text index first, as SQLite
    /// does, and not every row of what is joined to it.
    public func hits(of query: TextQuery, in text: TextIndex) -> SQL {
        switch self {
        case .sqlite: source(of: text)
        case .postgres:
            """
            (SELECT number, document FROM \(source(of: text)) WHERE \(matches(query, in: text)) OFFSET 0)
            AS \(source(of: text))
            """
        }
    }

    /// What is still to be asked of such a row: nothing on PostgreSQL.
    public func isHit(by query: TextQuery, in text: TextIndex) -> SQL {
        switch self {
        case .sqlite: matches(query, in: text)
        case .postgres: "TRUE"
        }
    }

    /// The number of the row that was hit.
    public func number(in text: TextIndex) -> SQL {
        switch self {
        case .sqlite: SQL(trusted: "\(text.index).rowid")
        case .postgres: SQL(trusted: "\(text.table).number")
        }
    }

    /// Whether a row has what is looked for.
    public func matches(_ query: TextQuery, in text: TextIndex) -> SQL {
        switch self {
        case .sqlite: "\(SQL(trusted: text.index)) MATCH \(query.fts5)"
        case .postgres:
            "\(SQL(trusted: text.table)).offered AND \(SQL(trusted: text.table)).document @@ \(query.tsquery)::tsquery"
        }
    }

    /// How well it has it: a word in a name counts for more, a mark for nothing.
    public func relevance(of query: TextQuery, in text: TextIndex) -> SQL {
        switch self {
        case .sqlite: SQL(trusted: "(0.1 - bm25(\(text.index), 8.0, 1.0, 0.0))")
        case .postgres:
            "(0.1 + ts_rank('{0,0,0.12,1}', \(SQL(trusted: text.table)).document, \(query.tsquery)::tsquery))"
        }
    }

    /// Whether the row of `table` lies in that piece of the map. SQLite asks its
    /// R*Tree `index` by the table's whole-numbered key.
    public func isWithin(_ box: MapBox, _ table: String, key: String, index: String) -> SQL {
        switch self {
        case .sqlite:
            """
            \(SQL(trusted: "\(table).\(key)")) IN (
                SELECT id FROM \(SQL(trusted: index))
                WHERE south >= \(box.south) AND north <= \(box.north)
                    AND west >= \(box.west) AND east <= \(box.east))
            """
        case .postgres: isBetween(box, table)
        }
    }

    /// The same, asked of a row that was found in some other way.
    public func isBetween(_ box: MapBox, _ table: String) -> SQL {
        """
        \(SQL(trusted: table)).latitude BETWEEN \(box.south) AND \(box.north)
            AND \(SQL(trusted: table)).longitude BETWEEN \(box.west) AND \(box.east)
        """
    }
}

extension TextQuery {
    /// In FTS5's words. Everything is quoted, so nothing typed is ever read as syntax.
    var fts5: String {
        let met = groups.map { "(\($0.fts5))" }.joined(separator: " AND ")
        return without.isEmpty ? met : "(\(met)) NOT (tags : (\(without.quoted)))"
    }

    /// In PostgreSQL's.
    var tsquery: String {
        let met = groups.map { "(\($0.tsquery))" }
        return (met + without.map { "!\($0.lexeme):D" }).joined(separator: " & ")
    }
}

extension TextQuery.Group {
    fileprivate var fts5: String {
        [
            words.isEmpty ? nil : "{name words} : (\(words.quoted))",
            marks.isEmpty ? nil : "tags : (\(marks.quoted))",
        ]
        .compactMap(\.self).joined(separator: " OR ")
    }

    fileprivate var tsquery: String {
        (words.map { "\($0.lexeme):AB" } + marks.map { "\($0.lexeme):D" }).joined(separator: " | ")
    }
}

extension [String] {
    fileprivate var quoted: String {
        map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: " OR ")
    }
}

extension String {
    fileprivate var lexeme: String {
        "'" + replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }
}
