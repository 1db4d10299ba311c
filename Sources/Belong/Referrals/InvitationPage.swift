import Foundation
import Kernel
import Web

/// What somebody reads behind the link in their invitation: who would like to be in
/// touch and why, and the way to say yes, no or another time.
struct InvitationPage: FormPage {
    let title: String
    let token: String
    let invitation: Invitation
    /// As it stands in the form: what was said last, or what was typed just now.
    var typed: WishForm
    var problems = Problems()

    init(_ invitation: Invitation, token: String) {
        self.invitation = invitation
        self.token = token
        typed = WishForm(invitation.wish)
        title =
            invitation.isNeutral
            ? "A word from \(invitation.practice.name)" : "A link worker would like to meet you"
    }
}

extension InvitationPage {
    var main: HTML {
        """
        <div class="narrow"><h1>\(title)</h1>
        <p class="lead">Hello \(invitation.givenName).</p>
        \(invitation.wish.map(heard))\(invitation.isAlarming ? CrisisLines.notice : nil)
        \(each: invitation.paragraphs, { "<p>\($0)</p>" })
        \(invitation.isNeutral ? nil : invitation.card.map(card))
        \(problems.summary)
        \(invitation.isOpen ? form : over)
        <p class="small"><a href="/l/\(token)/letter">Read this as a letter in large print</a></p></div>
        """
    }

    private func card(_ word: String) -> HTML {
        """
        <p class="small"><a href="/card/\(word)">What a link worker does</a> · <a href="/card/\(word)?in=easy">the same, easy to read</a></p>
        """
    }

    private func heard(_ wish: Wish) -> HTML {
        """
        <div class="notice leaf" role="status"><p>You said: \(wish.answer.name). You can change your mind here.</p>\
        \(wish.words.isEmpty ? nil : "<p class=\"quote\">\(wish.words.quoted)</p>" as HTML)</div>
        """
    }

    private var form: HTML {
        .form(
            "/l/\(token)",
            """
            <section class="card">
            \(Field("answer", invitation.mayRing ? "May they ring you?" : "May they be in touch?", problems)
                .one(of: Wish.Answer.allCases.map { Choice($0.rawValue, $0.name) }, chosen: typed.answer))
            \(Field("words", "When is good, or anything they should know", problems).line(typed.words))
            \(Field("place", "Where would you like to meet?")
                .one(of: Wish.Place.allCases.map { Choice($0.rawValue, $0.name) }, chosen: typed.place))
            \(Field("manner", "And how?")
                .one(of: Wish.Manner.allCases.map { Choice($0.rawValue, $0.name) }, chosen: typed.manner))
            <button class="btn">Send</button></section>
            """
        )
    }

    private var over: HTML {
        """
        <p class="notice">\(Invitation.Refused.over.sentence)</p>
        """
    }

    static let sample = InvitationPage(
        Invitation(
            referral: Referral.ID(),
            givenName: "Denise",
            practice: Letterhead(
                name: "Elm Street Surgery",
                address: "12 Elm Street, Sale",
                postcode: "M33 7ZF",
                phone: "0161 496 0000"
            ),
            suggester: "Dr Patel at Elm Street Surgery",
            isTold: true,
            ringing: Invitation.Ringing(
                names: ["Amara Okafor"],
                phone: PhoneNumber("07700 900101"),
                when: "usually in about 4 days",
                isCertain: false
            ),
            mayRing: true,
            isNeutral: false,
            wish: Wish(answer: .anotherTime, place: nil, manner: nil, words: "after four"),
            isOpen: true,
            isAlarming: true
        ),
        token: "sample"
    )
}

/// An answer to an invitation as it was tapped.
struct WishForm: Decodable, Sendable {
    var answer: String?
    var words: String?
    var place: String?
    var manner: String?

    init(_ wish: Wish?) {
        answer = wish?.answer.rawValue
        words = wish?.words
        place = wish?.place?.rawValue
        manner = wish?.manner?.rawValue
    }

    func read() throws(Problems) -> Wish {
        var problems = Problems()
        let answer = problems.unless(
            answer.flatMap(Wish.Answer.init),
            "answer",
            "Choose yes, no or another time"
        )
        let words = problems.words(words, "words", upTo: 500)
        guard let answer, problems.list.isEmpty else { throw problems }
        return Wish(
            answer: answer,
            place: place.flatMap(Wish.Place.init),
            manner: manner.flatMap(Wish.Manner.init),
            words: words
        )
    }
}
