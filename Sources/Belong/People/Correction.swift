import Foundation
import Kernel
import Store
import Web

/// Putting right who somebody is and how they are reached, with the reason why.
struct Correction: Sendable {
    let particulars: Particulars
    let reaching: Reaching
    let reason: String
    /// The versions its form was made from.
    let from: String
    /// The referral that said it first.
    var said: Referral.ID?

    static let meanwhile =
        "Somebody put this right while you were typing. Compare it with what is kept now, then send yours again"
    static let numberTaken =
        "That NHS number is kept for somebody else already. If the two are one person, bring them together first"
    static let nothingNew = "Nothing is different yet. Change what is wrong, or leave it as it is"

    /// What must be put right before it can stand.
    func problems(over known: Known, isNumberTaken: Bool) -> Problems {
        var problems = Problems()
        if from != known.versions.who {
            problems.add("now", Self.meanwhile)
        } else if particulars.reads(as: known.particulars), reaching == known.reaching {
            problems.add("givenName", Self.nothingNew)
        }
        if isNumberTaken { problems.add("nhsNumber", Self.numberTaken) }
        return problems
    }
}

extension Particulars {
    /// To the letter; `==` lets capitals and the place of a space pass.
    fileprivate func reads(as other: Particulars) -> Bool {
        self == other && givenName == other.givenName && familyName == other.familyName
            && email?.description == other.email?.description
    }
}

extension People {
    /// Adds the versions that are right. What was kept before can still be read.
    func putRight(_ id: Person.ID, _ correction: Correction, at now: Date = .now) async throws {
        let me = member.id
        do {
            try await change(id, at: now) { work in
                let known = try work.known(of: id)
                let isTaken = try work.isTaken(correction.particulars.nhsNumber, besides: id)
                let problems = correction.problems(over: known, isNumberTaken: isTaken)
                guard problems.list.isEmpty else { throw problems }
                try work.keep(correction, over: known, of: id, by: me, at: now)
                if let said = correction.said { try work.answerSaid(said, .isSo, of: id, by: me, at: now) }
            }
        } catch is Conflict {
            // Two people were given the same number at one moment: the index let one of them have it.
            var problems = Problems()
            problems.add("nhsNumber", Correction.numberTaken)
            throw problems
        }
    }
}

extension Writer {
    fileprivate func keep(
        _ correction: Correction,
        over known: Known,
        of person: Person.ID,
        by member: Member.ID,
        at now: Date
    ) throws {
        let reason = correction.reason
        if !correction.particulars.reads(as: known.particulars) {
            try write(correction.particulars, of: person, because: reason, by: member, at: now)
        }
        if correction.reaching != known.reaching {
            try write(correction.reaching, of: person, because: reason, by: member, at: now)
        }
    }
}

extension Reader {
    func isTaken(_ number: NHSNumber?, besides person: Person.ID) throws -> Bool {
        try has(
            """
            SELECT id
            FROM particulars
            WHERE nhs_number = \(number) AND replaced_by IS NULL AND person <> \(person)
            """
        )
    }
}
