/// Where everything is kept. SQLite and PostgreSQL are the two engines behind it.
public protocol Store: Sendable {
    /// What the engine behind it writes differently.
    var dialect: Dialect { get }

    /// Reads one consistent view. Ask for everything a page needs in one go:
    /// a second call sees a later moment, and costs another trip.
    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Reader) throws -> Answer
    ) async throws -> Answer

    /// Does one piece of work, whole or not at all. When this returns, the work
    /// is on disk. An engine may run `body` again if another writer was in the
    /// way, so it must change nothing but the store.
    @discardableResult
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Writer) throws -> Answer
    ) async throws -> Answer

    /// The same store for what is no part of a form's work: a look that is logged
    /// while the form comes back. It uses up no turn of the form's sending.
    var beside: any Store { get }

    /// Lets go of files and connections. What is being written is finished first.
    func close() async throws
}

extension Store {
    public var beside: any Store { self }
}

/// One consistent view of what is kept.
public protocol Reader {
    var dialect: Dialect { get }
    func rows(_ statement: SQL) throws -> [Row]
}

/// One transaction: everything in it happens, or nothing does. Its work is
/// synchronous, so nobody can wait on the network while holding it open.
public protocol Writer: Reader {
    /// Runs one statement and says how many rows it touched.
    @discardableResult
    func run(_ statement: SQL) throws -> Int

    /// Runs a script of several statements that carry no values.
    func execute(script: String) throws
}

/// A type that can be made from one row.
public protocol Stored: Sendable {
    init(_ row: Row) throws
}

extension Reader {
    public func all<Subject: Stored>(_ statement: SQL) throws -> [Subject] {
        try rows(statement).map(Subject.init)
    }

    public func first<Subject: Stored>(_ statement: SQL) throws -> Subject? {
        try rows(statement).first.map(Subject.init)
    }

    /// The first column of the first row, if there is a row.
    public func value<Content: Column>(_ statement: SQL) throws -> Content? {
        try rows(statement).first.map { try $0.first() }
    }

    /// The first column of every row.
    public func values<Content: Column>(_ statement: SQL) throws -> [Content] {
        try rows(statement).map { try $0.first() }
    }

    /// Whether there is any such row.
    public func has(_ statement: SQL) throws -> Bool {
        try !rows(statement).isEmpty
    }
}
