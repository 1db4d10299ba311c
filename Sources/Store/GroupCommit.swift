import GRDB

/// The writers that wait for SQLite's one pen. Whoever finds the queue empty
/// sends for the pen; everyone who has joined by the time it comes shares one
/// commit, and so one wait for the disk.
struct WriteQueue {
    private var jobs: [WriteJob] = []

    /// Joins the queue; true for the one who has to send for the pen.
    mutating func add(_ job: WriteJob) -> Bool {
        jobs.append(job)
        return jobs.count == 1
    }

    mutating func takeAll() -> [WriteJob] {
        defer { jobs.removeAll(keepingCapacity: true) }
        return jobs
    }
}

/// One piece of work: its body, which gives back how to say that it is kept, and
/// how to say that it is not.
struct WriteJob: Sendable {
    let run: @Sendable (any Writer) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
}

extension [WriteJob] {
    /// Does every job in one transaction, each behind a savepoint of its own so
    /// that one refusal undoes nothing of the others, and answers all of them
    /// once the commit is on disk.
    func settle(in database: Database) {
        var answers: [@Sendable () -> Void] = []
        answers.reserveCapacity(count)
        do {
            try database.pen("BEGIN IMMEDIATE")
            for job in self {
                answers.append(try job.attempt(in: database))
            }
            try database.pen("COMMIT")
        } catch {
            if database.isInsideTransaction { try? database.pen("ROLLBACK") }
            let reason = (error as? DatabaseError)?.translated ?? error
            answers = map { job in { job.fail(reason) } }
        }
        for answer in answers { answer() }
    }
}

extension WriteJob {
    /// Gives back what to answer. Throws only when the whole transaction is gone:
    /// a full disk may roll all of it back, and then every job in it has failed.
    fileprivate func attempt(in database: Database) throws -> @Sendable () -> Void {
        try database.pen("SAVEPOINT job")
        do {
            let answer = try run(SQLiteConnection(database: database))
            guard database.isInsideTransaction else { throw Unavailable.unwritable }
            try database.pen("RELEASE job")
            return answer
        } catch {
            guard database.isInsideTransaction else { throw error }
            try database.pen("ROLLBACK TO job")
            try database.pen("RELEASE job")
            let reason = (error as? DatabaseError)?.translated ?? error
            return { [fail] in fail(reason) }
        }
    }
}

extension Database {
    fileprivate func pen(_ command: String) throws {
        try cachedStatement(sql: command).execute()
    }
}
