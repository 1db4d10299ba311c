import Foundation
import Kernel
import Store

/// All that is kept of who somebody is, as it stands, and which versions those are.
struct Known: Sendable {
    let particulars: Particulars
    let reaching: Reaching?
    let needs: [Need]
    let risk: VisitRisk?
    let agreement: NewsAgreement
    let versions: Versions

    /// An access need with the key by which it can be ended.
    struct Need: Sendable {
        let id: Key<AccessNeed>
        let need: AccessNeed
    }

    /// What a form was made from, so that nobody overwrites what they have not seen.
    struct Versions: Sendable {
        let who: String
        let risk: String
        let agreement: String
    }
}

extension Reader {
    func known(of person: Person.ID) throws -> Known {
        try Known(
            particulars: particulars(of: person),
            reaching: reaching(person),
            needs: standingNeeds(of: person),
            risk: visitRisk(of: person),
            agreement: newsAgreement(of: person),
            versions: versions(of: person)
        )
    }

    func versions(of person: Person.ID) throws -> Known.Versions {
        let row = try rows(
            """
            SELECT particulars.id AS particulars, reaching.id AS reaching, visit_risk.id AS risk,
                agreement.id AS agreement
            FROM particulars
            LEFT JOIN reaching ON reaching.person = particulars.person AND reaching.replaced_by IS NULL
            LEFT JOIN visit_risk ON visit_risk.person = particulars.person AND visit_risk.replaced_by IS NULL
            LEFT JOIN agreement ON agreement.person = particulars.person AND agreement.replaced_by IS NULL
                AND purpose = 'news'
            WHERE particulars.person = \(person) AND particulars.replaced_by IS NULL
            """
        ).first
        guard let row else { throw Missing() }
        let key = { (column: String) throws -> String in
            let id: Key<Known>? = try row(column)
            return id?.description ?? "none"
        }
        return try Known.Versions(
            who: "\(key("particulars")) \(key("reaching"))",
            risk: key("risk"),
            agreement: key("agreement")
        )
    }

    private func standingNeeds(of person: Person.ID) throws -> [Known.Need] {
        try rows(
            """
            SELECT id, kind, words
            FROM access_need
            WHERE person = \(person)
                AND NOT EXISTS (SELECT 1 FROM access_need_end WHERE access_need = access_need.id)
            ORDER BY recorded_at, kind
            """
        ).map { try Known.Need(id: $0("id"), need: AccessNeed($0)) }
    }
}
