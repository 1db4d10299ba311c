import Foundation
import Kernel
import Store

/// A colleague of a practice by name and by what they do there: whoever has something
/// to put right, to arrange or to be told.
struct Concerned: Sendable, Equatable {
    let id: Member.ID
    let name: String
    let role: Role

    /// *Peter Hale, practice manager*
    var titled: String { "\(name), \(role.title.lowercased())" }
}

extension Reader {
    /// Those of a practice who do any of these things: at the practice itself, leading
    /// its network, or supervising a link worker who is placed there.
    func concerned(at practice: Organisation.ID, as roles: [Role], on day: Day) throws -> [Concerned] {
        let rows = try rows(
            """
            SELECT DISTINCT member.id, member.name, membership.role
            FROM membership
            JOIN member ON member.id = membership.member
            WHERE \(Member.Membership.current) AND membership.role IN (\(each: roles.map(\.rawValue)))
                AND (membership.organisation = \(practice)
                    OR (membership.role = 'network_lead' AND membership.organisation =
                        (SELECT network FROM organisation WHERE organisation.id = \(practice)))
                    OR (membership.role = 'supervisor' AND EXISTS (
                        SELECT 1 FROM placement
                        WHERE placement.practice = \(practice) AND placement.supervisor = member.id
                            AND NOT EXISTS (
                                SELECT 1 FROM placement_end
                                WHERE placement_end.placement = placement.id
                                    AND placement_end.ended_on <= \(day)))))
            ORDER BY member.name, member.id
            """
        )
        var seen: Set<Member.ID> = []
        let all = try rows.compactMap { row -> Concerned? in
            guard let role = try Role(rawValue: row("role")) else { return nil }
            return try Concerned(id: row("id"), name: row("name"), role: role)
        }
        // Whoever does several things is named once, by the first of them that was asked for.
        return roles.flatMap { role in all.filter { $0.role == role } }.filter { seen.insert($0.id).inserted }
    }
}

extension Writer {
    /// Tells colleagues by e-mail that something waits for them here; what it is
    /// stands behind the sign-in.
    func tell(_ members: [Member.ID], _ subject: String, _ body: String, at now: Date) throws {
        let emails: [String] = try values(
            "SELECT email FROM member WHERE id IN (\(each: Set(members))) ORDER BY email"
        )
        for email in emails {
            let message = Message(
                id: Message.ID(at: now),
                channel: .email,
                recipient: email,
                subject: subject,
                body: body,
                dueAt: now
            )
            try add(message, about: nil, by: nil, at: now)
        }
    }
}
