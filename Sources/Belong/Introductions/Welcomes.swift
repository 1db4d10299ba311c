import Foundation
import Kernel
import Store

/// What a coordinator sees of those introduced to their own groups: word for word
/// what each agreed to, and nothing else of anybody (governance, section 4.2).
struct Welcomes: Sendable {
    let store: any Store
    let member: Member

    struct Item: Sendable {
        let introduction: Introduction
        let activity: String
        let linkWorker: String
        let answer: GroupAnswer?
        let attendance: Attendance?
        /// How it went as the person says it, where they let the group read it.
        let own: Attendance?
        let thanks: String?
    }

    /// Those not taken back, in the last ninety days or not answered, newest first.
    func all(at now: Date = .now) async throws -> [Item] {
        let theirs = theirs(at: now)
        let me = member.id
        return try await store.write { work in
            let rows = try work.rows("\(theirs) ORDER BY introduction.made_at DESC, introduction.id DESC")
            let ids: [Introduction.ID] = try rows.map { try $0("id") }
            let (attendances, leaves) = try (work.attendances(of: ids), work.leaves(of: ids))
            let items = try rows.map { row in
                let id: Introduction.ID = try row("id")
                return try Item(row, attendances[id] ?? [], mayRead: leaves[id]?[.group] == true)
            }
            try work.look(at: NameList.Welcome.self, of: me, at: now)
            return items
        }
    }

    /// How many wait for an answer.
    func waiting(at now: Date = .now) async throws -> Int {
        let theirs = theirs(at: now)
        return try await store.read { try $0.rows("\(theirs) AND introduction_answer.id IS NULL").count }
    }

    func answer(_ answer: GroupAnswer, to id: Introduction.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let (introduction, person) = try find(id, in: work, at: now)
            try work.write(answer, to: introduction, from: me, at: now)
            try work.log(.changed, id, about: person, by: me, at: now)
        }
    }

    func answer(_ attendance: Attendance, to id: Introduction.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let (_, person) = try find(id, in: work, at: now)
            try work.write(attendance, of: id, from: me, at: now)
            try work.log(.changed, id, about: person, by: me, at: now)
        }
    }

    private func find(
        _ id: Introduction.ID,
        in view: any Reader,
        at now: Date
    ) throws -> (Introduction, Person.ID) {
        let row = try view.rows("\(theirs(at: now)) AND introduction.id = \(id)").first
        guard let row else { throw Missing() }
        return try (Introduction(row), row("person"))
    }

    /// A link lives ninety days, and so does what is seen here.
    private func theirs(at now: Date) -> SQL {
        """
        SELECT \(Introduction.columns), "case".person, activity.name AS activity_name,
            member.name AS link_worker_name, \(GroupAnswer.columns), thanks.words AS thanks
        FROM introduction
        JOIN "case" ON "case".id = introduction."case"
        JOIN activity ON activity.id = introduction.activity
        JOIN member ON member.id = introduction.made_by
        LEFT JOIN introduction_answer ON introduction_answer.introduction = introduction.id
            AND introduction_answer.replaced_by IS NULL
        LEFT JOIN thanks ON thanks.introduction = introduction.id
        WHERE EXISTS (
                SELECT 1 FROM welcoming
                WHERE welcoming.provider = activity.provider AND \(Welcomings.current)
                    AND welcoming.organisation IN (\(each: member.organisations(as: .coordinator))))
            AND introduction.way <> 'signposting'
            AND introduction.made_at > \(now.addingTimeInterval(-Link.life))
            AND NOT EXISTS (
                SELECT 1 FROM introduction_withdrawal
                WHERE introduction_withdrawal.introduction = introduction.id)
        """
    }
}

extension Welcomes.Item {
    fileprivate init(_ row: Row, _ attendance: [Attendance], mayRead: Bool) throws {
        try self.init(
            introduction: Introduction(row),
            activity: row("activity_name"),
            linkWorker: row("link_worker_name"),
            answer: GroupAnswer.maybe(row),
            attendance: attendance.first { $0.toldBy == .group },
            own: mayRead ? attendance.first { $0.toldBy == .person && $0.kind != .ring } : nil,
            thanks: row("thanks")
        )
    }
}
