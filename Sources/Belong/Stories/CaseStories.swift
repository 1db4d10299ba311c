import Foundation
import Kernel
import Store
import Web

/// Words for a story, checked: nothing in them that never stays, and of everything else
/// that was pointed to somebody said that it can.
struct StoryTold: Sendable {
    let kind: MeetingStory.Kind
    let title: String
    let words: String
    /// What was pointed to and stays.
    let kept: [StoryCheck.Pointed]
}

extension OwnPageWords {
    fileprivate static let aStory = OwnPageWords(
        subject: "Something to read, if you like",
        words: "Here is what we talked about. Read it, and say yes or no; both are fine:"
    )
}

/// Writing somebody's story, asking them, and letting it go: by the door of their case.
extension Cases {
    func stories(_ id: Case.ID, at now: Date = .now) async throws -> CaseStoriesPage {
        try await open(id, at: now) { view, found in
            _ = try findToChange(id, in: view, at: now)
            let told = try view.particulars(of: found.person)
            return try CaseStoriesPage(
                id: id,
                name: told.listed,
                givenName: told.givenName,
                stories: view.stories("meeting_story.\"case\" = \(id)"),
                needsOther: view.needsOneThatDidNot(found.practice, at: now)
            )
        }
    }

    /// What is known of them, to check words against. The look was noted with the page.
    func knownOfThem(_ id: Case.ID, at now: Date = .now) async throws -> KnownOfThem {
        try await store.read { view in
            try view.knownOfThem(findToChange(id, in: view, at: now))
        }
    }

    /// A new story, or new words for one: whoever agreed to the words before is asked again.
    @discardableResult
    func tell(
        _ told: StoryTold,
        _ story: MeetingStory.ID? = nil,
        of id: Case.ID,
        at now: Date = .now
    ) async throws -> MeetingStory.ID {
        let me = member.id
        return try await store.write { work in
            try work.holdCase(id)
            let found = try findToChange(id, in: work, at: now)
            let story =
                try story.map { try mustGoOn($0, of: id, in: work).id }
                ?? work.begin(told, found, by: me, at: now)
            try work.write(told, of: story, by: me, at: now)
            try work.log(.changed, story, about: found.person, by: me, at: now)
            return story
        }
    }

    /// Sends their own link, on which they read the words and say yes or no.
    func askThem(
        about story: MeetingStory.ID,
        of id: Case.ID,
        at site: WebAddress,
        now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            try work.holdCase(id)
            let found = try findToChange(id, in: work, at: now)
            let version = try mustGoOn(story, of: id, in: work).version.id
            guard try !work.has("SELECT version FROM story_asking WHERE version = \(version)") else { return }
            let message = try work.write(.aStory, to: found.person, of: id, site, by: me, at: now)
            guard let message else { throw MeetingStory.Refused.noSafeWay }
            try work.run(
                """
                INSERT INTO story_asking (version, message, asked_at, asked_by)
                VALUES (\(version), \(message), \(now), \(me))
                """
            )
            try work.log(.sent, story, about: found.person, by: me, at: now)
        }
    }

    /// What they said when the words were read out to them.
    func hear(
        _ said: StoryAnswer,
        to version: MeetingStory.Version.ID,
        of story: MeetingStory.ID,
        in id: Case.ID,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            try work.holdCase(id)
            let found = try findToChange(id, in: work, at: now)
            let going = try mustGoOn(story, of: id, in: work)
            guard going.version.id == version else { throw MeetingStory.Refused.changed }
            try work.keep(said, to: version, from: me, at: now)
            try work.log(.changed, story, about: found.person, by: me, at: now)
        }
    }

    /// Taken back by them, or let go by whoever wrote it: its words go.
    func end(
        _ story: MeetingStory.ID,
        _ why: MeetingStory.Ending,
        of id: Case.ID,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            try work.holdCase(id)
            let found = try findToChange(id, in: work, at: now)
            _ = try mustGoOn(story, of: id, in: work)
            try work.end(story, why, by: me, at: now)
            try work.log(.cleared, story, about: found.person, by: me, at: now)
        }
    }

    private func mustGoOn(
        _ story: MeetingStory.ID,
        of id: Case.ID,
        in view: any Reader
    ) throws -> MeetingStory {
        let found = try view.stories("meeting_story.id = \(story) AND meeting_story.\"case\" = \(id)").first
        guard let found else { throw Missing() }
        guard !found.isOver else { throw MeetingStory.Refused.ended }
        return found
    }
}

/// Yes or no to the words as they stand; with a no, what they would change.
struct StoryAnswer: Sendable, Equatable {
    let agreed: Bool
    let words: String
}
