import Foundation
import Kernel
import Web

/// A coordinator says how long their group can go on, and who may know.
struct OutlookPage: FormPage {
    let id: Activity.ID
    let group: String
    let said: String?
    let mayOpen: Bool
    let isPublic: Bool
    var form = OutlookForm()
    var problems = Problems()

    var title: String { "Can \(group) go on?" }
    var place: String? { "/welcome" }

    var main: HTML {
        """
        <p class="small muted"><a href="/welcome">Back to Welcome</a></p>
        <h1>\(title)</h1>
        <p class="lead">Say it early, and link workers look around without haste. Only they and you read it, \
        until you let everybody know. Nobody who comes to you gets a message.</p>
        \(problems.summary)
        \(said.map { "<p class=\"notice\">\($0)\(isPublic ? ". Everybody here may read it." : ".")</p>" as HTML })
        \(mayOpen ? opening : nil)
        \(HTML.form("/community/\(id)/outlook", fields, classes: "card"))
        """
    }

    private var opening: HTML {
        """
        <section class="card"><h2>Let everybody know?</h2>
        <p>Surgeries and other groups then read it too. It cannot be unsaid, but you can say something new.</p>
        \(HTML.button("Let everybody know", "/community/\(id)/outlook/opening", classes: "btn quiet"))</section>
        """
    }

    private var fields: HTML {
        """
        \(Field("kind", "How is it?", problems).one(of: OutlookForm.choices, chosen: form.kind))
        \(Field("until", "If until a day, which?", problems).line(form.until, .date))
        \(Field("words", "In your words (may stay empty)", problems).line(form.words))
        <button class="btn">Say so</button>
        """
    }

    static let sample = OutlookPage(
        id: Activity.ID(),
        group: "Tuesday lunch",
        said: "They might have to stop, said today: the hall is being sold",
        mayOpen: true,
        isPublic: false
    )
}

extension OutlookPage {
    init(_ activity: Activity, today: Day) {
        let outlook = activity.outlook
        self.init(
            id: activity.id,
            group: activity.name,
            said: outlook?.line(on: today),
            mayOpen: outlook.map { !$0.isPublic && $0.standing != .sound } ?? false,
            isPublic: outlook?.isPublic ?? false
        )
    }
}

/// What a coordinator says of how long their group can go on.
struct OutlookForm: Decodable, Sendable {
    var kind: String?
    var until: String?
    var words: String?

    static let choices = [
        Choice("sound", "We can go on"), Choice("secure", "Secure until a day"),
        Choice("might_stop", "We might have to stop"),
    ]

    func read() throws(Problems) -> (standing: Outlook.Standing, words: String?) {
        var problems = Problems()
        let day = problems.optional(until, "until", "Write a day like 31 March 2027") { Day(typed: $0) }
        if kind == "secure", day == nil, problems.list.isEmpty {
            problems.add("until", "Say until which day")
        }
        let isKnown = Self.choices.contains { $0.value == kind }
        if !isKnown { problems.add("kind", "Say how it is") }
        let words = problems.optional(words, "words", "Keep it to 300 characters") {
            $0.count <= 300 ? $0 : nil
        }
        let standing = Outlook.Standing(kind ?? "", until: day)
        guard let standing, problems.list.isEmpty else { throw problems }
        return (standing, words)
    }
}
