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

    init(_ detail: ReferralDetail, seenBy member: Member, at now: Date) {
        self.detail = detail
        id = detail.referral.id
        title = detail.name.fullName
        isWaiting = detail.referral.isWaiting
        place = detail.care == nil ? "/desk" : "/waiting"
        standing = detail.standing(at: now)
        from =
            detail.referrer.map { "Referred by \($0), \(detail.practice)" }
            ?? "Asked for themselves, \(detail.practice)"
        talk = detail.thread.map { TalkLine($0, seenBy: member, at: now) }
    }
}

extension ReferralPage {
    var main: HTML {
        """
        <h1>\(title)</h1>
        <p class="lead">\(from) · \(standing)</p>
        \(detail.care.map(banner))
        <div class="two"><div>
        \(said)
        \(conversation)
        </div><div>
        \(detail.care == nil ? next : acts)
        \(wanted)
        \(plan.map(summary))
        <p><a class="btn quiet" href="/people/\(detail.referral.person)/worries/new">Worried about them?</a></p>
        </div></div>
        """
    }

    private func banner(_ care: ReferralDetail.Care) -> HTML {
        """
        \(care.risk?.words.map { "<p class=\"notice clay\"><b>Before a visit:</b> \($0)</p>" as HTML })
        \(care.reaching == nil ? Self.notAsked : nil)
        """
    }

    private static let notAsked: HTML = """
        <p class="notice clay">Nobody has asked yet how they can be reached safely. Ask the referrer first.</p>
        """

    private var said: HTML {
        """
        <section class="card"><h2>What was said</h2>
        <p class="quote keep">“\(detail.words)”</p>
        <p>\(each: detail.reasons, { "<span class=\"tag\">\($0.name)</span> " })</p>
        \(detail.otherReason.isEmpty ? nil : "<p>\(detail.otherReason)</p>")
        <p class="small muted">Told so far: \(detail.told.words). \(invited)</p></section>
        """
    }

    private var invited: String {
        detail.isInvited
            ? "A message was made for them, with a way to say yes, no or another time."
            : "No message was made: no safe way to write to them is known."
    }

    private var conversation: HTML {
        """
        <section class="card"><h2>Between you</h2>
        \(talk.isEmpty ? nil : TalkLine.list(talk))
        \(HTML.form("/referrals/\(id)/remarks", """
            \(Field("words", detail.care == nil ? "Say something to the link worker" : "Ask or tell the referrer").paper(nil))
            <button class="btn quiet">Say it</button>
            """))</section>
        """
    }

    private var next: HTML {
        """
        <section class="card"><h2>What happens now</h2><p>\(detail.promise)</p></section>
        """
    }

    private var wanted: HTML {
        """
        <section class="card"><h2>What they would like</h2>
        \(detail.wish.map(wish) ?? "<p class=\"small\">They have not answered yet.</p>")
        \(detail.care.map(care))</section>
        """
    }

    private func wish(_ wish: Wish) -> HTML {
        """
        <dl class="facts"><dt>Answer</dt><dd>\(wish.answer.name)</dd>
        \(wish.place.map { "<dt>Where</dt><dd>\($0.name)</dd>" as HTML })
        \(wish.manner.map { "<dt>How</dt><dd>\($0.name)</dd>" as HTML })
        \(wish.words.isEmpty ? nil : "<dt>In their words</dt><dd>\(wish.words)</dd>")</dl>
        """
    }

    private func care(_ care: ReferralDetail.Care) -> HTML {
        """
        <dl class="facts"><dt>Reaching them</dt><dd>\(care.reaching?.summary ?? "not asked yet")</dd>
        <dt>They need</dt><dd>\(care.needs.isEmpty ? "nothing said" : care.needs.map(\.flag).joined(separator: ", "))</dd>
        <dt>Before a visit</dt><dd>\(care.risk.map { $0.words ?? "nothing known" } ?? "not asked yet")</dd></dl>
        \(care.said.isEmpty ? nil : otherwise(care))
        \(each: care.passings, { "<p class=\"small muted\">\($0)</p>" })
        """
    }
}

extension ReferralPage {
    /// What does not agree with what is known changes nothing before the person was asked.
    private func otherwise(_ care: ReferralDetail.Care) -> HTML {
        """
        <div class="notice"><p>Said differently this time. What is known stands until you have asked them:</p>
        <ul>\(each: care.said, { "<li>\($0)</li>" })</ul></div>
        """
    }
}

extension ReferralDetail {
    fileprivate func standing(at now: Date) -> String {
        let today = Day(now)
        return switch referral.progress {
        case .waiting: "waiting, sent \(Day(referral.madeAt).nearness(to: today))"
        case .accepted(_, let at): "with \(linkWorker ?? "a link worker") since \(Day(at).short)"
        case .declined(let reason, let at): "declined on \(Day(at).short): \(reason.name.lowercased())"
        case .withdrawn(let at): "they said no on \(Day(at).short), and that is fine"
        }
    }

    /// What a referrer can tell the patient.
    fileprivate var promise: String {
        switch referral.progress {
        case .waiting where isInvited:
            "They get a message that says who suggested it and how to say no. A link worker takes it from there, and you hear how it goes."
        case .waiting:
            "A link worker takes it from here, and you hear how it goes. Please tell them who will ring."
        case .accepted: "\(linkWorker ?? "The link worker") is in touch with them. You hear how it goes."
        case .declined: "“\(declineWords ?? "")”"
        case .withdrawn: "Nobody will ring them about this. You can refer again whenever they wish."
        }
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
            colleagues: [(Member.ID(), "Sam Field")]
        )
        let detail = ReferralDetail(
            referral: referral,
            name: Particulars(givenName: "Denise", familyName: "Walker"),
            practice: "Elm Street Surgery",
            referrer: "Dr Patel",
            reasons: [.housing, .money],
            otherReason: "",
            words: "Eviction notice for May, headaches since. Two boys at home.",
            told: [.role, .contact],
            wish: Wish(answer: .yes, place: .community, manner: .inPerson, words: "Mornings are best"),
            isInvited: true,
            linkWorker: nil,
            declineWords: nil,
            opened: nil,
            thread: [],
            care: care
        )
        return ReferralPage(detail, seenBy: member, at: now)
    }
}
