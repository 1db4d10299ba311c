import Kernel
import Store

extension Reader {
    /// What one must know of these people before being in touch, four queries for all of them.
    func care(of people: [Person.ID]) throws -> [Person.ID: Today.Care] {
        guard !people.isEmpty else { return [:] }
        var care: [Person.ID: Today.Care] = [:]
        let reached = try rows(
            """
            SELECT particulars.person, particulars.phone, visit_risk.words AS risk, visit_risk.id AS asked,
                by_text, by_call, by_voicemail, by_email, by_letter, is_neutral, reaching.words
            FROM particulars
            LEFT JOIN reaching ON reaching.person = particulars.person AND reaching.replaced_by IS NULL
            LEFT JOIN visit_risk ON visit_risk.person = particulars.person AND visit_risk.replaced_by IS NULL
            WHERE particulars.person IN (\(each: people)) AND particulars.replaced_by IS NULL
            """
        )
        for row in reached {
            let (person, isAsked): (Person.ID, Bool?) = try (row("person"), row("by_text"))
            let reaching = try isAsked == nil ? nil : Reaching(row)
            let (asked, known): (Key<VisitRisk>?, String?) = try (row("asked"), row("risk"))
            let risk: VisitRisk? = asked == nil ? nil : known.map(VisitRisk.known) ?? .nothingKnown
            care[person] = try Today.Care(
                safe: reaching?.summary ?? "nobody has asked yet how to reach them safely",
                mayCall: reaching?.channels.contains(.call) == true,
                phone: row("phone"),
                risk: risk.sentence
            )
        }
        let needs: [(Person.ID, AccessNeed)] = try rows(
            """
            SELECT DISTINCT person, kind, words
            FROM access_need
            WHERE person IN (\(each: people))
                AND NOT EXISTS (SELECT 1 FROM access_need_end WHERE access_need = access_need.id)
            ORDER BY person, kind, words
            """
        ).map { try ($0("person"), AccessNeed($0)) }
        for (person, need) in needs { care[person]?.needs.append(need.flag) }
        let atRisk: [(Person.ID, Safeguarding)] = try rows(
            """
            SELECT person, safeguarding.id, who, words, recorded_at, member.name
            FROM safeguarding
            JOIN member ON member.id = recorded_by
            WHERE person IN (\(each: people)) AND NOT EXISTS (
                SELECT 1 FROM safeguarding_end WHERE safeguarding_end.safeguarding = safeguarding.id)
            ORDER BY recorded_at, safeguarding.id
            """
        ).map { try ($0("person"), Safeguarding($0)) }
        for (person, one) in atRisk { care[person]?.safeguarding.append(one.line) }
        return care
    }
}
