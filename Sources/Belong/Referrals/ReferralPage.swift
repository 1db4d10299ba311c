import Foundation
import Kernel
import Web

/// One referral: what was said, what the person was told and wants, and what can be
/// done with it now.
struct ReferralPage: Page {
    let title: String
    let place: String?
    let id: Referral.ID
    let standing: String
    let from: String
    let detail: ReferralDetail
    let talk: [TalkLine]
    let isWaiting: Bool
    /// Goals and steps, for the clinician who referred them; never a note.
    var plan: PlanSummary?
    /// What other rooms ask whoever referred.
    var asked: HTML?

    init(_ detail: ReferralDetail, seenBy member: Member, at now: Date) {
        self.detail = detail
        id = detail.referral.id
        title = detail.name.fullName
        isWaiting = detail.referral.isWaiting
        place = detail.care == nil ? "/desk" : "/waiting"
        standing = detail.standing(at: now)
        from =
            detail.referrer.map { name in
                detail.referring.map { "Referred by \(name), \($0), to \(detail.practice)" }
                    ?? "Referred by \(name), \(detail.practice)"
            } ?? "Asked for themselves, \(detail.practice)"
        talk = detail.thread.map { TalkLine($0, seenBy: member, at: now) }
    }
}

extension ReferralPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        \(detail.prompt.map { $0.notice("/people/\(detail.referral.person)/worries/new") })
        <p class="lead">\(from) · \(standing)</p>
        \(detail.isKnown ? known : nil)
        \(detail.care.map(banner))
        <div class="two"><div>
        \(said)
        \(conversation)
        </div><div>
        \(detail.care == nil ? next : acts)
        \(detail.hears ? wanted : nil)
        \(plan.map(summary))\(asked)
        <p><a class="btn quiet" href="/people/\(detail.referral.person)/worries/new">Worried about them?</a></p>
        </div></div>
        """
    }

    private var said: HTML {
        """
        <section class="card"><h2>What was said</h2>
        <p class="quote keep">\(detail.words.quoted)</p>
        <p>\(each: detail.reasons, { "<span class=\"tag\">\($0.name)</span> " })</p>
        \(detail.otherReason.isEmpty ? nil : "<p>\(detail.otherReason)</p>")
        <p class="small muted">\(text: told) \(text: detail.hears ? invited : nil)</p></section>
        """
    }

    /// Nobody told those who asked for themselves, and nobody had to.
    private var told: String? {
        detail.route == .own ? nil : "Told so far: \(detail.told.words)."
    }

    private var invited: String {
        detail.invitation?.sentence ?? "No message was made: no safe way to write to them is known."
    }

    /// With whoever referred; those who asked for themselves are written to where it is safe.
    private var conversation: HTML {
        detail.route == .own ? theirOwn : between
    }

    private var theirOwn: HTML {
        """
        <section class="card"><h2>They asked for themselves</h2>
        \(talk.isEmpty ? nil : TalkLine.list(talk))
        <p>\(Remark.Refused.nobodyThere.sentence)</p></section>
        """
    }

    private var between: HTML {
        """
        <section class="card"><h2>Between you</h2>
        \(talk.isEmpty ? nil : TalkLine.list(talk))
        \(HTML.form("/referrals/\(id)/remarks", """
            \(Field("words", detail.care == nil ? "Say something to the link worker" : "Ask or tell the referrer").paper(nil))
            <button class="btn quiet">Say it</button>
            """))</section>
        """
    }

    var isDeclined: Bool {
        if case .declined = detail.referral.progress { true } else { false }
    }

    /// The next step, so that nobody is left in silence.
    private var declined: HTML {
        """
        <p>\(detail.declineTold)</p>
        \(detail.referringAgain.map { "<p><a class=\"btn\" href=\"/referrals/new?again=\(id)\">\($0)</a></p>" as HTML })
        """
    }

    private var next: HTML {
        """
        <section class="card"><h2>What happens now</h2><p>\(detail.promise)</p>\(isDeclined ? declined : nil)</section>
        """
    }
}

extension ReferralPage {
    static var sample: ReferralPage {
        let now = Date(timeIntervalSince1970: 1_776_150_000)
        let member = Member(name: "Amara Okafor", memberships: [])
        let referral = Referral(
            id: Referral.ID(),
            person: Person.ID(),
            practice: Organisation.ID(),
            referrer: Member.ID(),
            madeAt: now.addingTimeInterval(-8 * 86_400),
            progress: .waiting
        )
        let care = ReferralDetail.Care(
            reaching: Reaching(
                channels: [.text],
                mayLeaveVoicemail: false,
                isNeutral: false,
                words: "after four"
            ),
            needs: [AccessNeed(kind: .interpreter, words: "Polish")],
            risk: .known("A large dog, friendly once it knows you."),
            passings: [],
            said: [],
            colleagues: DeskPage.neighbours
        )
        let detail = ReferralDetail(
            referral: referral,
            name: Particulars(givenName: "Denise", familyName: "Walker"),
            practice: "Elm Street Surgery",
            referrer: "Dr Patel",
            route: .practice,
            reasons: [.housing, .money],
            otherReason: "",
            words: "Eviction notice for May, headaches since. Two boys at home.",
            told: [.role, .contact],
            wish: Wish(answer: .yes, place: .community, manner: .inPerson, words: "Mornings are best"),
            invitation: .sent(.text),
            linkWorker: nil,
            declineWords: nil,
            opened: nil,
            thread: [],
            isKnown: true,
            already: [
                Already(words: "Sam Field, Harbour Practice, goes along with Denise already.", path: nil)
            ],
            hears: true,
            care: care
        )
        return ReferralPage(detail, seenBy: member, at: now)
    }
}
