import Kernel
import Web

/// A story as it was typed, and which of the words that were pointed to can stay.
struct StoryForm: Decodable, Sendable {
    var kind: String?
    var title: String?
    var words: String?
    /// Keys of what was pointed to.
    var stays: [String]?

    static let longest = 3_000

    /// The story if nothing in it is left to decide.
    func read(_ known: KnownOfThem) throws(Problems) -> StoryTold {
        var problems = Problems()
        let kind = problems.unless(
            kind.flatMap(MeetingStory.Kind.init),
            "kind",
            "Say whether it worked or not"
        )
        let title = problems.text(title, "title", "Give it a title that names nobody", upTo: 100)
        let words = problems.text(words, "words", "Write what happened", upTo: Self.longest)
        guard let kind, let title, let words, problems.list.isEmpty else { throw problems }
        let found = Self.points(title, words, known)
        for never in found.filter(\.kind.neverStays) {
            problems.add("words", "Take out “\(never.words)”: \(never.kind.name) never stays in a story")
        }
        let open = found.filter { !$0.kind.neverStays && stays?.contains($0.key) != true }
        if !open.isEmpty {
            problems.add(
                "stays",
                "\(open.count.counted("word")) to look at: change each, or say that it can stay"
            )
        }
        guard problems.list.isEmpty else { throw problems }
        return StoryTold(kind: kind, title: title, words: words, kept: found)
    }

    /// What is pointed to in title and words together, each once.
    static func points(_ title: String, _ words: String, _ known: KnownOfThem) -> [StoryCheck.Pointed] {
        let check = StoryCheck(known: known)
        var seen: Set<String> = []
        return (check.points(in: title) + check.points(in: words)).filter { seen.insert($0.key).inserted }
    }
}

/// What somebody says to the words they read.
struct StoryAnswerForm: Decodable, Sendable {
    let version: String
    var answer: String?
    var words: String?

    func read() throws -> (version: MeetingStory.Version.ID, said: StoryAnswer) {
        guard let version = MeetingStory.Version.ID(version) else { throw Missing() }
        var problems = Problems()
        let words = problems.words(words, "words", upTo: 1_000)
        let agreed = problems.unless(["yes": true, "no": false][answer ?? ""], "answer", "Say yes or no")
        guard let agreed, problems.list.isEmpty else { throw problems }
        return (version, StoryAnswer(agreed: agreed, words: words))
    }
}
