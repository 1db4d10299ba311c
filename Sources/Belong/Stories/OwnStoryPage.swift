import Kernel
import Web

/// Behind the person's own link: the words as they would be told, theirs to allow, to
/// refuse and to take back.
struct OwnStoryPage: Page {
    let title = "A story that is yours"
    let address: String
    let practice: String
    let stories: [MeetingStory]
    var problems = Problems()

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        <p class="lead">Your link worker would like to tell this at the meeting of \(practice), so that those who work there \
        learn from it. Your name is not in it. It is told only if you say yes; no is as good an answer, and nothing \
        depends on it.</p>\(problems.summary)
        \(stories.isEmpty ? "<p>There is no story of yours here.</p>" : "\(each: stories, story)")
        <p>If you say yes it can be read by people who work at \(practice), for a year, and printed for their meeting. You can \
        take it back here whenever you like: then it is gone from here. What was said aloud at a meeting cannot be unsaid.</p>
        <p><a href="\(address)">Back to your page</a></p></div>
        """
    }

    private func story(_ story: MeetingStory) -> HTML {
        """
        <section class="card"><h2>\(story.version.title)</h2><p class="written">\(story.version.words)</p>
        \(story.isAgreed ? takeBack(story) : answer(story))</section>
        """
    }

    private func answer(_ story: MeetingStory) -> HTML {
        let fields: HTML = """
            <input type="hidden" name="version" value="\(story.version.id)">
            \(Field("words", "What you would change, if anything", of: "s-\(story.id)").paper("", rows: 3))
            <button class="btn big" name="answer" value="yes">Yes, this may be told</button>
            <button class="btn big" name="answer" value="no">No, or not like this</button>
            """
        return """
            \(said(story))\(HTML.form("\(address)/story", fields))
            """
    }

    private func said(_ story: MeetingStory) -> HTML? {
        guard case .refused = story.progress else { return nil }
        return
            "<p class=\"notice\" role=\"status\">You said no. It is not told. You can change your mind.</p>"
    }

    private func takeBack(_ story: MeetingStory) -> HTML {
        let fields: HTML = """
            <input type="hidden" name="story" value="\(story.id)"><button class="btn big quiet">Take it back</button>
            """
        return """
            <p class="notice leaf" role="status">You said yes.</p>\(HTML.form("\(address)/story/withdrawal", fields))
            """
    }

    static var sample: OwnStoryPage {
        OwnStoryPage(address: "/l/sample", practice: "Elm Street Surgery", stories: [.sample])
    }
}

/// On somebody's own page: that there is a story of theirs to read.
struct OwnStoryCard: Sendable {
    let isAsked: Bool
    let isThere: Bool
    let address: String

    /// What they are asked stands before all else.
    var asking: HTML? { isAsked ? asked : nil }
    var kept: HTML? { !isAsked && isThere ? there : nil }

    private var asked: HTML {
        """
        <section class="card"><h2>Something to read: a story that is yours</h2><p>Your link worker wrote down what happened, \
        without your name, to tell where others can learn from it. Only if you say yes.</p>
        <p><a class="btn big" href="\(address)/story">Read it</a></p></section>
        """
    }

    private var there: HTML {
        """
        <section class="card"><h2>A story that is yours</h2>
        <p><a href="\(address)/story">Read it again, or take it back</a></p></section>
        """
    }
}
