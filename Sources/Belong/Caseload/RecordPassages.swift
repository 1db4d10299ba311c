import Foundation
import Kernel
import Store

extension CasePart {
    /// Who they are, how they came, what was said and planned, every version of it.
    static let kept = CasePart(
        record: { view, found in
            try view.whoTheyAre(found.person) + view.howTheyCame(found)
                + view.whatWasSaid(found.id) + view.whatWasPlanned(found.id) + view.whoseTurn(found.id)
                + view.whatWasSaidFirst(found.referral) + view.whatWasInDiaries(found.id)
                + view.whatWentRound(found)
        }
    )
}

extension Reader {
    fileprivate func whoTheyAre(_ person: Person.ID) throws -> [Passage] {
        let who = try passages(
            "particulars",
            """
            SELECT id, recorded_at AS at, given_name, family_name, nhs_number, born_on, postcode, address, phone, email
            FROM particulars WHERE person = \(person)
            """
        ) { row in
            let born: Day? = try row("born_on")
            let (given, family): (String, String) = try (row("given_name"), row("family_name"))
            let rest: [String?] = try [
                born.map { "born \($0.full)" }, row("nhs_number"), row("address"), row("postcode"),
                row("phone"),
                row("email"),
            ]
            return ["Who you are": (["\(given) \(family)"] + rest.compactMap(\.self)).joined(separator: ", ")]
        }
        let reached = try passages(
            "reaching",
            """
            SELECT id, recorded_at AS at, by_text, by_call, by_voicemail, by_email, by_letter, is_neutral, words
            FROM reaching WHERE person = \(person)
            """
        ) { try ["How you are reached": Reaching($0).summary] }
        let needs = try passages(
            "access need",
            """
            SELECT id, recorded_at AS at, kind, words, ended_at
            FROM access_need
            LEFT JOIN access_need_end ON access_need = access_need.id
            WHERE person = \(person)
            """
        ) { row in
            let (kind, ended): (AccessNeed.Kind, Date?) = try (row("kind"), row("ended_at"))
            let until = ended.map { ", until \(Day($0).full)" } ?? ""
            return try ["What you need": AccessNeed(kind: kind, words: row("words")).flag + until]
        }
        let risks = try passages(
            "visit risk",
            "SELECT id, recorded_at AS at, words FROM visit_risk WHERE person = \(person)",
            isWorry: true
        ) { try ["For whoever visits you": $0("words") ?? "Nothing known"] }
        let answers = try passages(
            "agreement",
            "SELECT id, recorded_at AS at, agreed FROM agreement WHERE person = \(person)"
        ) { row in
            let agreed: Bool = try row("agreed")
            return ["Whether whoever suggested this may hear how it goes": agreed ? "Yes" : "No"]
        }
        return who + reached + needs + risks + answers
    }

    fileprivate func howTheyCame(_ found: Case) throws -> [Passage] {
        let referral = found.referral
        let reasons = try reasons("SELECT id FROM referral WHERE id = \(referral)")[referral] ?? []
        return try passages(
            "referral",
            """
            SELECT referral.id, referral.made_at AS at, referral.words, other_reason, member.name
            FROM referral LEFT JOIN member ON member.id = referral.referrer WHERE referral.id = \(referral)
            """
        ) { row in
            let by: String? = try row("name")
            let who =
                by.map { "What \($0) wrote when suggesting this" } ?? "What you wrote when asking for this"
            return try [
                who: row("words"), "Other reason": row("other_reason"),
                "The reasons ticked": reasons.map(\.name).joined(separator: ", "),
            ]
        }
            + passages(
                "wish",
                "SELECT id, said_at AS at, answer, words FROM wish WHERE referral = \(referral)"
            ) { row in
                let answer: Wish.Answer = try row("answer")
                let words: String = try row("words")
                return ["What you answered": "\(answer.rawValue.replacing("_", with: " ")). \(words)"]
            }
            + passages(
                "remark",
                """
                SELECT remark.id, said_at AS at, words, member.name
                FROM remark JOIN member ON member.id = said_by WHERE referral = \(referral)
                """,
                isWorry: true
            ) { row in try ["Between colleagues: \(row("name") as String)": row("words")] }
            + passages(
                "passing",
                "SELECT id, passed_at AS at, words FROM passing WHERE referral = \(referral)",
                isWorry: true
            ) { row in try ["When you were passed to a colleague": row("words")] }
    }

    fileprivate func whatWasSaid(_ id: Case.ID) throws -> [Passage] {
        try passages(
            "contact",
            """
            SELECT id, written_at AS at, place, matters, helps, hinders, more, tried, what_next, reason
            FROM contact WHERE contact."case" = \(id)
            """
        ) { row in
            try [
                "Where we met": row("place"), "What matters to you": row("matters"),
                "What helps": row("helps"), "What gets in the way": row("hinders"), "More of it": row("more"),
                "What was tried": row("tried"), "What comes next": row("what_next"),
                "Why it was put right": row("reason") ?? "",
            ]
        }
            + passages(
                "what matters",
                """
                SELECT id, recorded_at AS at, words
                FROM what_matters WHERE what_matters."case" = \(id) AND contact IS NULL
                """
            ) { try ["What matters to you": $0("words")] }
            + passages(
                "sign",
                """
                SELECT id, recorded_at AS at, kind, words, noticed_on, by_person
                FROM sign WHERE sign."case" = \(id)
                """
            ) { row in
                let (sign, words): (Sign, String) = try (Sign(row), row("words"))
                return ["A change": sign.name == words ? words : "\(sign.name). \(words)"]
            }
    }

    fileprivate func whatWasPlanned(_ id: Case.ID) throws -> [Passage] {
        try passages("plan", "SELECT id, revised_at AS at, words FROM plan WHERE plan.\"case\" = \(id)") {
            try ["About the plan": $0("words")]
        }
            + passages(
                "goal",
                """
                SELECT goal.id, revised_at AS at, goal.words
                FROM goal JOIN plan ON plan.id = goal.plan WHERE plan."case" = \(id)
                """
            ) { try ["A goal": $0("words")] }
            + passages(
                "step",
                """
                SELECT step.id, revised_at AS at, step.words, who, note
                FROM step JOIN goal ON goal.id = step.goal JOIN plan ON plan.id = goal.plan
                WHERE plan."case" = \(id)
                """
            ) { row in
                let who: String = try row("who")
                return try [
                    "A step\(who.isEmpty ? "" : ", \(who)")": row("words"), "About the step": row("note"),
                ]
            }
            + passages(
                "holding",
                "SELECT id, said_at AS at, words FROM holding WHERE holding.\"case\" = \(id)"
            ) {
                try ["Being there for now": $0("words")]
            }
            + passages(
                "closing",
                """
                SELECT id, closed_at AS at, outcome, words, way_back FROM closing WHERE closing."case" = \(id)
                """
            ) { row in
                let closing = try Closing(row)
                return [
                    "The end": "\(closing.outcome.said). \(closing.words)", "The way back": closing.wayBack,
                ]
            }
            + passages(
                "reopening",
                """
                SELECT closing.id, reopened_at AS at, reopening.words
                FROM reopening JOIN closing ON closing.id = reopening.closing WHERE closing."case" = \(id)
                """
            ) { try ["When you came back": $0("words")] }
    }
}
