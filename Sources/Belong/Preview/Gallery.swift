import Web

/// Where the samples of all pages hang.
struct Gallery: Page {
    let title = "Every page"
    let pages: [Line]

    struct Line: Sendable {
        let name: String
        let title: String
    }

    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">Each as it looks with something believable in it. The people are invented.</p>
        <ul class="plain">\(each: pages, { "<li><a href=\"/preview/\($0.name)\">\($0.title)</a></li>" })</ul>
        """
    }

    static let sample = Gallery(pages: [Line(name: "SigningInPage", title: "Sign in")])
}
