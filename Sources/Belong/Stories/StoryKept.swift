import Foundation
import Kernel
import Store
import Web

extension Writer {
    func begin(
        _ told: StoryTold,
        _ found: Case,
        by member: Member.ID,
        at now: Date
    ) throws -> MeetingStory.ID {
        let id = MeetingStory.ID(at: now)
        try run(
            """
            INSERT INTO meeting_story (id, "case", practice, kind, begun_at, begun_by)
            VALUES (\(id), \(found.id), \(found.practice), \(told.kind), \(now), \(member))
            """
        )
        return id
    }

    /// The words that stand from now on. Agreement to the words before is no agreement to these.
    func write(_ told: StoryTold, of story: MeetingStory.ID, by member: Member.ID, at now: Date) throws {
        let version = MeetingStory.Version.ID(at: now)
        try run(
            "UPDATE story_version SET replaced_by = \(version) WHERE story = \(story) AND replaced_by IS NULL"
        )
        try run(
            """
            INSERT INTO story_version (id, story, title, words, written_at, written_by)
            VALUES (\(version), \(story), \(told.title), \(told.words), \(now), \(member))
            """
        )
        for pointed in told.kept {
            try run(
                """
                INSERT INTO story_kept_word (version, kind, words)
                VALUES (\(version), \(pointed.kind.rawValue), \(pointed.words))
                ON CONFLICT DO NOTHING
                """
            )
        }
    }

    /// Said again, the later stands.
    func keep(
        _ said: StoryAnswer,
        to version: MeetingStory.Version.ID,
        from member: Member.ID?,
        at now: Date
    ) throws {
        let id = Key<StoryAnswer>(at: now)
        try run(
            "UPDATE story_agreement SET replaced_by = \(id) WHERE version = \(version) AND replaced_by IS NULL"
        )
        try run(
            """
            INSERT INTO story_agreement (id, version, agreed, words, way, said_at, heard_by)
            VALUES (\(id), \(version), \(said.agreed), \(said.words), \(member == nil ? "link" : "in_person"), \(now),
                \(member))
            """
        )
    }

    /// Its words go, in every version, with all that was kept of them. That there was a
    /// story, and when it went, stays.
    func end(_ story: MeetingStory.ID, _ why: MeetingStory.Ending, by member: Member.ID?, at now: Date) throws
    {
        try run(
            """
            INSERT INTO story_end (story, why, ended_at, ended_by)
            VALUES (\(story), \(why), \(now), \(member))
            ON CONFLICT (story) DO NOTHING
            """
        )
        let versions: SQL = "(SELECT id FROM story_version WHERE story = \(story))"
        try run("DELETE FROM story_kept_word WHERE version IN \(versions)")
        try run("UPDATE story_agreement SET words = '' WHERE version IN \(versions)")
        try run("UPDATE story_version SET title = '', words = '' WHERE story = \(story)")
    }
}
