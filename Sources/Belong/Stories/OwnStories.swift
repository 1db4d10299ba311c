import Foundation
import Kernel
import Store

/// The person's own side, behind their own link.
struct OwnStories: Sendable {
    let store: any Store

    /// Those they were asked about, or agreed to; with whose meeting it is.
    func page(_ token: String, at now: Date = .now) async throws -> OwnStoryPage {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.log(.looked, id, about: person, by: .person, at: now)
            return try OwnStoryPage(
                address: "/l/\(token)",
                practice: work.practiceName(of: id),
                stories: work.shownStories(of: id)
            )
        }
    }

    func card(_ token: String, at now: Date = .now) async throws -> OwnStoryCard {
        try await store.read { view in
            let stories = try view.shownStories(of: view.opened(token, .ownPage, at: now))
            return OwnStoryCard(
                isAsked: stories.contains { if case .asked = $0.progress { true } else { false } },
                isThere: !stories.isEmpty,
                address: "/l/\(token)"
            )
        }
    }

    func say(
        _ said: StoryAnswer,
        to version: MeetingStory.Version.ID,
        _ token: String,
        at now: Date = .now
    ) async throws {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            try work.holdCase(id)
            let stories = try work.shownStories(of: id)
            guard let found = stories.first(where: { $0.version.id == version }) else {
                throw MeetingStory.Refused.changed
            }
            try work.keep(said, to: version, from: nil, at: now)
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.log(.changed, found.id, about: person, by: .person, at: now)
        }
    }

    func takeBack(_ story: MeetingStory.ID, _ token: String, at now: Date = .now) async throws {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            try work.holdCase(id)
            guard try work.shownStories(of: id).contains(where: { $0.id == story }) else { throw Missing() }
            try work.end(story, .takenBack, by: nil, at: now)
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.log(.cleared, story, about: person, by: .person, at: now)
        }
    }
}

extension Reader {
    /// What the person may read of it: nothing that they were not asked about.
    fileprivate func shownStories(of id: Case.ID) throws -> [MeetingStory] {
        try stories("meeting_story.\"case\" = \(id)").filter { story in
            switch story.progress {
            case .asked, .agreed, .refused: true
            case .written, .ended: false
            }
        }
    }

    fileprivate func practiceName(of id: Case.ID) throws -> String {
        try value(
            """
            SELECT organisation.name FROM "case"
            JOIN organisation ON organisation.id = "case".practice
            WHERE "case".id = \(id)
            """
        ) ?? ""
    }
}
