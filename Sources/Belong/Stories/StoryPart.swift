import Kernel
import Store
import Web

extension CasePart {
    /// What of theirs may be told at the practice's meeting, and what they said to it.
    static let stories = CasePart(
        agreements: { view, found in
            try view.stories("meeting_story.\"case\" = \(found.id)").compactMap { story -> Agreed? in
                let what = "A story of theirs may be told at the practice’s meeting"
                return switch story.progress {
                case .agreed(let at): Agreed(what: what, answer: "yes, \(Day(at).short)", isYes: true)
                case .refused(_, let at): Agreed(what: what, answer: "no, \(Day(at).short)", isYes: false)
                case .ended(.takenBack, let at):
                    Agreed(what: what, answer: "taken back, \(Day(at).short)", isYes: false)
                case .written, .asked, .ended(.letGo, _): nil
                }
            }
        },
        record: { view, found in try view.storyPassages(of: found.id) },
        ways: { found in [Place("A story for the practice meeting", "/cases/\(found.id)/stories")] }
    )
}

extension Reader {
    fileprivate func storyPassages(of id: Case.ID) throws -> [Passage] {
        try passages(
            "story",
            """
            SELECT story_version.id, written_at AS at, title, words
            FROM story_version JOIN meeting_story ON meeting_story.id = story_version.story
            WHERE meeting_story."case" = \(id) AND words <> ''
            """
        ) {
            try [
                "A story of yours, for the practice’s meeting":
                    "\($0("title") as String). \($0("words") as String)"
            ]
        }
            + passages(
                "story agreement",
                """
                SELECT story_agreement.id, said_at AS at, agreed, story_agreement.words
                FROM story_agreement
                JOIN story_version ON story_version.id = story_agreement.version
                JOIN meeting_story ON meeting_story.id = story_version.story
                WHERE meeting_story."case" = \(id)
                """
            ) { row in
                let (agreed, words): (Bool, String) = try (row("agreed"), row("words"))
                return ["Whether it may be told": agreed ? "Yes. \(words)" : "No. \(words)"]
            }
    }
}
