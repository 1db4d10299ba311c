import Web

/// What anybody may read about the service itself.
struct Statement: Page {
    let title: String
    let paragraphs: [String]

    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>\(each: paragraphs, { "<p>\($0)</p>" })</div>
        """
    }

    static var sample: Statement { accessibility }

    static let accessibility = Statement(
        title: "Accessibility",
        paragraphs: [
            "Every page is made to work with a keyboard alone, with a screen reader, without JavaScript, on a "
                + "phone 320 pixels wide and in print. We aim at WCAG 2.2, level AA, and test every page for it.",
            "If something stands in your way, tell your practice. They can give you anything here on paper, in "
                + "large print or read out, and they pass on what needs mending.",
        ]
    )

    static let privacy = Statement(
        title: "What is kept, and why",
        paragraphs: [
            "When somebody suggests a link worker to you, we keep your name, how to reach you safely, what you "
                + "talked about and what you decided together, so that you need not say it twice.",
            "Your link worker sees it. Whoever referred you sees what they wrote and, if you do not mind, how it "
                + "goes. A group hears only what you agreed for that group. Every look is written down, and you can "
                + "ask for the list.",
            "A form that is open to everybody leaves the internet address it came from for an hour, so that no "
                + "machine can flood us. Nothing is done with it besides.",
            "What we keep of you stays for eight years after the last contact, as adult care records are, and is then "
                + "deleted. You can ask your practice for a copy, to put something right, or to stop.",
        ]
    )
}
