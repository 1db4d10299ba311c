import Foundation
import Kernel
import Store

/// What a referrer asks, read and found in order: who it is about, why, what they
/// have been told, how they can be reached safely and what a visitor should know.
struct ReferralRequest: Sendable {
    let practice: Organisation.ID
    let about: About
    var particulars: Particulars
    /// An NHS number that was given and is kept with another name or birthday.
    var doubtful: NHSNumber?
    let reasons: [Reason]
    let otherReason: String
    let words: String
    let told: Set<Told>
    let reaching: Reaching
    let needs: [AccessNeed]
    let risk: VisitRisk
    let question: Question.ID?
    let askedFor: Member.ID?
    var draft: Draft.ID?
    var offer: DeclinedOffer.ID?

    /// Somebody known, or somebody new.
    enum About: Sendable, Equatable {
        case notSaid
        case known(Person.ID)
        case new
    }

    /// What the person has heard before the link worker rings (paper, lines 57-59).
    enum Told: String, CaseIterable, Sendable {
        case role
        case contact
        case choice

        var name: String {
            switch self {
            case .role: "What a link worker does"
            case .contact: "That the link worker will be in touch, and how"
            case .choice: "That it is fine to say no"
            }
        }
    }

    /// All that was written freely in it.
    var said: String {
        let known =
            switch risk {
            case .nothingKnown: ""
            case .known(let words): words
            }
        return ([words, otherReason, reaching.words, known] + needs.map(\.words)).joined(separator: " . ")
    }

    /// Where a referral comes from and who sends it.
    struct Sender: Sendable {
        let route: Referral.Route
        let member: Member.ID?
        let organisation: Organisation.ID?
    }
}

extension Writer {
    /// Keeps the referral with all that was told about the person, and gives how a
    /// message may reach them now.
    func add(
        _ request: ReferralRequest,
        about person: Person.ID,
        isKnown: Bool,
        from sender: ReferralRequest.Sender,
        at now: Date
    ) throws -> (id: Referral.ID, reaching: Reaching?) {
        let id = Referral.ID(at: now)
        let person = try hold(person)
        let told = Safety(reaching: request.reaching, risk: request.risk)
        let heard = try keep(told, of: person, from: sender, at: now)
        let said = try request.particulars.saidOtherwise(
            than: particulars(of: person),
            number: request.doubtful
        )
        try run(
            """
            INSERT INTO referral (id, person, practice, route, referrer, referring, question, asked_for, words,
                other_reason, told_role, told_contact, told_choice, said_reaching, said_risk,
                said_number, said_phone, said_email, said_address, made_at)
            VALUES (\(id), \(person), \(request.practice), \(sender.route), \(sender.member),
                \(sender.organisation), \(request.question), \(request.askedFor), \(request.words),
                \(request.otherReason), \(request.told.contains(.role)), \(request.told.contains(.contact)),
                \(request.told.contains(.choice)), \(heard.saidReaching), \(heard.saidRisk),
                \(said.number), \(said.phone), \(said.email), \(said.address), \(now))
            """
        )
        for reason in request.reasons {
            try run("INSERT INTO referral_reason (referral, reason) VALUES (\(id), \(reason))")
        }
        if isKnown, sender.route != .practice {
            try keep(said: request.needs, with: id, of: person)
        } else {
            try add(request.needs, of: person, by: sender.member, at: now)
        }
        return (id, heard.forMessages?.without(said.channels))
    }

    /// What a group or the public page says somebody known needs waits until they were asked.
    private func keep(said needs: [AccessNeed], with referral: Referral.ID, of person: Person.ID) throws {
        let known = try Set(accessNeeds(of: person).map(\.flag))
        for need in needs where !known.contains(need.flag) {
            try run(
                """
                INSERT INTO said_need (id, referral, kind, words)
                VALUES (\(Key<AccessNeed>()), \(referral), \(need.kind), \(need.words))
                """
            )
        }
    }
}
