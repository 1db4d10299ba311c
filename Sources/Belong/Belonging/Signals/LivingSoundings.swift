import Foundation
import Kernel
import Store

/// What conversations and places say: C07.m1, C07.o2, C12.m3, C13.o3, C14.o1.
extension Sounding {
    static let living: [Sounding] = [knewWhy, didNotKnow, lengths, rightPlaces, beyondMe]

    /// The conversations of each placement in which somebody was reached, as they were written at that instant.
    private static func conversations(_ span: Span) -> SQL {
        """
        FROM scoped
        JOIN "case" ON "case".practice = scoped.practice
        JOIN contact ON contact."case" = "case".id AND contact.written_by = scoped.link_worker
            AND contact.outcome = 'reached' AND contact.began_at > \(span.from) AND contact.began_at <= \(span.at)
            AND \(asWritten("contact", span))
        """
    }

    /// C07.m1 (PT1): as the person said when they were first reached; partly counts half.
    private static let knewWhy = read("C07.m1", asked) { rows, _ in
        let answers: [String] = try rows.map { try $0("knew_why") }
        let people: Set<Case.ID> = try Set(rows.map { try $0("case") })
        let (yes, partly) = (answers.count { $0 == "yes" }, answers.count { $0 == "partly" })
        let tally = Tally(boltedOn: answers.count - yes - partly, fittingIn: partly, belonging: yes)
        let said = Evidence.Answers(tally: tally, credit: Double(yes) + Double(partly) / 2)
        return .released(said, from: .person, people: people.count)
    }

    /// C07.o2: they did not know, of those who were asked.
    private static let didNotKnow = judged("C07.o2", asked) { row, _ in
        try row("knew_why") == "no" ? 1 : 0
    }

    private static func asked(_ span: Span) -> SQL {
        """
        SELECT scoped.id AS placement, "case".id AS "case", contact.knew_why
        \(conversations(span))
        WHERE contact.knew_why IN ('yes', 'partly', 'no')
        """
    }

    /// C12.m3: minutes of the first conversation of each case, the last dozen.
    private static let lengths = read("C12.m3") { span in
        """
        SELECT scoped.id AS placement, contact.began_at, contact.minutes
        \(conversations(span))
        WHERE contact.minutes IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM contact AS before
            WHERE before."case" = contact."case" AND before.outcome = 'reached'
                AND before.began_at < contact.began_at AND \(asWritten("before", span)))
        """
    } _: { rows, _ in
        let points = try rows.map { row -> (Date, Int) in try (row("began_at"), row("minutes")) }
        return .points(points.sorted { $0 < $1 }.suffix(12).map { Double($0.1) })
    }

    /// C13.o3: meetings of which both said how the place was; it counts as the less content of the two found it.
    private static let rightPlaces = judged("C13.o3") { span in
        """
        SELECT scoped.id AS placement, \(said("person", span)) AS person, \(said("link_worker", span)) AS link_worker
        FROM scoped
        JOIN booking ON booking.member = scoped.link_worker AND booking.practice = scoped.practice
        WHERE booking.id IN (
            SELECT booking FROM booked_place
            WHERE placed_at <= \(span.at) AND kind IN ('room', 'community')
                AND from_quarter > \(RoomTime.quarter(of: span.from))
                AND from_quarter <= \(RoomTime.quarter(of: span.at)))
        """
    } _: { row, _ in
        guard let person: PlaceAnswer = try row("person"), let own: PlaceAnswer = try row("link_worker")
        else {
            return nil
        }
        return min(person.credit, own.credit)
    }

    private static func said(_ voice: String, _ span: Span) -> SQL {
        """
        (SELECT answer FROM place_answer
            WHERE place_answer.booking = booking.id AND voice = \(voice) AND said_at <= \(span.at)
            ORDER BY said_at DESC LIMIT 1)
        """
    }

    /// C14.o1: a worry the link worker wanted to talk over, about somebody of this placement, that a colleague
    /// took up within two days.
    private static let beyondMe = judged("C14.o1") { span in
        """
        SELECT scoped.id AS placement, worry.raised_at, (
            SELECT MIN(answered_at) FROM worry_answer
            WHERE worry_answer.worry = worry.id AND answered_by <> worry.raised_by
                AND answered_at <= \(span.at)) AS answered_at
        FROM scoped
        JOIN worry ON worry.raised_by = scoped.link_worker AND worry.urgency = 'talk'
            AND worry.raised_at > \(span.from) AND worry.raised_at <= \(span.at)
        WHERE EXISTS (
            SELECT 1 FROM "case"
            WHERE "case".person = worry.person AND "case".practice = scoped.practice
                AND "case".opened_at <= worry.raised_at)
        """
    } _: { row, span in
        try span.inTime(2, after: row("raised_at"), row("answered_at"))
    }
}

extension PlaceAnswer {
    fileprivate var credit: Double {
        switch self {
        case .right: 1
        case .allRight: 0.5
        case .wrong: 0
        }
    }
}
