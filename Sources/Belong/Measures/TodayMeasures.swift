import Foundation
import Kernel
import Store

/// What of the measures a link worker finds in the morning: answers to look at with
/// whoever gave them, and colleagues who want everybody asked.
extension Diary {
    func measures(in view: any Reader, at now: Date) throws -> [Today.News] {
        try answered(in: view, at: now) + wished(in: view)
    }

    private func answered(in view: any Reader, at now: Date) throws -> [Today.News] {
        try view.rows(
            """
            SELECT DISTINCT "case".id, given_name, family_name
            FROM answering
            JOIN "case" ON "case".id = answering."case"
            JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
            WHERE way = 'link' AND \(cases.mine(at: now))
                AND EXISTS (
                    SELECT 1 FROM answer WHERE answer.answering = answering.id AND answer.value IS NOT NULL)
                AND NOT EXISTS (SELECT 1 FROM answering_look WHERE answering_look.answering = answering.id)
            ORDER BY "case".id
            LIMIT 5
            """
        ).map { row in
            let id: Case.ID = try row("id")
            return try Today.News(
                who: Particulars.listed(row("given_name"), row("family_name")),
                words: "answered what you asked, to look at together",
                path: "/cases/\(id)/answers"
            )
        }
    }

    private func wished(in view: any Reader) throws -> [Today.News] {
        let practices = member.organisations(as: .linkWorker)
        return try view.rows(
            """
            SELECT measure_talk.id, member.name
            FROM measure_talk
            JOIN member ON member.id = opened_by
            WHERE practice IN (\(each: practices))
                AND NOT EXISTS (SELECT 1 FROM measure_talk_answer WHERE measure_talk_answer.talk = measure_talk.id)
            ORDER BY opened_at, measure_talk.id
            LIMIT 5
            """
        ).map { row in
            let id: MeasureTalk.ID = try row("id")
            return try Today.News(
                who: row("name"),
                words: "wants a measure answered by everybody: talk about why",
                path: "/measure-talks/\(id)"
            )
        }
    }
}
