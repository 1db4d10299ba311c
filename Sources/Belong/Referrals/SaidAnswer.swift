import Foundation
import Kernel
import Store

/// What they answered when a link worker asked them about something that was said
/// otherwise of them: it is so, or what stands is right.
enum SaidAnswer: String, Sendable {
    case isSo = "so"
    case stands

    enum Refused: Refusal {
        case answered
        case numberOnly

        var sentence: String {
            switch self {
            case .answered: "A colleague has asked them already."
            case .numberOnly: "Look whose NHS number that is first, and put it right on their page."
            }
        }
    }
}

extension Referrals {
    /// Takes their answer while the referral waits, or whenever one of its practice
    /// speaks with them.
    func answerSaid(_ id: Referral.ID, _ answer: SaidAnswer, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let referral = try findToChange(id, in: work, at: now)
            let person = referral.person
            try work.lock(person)
            let open = try work.saidOtherwise(of: person).first { $0.referral == id }
            guard let open else { throw SaidAnswer.Refused.answered }
            if answer == .isSo {
                guard open.said.mayBeSo else { throw SaidAnswer.Refused.numberOnly }
                try work.write(open, of: person, by: me, at: now)
            }
            try work.answerSaid(id, answer, of: person, by: me, at: now)
            try work.log(.changed, id, about: person, by: me, at: now)
        }
    }
}

extension Writer {
    /// The telephone number, the e-mail address and the place as a new version, with its source.
    fileprivate func write(
        _ open: SaidOtherwise.Open,
        of person: Person.ID,
        by member: Member.ID,
        at now: Date
    ) throws {
        let (known, said) = try (particulars(of: person), open.said)
        var told = known
        told.phone = said.phone ?? known.phone
        told.email = said.email ?? known.email
        told.address = said.address ?? known.address
        guard told != known else { return }
        try write(told, of: person, because: open.source, by: member, at: now)
    }

    /// Somebody asked them, and what is kept is right now, whichever it was. What they
    /// need is added where they say that it is so.
    func answerSaid(
        _ referral: Referral.ID,
        _ answer: SaidAnswer,
        of person: Person.ID,
        by member: Member.ID,
        at now: Date
    ) throws {
        let open = try saidOtherwise(of: person).first { $0.referral == referral }
        guard let open else { return }
        if answer == .isSo { try add(open.said.needs, of: person, by: member, at: now) }
        try run(
            """
            INSERT INTO said_answer (referral, answered_by, answered_at)
            VALUES (\(referral), \(member), \(now))
            """
        )
    }

    /// Those that are not known yet.
    func add(_ needs: [AccessNeed], of person: Person.ID, by member: Member.ID?, at now: Date) throws {
        let known = try Set(accessNeeds(of: person).map(\.flag))
        for need in needs where !known.contains(need.flag) {
            try add(need, of: person, by: member, at: now)
        }
    }
}
