import Foundation
import Kernel
import Web

/// What one may do about a change: say something, write somebody down, hold it, answer.
extension ChangePage {
    var acts: [HTML] {
        [
            look.voice == nil ? nil : saying,
            isToDispute ? disputing : nil,
            look.isLead && notice.isHeld ? settlingIt : nil,
            look.mayRecord ? recording : nil,
            isToAnswer ? answering : nil,
            look.isOwner && isToCome ? withdrawing : nil,
        ].compactMap(\.self)
    }

    private var isToDispute: Bool {
        let isOpen = notice.dispute == nil && notice.withdrawal == nil
        return look.isLinkWorker && notice.small != nil && isOpen
    }

    private var isToAnswer: Bool {
        let isOpen = notice.answer == nil && notice.withdrawal == nil
        return look.isOwner && notice.isMaterial && isOpen && !notice.voices.isEmpty
    }

    private var isToCome: Bool {
        switch notice.standing(on: Day(now)) {
        case .waiting, .held: true
        case .begun, .withdrawn: false
        }
    }

    private var saying: HTML {
        """
        <section class="card"><h2>What do you say?</h2>\(HTML.form("\(path)/voice", """
            \(Field("voice", "Everybody who is asked reads it. No names of people you support.", problems).paper(said.voice))
            <button class="btn">Say it</button>
            """))</section>
        """
    }

    private var recording: HTML {
        let kinds = [
            Choice("vcse", "A group"), Choice("patient", "A patient, or somebody who cares for one"),
        ]
        return """
            <section class="card"><h2>Write down what somebody said</h2>
            <p class="hint">At a meeting, on the telephone, in the waiting room. A role is enough; a patient’s name is never needed.</p>
            \(HTML.form("\(path)/recording", """
                \(Field("who", "Whose voice", problems).one(of: kinds, chosen: heard.who))
                \(Field("role", "As what they spoke", hint: "A patient who sees Sam; the chair of the patients’ group; the lunch club’s treasurer.", problems).line(heard.role))
                \(Field("heard", "What they said", problems).paper(heard.heard))
                <button class="btn quiet">Write it down</button>
                """))</section>
            """
    }

    private var disputing: HTML {
        """
        <section class="card"><h2>Is it small?</h2><p class="hint">If it is not, say so. It is held, and the network lead hears.</p>
        \(HTML.form("\(path)/dispute", """
            \(Field("dispute", "Why it matters", problems).line(said.dispute))
            <button class="btn">It matters: hold it</button>
            """))</section>
        """
    }

    private var settlingIt: HTML {
        let choices = [Choice("yes", "It matters: ask everybody"), Choice("no", "It does not: let it go on")]
        let later = settling.from ?? Day(now).advanced(by: 2 * ChangeNotice.notice).description
        return """
            <section class="card"><h2>Does it matter?</h2>\(HTML.form("\(path)/settling", """
                \(Field("matters", "It is held until you say", problems).one(of: choices, chosen: settling.matters))
                \(Field("settling", "Why", problems).line(settling.settling))
                \(Field("from", "It begins", problems).line(later, .date))
                <button class="btn">Say so, and tell them</button>
                """))</section>
            """
    }

    private var answering: HTML {
        let choices = [
            Choice("yes", "Something was altered because of it"), Choice("no", "Nothing could be altered"),
        ]
        return """
            <section class="card"><h2>What changed because of what they said?</h2>\(HTML.form("\(path)/answer", """
                \(Field("altered", "Was anything altered?", problems).one(of: choices, chosen: answer.altered))
                \(Field("answer", "In your words, to those who spoke", problems).paper(answer.answer))
                <button class="btn">Tell them</button>
                """))</section>
            """
    }

    private var withdrawing: HTML {
        """
        <details><summary>Take it back</summary>\(HTML.form("\(path)/withdrawal", """
            \(Field("withdrawal", "Why", problems).line(said.withdrawal))
            <button class="btn quiet">Take it back, and tell them</button>
            """))</details>
        """
    }
}
