import Foundation
import Kernel
import Store
import Web

/// What somebody who asked for a link worker themselves reads after it: when they hear, and whom to ring meanwhile.
struct AskedPage: Page {
    let title = "Thank you. Somebody will be in touch"
    let practice: Letterhead?
    /// *Usually in about 4 days*
    let when: String

    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        <p class="lead">A link worker reads this and reaches you the way you said is safe, \(when).</p>
        \(practice.flatMap(ring))
        \(CrisisLines.notice)
        <p><a href="/">Back to the beginning</a></p></div>
        """
    }

    private func ring(_ practice: Letterhead) -> HTML? {
        practice.phone.map { phone in
            """
            <p>Heard nothing by then, or changed your mind? Ring \(practice.name) on \
            <a href="tel:\(phone.filter { !$0.isWhitespace })">\(phone)</a> and ask for the link worker.</p>
            """
        }
    }

    static let sample = AskedPage(practice: EndedLink.sample.practice, when: "usually in about 4 days")
}

extension Reader {
    /// A surgery without a link worker, or none at all, is answered without its name.
    func askedPage(at practice: Organisation.ID?, _ now: Date) throws -> AskedPage {
        guard let id = practice, try hasLinkWorkers(id, at: now) else {
            return AskedPage(practice: nil, when: "usually within two weeks")
        }
        return try AskedPage(practice: self.practice(id), when: expectation(of: nil, at: id, now))
    }
}

extension ReferralForm {
    /// The public form asks each way by itself, and says what must be put right to whoever it is about.
    func readAsked(today: Day) throws(Problems) -> ReferralRequest {
        do throws(Problems) {
            return try inPublic.read(today: today)
        } catch {
            throw error.toThemselves
        }
    }
}

extension Problems {
    /// In the words of somebody who asks for themselves.
    fileprivate var toThemselves: Problems {
        list.reduce(into: Problems()) { problems, problem in
            let own = Self.own[problem.sentence]
            problems.add(own?.field ?? problem.field, own?.sentence ?? problem.sentence)
        }
    }

    private static let own: [String: (field: String?, sentence: String)] = [
        "Choose the practice": (nil, "Choose your surgery"),
        "Enter the first name": (nil, "Enter your first name"),
        "Enter the family name": (nil, "Enter your family name"),
        "Enter the NHS number, or both date of birth and postcode":
            ("born", "Enter your date of birth and your postcode, or your NHS number below"),
        "Write a sentence or two": (nil, "Write a line: a few words are enough"),
        "Choose at least one way that is safe. Ask the person": (
            nil, "Choose at least one way that is safe for you"
        ),
        "Enter the number that is safe to text or ring": (nil, "Enter the number we may text or ring"),
        "Enter the e-mail address that is safe": (nil, "Enter your e-mail address"),
        "Enter the address a letter is safe to go to": (nil, "Enter the address for the letter"),
        "Say whether plain words are fine. Ask the person":
            (nil, "Say whether somebody else might read your messages"),
        "Answer this, even if nothing is known": (nil, "Answer this, even if there is nothing to know"),
        "Say what a visitor should know": (nil, "Tell us what a visitor should know"),
    ]
}
