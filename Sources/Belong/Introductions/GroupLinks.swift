import Foundation
import Kernel
import Store

/// What a group sees and says by link, without an account. The link is the whole
/// permission: one introduction, and only what was agreed for it.
struct GroupLinks: Sendable {
    let store: any Store

    /// The least that it takes to answer.
    struct Asked: Sendable {
        let introduction: Introduction
        let person: Person.ID
        let activity: String
        let linkWorker: String
        let practice: String
        let phone: PhoneNumber?
        let answer: GroupAnswer?
        let attendance: Attendance?
        /// What the person says of it themselves, where they let the group read it.
        let own: Attendance?
    }

    func open(_ token: String, _ opens: Link.Opens, at now: Date = .now) async throws -> Asked {
        try await store.write { work in
            let asked = try work.asked(token, opens, at: now)
            try work.log(.looked, asked.introduction.id, about: asked.person, by: .group, at: now)
            return asked
        }
    }

    func answer(_ token: String, _ answer: GroupAnswer, at now: Date = .now) async throws {
        try await store.write { work in
            let asked = try work.asked(token, .introduction, at: now)
            try work.write(answer, to: asked.introduction, from: nil, at: now)
            try work.log(.changed, asked.introduction.id, about: asked.person, by: .group, at: now)
        }
    }

    func answer(_ token: String, _ attendance: Attendance, at now: Date = .now) async throws {
        try await store.write { work in
            let asked = try work.asked(token, .outcome, at: now)
            try work.write(attendance, of: asked.introduction.id, from: nil, at: now)
            try work.log(.changed, asked.introduction.id, about: asked.person, by: .group, at: now)
        }
    }
}

extension Reader {
    fileprivate func asked(_ token: String, _ opens: Link.Opens, at now: Date) throws -> GroupLinks.Asked {
        let id: Introduction.ID = try opened(token, opens, at: now)
        let row = try rows(
            """
            SELECT \(Introduction.columns), "case".person, activity.name AS activity_name,
                member.name AS link_worker_name, organisation.name AS practice_name,
                COALESCE(profile.phone, organisation.phone) AS ring
            FROM introduction
            JOIN "case" ON "case".id = introduction."case"
            JOIN activity ON activity.id = introduction.activity
            JOIN member ON member.id = \(Case.holder)
            JOIN organisation ON organisation.id = "case".practice
            LEFT JOIN profile ON profile.member = member.id AND profile.replaced_by IS NULL
            WHERE introduction.id = \(id)
            """
        ).first
        guard let row, try !isWithdrawn(id) else { throw Missing() }
        return try GroupLinks.Asked(
            introduction: Introduction(row),
            person: row("person"),
            activity: row("activity_name"),
            linkWorker: row("link_worker_name"),
            practice: row("practice_name"),
            phone: row("ring"),
            answer: groupAnswer(to: id),
            attendance: attendances(of: id).first { $0.toldBy == .group },
            own: ownVoice(for: .group, of: id)
        )
    }
}
