import Foundation
import Kernel
import Store

/// The stories of one practice, for those who work there: only what was agreed to, only
/// as long as it is, and without anything of whose it is.
struct Stories: Sendable {
    let store: any Store
    let member: Member

    static let readers: [Role] = [.linkWorker, .clinician, .practiceManager, .receptionist]

    static func isFor(_ member: Member) -> Bool { !practices(of: member).isEmpty }

    static func practices(of member: Member) -> [Organisation] {
        var seen: Set<Organisation.ID> = []
        return member.memberships.filter { readers.contains($0.role) && $0.organisation.kind == .practice }
            .map(\.organisation).filter { seen.insert($0.id).inserted }
    }

    /// One as it is told.
    struct Told: Sendable, Equatable {
        let kind: MeetingStory.Kind
        let title: String
        let words: String
    }

    /// Everything there is for a meeting: stories, and the numbers beside them.
    struct Meeting: Sendable {
        let practice: Organisation
        let stories: [Told]
        let numbers: [MeetingNumber]
        let today: Day
    }

    func practice(_ id: Organisation.ID?) throws -> Organisation {
        let theirs = Self.practices(of: member)
        guard let found = id == nil ? theirs.first : theirs.first(where: { $0.id == id }) else {
            throw Missing()
        }
        return found
    }

    func meeting(
        _ id: Organisation.ID?,
        _ act: LogEntry.Act = .looked,
        at now: Date = .now
    ) async throws -> Meeting {
        let (practice, me) = (try practice(id), member.id)
        // A story is nobody's to its readers, so the look is at the practice's page.
        try await store.write { work in
            try work.run(
                """
                INSERT INTO stories_look (id, practice, member, looked_at)
                VALUES (\(Key<Meeting>(at: now)), \(practice.id), \(me), \(now))
                """
            )
            try work.log(act, Key<Stories>(practice.id.uuid), by: me, at: now)
        }
        return try await store.read { view in
            try Meeting(
                practice: practice,
                stories: view.told(at: practice.id, at: now),
                numbers: MeetingNumber.all(view.meetingCounts(at: practice.id, at: now)),
                today: Day(now)
            )
        }
    }
}

extension Stories.Meeting {
    var worked: [Stories.Told] { stories.filter { $0.kind == .worked } }
    var didNot: [Stories.Told] { stories.filter { $0.kind == .didNotWork } }

    /// One that did not work comes before the third that did.
    var needsOther: Bool { worked.count >= 2 && didNot.isEmpty }

    /// What is told at one meeting: of those that worked three at most, and two while there
    /// is none that did not; and the latest that did not, in the middle, where it is heard.
    var chosen: [Stories.Told] {
        let worked = Array(worked.prefix(didNot.isEmpty ? 2 : 3))
        return Array(worked.prefix(1)) + didNot.prefix(1) + worked.dropFirst()
    }
}

extension Reader {
    /// Those that may be told today, the latest first. Nobody's story is told who has died.
    func told(at practice: Organisation.ID, at now: Date) throws -> [Stories.Told] {
        try stories(
            """
            meeting_story.practice = \(practice) AND said_at > \(now.addingTimeInterval(-MeetingStory.told))
            AND NOT EXISTS (
                SELECT 1 FROM closing JOIN "case" AS other ON other.id = closing."case"
                JOIN "case" AS told ON told.person = other.person
                WHERE told.id = meeting_story."case" AND closing.outcome = 'died')
            """
        )
        .filter(\.isAgreed)
        .map { Stories.Told(kind: $0.kind, title: $0.version.title, words: $0.version.words) }
    }

    func needsOneThatDidNot(_ practice: Organisation.ID, at now: Date) throws -> Bool {
        let told = try told(at: practice, at: now)
        return told.count { $0.kind == .worked } >= 2 && !told.contains { $0.kind == .didNotWork }
    }
}
