import Foundation
import Kernel
import Store

extension Reader {
    func introductionLines(_ which: SQL) throws -> [Introductions.Line] {
        let lines = try rows(
            """
            SELECT \(Introduction.columns), given_name, family_name, activity.name AS activity_name,
                \(GroupAnswer.columns), introduction_escalation.escalated_at, thanks.thanked_at,
                attendance_question.asked_at,
                CASE WHEN attendance_question.introduction IS NOT NULL AND attendance_question.message IS NULL
                    THEN 1 ELSE 0 END AS is_for_ringing, introduction_withdrawal.withdrawn_at,
                (SELECT MAX(agreed_at) FROM introduction_renewal
                    WHERE introduction_renewal.introduction = introduction.id) AS renewed_at,
                CASE WHEN own_question.introduction IS NOT NULL AND own_question.message IS NULL
                    THEN 1 ELSE 0 END AS is_for_asking
            FROM introduction
            JOIN "case" ON "case".id = introduction."case"
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            JOIN activity ON activity.id = introduction.activity
            LEFT JOIN introduction_answer ON introduction_answer.introduction = introduction.id
                AND introduction_answer.replaced_by IS NULL
            LEFT JOIN introduction_escalation ON introduction_escalation.introduction = introduction.id
            LEFT JOIN attendance_question ON attendance_question.introduction = introduction.id
            LEFT JOIN own_question ON own_question.introduction = introduction.id
            LEFT JOIN thanks ON thanks.introduction = introduction.id
            LEFT JOIN introduction_withdrawal ON introduction_withdrawal.introduction = introduction.id
            WHERE \(which)
            ORDER BY introduction.made_at, introduction.id
            """
        )
        let ids: [Introduction.ID] = try lines.map { try $0("id") }
        let (attendances, leaves) = try (attendances(of: ids), leaves(of: ids))
        return try lines.map { row in
            let id: Introduction.ID = try row("id")
            return try Introductions.Line(row, attendances[id] ?? [], leaves[id] ?? [:])
        }
    }
}

extension Introductions.Line {
    fileprivate init(_ row: Row, _ attendance: [Attendance], _ leaves: [Leave.Hearer: Bool]) throws {
        let (escalated, thanked, asked): (Date?, Date?, Date?) = try (
            row("escalated_at"), row("thanked_at"), row("asked_at")
        )
        try self.init(
            introduction: Introduction(row),
            name: Particulars(naming: row).listed,
            activity: row("activity_name"),
            answer: GroupAnswer.maybe(row),
            attendance: attendance,
            isEscalated: escalated != nil,
            isThanked: thanked != nil,
            isAsked: asked != nil,
            isForRinging: row("is_for_ringing") == 1,
            withdrawnAt: row("withdrawn_at"),
            renewedAt: row("renewed_at"),
            isForAsking: row("is_for_asking") == 1,
            leaves: leaves
        )
    }
}
