import Foundation
import Kernel
import Store
import Web

/// Whether it is clear who is meant.
enum Decision {
    case known(Person.ID)
    case new
    case undecided
}

extension ReferralRequest {
    /// A group and the public learn nothing of who is known: what they ask is kept
    /// without the number, for a link worker to find out whose it is (hazard H02).
    mutating func doubtNumber() {
        doubtful = particulars.nhsNumber
        particulars.nhsNumber = nil
    }

    /// The same NHS number decides; otherwise whoever works in the practice does.
    func decided(among matches: [Match], _ sender: Sender) -> Decision {
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
    func meet(_ request: ReferralRequest, by member: Member.ID?, at now: Date) throws -> Person.ID {
        let person = Person(id: Person.ID(at: now), practice: request.practice)
        try add(person, request.particulars, by: member, at: now)
        return person.id
    }
}

extension Reader {
    /// Whoever is asked for works with that practice today, and the question it began
    /// with was asked there, by whoever refers now.
    func check(
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
