import Kernel

/// What stands round every page: the way about, who is signed in, and help in a crisis.
package struct Layout: Sendable {
    let page: any Page
    let reader: SignedIn?

    package init(of page: any Page, for reader: SignedIn?) {
        self.page = page
        self.reader = reader
    }

    package var html: HTML {
        """
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(page.title) · Belong</title>
        <link rel="icon" href="/assets/belong.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/belong.css">
        <script type="module" src="/assets/belong.js"></script>
        <script type="module" src="/assets/away.js"></script>
        </head>
        <body\(reader.map(marked))>
        <a class="skip" href="#main">Skip to the page</a>
        <header class="top"><div class="in">
        <a class="logo" href="/">\(Self.mark)Belong</a>
        \(reader.map(navigation))
        \(reader.map(who))
        </div></header>
        <main id="main" tabindex="-1">
        \(page.main)
        \(reader == nil ? nil : page.worry.map(worried))
        </main>
        \(Self.footer)
        </body>
        </html>
        """
    }

    /// Whose page it is, and whether they write without signal: for a script, by key alone.
    private func marked(_ reader: SignedIn) -> HTML {
        let mayBeAway: HTML? = reader.member.isA(.linkWorker) ? " data-away" : nil
        return " data-reader=\"\(reader.member.id)\"\(mayBeAway)"
    }

    private func worried(_ path: String) -> HTML {
        "<p class=\"worried\"><a class=\"btn quiet\" href=\"\(path)\">Worried about them?</a></p>"
    }

    private func navigation(_ reader: SignedIn) -> HTML {
        """
        <nav aria-label="Main">\(each: daily(reader), link)\(more(reader))</nav>
        """
    }

    /// More than six are too many to choose from at a glance.
    private func daily(_ reader: SignedIn) -> ArraySlice<Place> {
        reader.places.count > 6 ? reader.places.prefix(5) : reader.places[...]
    }

    private func more(_ reader: SignedIn) -> HTML? {
        let folded = reader.places.dropFirst(daily(reader).count)
        guard !folded.isEmpty else { return nil }
        let isHere = folded.contains { $0.path == page.place }
        return """
            <details class="more\(isHere ? " here" : "")"><summary>More</summary>
            <div>\(each: folded, link)</div></details>
            """
    }

    private func link(to place: Place) -> HTML {
        place.path == page.place
            ? "<a href=\"\(place.path)\" aria-current=\"page\">\(place.name)</a>"
            : "<a href=\"\(place.path)\">\(place.name)</a>"
    }

    private func who(_ reader: SignedIn) -> HTML {
        """
        <div class="who"><a href="/me"><b>\(reader.member.name)</b></a>
        \(HTML.form("/signing-out", "<button class=\"linklike\">Sign out</button>"))</div>
        """
    }

    private static let mark: HTML = """
        <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true"><path d="M3 13 13 4l10 9" fill="none" \
        stroke="#f2c35c" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/><circle cx="9.5" cy="18" \
        r="4.2" fill="#fff"/><circle cx="16.5" cy="18" r="4.2" fill="#f2c35c" fill-opacity=".92"/></svg>
        """

    private static let footer: HTML = """
        <footer class="foot"><p>Nobody watches this service round the clock. In danger now: <a href="tel:999">999</a>. \
        Urgent help, mental health included: <a href="tel:111">111</a>. Someone to talk to, day and night: \
        Samaritans <a href="tel:116123">116 123</a>.</p>
        <p><a href="/accessibility">Accessibility</a> · <a href="/privacy">What is kept, and why</a></p></footer>
        """
}

/// What someone reads when there is nothing else to show them.
package struct Notice: Page {
    package let title: String
    let advice: String

    package init(title: String, advice: String = "") {
        self.title = title
        self.advice = advice
    }

    package var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">\(advice)</p>
        <p><a href="/">Back to the beginning</a></p>
        """
    }

    package static let sample = Notice(
        title: "There is no such page",
        advice: "It may have moved, or it may not be yours to see."
    )
}
