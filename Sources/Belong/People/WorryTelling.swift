import Foundation
import Kernel
import Store

/// Who was told of a worry, and when: the one it was raised to, whoever it went to
/// because nobody answered, whoever it was handed on to.
struct WorryTelling: Sendable, Equatable {
    let member: Worry.Named
    let at: [Date]
}

extension Worry {
    /// Whom an unanswered worry goes to next: everyone told who is still there, and
    /// after every second alert one more of the chain as well (governance, 4.3).
    static func hearers(told: [Member.ID], chain: [Member.ID], alerts: Int) -> [Member.ID] {
        let there = told.filter(chain.contains)
        let more = max(0, 1 + alerts / 2 - there.count)
        return there + chain.filter { !told.contains($0) }.prefix(more)
    }
}

extension Reader {
    /// In the order in which they were first told.
    func tellings(of worry: Worry.ID) throws -> [WorryTelling] {
        let told: [(member: Worry.Named, at: Date)] = try rows(
            """
            SELECT member, name, told_at
            FROM worry_telling
            JOIN member ON member.id = member
            WHERE worry = \(worry)
            ORDER BY told_at, name
            """
        ).map { try (Worry.Named(id: $0("member"), name: $0("name")), $0("told_at")) }
        return told.reduce(into: []) { tellings, one in
            let place = tellings.firstIndex { $0.member == one.member }
            let before = place.map { tellings.remove(at: $0).at } ?? []
            tellings.insert(
                WorryTelling(member: one.member, at: before + [one.at]),
                at: place ?? tellings.endIndex
            )
        }
    }

    /// Those told since it was last handed on, and at how many moments.
    func toldLately(of worry: Worry.ID) throws -> (members: [Member.ID], alerts: Int) {
        let lately = try tellings(of: worry)
        let handed: Date?? = try value("SELECT MAX(handed_at) FROM worry_handing WHERE worry = \(worry)")
        let since = handed.flatMap(\.self) ?? .distantPast
        let told = lately.filter { $0.at.contains { $0 >= since } }
        let moments = Set(told.flatMap(\.at).filter { $0 >= since })
        return (told.map(\.member.id), moments.count)
    }
}

extension Writer {
    /// A message to a colleague that a worry waits. It names nobody and says
    /// nothing of why: anyone may read over a shoulder.
    func alert(
        _ hearers: [Member.ID],
        of worry: Worry.ID,
        _ urgency: Worry.Urgency,
        about person: Person.ID,
        _ site: WebAddress,
        at now: Date
    ) throws {
        for hearer in hearers {
            try run(
                """
                INSERT INTO worry_telling (worry, member, told_at)
                VALUES (\(worry), \(hearer), \(now))
                ON CONFLICT DO NOTHING
                """
            )
            let email: String? = try value("SELECT email FROM member WHERE id = \(hearer)")
            guard let email else { continue }
            let message = Message(
                id: Message.ID(at: now),
                channel: .email,
                recipient: email,
                subject: "Someone is worried: \(urgency.name.lowercased())",
                body: "A colleague is worried about someone and has told you. "
                    + "Read it and say that you have it: \(site)/worries/\(worry)",
                dueAt: now
            )
            try add(message, about: person, by: nil, at: now)
        }
    }
}
