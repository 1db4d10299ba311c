import Foundation
import Kernel
import Store
import Web

/// Sending people to a link worker: for any role of a practice, for a VCSE
/// coordinator, and for somebody asking on their own behalf.
struct Referring: Sendable {
    let store: any Store
    let member: Member?
    let site: WebAddress

    enum Refused: Refusal {
        case notYourPractice
        case nobodyThere
        case numberOfSomeoneElse

        var sentence: String {
            switch self {
            case .notYourPractice: "You can refer to the link workers of your own practice only."
            case .nobodyThere:
                "No link worker works with that practice yet. Ask the practice who else can help."
            case .numberOfSomeoneElse:
                "That NHS number is known with another name or birthday. Check all three, or leave the number out."
            }
        }
    }

    /// What became of a request.
    enum Sent: Sendable, Equatable {
        case sent(Referral.ID)
        /// Somebody known may be meant: say which, or say that it is someone new.
        case whoIsMeant([Match])
    }

    /// Whom to tell before such words go, until whoever wrote them says that they have. It is asked once,
    /// and keeps nothing back: the referral goes with the next press (hazard H04).
    func prompt(
        before request: ReferralRequest,
        isHeeded: Bool,
        at now: Date = .now
    ) async throws -> RedFlag.Prompt? {
        guard !isHeeded, RedFlag.isRaised(by: request.said) else { return nil }
        let (me, isThere) = try (member?.id, sender(of: request).route == .practice)
        return try await store.read { view in
            var prompt = try view.whomToTell(at: request.practice, besides: me, at: now)
            if !isThere { prompt.clinician = nil }
            return prompt
        }
    }

    /// Refers somebody. Where the practice may already know them, nothing is
    /// kept until the referrer has said who is meant. Someone asking for
    /// themselves, and a VCSE, are never shown who else is known.
    func refer(_ request: ReferralRequest, at now: Date = .now) async throws -> Sent {
        do {
            return try await send(request, at: now)
        } catch is Conflict {
            // Another practice met the same NHS number in this moment. Now they are known.
            return try await send(request, at: now)
        }
    }

    private func send(_ request: ReferralRequest, at now: Date) async throws -> Sent {
        let sender = try sender(of: request)
        do {
            return try await .sent(add(request, from: sender, at: now))
        } catch is Undecided {
            let matches = try await shown(request, to: sender, at: now)
            // In this moment nobody like them is known any more.
            return matches.isEmpty ? try await send(request, at: now) : .whoIsMeant(matches)
        }
    }

    private func add(
        _ request: ReferralRequest,
        from sender: ReferralRequest.Sender,
        at now: Date
    ) async throws -> Referral.ID {
        let asked = request
        let site = site
        return try await store.write { work in
            var request = asked
            try work.takeTurns(over: request.particulars, at: request.practice)
            try work.check(request, from: sender, at: now)
            guard try work.hasLinkWorkers(request.practice, at: now) else { throw Refused.nobodyThere }
            let matches = try work.matches(request.particulars, at: [request.practice])
            if matches.contains(where: { $0.certainty == .mistaken }) {
                guard sender.route != .practice else { throw Refused.numberOfSomeoneElse }
                request.doubtNumber()
            }
            let (person, isKnown): (Person.ID, Bool)
            switch request.decided(among: matches, sender) {
            case .undecided: throw Undecided()
            case .known(let id): (person, isKnown) = (id, true)
            case .new: (person, isKnown) = try (work.meet(request, by: sender.member, at: now), false)
            }
            let (referral, reaching) = try work.add(
                request,
                about: person,
                isKnown: isKnown,
                from: sender,
                at: now
            )
            try work.invite(person, to: referral, request, reaching, site, by: sender.member, at: now)
            if let member = sender.member {
                try work.endDraft(request.draft, of: member, at: now)
                if let offer = request.offer { try work.endOffer(offer, of: member, at: now) }
            }
            try work.log(.changed, referral, about: person, by: .whoever(sender.member), at: now)
            return referral
        }
    }

    /// Whoever may be meant, and that they were shown. This is no answer to keep: the
    /// same sent again is looked at afresh.
    private func shown(
        _ request: ReferralRequest,
        to sender: ReferralRequest.Sender,
        at now: Date
    ) async throws -> [Match] {
        try await store.beside.write { work in
            let matches = try work.matches(request.particulars, at: [request.practice])
            try work.note(matches, shownTo: sender.member, at: now)
            return matches
        }
    }

    /// It is not clear who is meant.
    private struct Undecided: Error {}

    private func sender(of request: ReferralRequest) throws -> ReferralRequest.Sender {
        guard let member else { return .init(route: .own, member: nil, organisation: nil) }
        let inPractice = member.organisations(
            as: .clinician,
            .receptionist,
            .practiceManager,
            .linkWorker,
            .supervisor
        )
        if inPractice.contains(request.practice) {
            return .init(route: .practice, member: member.id, organisation: request.practice)
        }
        guard let group = member.organisations(as: .coordinator).first else { throw Refused.notYourPractice }
        return .init(route: .vcse, member: member.id, organisation: group)
    }
}
