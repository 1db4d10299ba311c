import Foundation
import Kernel
import Store

/// What happened to somebody, told so that nobody knows who it is, for the meeting of
/// their practice. It is told only as they read it and agreed, and only as long as they do.
struct MeetingStory: Identifiable, Sendable {
    let id: Key<MeetingStory>
    let caseID: Case.ID
    let practice: Organisation.ID
    let kind: Kind
    let version: Version
    let progress: Progress

    /// Whether it went well. One that did not is what makes the others believed.
    enum Kind: String, CaseIterable, Sendable, Column {
        case worked
        case didNotWork = "did_not_work"

        var name: String {
            switch self {
            case .worked: "Something worked"
            case .didNotWork: "It did not work"
            }
        }
    }

    /// The words as they stand, and what of them the link worker decided to keep.
    struct Version: Identifiable, Sendable, Equatable {
        let id: Key<Version>
        let title: String
        let words: String
        let writtenAt: Date
    }

    enum Progress: Sendable, Equatable {
        /// Written, and they have not been asked.
        case written
        case asked(Date)
        case agreed(Date)
        /// They said no, perhaps with what they would change.
        case refused(String, Date)
        case ended(Ending, Date)

        var name: String {
            switch self {
            case .written: "written, they have not been asked yet"
            case .asked(let at): "asked by their link on \(Day(at).short), no answer yet"
            case .agreed(let at): "agreed on \(Day(at).short)"
            case .refused(_, let at): "they said no on \(Day(at).short)"
            case .ended(.takenBack, let at): "taken back on \(Day(at).short); its words are gone"
            case .ended(.letGo, let at): "let go on \(Day(at).short); its words are gone"
            }
        }
    }

    enum Ending: String, Sendable, Column {
        case takenBack = "taken_back"
        case letGo = "let_go"
    }

    enum Refused: Refusal {
        case changed
        case ended
        case noSafeWay

        var sentence: String {
            switch self {
            case .changed: "The words have changed since you read them. Read them again, please."
            case .ended: "This story has gone. Nothing more is kept of it."
            case .noSafeWay: "There is no safe way to send it. Read it out to them when you meet."
            }
        }
    }

    /// Told for a year; after that it is somebody's life by now, and not news.
    static let told: TimeInterval = 365 * 86_400

    var isAgreed: Bool {
        if case .agreed = progress { true } else { false }
    }

    var isOver: Bool {
        if case .ended = progress { true } else { false }
    }
}

extension Reader {
    /// Stories as they stand, the latest first.
    func stories(_ which: SQL) throws -> [MeetingStory] {
        try rows(
            """
            SELECT meeting_story.id, "case", practice, kind, story_version.id AS version, title, story_version.words,
                written_at, asked_at, agreed, story_agreement.words AS said, said_at, why, ended_at
            FROM meeting_story
            JOIN story_version ON story_version.story = meeting_story.id AND story_version.replaced_by IS NULL
            LEFT JOIN story_asking ON story_asking.version = story_version.id
            LEFT JOIN story_agreement ON story_agreement.version = story_version.id
                AND story_agreement.replaced_by IS NULL
            LEFT JOIN story_end ON story_end.story = meeting_story.id
            WHERE \(which)
            ORDER BY written_at DESC, meeting_story.id
            """
        ).map { row in
            try MeetingStory(
                id: row("id"),
                caseID: row("case"),
                practice: row("practice"),
                kind: row("kind"),
                version: MeetingStory.Version(
                    id: row("version"),
                    title: row("title"),
                    words: row("words"),
                    writtenAt: row("written_at")
                ),
                progress: MeetingStory.Progress(row)
            )
        }
    }
}

extension MeetingStory.Progress {
    fileprivate init(_ row: Row) throws {
        let (ending, endedAt): (MeetingStory.Ending?, Date?) = try (row("why"), row("ended_at"))
        let (agreed, words, saidAt): (Bool?, String?, Date?) = try (
            row("agreed"), row("said"), row("said_at")
        )
        let askedAt: Date? = try row("asked_at")
        if let ending, let endedAt {
            self = .ended(ending, endedAt)
        } else if let agreed, let saidAt {
            self = agreed ? .agreed(saidAt) : .refused(words ?? "", saidAt)
        } else {
            self = askedAt.map { .asked($0) } ?? .written
        }
    }
}
