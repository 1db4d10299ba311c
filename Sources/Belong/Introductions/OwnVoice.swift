import Foundation
import Kernel
import Store

/// How it went, said by the person behind their own link: one tap and, if they
/// like, a line (paper, line 72; journeys, 5.7). It stands beside what the group
/// said, and neither is made into the other.
struct OwnVoices: Sendable {
    let store: any Store

    /// One group that said yes, and what each of the two says of it.
    struct Asked: Sendable {
        let introduction: Introduction.ID
        let activity: String
        let own: Attendance?
        let group: Attendance?
        let leaves: [Leave.Hearer: Bool]
        /// Who could hear it: nobody suggested a link worker to those who came by themselves.
        let hearers: [Leave.Hearer]
    }

    func asked(_ token: String, at now: Date = .now) async throws -> [Asked] {
        try await store.read { view in
            try view.askedOwn(view.opened(token, .ownPage, at: now))
        }
    }

    /// Keeps what they say, and whom they let hear it. Said again, the later stands.
    func say(
        _ attendance: Attendance,
        for hearers: Set<Leave.Hearer>,
        of introduction: Introduction.ID,
        _ token: String,
        at now: Date = .now
    ) async throws {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            let asked = try work.askedOwn(id).first { $0.introduction == introduction }
            guard let asked, attendance.toldBy == .person else { throw Missing() }
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.write(attendance, of: introduction, from: nil, at: now)
            try work.write(hearers.intersection(asked.hearers), of: introduction, from: nil, at: now)
            try work.log(.changed, introduction, about: person, by: .person, at: now)
        }
    }
}

extension Reader {
    /// The groups that welcome them, newest first, without those that were taken back.
    fileprivate func askedOwn(_ id: Case.ID) throws -> [OwnVoices.Asked] {
        let lines = try introductionLines(
            """
            introduction."case" = \(id) AND introduction.way <> 'signposting'
            AND introduction_answer.answer IN ('yes', 'yes_from')
            AND NOT EXISTS (
                SELECT 1 FROM introduction_withdrawal
                WHERE introduction_withdrawal.introduction = introduction.id)
            """
        )
        let cameThemselves = try has(
            """
            SELECT 1 FROM "case" JOIN referral ON referral.id = "case".referral
            WHERE "case".id = \(id) AND referral.route = 'self'
            """
        )
        return lines.reversed().map { line in
            OwnVoices.Asked(
                introduction: line.introduction.id,
                activity: line.activity,
                own: line.attendance.first { $0.toldBy == .person },
                group: line.attendance.first { $0.toldBy == .group && $0.kind != .ring },
                leaves: line.leaves,
                hearers: cameThemselves ? [.group] : Leave.Hearer.allCases
            )
        }
    }
}
