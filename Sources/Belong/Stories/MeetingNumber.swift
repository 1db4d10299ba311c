import Foundation
import Kernel
import Store

/// One count that stands beside the stories: how many of how many, how it was counted, and
/// how far it could be off by chance. Nothing that could be read of fewer than five people
/// is counted out, neither the count nor what it leaves over.
struct MeetingNumber: Sendable, Equatable {
    let words: String
    let count: Int
    let of: Int
    let how: String
    /// Hidden, because another count beside it would give away what is left over.
    var isHidden = false

    static let days = 180
    static let fewest = 5

    /// *24 of 60; with so few anything from 29 to 53 of 100 would be no surprise*
    var figure: String {
        guard of >= Self.fewest else { return "Fewer than five altogether: too few to count." }
        guard !isHidden, count >= Self.fewest else { return "Fewer than five, or too few to say, of \(of)." }
        guard of - count >= Self.fewest else { return "All, or nearly all, of \(of)." }
        let range = Self.range(count, of: of)
        return
            "\(count) of \(of). In a small practice chance alone moves this between \(range.low) and \(range.high) "
            + "of 100."
    }

    /// Wilson's interval for a proportion, at 95 of 100 (reference numbers, E1), in whole
    /// people of a hundred.
    static func range(_ count: Int, of total: Int) -> (low: Int, high: Int) {
        let (low, high) = wilson(count, of: total)
        return (Int((low * 100).rounded()), Int((high * 100).rounded()))
    }

    static func wilson(_ count: Int, of total: Int) -> (low: Double, high: Double) {
        let (n, z) = (Double(total), 1.959964)
        let (p, square) = (Double(count) / n, z * z)
        let middle = (p + square / (2 * n)) / (1 + square / n)
        let half = z / (1 + square / n) * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
        return (max(0, middle - half), min(1, middle + half))
    }
}

/// What was counted of one practice over half a year. Rows of people, and none of them.
struct MeetingCounts: Sendable, Equatable {
    var referred = 0
    var spokenWith = 0
    var introduced = 0
    var cameAlong = 0
    var ended = 0
    var reached = 0
    var didNot = 0
}

extension MeetingNumber {
    static func all(_ counts: MeetingCounts) -> [MeetingNumber] {
        let rest = counts.ended - counts.reached - counts.didNot
        // What is left over of the endings can be worked out from the two that are shown.
        let givesAway = (1..<fewest).contains(rest)
        return [
            MeetingNumber(
                words: "People referred who have had a first conversation",
                count: counts.spokenWith,
                of: counts.referred,
                how: "Everybody referred here in the half year, also those who said no or still wait."
            ),
            MeetingNumber(
                words: "Introductions to a group after which they came along, at least once",
                count: counts.cameAlong,
                of: counts.introduced,
                how:
                    "As the group or the person said. Where nobody said anything it is not counted as coming."
            ),
            MeetingNumber(
                words: "Endings in which what mattered was reached, or some of it",
                count: counts.reached,
                of: counts.ended,
                how: "Every case that was closed in the half year, as it was closed with the person."
            ),
            MeetingNumber(
                words: "Endings in which it did not help, or they could not be reached",
                count: counts.didNot,
                of: counts.ended,
                how: "The same endings. The rest moved away, died, or were listened to, which can be enough.",
                isHidden: givesAway
            ),
        ]
    }
}

extension Reader {
    func meetingCounts(at practice: Organisation.ID, at now: Date) throws -> MeetingCounts {
        let since = now.addingTimeInterval(-Double(MeetingNumber.days) * 86_400)
        func count(_ query: SQL) throws -> Int { try value(query) ?? 0 }
        let referred: SQL = "referral.practice = \(practice) AND referral.made_at > \(since)"
        let introduced: SQL = """
            "case".practice = \(practice) AND introduction.made_at > \(since) AND introduction.way <> 'signposting'
                AND NOT EXISTS (
                    SELECT 1 FROM introduction_withdrawal
                    WHERE introduction_withdrawal.introduction = introduction.id)
            """
        let ended: SQL = """
            "case".practice = \(practice) AND closing.closed_at > \(since) AND \(Closing.stands)
            """
        return try MeetingCounts(
            referred: count("SELECT COUNT(*) FROM referral WHERE \(referred)"),
            spokenWith: count(
                """
                SELECT COUNT(*) FROM referral WHERE \(referred) AND EXISTS (
                    SELECT 1 FROM contact JOIN "case" ON "case".id = contact."case"
                    WHERE "case".referral = referral.id AND contact.outcome = 'reached'
                        AND contact.replaced_by IS NULL)
                """
            ),
            introduced: count(
                """
                SELECT COUNT(*) FROM introduction JOIN "case" ON "case".id = introduction."case" WHERE \(introduced)
                """
            ),
            cameAlong: count(
                """
                SELECT COUNT(*) FROM introduction JOIN "case" ON "case".id = introduction."case"
                WHERE \(introduced) AND EXISTS (
                    SELECT 1 FROM attendance
                    WHERE attendance.introduction = introduction.id AND attendance.replaced_by IS NULL
                        AND attendance.answer IN ('coming', 'once'))
                """
            ),
            ended: count(
                "SELECT COUNT(*) FROM closing JOIN \"case\" ON \"case\".id = closing.\"case\" WHERE \(ended)"
            ),
            reached: count(
                """
                SELECT COUNT(*) FROM closing JOIN "case" ON "case".id = closing."case"
                WHERE \(ended) AND closing.outcome IN ('reached', 'some')
                """
            ),
            didNot: count(
                """
                SELECT COUNT(*) FROM closing JOIN "case" ON "case".id = closing."case"
                WHERE \(ended) AND closing.outcome IN ('did_not_help', 'not_reached')
                """
            )
        )
    }
}
