import Foundation
import Kernel
import Store

/// Sees to it that no introduction is lost: a group that does not answer is
/// nudged after three and after seven working days, then the link worker is told.
/// Silence is never taken for a no (hazard H03; peers, row 55).
package struct IntroductionWatch: Sendable {
    let store: any Store
    let site: WebAddress

    static let nudges = [3, 7]
    static let patience = 10

    package init(store: any Store, site: WebAddress) {
        self.store = store
        self.site = site
    }

    /// Does what is due now. Gives how many groups were written to or link workers told.
    @discardableResult
    package func round(at now: Date = .now) async throws -> Int {
        let (silent, settled, unasked) = try await store.read { view in
            try (view.silent(at: now), view.settled(at: now), view.unasked(at: now))
        }
        var done = 0
        for waiting in silent where try await attend(to: waiting, at: now) { done += 1 }
        for answered in settled where try await ask(answered, at: now) { done += 1 }
        for answered in unasked where try await askThem(answered, at: now) { done += 1 }
        return done
    }

    private func attend(to waiting: Waiting, at now: Date) async throws -> Bool {
        let days = Day(waiting.introduction.madeAt).workingDays(until: Day(now))
        let due = Self.nudges.filter { $0 <= days }.count
        guard days >= Self.patience || due > waiting.nudges else { return false }
        let site = site
        return try await claiming {
            try await store.write { work in
                guard try work.groupAnswer(to: waiting.introduction.id) == nil else { return false }
                if days >= Self.patience { return try work.escalate(waiting.introduction.id, at: now) }
                return try work.nudge(waiting, number: due, site, at: now)
            }
        }
    }

    private func ask(_ answered: Waiting, at now: Date) async throws -> Bool {
        let site = site
        return try await claiming {
            try await store.write { try $0.askHowItWent(answered, site, at: now) }
        }
    }

    private func askThem(_ answered: Waiting, at now: Date) async throws -> Bool {
        let site = site
        return try await claiming {
            try await store.write { try $0.askThem(answered, site, at: now) }
        }
    }

    /// Another node may have been first: then it is done.
    private func claiming(_ body: () async throws -> Bool) async throws -> Bool {
        do {
            return try await body()
        } catch is Conflict {
            return false
        }
    }

    struct Waiting: Stored {
        let introduction: Introduction
        let person: Person.ID
        let nudges: Int

        init(_ row: Row) throws {
            introduction = try Introduction(row)
            person = try row("person")
            nudges = try row("nudges")
        }
    }
}

extension Reader {
    fileprivate var watched: SQL {
        """
        SELECT \(Introduction.columns), "case".person,
            (SELECT COALESCE(MAX(number), 0) FROM introduction_nudge
                WHERE introduction_nudge.introduction = introduction.id) AS nudges
        FROM introduction
        JOIN "case" ON "case".id = introduction."case"
        LEFT JOIN introduction_answer ON introduction_answer.introduction = introduction.id
            AND introduction_answer.replaced_by IS NULL
        WHERE way <> 'signposting'
            AND \(Introduction.stands)
            AND NOT EXISTS (
                SELECT 1 FROM closing
                WHERE closing."case" = "case".id AND closing.outcome = 'died' AND \(Closing.stands))
        """
    }

    /// Asked and not answered, and the link worker does not know that yet.
    fileprivate func silent(at now: Date) throws -> [IntroductionWatch.Waiting] {
        try all(
            """
            \(watched) AND introduction_answer.id IS NULL AND introduction.made_at < \(now.daysBefore(3))
                AND NOT EXISTS (
                    SELECT 1 FROM introduction_escalation
                    WHERE introduction_escalation.introduction = introduction.id)
            ORDER BY introduction.made_at, introduction.id
            """
        )
    }

    /// Said yes long enough ago to be asked how it went, and not asked yet.
    fileprivate func settled(at now: Date) throws -> [IntroductionWatch.Waiting] {
        try all(
            """
            \(watched) AND \(isFourWeeksOn(at: now))
                AND NOT EXISTS (
                    SELECT 1 FROM attendance_question
                    WHERE attendance_question.introduction = introduction.id)
                AND NOT EXISTS (
                    SELECT 1 FROM attendance
                    WHERE attendance.introduction = introduction.id AND told_by = 'group')
            ORDER BY introduction.made_at, introduction.id
            """
        )
    }

    /// The same of the person, who has not said yet how it went, nor that they would rather not be rung.
    fileprivate func unasked(at now: Date) throws -> [IntroductionWatch.Waiting] {
        try all(
            """
            \(watched) AND \(isFourWeeksOn(at: now))
                AND NOT EXISTS (
                    SELECT 1 FROM own_question WHERE own_question.introduction = introduction.id)
                AND NOT EXISTS (
                    SELECT 1 FROM attendance
                    WHERE attendance.introduction = introduction.id AND told_by = 'person')
                AND NOT EXISTS (
                    SELECT 1 FROM wish
                    WHERE wish.referral = "case".referral AND wish.answer = 'no'
                        AND wish.replaced_by IS NULL AND wish.said_at > introduction.made_at)
            ORDER BY introduction.made_at, introduction.id
            """
        )
    }

    /// A yes, and twenty-eight days since the day from which they could come.
    private func isFourWeeksOn(at now: Date) -> SQL {
        let day = Day(now).advanced(by: -Attendance.askedAfter)
        return """
            ((introduction_answer.answer = 'yes'
                    AND introduction_answer.said_at < \(London.instant(day.advanced(by: 1), hour: 0)))
                OR (introduction_answer.answer = 'yes_from' AND introduction_answer.from_day <= \(day)))
            """
    }
}

extension Date {
    fileprivate func daysBefore(_ days: Int) -> Date {
        London.instant(Day(self).advanced(by: 1 - days), hour: 0)
    }
}
