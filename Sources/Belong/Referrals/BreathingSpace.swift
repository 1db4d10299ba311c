import Foundation
import Kernel
import Store

extension Pauses {
    /// Who there is to talk with, and whether they take new people.
    func page(at now: Date = .now) async throws -> BreathingSpacePage {
        guard member.isA(.linkWorker) else { throw Missing() }
        let (me, today) = (member.id, Day(now))
        return try await store.read { view in
            let supervisors = try view.rows(
                """
                SELECT DISTINCT member.id, member.name, member.email
                FROM placement
                JOIN member ON member.id = placement.supervisor
                WHERE placement.link_worker = \(me) AND \(Placement.current(on: today))
                ORDER BY member.name, member.id
                """
            ).map { row -> BreathingSpacePage.Somebody in
                let (name, email): (String, String) = try (row("name"), row("email"))
                return .init(name: name, reach: WebAddress("mailto:\(email)"), words: "Write to \(name)")
            }
            return try BreathingSpacePage(
                supervisors: supervisors,
                peers: view.peers(of: me, on: today),
                pause: current(in: view, at: now)
            )
        }
    }
}

extension Reader {
    /// The other link workers of one's networks.
    fileprivate func peers(of linkWorker: Member.ID, on today: Day) throws -> [BreathingSpacePage.Somebody] {
        try rows(
            """
            SELECT DISTINCT member.id, member.name, member.email, profile.phone
            FROM placement
            JOIN member ON member.id = placement.link_worker
            JOIN organisation AS there ON there.id = placement.practice
            LEFT JOIN profile ON profile.member = member.id AND profile.replaced_by IS NULL
            WHERE placement.link_worker <> \(linkWorker) AND \(Placement.current(on: today))
                AND there.network IN (
                    SELECT mine.network FROM placement
                    JOIN organisation AS mine ON mine.id = placement.practice
                    WHERE placement.link_worker = \(linkWorker) AND \(Placement.current(on: today)))
            ORDER BY member.name, member.id
            """
        ).map { row in
            let (name, phone, email): (String, PhoneNumber?, String) = try (
                row("name"), row("phone"), row("email")
            )
            return .init(
                name: name,
                reach: phone.flatMap { WebAddress("tel:\($0.digits)") } ?? WebAddress("mailto:\(email)"),
                words: phone.map { "Ring \($0.description)" } ?? "Write to \(name)"
            )
        }
    }
}
