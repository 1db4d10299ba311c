import Foundation
import Kernel
import Store

/// A link worker asking on the telephone or together, and looking at the answers with
/// whoever gave them. All of it goes by the door of the case: whoever may not read the
/// case reads no answer (governance, section 4.2).
extension Cases {
    /// What they said so far, and what they could be asked.
    func answers(_ id: Case.ID, at now: Date = .now) async throws -> AnswersPage {
        try await open(id, at: now) { view, found in
            let isMine = try isMine(found, in: view, at: now)
            let isClosed = try view.openClosing(of: id) != nil
            let instruments = try view.instruments(Instrument.isUsed(at: found.practice))
            return try AnswersPage(
                id: id,
                list: list,
                name: view.particulars(of: found.person).listed,
                givenName: view.particulars(of: found.person).givenName,
                histories: AnswerHistory.all(view.answerings(of: id)),
                waiting: view.askings(of: id, at: now).map(AnswersPage.Waiting.init),
                choices: AnswersPage.Offered.all(instruments, on: Day(now)),
                goals: view.plan(of: id)?.goals.map(\.words) ?? [],
                mayChange: isMine,
                mayAsk: isMine && !isClosed
            )
        }
    }

    /// The questions, to be read out.
    func asking(_ measure: Measure, of id: Case.ID, at now: Date = .now) async throws -> AskingTogetherPage {
        try await open(id, at: now) { view, found in
            _ = try findOpen(id, in: view, at: now)
            let goals = try view.plan(of: id)?.goals.map(\.words) ?? []
            let (sheet, _, _) = try view.sheet(measure, goals: goals, at: found.practice, on: Day(now))
            let told = try view.particulars(of: found.person)
            return AskingTogetherPage(
                id: id,
                measure: measure,
                name: told.listed,
                givenName: told.givenName,
                sheet: sheet
            )
        }
    }

    /// Keeps what they said while the link worker wrote it down.
    @discardableResult
    func write(
        _ given: AnswersGiven,
        to measure: Measure,
        goals: [String] = [],
        _ way: MeasureAnswering.Way,
        of id: Case.ID,
        at now: Date = .now
    ) async throws -> MeasureAnswering.ID {
        let me = member.id
        return try await store.write { work in
            let found = try findOpen(id, in: work, at: now)
            let (sheet, text, licence) = try work.sheet(
                measure,
                goals: goals,
                at: found.practice,
                on: Day(now)
            )
            guard !sheet.items.isEmpty else { throw MeasureAsking.Refused.noGoals }
            let made = AnsweringMade(
                caseID: id,
                measure: measure,
                sheet: sheet,
                text: text,
                licence: licence,
                way: way == .link ? .together : way,
                writtenBy: me
            )
            let answering = try work.keep(made, given.marks(on: sheet), at: now)
            try work.log(.changed, answering, about: found.person, by: me, at: now)
            return answering
        }
    }

    /// That they were looked at with the person. Once is noted, by whoever was there.
    func lookedTogether(at answering: MeasureAnswering.ID, of id: Case.ID, at now: Date = .now) async throws {
        let me = member.id
        try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            try work.mustBe(answering, of: id)
            try work.run(
                """
                INSERT INTO answering_look (answering, looked_at, looked_by)
                VALUES (\(answering), \(now), \(me))
                ON CONFLICT (answering) DO NOTHING
                """
            )
            try work.log(.changed, answering, about: found.person, by: me, at: now)
        }
    }

    /// For somebody who asks their link worker to have an answer taken away.
    func takeAway(
        _ item: Int?,
        of answering: MeasureAnswering.ID,
        in id: Case.ID,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await store.write { work in
            let found = try findToChange(id, in: work, at: now)
            try work.mustBe(answering, of: id)
            try work.takeAway(item, of: answering, by: me, at: now)
            try work.log(.cleared, answering, about: found.person, by: me, at: now)
        }
    }
}
