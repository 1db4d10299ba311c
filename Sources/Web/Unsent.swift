import Kernel

/// A form that could not be taken, with what was typed into it, so that a refusal
/// never costs anybody their words.
struct Unsent: Error {
    let cause: any Error
    let carried: Carried
    /// Whoever sent it, to send it again as themselves.
    let signedIn: SignedIn?
}

/// Why a form was not taken, with what was typed into it: to be put right and sent
/// again, or to be copied. It stands on this page only, never in an address or a log.
package struct UnsentPage: Page {
    package let title: String
    let reasons: [String]
    let carried: Carried
    let mayGoAgain: Bool

    init(_ title: String, reasons: [String] = [], _ carried: Carried, mayGoAgain: Bool) {
        self.title = title
        self.reasons = reasons
        self.carried = carried
        self.mayGoAgain = mayGoAgain
    }

    package var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        \(each: reasons, { "<p class=\"lead\">\($0)</p>" })
        \(mayGoAgain ? again : toCopy)
        <p><a href="/">Leave it, and begin anew</a></p></div>
        """
    }

    private var again: HTML {
        """
        <p>Nothing of it was done. What you wrote is still here: change it and send it again, or copy it.</p>
        \(HTML.form(carried.path, """
            \(carried.without(Set(carried.written.map(\.name))).hidden)
            <section class="card">\(each: papers, \.self)<button class="btn">Send it again</button></section>
            """))
        """
    }

    private var papers: [HTML] {
        carried.written.enumerated().map { place, typed in
            Field(typed.name, typed.label, of: "unsent-\(place)").paper(typed.value)
        }
    }

    private var toCopy: HTML {
        """
        <p>What you wrote was not kept. It stands here, for you to copy.</p>
        <section class="card">\(each: carried.written, { "<p class=\"keep\">\($0.value)</p>" })</section>
        """
    }

    package static var sample: UnsentPage {
        let text = "/referrals/sample/decline?reason=clinical&words=She%20needs%20her%20chest%20seen%20first."
        return UnsentPage(
            "This referral is no longer waiting.",
            Carried(text: text) ?? .nowhere,
            mayGoAgain: true
        )
    }
}

extension Carried.Typed {
    /// *Own sign*; the one field that is only called `words` is what somebody wrote.
    fileprivate var label: String {
        name == "words" ? "What you wrote" : words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension Carried {
    /// What a person wrote, and not the keys a form carries with it. Never a password.
    package var written: [Typed] {
        fields.filter { field in
            field.value.contains(where: \.isWhitespace) && !field.name.hasPrefix("draft")
                && !field.name.lowercased().contains("password")
        }
    }
}
