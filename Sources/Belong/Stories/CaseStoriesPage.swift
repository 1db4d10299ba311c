import Foundation
import Kernel
import Web

/// Somebody's stories for the meeting of their practice: written, checked, read by them,
/// agreed to, and gone when they say so.
struct CaseStoriesPage: Page {
    let title = "A story for the practice meeting"
    let place: String? = "/people"
    let id: Case.ID
    var worry: String? { "/cases/\(id)/worry" }
    let name: String
    let givenName: String
    let stories: [MeetingStory]
    /// Two that worked stand at the practice already, and none that did not.
    let needsOther: Bool
    var form = StoryForm()
    /// The story that is being changed; a new one has none yet.
    var changing: MeetingStory.ID?
    var pointed: [StoryCheck.Pointed] = []
    var problems = Problems()

    var main: HTML {
        """
        <p class="small muted"><a href="/people">People</a> › <a href="/cases/\(id)">\(name)</a></p>
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">What happened, told so that nobody knows who it is. \(givenName) reads the words as they will be told, \
        and it is told only if they say yes.</p>\(problems.summary)
        \(each: stories, story)\(writing)</div>
        """
    }

    private func story(_ story: MeetingStory) -> HTML {
        story.isOver ? gone(story) : kept(story)
    }

    private func gone(_ story: MeetingStory) -> HTML {
        "<section class=\"card\"><p class=\"muted\">A story: \(story.progress.name).</p></section>"
    }

    private func kept(_ story: MeetingStory) -> HTML {
        """
        <section class="card"><h2>\(story.version.title)</h2><p><span class="tag">\(story.kind.name)</span> \
        <span class="small muted">\(story.progress.name)</span></p><p class="written">\(story.version.words)</p>
        \(objection(story))\(ways(story))</section>
        """
    }

    private func objection(_ story: MeetingStory) -> HTML? {
        guard case .refused(let words, _) = story.progress, !words.isEmpty else { return nil }
        return "<p class=\"small muted\">What they said</p><p class=\"quote\">\(words)</p>"
    }

    private func ways(_ story: MeetingStory) -> HTML {
        let path = "/cases/\(id)/stories/\(story.id)"
        let heard: HTML = """
            <input type="hidden" name="version" value="\(story.version.id)">
            \(Field("words", "What they would change, if anything", of: "h-\(story.id)").paper("", rows: 2))
            <div class="acts"><button class="btn" name="answer" value="yes">They agree</button>
            <button class="btn quiet" name="answer" value="no">They would rather not</button></div>
            """
        return """
            <div class="acts">\(story.progress == .written
                ? HTML.button("Ask by their link", "\(path)/asking", classes: "btn quiet sm") : nil)
            <a class="btn quiet sm" href="\(path)">Change the words</a></div>
            \(story.isAgreed ? nil : "<details><summary>Read it out to them</summary>\(HTML.form("\(path)/agreement", heard))</details>" as HTML)
            <details><summary>Let it go</summary><p>Its words go, in every version, at once.</p><div class="acts">
            \(HTML.button("\(givenName) takes it back", "\(path)/withdrawal", classes: "btn quiet sm"))
            \(HTML.button("Let it go", "\(path)/end", classes: "btn quiet sm"))</div></details>
            """
    }

    private var writing: HTML {
        let path = changing.map { "/cases/\(id)/stories/\($0)" } ?? "/cases/\(id)/stories"
        return """
            <section class="card"><h2>\(changing == nil ? "Write one" : "Change the words")</h2>
            \(needsOther && changing == nil ? Self.other : nil)\(HTML.form(path, fields))</section>
            """
    }

    private static let other: HTML = """
        <div class="notice"><p>Two stories that worked stand at this practice. Before a third, write one that did not: it is \
        what makes the others believed, and what there is to learn from.</p></div>
        """

    private var fields: HTML {
        """
        \(changing == nil ? kinds : "<input type=\"hidden\" name=\"kind\" value=\"\(form.kind ?? "")\">")
        \(Field("title", "A title that names nobody", problems).line(form.title))
        \(Field("words", "What happened", hint: Self.hint, problems).paper(form.words, rows: 10))
        \(pointed.isEmpty ? nil : checked)<button class="btn">Check and keep</button>
        """
    }

    private var kinds: HTML {
        Field("kind", "How it went", problems)
            .one(of: MeetingStory.Kind.allCases.map { Choice($0.rawValue, $0.name) }, chosen: form.kind)
    }

    private static let hint = """
        How they came, what mattered, what was tried, how it is now. “Somebody in their sixties”, “a lunch group”, “in the \
        spring”. The words are checked before they are kept.
        """

    /// The words again with every place marked, and what can be said of each.
    private var checked: HTML {
        let stay = pointed.filter { !$0.kind.neverStays }
        return """
            <div class="notice" id="f-stays"><p><b>Could these words give \(givenName) away?</b> Change them above, or say \
            that they can stay. It is you who decides, and the check does not find everything.</p>
            <p class="written">\(marked)</p></div>
            \(stay.isEmpty ? nil : Field("stays", "These can stay", of: "c")
                .any(of: stay.map { Choice($0.key, "“\($0.words)”: \($0.kind.name)") }, chosen: form.stays ?? []))
            """
    }

    private var marked: HTML {
        let words = form.words ?? ""
        let keys = Set(pointed.map(\.key))
        let places = StoryCheck.marks(of: keys, in: words, pointed)
        var (html, place): (HTML, String.Index) = ("", words.startIndex)
        for range in places {
            html.append("\(words[place..<range.lowerBound])<mark>\(words[range])</mark>")
            place = range.upperBound
        }
        html.append("\(words[place...])")
        return html
    }

    static var sample: CaseStoriesPage {
        let words =
            "A widower of 82 in Harbour Lane had not cooked since his wife died. His neighbour Bill brought him along."
        var known = KnownOfThem()
        known.capitals = ["bill"]
        var page = CaseStoriesPage(
            id: Case.ID(),
            name: "Alan B.",
            givenName: "Alan",
            stories: [.sample],
            needsOther: true
        )
        page.form = StoryForm(kind: "worked", title: "A reason to cook", words: words, stays: nil)
        page.pointed = StoryForm.points("", words, known)
        return page
    }
}

extension StoryCheck {
    /// Every place at which one of these words stands, in their order.
    static func marks(of keys: Set<String>, in words: String, _ pointed: [Pointed]) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        for text in Set(pointed.filter { keys.contains($0.key) }.map(\.words)).sorted(by: {
            $0.count > $1.count
        }) {
            var rest = words.startIndex..<words.endIndex
            while let range = words.range(of: text, range: rest) {
                if !ranges.contains(where: { $0.overlaps(range) }) { ranges.append(range) }
                rest = range.upperBound..<words.endIndex
            }
        }
        return ranges.sorted { $0.lowerBound < $1.lowerBound }
    }
}

extension MeetingStory {
    static let sample = MeetingStory(
        id: MeetingStory.ID(),
        caseID: Case.ID(),
        practice: Organisation.ID(),
        kind: .worked,
        version: Version(
            id: Key(),
            title: "A reason to put shoes on",
            words:
                "Somebody in their sixties had not left the house since the spring. We did not talk of lunch for weeks. "
                + "Then they asked whether the group had a piano.",
            writtenAt: Date(timeIntervalSince1970: 1_776_160_800)
        ),
        progress: .agreed(Date(timeIntervalSince1970: 1_776_260_800))
    )
}
