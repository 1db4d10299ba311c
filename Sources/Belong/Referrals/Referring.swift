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

/// Whether it is clear who is meant.
private enum Decision {
    case known(Person.ID)
    case new
    case undecided
}

extension ReferralRequest {
    /// A group and the public learn nothing of who is known: what they ask is kept
    /// without the number, for a link worker to find out whose it is (hazard H02).
    fileprivate mutating func doubtNumber() {
        doubtful = particulars.nhsNumber
        particulars.nhsNumber = nil
    }

    /// The same NHS number decides; otherwise whoever works in the practice does.
    fileprivate func decided(among matches: [Match], _ sender: Sender) -> Decision {
        if let same = matches.first(where: { $0.certainty == .same }) { return .known(same.person) }
        switch about {
        case .known(let person) where matches.contains { $0.person == person }: return .known(person)
        case .new: return .new
        case .known, .notSaid:
            return matches.isEmpty || sender.route != .practice ? .new : .undecided
        }
    }
}

extension Writer {
    fileprivate func meet(_ request: ReferralRequest, by member: Member.ID?, at now: Date) throws -> Person.ID
    {
        let person = Person(id: Person.ID(at: now), practice: request.practice)
        try add(person, request.particulars, by: member, at: now)
        return person.id
    }
}

extension Reader {
    /// Whoever is asked for works with that practice today, and the question it began
    /// with was asked there, by whoever refers now.
    fileprivate func check(
        _ request: ReferralRequest,
        from sender: ReferralRequest.Sender,
        at now: Date
    ) throws {
        var problems = Problems()
        if let asked = request.askedFor, try !isPlaced(asked, at: request.practice, on: Day(now)) {
            problems.add(
                "linkWorker",
                "That link worker is not with this practice now. Choose another, or whoever has room"
            )
        }
        try pause(of: request.askedFor, at: request.practice, now).map { problems.add("linkWorker", $0) }
        if let question = request.question,
            try !has(
                """
                SELECT id FROM question
                WHERE id = \(question) AND practice = \(request.practice) AND asked_by = \(sender.member)
                """
            )
        {
            problems.add(
                "practice",
                "The question you began with was asked elsewhere. Choose that practice, or begin afresh"
            )
        }
        guard problems.list.isEmpty else { throw problems }
    }
}
