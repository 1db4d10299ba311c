import Foundation
import Kernel
import Store
import Web

extension Notes {
    func page(_ note: Note.ID, on id: Case.ID, at now: Date = .now) async throws -> NotePage {
        let (me, cases) = (member.id, Cases(store: store, member: member))
        return try await cases.open(id, at: now) { view, found in
            let versions = try view.noteVersions(of: note, on: id, for: me)
            guard let current = versions.first else { throw Missing() }
            let person = try view.particulars(of: found.person)
            return try NotePage(
                id: id,
                listed: person.listed,
                givenName: person.givenName,
                practice: view.practiceName(of: found),
                mayTellPractice: view.newsExtent(of: id) == .summary,
                note: current,
                earlier: Array(versions.dropFirst()),
                tags: view.tags(of: current.first),
                readBy: view.readings(of: current.first),
                isAuthor: current.author == me,
                mayChange: cases.isMine(found, in: view, at: now),
                groups: view.shortlist(of: id).map { group in
                    let path = "/cases/\(id)/introductions/new"
                    return Place(group.name, "\(path)?activity=\(group.id)&note=\(current.id)")
                }
            )
        }
    }
}

extension Reader {
    fileprivate func readings(of note: Note.ID) throws -> [String] {
        try rows(
            """
            SELECT member.name, read_at
            FROM note_reading
            JOIN member ON member.id = read_by
            WHERE note = \(note)
            ORDER BY read_at
            """
        ).map { try "\($0("name") as String), \(Day($0("read_at") as Date).short)" }
    }
}
