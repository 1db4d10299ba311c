import Foundation
import Kernel
import Store

/// Somebody already known who may be the one that is meant (hazard H02).
struct Match: Sendable, Equatable {
    let person: Person.ID
    let particulars: Particulars
    let certainty: Certainty

    enum Certainty: Sendable {
        /// The same NHS number, and with it two of the three points first name, family
        /// name and birthday: it is them.
        case same
        /// The same NHS number with fewer than two of the three: it must be checked first.
        /// A first name alone, or a birthday alone, is shared by many.
        case mistaken
        /// The same birthday with the same family name or postcode, or the same full name and postcode.
        case likely
    }
}

extension Reader {
    /// Those who may be the one described: by NHS number, wherever they are
    /// registered; at these practices also by two of the three points name,
    /// birthday and postcode.
    func matches(_ told: Particulars, at practices: [Organisation.ID]) throws -> [Match] {
        let given = told.givenName.folded
        let family = told.familyName.folded
        let there: SQL =
            "EXISTS (SELECT 1 FROM person WHERE person.id = particulars.person AND practice IN (\(each: practices)))"
        // Each way of being alike has an index of its own; in one condition with OR none would be used.
        let found = try rows(
            """
            WITH alike AS (
                SELECT id FROM particulars
                WHERE nhs_number = \(told.nhsNumber) AND replaced_by IS NULL
                UNION
                SELECT id FROM particulars
                WHERE born_on = \(told.bornOn) AND replaced_by IS NULL AND \(there)
                    AND (family_folded = \(family) OR postcode = \(told.postcode))
                UNION
                SELECT id FROM particulars
                WHERE family_folded = \(family) AND given_folded = \(given) AND postcode = \(told.postcode)
                    AND replaced_by IS NULL AND \(there))
            SELECT person.id, given_name, family_name, nhs_number, born_on, postcode, address, phone, email
            FROM alike
            JOIN particulars ON particulars.id = alike.id
            JOIN person ON person.id = particulars.person
            ORDER BY CASE WHEN nhs_number = \(told.nhsNumber) THEN 0 ELSE 1 END, family_folded, given_folded
            LIMIT 10
            """
        )
        return try found.map { row in
            let particulars = try Particulars(row)
            return try Match(
                person: row("id"),
                particulars: particulars,
                certainty: told.certainty(of: particulars)
            )
        }
        .filter { !$0.contradicts(told) }
    }
}

extension Writer {
    /// Two who are told of one person at the same moment take turns, so that the
    /// second finds the first. Strangers do not wait for each other.
    func takeTurns(over told: Particulars, at practice: Organisation.ID) throws {
        guard let turns = dialect.turns(over: told.likenesses(at: practice)) else { return }
        _ = try rows(turns)
    }

    /// Notes that a member is shown who may be meant: a name, a birthday and a
    /// district each, so a line about each.
    func note(_ matches: [Match], shownTo member: Member.ID?, at now: Date) throws {
        for match in matches {
            try log(.looked, match.person, about: match.person, by: .whoever(member), at: now)
        }
    }
}

extension Particulars {
    /// A number for each way of being alike that `matches` knows: two that match
    /// have at least one of them in common.
    fileprivate func likenesses(at practice: Organisation.ID) -> [Int64] {
        let (given, family, there) = (givenName.folded, familyName.folded, "\(practice)")
        let born = bornOn.map(\.description)
        let ways: [[String?]] = [
            ["number", nhsNumber?.digits],
            ["born, family", there, born, family],
            ["born, postcode", there, born, postcode?.description],
            ["name, postcode", there, family, given, postcode?.description],
        ]
        return ways.compactMap { way in
            let known = way.compactMap(\.self)
            return known.count == way.count ? Sodium.number(of: known.joined(separator: "\n")) : nil
        }
    }

    fileprivate func certainty(of known: Particulars) -> Match.Certainty {
        guard let nhsNumber, known.nhsNumber == nhsNumber else { return .likely }
        let points = [
            known.givenName.folded == givenName.folded,
            known.familyName.folded == familyName.folded,
            bornOn != nil && known.bornOn == bornOn,
        ]
        return points.count(where: \.self) >= 2 ? .same : .mistaken
    }
}

extension Match {
    /// Two different NHS numbers are two different people, however alike.
    fileprivate func contradicts(_ told: Particulars) -> Bool {
        guard let one = particulars.nhsNumber, let other = told.nhsNumber else { return false }
        return one != other
    }
}

extension Match {
    /// Enough to tell one person from another, and no more.
    var words: String {
        let born = particulars.bornOn.map { "born \($0.full)" }
        let near = particulars.postcode.map { "lives in \($0.outward)" }
        return ([particulars.fullName] + [born, near].compactMap(\.self)).joined(separator: ", ")
    }
}
