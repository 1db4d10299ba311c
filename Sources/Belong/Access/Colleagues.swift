import Foundation
import Kernel
import Store

/// Those who work at an administrator's practice, or at the practices of their network.
struct Colleagues: Sendable {
    let store: any Store
    let member: Member
    let site: WebAddress

    /// One of them and what they do there.
    struct Line: Identifiable, Sendable {
        let id: Member.ID
        let name: String
        let email: String
        let does: [String]
    }

    func all() async throws -> [Line] {
        try mustBeAdministrator()
        let theirs = theirs
        let rows = try await store.read { view in
            try view.rows(
                """
                SELECT member.id, member.name, member.email, membership.role, organisation.name AS place
                FROM member
                JOIN membership ON membership.member = member.id
                JOIN organisation ON organisation.id = membership.organisation
                WHERE \(theirs)
                ORDER BY member.name, member.id, membership.began_at
                """
            )
        }
        return try rows.reduce(into: []) { lines, row in
            let (role, place): (Role, String) = try (row("role"), row("place"))
            let before = lines.last?.id == (try row("id") as Member.ID) ? lines.removeLast().does : []
            let line = try Line(
                id: row("id"),
                name: row("name"),
                email: row("email"),
                does: before + ["\(role.title), \(place)"]
            )
            lines.append(line)
        }
    }

    /// Sends one of them a link to set a password: to their own address, seen by nobody else.
    func sendLink(to colleague: Member.ID, at now: Date = .now) async throws {
        try mustBeAdministrator()
        let (me, theirs, site) = (member.id, theirs, site)
        try await store.write { work in
            let email: String? = try work.value(
                """
                SELECT member.email
                FROM member
                JOIN membership ON membership.member = member.id
                JOIN organisation ON organisation.id = membership.organisation
                WHERE member.id = \(colleague) AND \(theirs)
                """
            )
            guard let email else { throw Missing() }
            let token = try work.makePasswordLink(for: colleague, by: me, at: now)
            let message = Message(
                id: Message.ID(at: now),
                channel: .email,
                recipient: email,
                subject: "Set your password",
                body: "Here you can set a new password for Belong. It works once, for two days: "
                    + "\(site)/password/\(token) If you did not expect this, tell whoever looks after Belong.",
                dueAt: now
            )
            try work.add(message, about: nil, by: me, at: now)
            try work.log(.changed, colleague, by: me, at: now)
        }
    }

    private func mustBeAdministrator() throws {
        guard member.isA(.administrator) else { throw Missing() }
    }

    /// `membership` and `organisation` must be in the query.
    private var theirs: SQL {
        let places = member.organisations(as: .administrator)
        return """
            (organisation.id IN (\(each: places)) OR organisation.network IN (\(each: places)))
                AND NOT EXISTS (SELECT 1 FROM membership_end WHERE membership_end.membership = membership.id)
            """
    }
}
