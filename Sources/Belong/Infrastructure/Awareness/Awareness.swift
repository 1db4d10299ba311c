import Foundation
import Kernel
import Store

/// What a practice tells everyone about its link workers: a line in the newsletter, a sentence while one waits on the
/// telephone (paper, line 57). It is not a conversation with somebody who is referred, and counts for none.
struct Awareness: Identifiable, Sendable {
    let id: Key<Awareness>
    let kind: Kind
    let words: String
    let beganOn: Day
    let endedOn: Day?
    let notedBy: String

    /// By what everyone hears it.
    enum Kind: String, CaseIterable, Sendable, Column {
        case newsletter
        case telephone
        case poster
        case website
        case screen

        var name: String {
            switch self {
            case .newsletter: "Newsletter"
            case .telephone: "Message on the telephone"
            case .poster: "Poster"
            case .website: "Website"
            case .screen: "Screen in the waiting room"
            }
        }
    }

    /// What is asked when something goes out.
    struct Asked: Sendable {
        let kind: Kind
        let words: String
        let beganOn: Day
    }

    enum Refused: Refusal {
        case ended

        var sentence: String { "This has ended already." }
    }
}

/// What the practices of this member tell everyone: for whoever works there or is placed there.
struct AwarenessDoor: Sendable {
    let store: any Store
    let member: Member

    /// The practice, who the link workers there are, and what goes out, newest first.
    struct Here: Sendable {
        let practice: Organisation.ID
        let name: String
        let linkWorkers: [String]
        let all: [Awareness]
    }

    func here(_ practice: Organisation.ID, at now: Date = .now) async throws -> Here {
        try await store.read { view in
            try find(practice, in: view, at: now)
            let name: String? = try view.value("SELECT name FROM organisation WHERE id = \(practice)")
            return try Here(
                practice: practice,
                name: name ?? "",
                linkWorkers: view.values(
                    """
                    SELECT member.name FROM placement
                    JOIN member ON member.id = placement.link_worker
                    WHERE placement.practice = \(practice) AND \(Placement.current(on: Day(now)))
                    ORDER BY member.name
                    """
                ),
                all: view.awareness(at: practice)
            )
        }
    }

    func note(_ asked: Awareness.Asked, at practice: Organisation.ID, now: Date = .now) async throws {
        let (me, id) = (member.id, Awareness.ID(at: now))
        try await store.write { work in
            try find(practice, in: work, at: now)
            try work.run(
                """
                INSERT INTO awareness (id, practice, kind, words, began_on, noted_at, noted_by)
                VALUES (\(id), \(practice), \(asked.kind.rawValue), \(asked.words), \(asked.beganOn), \(now), \(me))
                """
            )
            try work.log(.changed, id, by: me, at: now)
        }
    }

    func end(_ id: Awareness.ID, at practice: Organisation.ID, now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            try find(practice, in: work, at: now)
            guard try work.has("SELECT 1 FROM awareness WHERE id = \(id) AND practice = \(practice)") else {
                throw Missing()
            }
            let added = try work.run(
                """
                INSERT INTO awareness_end (awareness, ended_on, ended_at, ended_by)
                VALUES (\(id), \(Day(now)), \(now), \(me))
                ON CONFLICT (awareness) DO NOTHING
                """
            )
            guard added == 1 else { throw Awareness.Refused.ended }
            try work.log(.changed, id, by: me, at: now)
        }
    }

    private func find(_ practice: Organisation.ID, in view: any Reader, at now: Date) throws {
        if member.practices.contains(practice) { return }
        guard try view.placements(of: member.id, on: Day(now)).contains(practice) else { throw Missing() }
    }
}

extension Reader {
    /// What a practice tells everyone, what goes out now first.
    func awareness(at practice: Organisation.ID) throws -> [Awareness] {
        try all(
            """
            SELECT awareness.id, kind, words, began_on, ended_on, member.name AS noter
            FROM awareness
            JOIN member ON member.id = awareness.noted_by
            LEFT JOIN awareness_end ON awareness_end.awareness = awareness.id
            WHERE practice = \(practice)
            ORDER BY CASE WHEN ended_on IS NULL THEN 0 ELSE 1 END, began_on DESC, awareness.id DESC
            """
        )
    }
}

extension Awareness: Stored {
    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            kind: row("kind"),
            words: row("words"),
            beganOn: row("began_on"),
            endedOn: row("ended_on"),
            notedBy: row("noter")
        )
    }
}
