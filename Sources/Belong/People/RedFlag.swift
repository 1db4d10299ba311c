import Foundation
import Kernel
import Store
import Web

/// Words that may mean that somebody is not safe. They ask a person to look, and nothing more:
/// nothing is decided, sorted, counted or kept because of them (governance, 4.3).
enum RedFlag {
    /// Whom to tell, by name where there is one, and what it was that was said.
    struct Prompt: Sendable, Equatable {
        let practice: String
        let phone: PhoneNumber?
        var clinician: String?
        var said: [Said] = []
    }

    /// Some words, whose they are and when they came.
    struct Said: Sendable, Equatable {
        let by: String
        let words: String
        let at: Date
        /// Said by the person themselves.
        var isTheirs = false
    }

    /// Those of them that ask for a look, latest first. What a worry was raised after is seen to.
    static func raised(by said: [Said], since: Date = .distantPast) -> [Said] {
        said.filter { $0.at > since && isRaised(by: $0.words) }.sorted { $0.at > $1.at }
    }
}

extension RedFlag.Prompt {
    /// For a page of somebody, above everything else that is said of them.
    func notice(_ worry: String) -> HTML {
        """
        <div class="notice clay" role="note"><p><b>Would you look at this again?</b> Some of what was said lately may mean \
        that somebody is not safe. You know them, and you decide. In danger now: <a href="tel:999">999</a>. If you are \
        worried, ring \(whom)\(ring), then <a href="\(worry)">tell them here</a>.</p>\(each: said.prefix(3), quote)</div>
        """
    }

    /// For whoever is about to send such words. One more press sends them: help is never kept back.
    func beforeItGoes(isOwn: Bool) -> HTML {
        """
        <div class="notice clay" id="f-heeded" role="alert" tabindex="-1"><p><b>Before this goes:</b> \
        \(isOwn ? Self.ofYou : Self.ofThem) In danger now: ring <a href="tel:999">999</a>. Urgent help, mental health \
        included: <a href="tel:111">111</a>. To talk to someone, day and night: Samaritans <a href="tel:116123">116 123</a>. \
        Or ring \(whom)\(ring).</p><p>Nothing you wrote is lost, and it still goes to a link worker.</p>
        <button class="btn" name="heeded" value="yes">I have told somebody; send it as well</button></div>
        """
    }

    private static let ofYou: HTML = """
        some of what you wrote sounds as if you may not be safe, or need a doctor. A link worker may not read it today. \
        Please talk to somebody now.
        """
    private static let ofThem: HTML = """
        some of these words may mean that somebody is not safe, or needs a clinician first. A link worker may not read \
        them today. Please tell somebody now.
        """

    private var whom: HTML {
        "\(clinician.map { "\($0) or another clinician" } ?? "the duty clinician") at \(practice)"
    }

    private var ring: HTML? {
        phone.map { ", <a href=\"tel:\($0.digits)\">\($0.description)</a>" }
    }

    private func quote(_ said: RedFlag.Said) -> HTML {
        """
        <p class="quote">\(RedFlag.passage(of: said.words).quoted)</p>\
        <p class="small muted">\(said.by), \(Day(said.at).short) at \(London.time(said.at))</p>
        """
    }

    static let sample = RedFlag.Prompt(
        practice: "Elm Street Surgery",
        phone: PhoneNumber("0161 496 0000"),
        clinician: "Dr Lowe",
        said: [
            RedFlag.Said(
                by: "Jean, with their answer",
                words: "I cannot go on.",
                at: Date(timeIntervalSince1970: 1_776_150_000)
            )
        ]
    )
}

/// Beside what somebody said behind their own link: whom to ring, since nobody reads it round the clock.
enum CrisisLines {
    static let notice: HTML = """
        <div class="notice clay" role="note"><p><b>If things are bad just now, please do not wait for us.</b> Nobody reads this \
        round the clock. In danger now: <a href="tel:999">999</a>. Urgent help, mental health included: \
        <a href="tel:111">111</a>. Someone to talk to, day and night: Samaritans <a href="tel:116123">116 123</a>.</p></div>
        """
}
