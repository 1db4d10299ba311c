import Foundation
import Kernel
import Store
import Web

/// What the person agreed that a group hears, behind their own link; theirs to
/// take back, and then it holds at once (governance, section 4.1).
struct OwnAgreements: Sendable {
    let store: any Store

    struct Group: Sendable {
        let introduction: Introduction.ID
        let activity: String
        /// Word for word what the group reads.
        let lines: [String]
        let agreedOn: Day
    }

    func groups(_ token: String, at now: Date = .now) async throws -> [Group] {
        try await store.read { view in
            try view.agreedGroups(of: view.opened(token, .ownPage, at: now))
        }
    }

    func takeBack(_ introduction: Introduction.ID, _ token: String, at now: Date = .now) async throws {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            guard try work.agreedGroups(of: id).contains(where: { $0.introduction == introduction }) else {
                throw Missing()
            }
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.takeBack(introduction, by: nil, at: now)
            try work.log(.changed, introduction, about: person, by: .person, at: now)
        }
    }
}

/// Which group shall not know of them any more.
struct TakingBackForm: Decodable, Sendable {
    let introduction: String

    func read() throws -> Introduction.ID {
        guard let id = Introduction.ID(introduction) else { throw Missing() }
        return id
    }
}

extension Reader {
    fileprivate func agreedGroups(of id: Case.ID) throws -> [OwnAgreements.Group] {
        try introductionLines(
            """
            introduction."case" = \(id) AND introduction.way <> 'signposting'
            AND NOT EXISTS (
                SELECT 1 FROM introduction_withdrawal
                WHERE introduction_withdrawal.introduction = introduction.id)
            """
        )
        .map { line in
            OwnAgreements.Group(
                introduction: line.introduction.id,
                activity: line.activity,
                lines: line.introduction.lines,
                agreedOn: Day(line.agreedAt)
            )
        }
    }
}

extension Writer {
    /// From now on its links open nothing, and what was to be sent about it stays here.
    func takeBack(_ id: Introduction.ID, by member: Member.ID?, at now: Date) throws {
        try run(
            """
            INSERT INTO introduction_withdrawal (introduction, withdrawn_by, withdrawn_at)
            VALUES (\(id), \(member), \(now))
            ON CONFLICT (introduction) DO NOTHING
            """
        )
        try withdrawLinks(to: id, at: now)
        let written: [Message.ID] = try values(
            """
            SELECT message FROM introduction WHERE id = \(id) AND message IS NOT NULL
            UNION SELECT message FROM introduction_nudge WHERE introduction = \(id)
            UNION SELECT message FROM attendance_question
                WHERE introduction = \(id) AND message IS NOT NULL
            """
        )
        for message in written { try stop(message, because: "taken back", at: now) }
    }
}
