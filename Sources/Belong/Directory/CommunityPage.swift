import Kernel
import Web

/// One box to find a group in, and what was found: everything said of each line
/// is what a link worker would want to know before speaking of it to anybody.
struct CommunityPage: Page {
    let title = "Find a group"
    let place: String? = "/community"
    /// What was typed, as it was typed.
    let line: String
    let wanted: Wanted
    let understood: [Link]
    let notices: [String]
    let fitting: [Finding]
    let askFirst: [Finding]
    let earlier: String?
    let later: String?
    /// What may be noted as missing, where little was found.
    var gap: Gap?
    /// Whether the reader rings groups to hear how they are.
    var mayRing = false
    var isNoted = false
    /// For whom it is looked.
    var whom: Whom?

    struct Link: Sendable {
        let words: String
        let address: String
    }

    init(line: String, _ found: Activities.Found, page: Int = 1, mayNote: Bool = false) {
        self.line = line
        wanted = found.wanted
        understood = found.wanted.tags.map { Link(words: $0.words, address: $0.without.address()) }
        notices = found.notices
        fitting = found.findings.filter(\.unknown.isEmpty)
        askFirst = found.findings.filter { !$0.unknown.isEmpty }
        earlier = page > 1 ? found.wanted.address(page: page - 1) : nil
        later = found.hasMore ? found.wanted.address(page: page + 1) : nil
        let isPoor = page == 1 && (fitting.count < Self.few || found.isRelaxed)
        let missed = Gap(found.wanted, typed: line)
        gap = mayNote && isPoor && !missed.isNothing ? missed : nil
    }
}

extension Activities.Found {
    /// What has to be said about how the search was understood.
    fileprivate var notices: [String] {
        let place = unknownPlace.map {
            "We do not know where “\($0)” is. Try a postcode, or the first half of one."
        }
        let respelt = respellings.map { "Nothing here says “\($0.typed)”. We looked for “\($0.meant)” too." }
        let relaxed = isRelaxed ? "Nothing has all of these words. Here is what has some of them." : nil
        return [place].compactMap(\.self) + respelt + [relaxed].compactMap(\.self)
    }
}

extension CommunityPage {
    var main: HTML {
        """
        \(whom.map { "<p class=\"small muted\"><a href=\"/cases/\($0.id)\">Back to \($0.givenName)</a></p>" as HTML })
        <h1>\(title)\(text: whom.map { " for \($0.givenName)" })</h1>
        \(isNoted ? Self.noted : nil)
        <form method="get" action="/community" role="search" class="card">\(whom.map { "<input type=\"hidden\" name=\"case\" value=\"\($0.id)\">" as HTML })\(fields)</form>
        \(understood.isEmpty ? nil : tags)
        \(each: notices, { "<p class=\"notice\">\($0)</p>" })
        \(fitting.isEmpty && askFirst.isEmpty ? nothing : results)
        \(gap.map(missing))
        \(mayRing ? "<p><a href=\"/calls\">Groups worth a call</a></p>" as HTML : nil)
        """
    }

    private var tags: HTML {
        """
        <p>We looked for:</p>
        <ul class="plain opts">\(each: understood, { link in
            """
            <li><span class="tag leaf">\(link.words)</span> \
            <a class="small" href="\(carried(link.address))" aria-label="Leave out \(link.words)">leave out</a></li>
            """
        })</ul>
        """
    }

    private var nothing: HTML {
        """
        <section class="card"><h2>Nothing fits all of that</h2>
        <p>Leave something out above, or look further away. Somewhere that has closed, or is gone from its \
        list, is never shown.</p></section>
        """
    }

    private var results: HTML {
        """
        \(fitting.isEmpty ? nil : list(fitting, heading: "What fits", hint: nil))
        \(askFirst.isEmpty ? nil : list(askFirst, heading: "These may fit: ask first", hint: Self.hint))
        <p>\(earlier.map { "<a href=\"\(carried($0))\">Earlier ones</a> " as HTML })\
        \(later.map { "<a href=\"\(carried($0))\">More</a>" as HTML })</p>
        """
    }

    private static let hint = "Nobody has told us everything you asked for."

    private func list(_ findings: [Finding], heading: String, hint: String?) -> HTML {
        """
        <section class="card"><h2>\(heading)</h2>
        \(hint.map { "<p class=\"hint\">\($0)</p>" as HTML })
        <ol class="plain">\(each: findings, { $0.item(for: whom) })</ol></section>
        """
    }

    private func carried(_ address: String) -> String {
        whom?.carried(in: address) ?? address
    }

    static let sample = CommunityPage(
        line: "someone to eat with near M33, Tuesday, free",
        Activities.Found(
            findings: [
                Finding(
                    .sample,
                    miles: 0.8,
                    wanted: Wanted(reading: "near M33", today: Activity.sampleDay),
                    today: Activity.sampleDay
                )
            ],
            hasMore: true,
            wanted: Wanted(reading: "someone to eat with near M33, Tuesday, free", today: Activity.sampleDay),
            respellings: [Respelling(typed: "luch", meant: "lunch", stem: "lunch")]
        ),
        mayNote: true
    )
}

extension Finding {
    /// A line of what was found; where it is looked for somebody, they are one press from it.
    func item(for whom: Whom?) -> HTML {
        let address = "/community/\(id)"
        return """
            <li class="row"><div class="grow"><h3><a href="\(whom?.carried(in: address) ?? address)">\(name)</a></h3>
            \(provider.map { "<p class=\"small\">\($0)</p>" as HTML })
            \(whereabouts.map { "<p>\($0)</p>" as HTML })
            \(times.isEmpty ? nil : "<p>\(times.joined(separator: "; "))</p>" as HTML)
            \(qualities.isEmpty ? nil : marks)
            \(unknown.isEmpty ? nil : "<p><span class=\"tag clay\">Ask \(unknown.joined(separator: ", "))</span></p>" as HTML)
            \(capacity.map { "<p class=\"small\">\($0)</p>" as HTML })
            \(outlook.map { "<p class=\"small\">\($0)</p>" as HTML })
            <p class="small muted">\(lastChecked)</p></div>\(whom.map(introducing))</li>
            """
    }

    private func introducing(_ whom: Whom) -> HTML {
        """
        <a class="btn quiet sm" href="\(whom.introducing(to: id))">Introduce \(whom.givenName)\
        <span class="aside"> to \(name)</span></a>
        """
    }

    private var whereabouts: String? {
        switch (distance, place) {
        case (let distance?, let place?): "\(distance) away: \(place)"
        case (let distance?, nil): "\(distance) away"
        case (nil, let place): place
        }
    }

    private var marks: HTML {
        "<p>\(each: qualities, { "<span class=\"tag\">\($0)</span> " })</p>"
    }
}
