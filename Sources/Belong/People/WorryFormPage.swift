import Foundation
import Kernel
import Web

/// Telling somebody that one is worried. What to do first stands first.
struct WorryFormPage: Page {
    let title: String
    let person: Person.ID
    let practice: String
    let practicePhone: PhoneNumber?
    let hearers: [Worrying.Hearer]
    var form = WorryForm()
    var problems = Problems()
}

/// What was typed of a worry.
struct WorryForm: Decodable, Sendable {
    var urgency: String?
    var to: String?
    var words = ""

    func read() throws(Problems) -> (urgency: Worry.Urgency, hearer: Member.ID, words: String) {
        var problems = Problems()
        let urgency = problems.unless(
            urgency.flatMap(Worry.Urgency.init(rawValue:)),
            "urgency",
            "Say how soon somebody must hear of it"
        )
        let hearer = problems.unless(to.flatMap { Member.ID($0) }, "to", "Choose whom to tell")
        let words = problems.text(words, "words", "Write a line first", upTo: 1_000)
        guard let urgency, let hearer, let words, problems.list.isEmpty else { throw problems }
        return (urgency, hearer, words)
    }
}

extension WorryFormPage {
    var main: HTML {
        """
        <div class="reading"><h1>\(title)</h1>
        \(HTML.phoneFirst(practice, practicePhone))
        \(problems.summary)
        \(HTML.form("/people/\(person)/worries", fields))</div>
        """
    }

    private var fields: HTML {
        """
        \(Field("urgency", "How soon must somebody hear of it?", problems)
            .one(of: Worry.Urgency.allCases.map { Choice($0.rawValue, "\($0.name): \($0.advice)") },
                chosen: form.urgency))
        \(Field("to", "Whom do you tell?", hint: "They are reminded until someone says they have it.", problems)
            .list(hearers.map { Choice($0.id.description, "\($0.name), \($0.role.title.lowercased())") },
                chosen: form.to))
        \(Field("words", "What worries you", hint: "A line or two: only what they need to know.", problems)
            .paper(form.words))
        <button class="btn">Tell them</button>
        """
    }

    static var sample: WorryFormPage {
        WorryFormPage(
            title: "Worried about Alan Brooks?",
            person: Person.ID(),
            practice: "Elm Street Surgery",
            practicePhone: PhoneNumber("0161 496 0000"),
            hearers: [.init(id: Member.ID(), name: "Dr Patel", role: .clinician)]
        )
    }
}

extension HTML {
    /// Phone first, record after.
    static func phoneFirst(_ practice: String, _ phone: PhoneNumber?) -> HTML {
        let number: HTML? = phone.map { ", <a href=\"tel:\($0.digits)\">\($0.description)</a>," }
        return """
            <p class="notice"><b>Someone may come to harm now?</b> Ring <a href="tel:999">999</a> or the duty clinician \
            at \(practice)\(number) first. Write it down here afterwards. Nobody watches this page round the clock.</p>
            """
    }
}
