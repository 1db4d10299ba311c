import Kernel
import Store

/// A table that names a person, declared by the room that keeps it. Its rows go
/// along when two records prove to be one person, and back if they do not.
struct Following: Sendable {
    let table: String
    /// What a row is to a reader: *referral*, *referrals*.
    let noun: (one: String, many: String)
    /// Gives these rows to a person. The room itself does it: nobody else writes to its table.
    let give: @Sendable (_ work: any Writer, _ rows: SQL, _ person: Person.ID) throws -> Void

    init(
        _ table: String,
        _ one: String,
        _ many: String,
        give: @escaping @Sendable (any Writer, SQL, Person.ID) throws -> Void
    ) {
        self.table = table
        noun = (one, many)
        self.give = give
    }
}

extension Following {
    /// What this room keeps of somebody.
    static let people = [
        Following("particulars", "note of who they are", "notes of who they are") { work, rows, person in
            try work.run("UPDATE particulars SET person = \(person) WHERE \(rows)")
        },
        Following("reaching", "note of how they are reached", "notes of how they are reached") {
            work,
            rows,
            person in
            try work.run("UPDATE reaching SET person = \(person) WHERE \(rows)")
        },
        Following("access_need", "access need", "access needs") { work, rows, person in
            try work.run("UPDATE access_need SET person = \(person) WHERE \(rows)")
        },
        Following("visit_risk", "note for visitors", "notes for visitors") { work, rows, person in
            try work.run("UPDATE visit_risk SET person = \(person) WHERE \(rows)")
        },
        Following("agreement", "answer about news", "answers about news") { work, rows, person in
            try work.run("UPDATE agreement SET person = \(person) WHERE \(rows)")
        },
        Following("moving", "move", "moves") { work, rows, person in
            try work.run("UPDATE moving SET person = \(person) WHERE \(rows)")
        },
        Following("merging_asked", "question to another network", "questions to other networks") {
            work,
            rows,
            person in
            try work.run("UPDATE merging_asked SET person = \(person) WHERE \(rows)")
        },
        Following("worry", "worry", "worries") { work, rows, person in
            try work.run("UPDATE worry SET person = \(person) WHERE \(rows)")
        },
    ]
}

extension Writer {
    /// Gives the kept record every row that names the other, and writes down which.
    func moveAll(by merging: Merging.ID, from merged: Person.ID, to kept: Person.ID) throws {
        for following in Features.following {
            let table = SQL(trusted: "\"\(following.table)\"")
            try run(
                """
                INSERT INTO merging_move (merging, place, moved)
                SELECT \(merging), \(following.table), id FROM \(table) WHERE person = \(merged)
                """
            )
            try following.give(self, following.rows(movedBy: merging), kept)
        }
    }

    /// Gives back what was moved. What was written since is not among it.
    func moveBack(by merging: Merging.ID, from kept: Person.ID, to merged: Person.ID) throws {
        for following in Features.following {
            let rows = following.rows(movedBy: merging)
            try following.give(self, "\(rows) AND person = \(kept)", merged)
        }
    }
}

extension Following {
    fileprivate func rows(movedBy merging: Merging.ID) -> SQL {
        "id IN (SELECT moved FROM merging_move WHERE merging = \(merging) AND place = \(table))"
    }
}
