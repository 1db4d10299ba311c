import Foundation
import Kernel
import Store

/// The link workers of one's networks with what each brings: whom to ask, and to
/// whom somebody may be passed on.
struct Team: Sendable {
    let store: any Store
    let member: Member

    struct Colleague: Identifiable, Sendable {
        let id: Member.ID
        let name: String
        let practices: [String]
        let brings: String
        let leaves: String
        let languages: String
        let phone: PhoneNumber?
        let specialisms: [Specialism]
        let pausedUntil: Day?
    }

    static func isFor(_ member: Member) -> Bool {
        member.isA(.linkWorker) || member.isA(.supervisor) || member.isA(.networkLead)
    }

    /// All of them, or those who have every one of these words in what they say of themselves.
    func page(_ sought: String = "", at now: Date = .now) async throws -> TeamPage {
        guard Self.isFor(member) else { throw Missing() }
        let (networks, words) = (networks(on: Day(now)), sought.folded.split(separator: " ").map(String.init))
        return try await store.read { view in
            let colleagues = try view.colleagues(in: networks, on: Day(now)).filter { colleague in
                words.allSatisfy(colleague.said.contains)
            }
            return TeamPage(colleagues: colleagues, sought: sought)
        }
    }

    private func networks(on day: Day) -> SQL {
        let led = member.organisations(as: .networkLead, .supervisor)
        return """
            SELECT practice.network FROM placement
            JOIN organisation AS practice ON practice.id = placement.practice
            WHERE (placement.link_worker = \(member.id) OR placement.supervisor = \(member.id)
                    OR practice.network IN (\(each: led)))
                AND \(Placement.current(on: day))
            """
    }
}

extension Team.Colleague {
    fileprivate var said: String {
        ([name, brings, languages] + practices + specialisms.map(\.name)).joined(separator: " ").folded
    }
}

extension Reader {
    /// By name; each once, with all the practices they are at.
    fileprivate func colleagues(in networks: SQL, on day: Day) throws -> [Team.Colleague] {
        let lines = try rows(
            """
            SELECT member.id, member.name, organisation.name AS practice_name, profile.brings, profile.leaves,
                profile.languages, profile.phone
            FROM placement
            JOIN member ON member.id = placement.link_worker
            JOIN organisation ON organisation.id = placement.practice
            LEFT JOIN profile ON profile.member = member.id AND profile.replaced_by IS NULL
            WHERE organisation.network IN (\(networks)) AND \(Placement.current(on: day))
            ORDER BY member.name, member.id, organisation.name
            """
        )
        let ids: [Member.ID] = try lines.map { try $0("id") }
        let practices = try Dictionary(grouping: lines) { try $0("id") as Member.ID }
            .mapValues { try $0.map { try $0("practice_name") as String } }
        let (specialisms, pauses) = try (specialisms(of: ids.eachOnce), pauses(of: ids.eachOnce, on: day))
        var seen: Set<Member.ID> = []
        return try lines.compactMap { line in
            let id: Member.ID = try line("id")
            guard seen.insert(id).inserted else { return nil }
            let (brings, leaves, languages): (String?, String?, String?) = try (
                line("brings"), line("leaves"), line("languages")
            )
            return try Team.Colleague(
                id: id,
                name: line("name"),
                practices: practices[id] ?? [],
                brings: brings ?? "",
                leaves: leaves ?? "",
                languages: languages ?? "",
                phone: line("phone"),
                specialisms: specialisms[id] ?? [],
                pausedUntil: pauses[id]?.until
            )
        }
    }
}
