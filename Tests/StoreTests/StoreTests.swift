import Foundation
import Kernel
import TestStores
import Testing

@testable import Store

private enum ShelfSchema: Schema {
    static let changes = [
        Change(
            "2026-01-01 shelf",
            """
            CREATE TABLE shelf (
                id UUID PRIMARY KEY,
                title TEXT NOT NULL,
                copies INTEGER,
                weight DOUBLE PRECISION,
                is_lent BOOLEAN,
                lent_at TIMESTAMPTZ,
                due_on DATE
            );
            """
        )
    ]
}

private struct Book: Stored, Equatable {
    var id: Key<Book>
    var title: String
    var copies: Int?
    var weight: Double?
    var isLent: Bool?
    var lentAt: Date?
    var dueOn: Day?

    init(_ title: String) {
        id = Key()
        self.title = title
    }

    init(_ row: Row) throws {
        id = try row("id")
        title = try row("title")
        copies = try row("copies")
        weight = try row("weight")
        isLent = try row("is_lent")
        lentAt = try row("lent_at")
        dueOn = try row("due_on")
    }
}

extension Writer {
    fileprivate func add(_ book: Book) throws {
        try run(
            """
            INSERT INTO shelf (id, title, copies, weight, is_lent, lent_at, due_on)
            VALUES (\(book.id), \(book.title), \(book.copies), \(book.weight), \(book.isLent), \(book.lentAt),
                \(book.dueOn))
            """
        )
    }
}

private struct Disagreed: Error {}

@Suite("A store")
struct StoreTests {
    private func shelf() async throws -> any Store {
        try await TestStores.fresh(ShelfSchema.changes)
    }

    private func books(_ store: any Store) async throws -> [Book] {
        try await store.read { view in
            try view.all(
                "SELECT id, title, copies, weight, is_lent, lent_at, due_on FROM shelf ORDER BY title"
            )
        }
    }

    @Test func `gives back what it was given, to the millisecond and the accent`() async throws {
        let store = try await shelf()
        var book = Book("שלום 🌻 O’Brien\u{202E} <script>")
        book.copies = Int(Int32.max)
        book.weight = 0.1
        book.isLent = true
        book.lentAt = Date(timeIntervalSince1970: 1_776_155_400.25)
        book.dueOn = Day("2026-04-14")
        let kept = book

        try await store.write { try $0.add(kept) }
        try await store.write { try $0.add(Book("a")) }

        let read = try await books(store)
        #expect(read.last == kept)
        #expect(read.first?.lentAt == nil && read.first?.isLent == nil)
    }

    @Test func `does all of a piece of work or none of it`() async throws {
        let store = try await shelf()

        await #expect(throws: Disagreed.self) {
            try await store.write { work in
                try work.add(Book("half"))
                throw Disagreed()
            }
        }

        #expect(try await books(store).isEmpty)
    }

    @Test func `says which table already holds a key`() async throws {
        let store = try await shelf()
        let book = Book("one")
        try await store.write { try $0.add(book) }

        await #expect(throws: Conflict(table: "shelf")) {
            try await store.write { try $0.add(book) }
        }
    }

    @Test func `keeps what many write at once, and only what was not taken back`() async throws {
        let store = try await shelf()

        await withTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    try? await store.write { work in
                        try work.add(Book("\(number)"))
                        if number % 3 == 0 { throw Disagreed() }
                    }
                }
            }
        }

        #expect(try await books(store).count == 40)
    }

    @Test func `does a submission's work once, however often and at once it comes`() async throws {
        let store = try await TestStores.fresh(ShelfSchema.changes + SubmissionsSchema.changes)
        let submission = Submission.ID()

        let answers = try await withThrowingTaskGroup(of: Key<Book>.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await OnceStore(store, for: submission).write { work in
                        let book = Book("once")
                        try work.add(book)
                        return book.id
                    }
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }

        #expect(answers.count == 1)
        #expect(try await books(store).map(\.id) == Array(answers))
    }

    @Test func `lets a submission that was refused be sent again`() async throws {
        let store = try await TestStores.fresh(ShelfSchema.changes + SubmissionsSchema.changes)
        let submission = Submission.ID()

        await #expect(throws: Disagreed.self) {
            try await OnceStore(store, for: submission).write { _ in throw Disagreed() }
        }
        try await OnceStore(store, for: submission).write { try $0.add(Book("second try")) }

        #expect(try await books(store).count == 1)
    }

    @Test func `gives back the turn of work that was not kept, for a second try to take`()
        async throws
    {
        let store = try await TestStores.fresh(ShelfSchema.changes + SubmissionsSchema.changes)
        let (submission, book) = (Submission.ID(), Book("second try"))
        let once = OnceStore(store, for: submission)

        await #expect(throws: Disagreed.self) { try await once.write { _ in throw Disagreed() } }
        try await once.write { try $0.add(book) }
        try await OnceStore(store, for: submission).write { try $0.add(book) }

        #expect(try await books(store).count == 1)
    }
}
