import Foundation
import Kernel
import Store

/// Whether what is asked of people is for them: C11.c1, C11.m2, C11.o1. How many of them answered is no signal.
extension Sounding {
    static let measuring: [Sounding] = [statedGain, inTheWay, usedTogether]

    /// What was answered or left out at the practice of each placement.
    private static func answerings(_ span: Span) -> SQL {
        """
        FROM scoped
        JOIN "case" ON "case".practice = scoped.practice
        JOIN answering ON answering."case" = "case".id
            AND answering.said_at > \(span.from) AND answering.said_at <= \(span.at)
        """
    }

    /// C11.c1: of the questions in use, those of a measure whose gain for the person a link worker of the network
    /// stated or looked at again within the year. Goals are one question, whoever's words they are in.
    private static let statedGain = share("C11.c1") { span in
        """
        SELECT DISTINCT scoped.id AS placement, answering.measure, instrument_text.instrument,
            CASE WHEN answering.measure = 'goals' THEN 1 ELSE answer.item END AS item,
            CASE WHEN EXISTS (
                SELECT 1 FROM measure_review
                JOIN organisation ON organisation.id = scoped.practice
                WHERE measure_review.area = COALESCE(organisation.network, organisation.id)
                    AND measure_review.measure = answering.measure
                    AND (measure_review.instrument = instrument_text.instrument
                        OR measure_review.instrument IS NULL AND instrument_text.instrument IS NULL)
                    AND measure_review.reviewed_at > \(span.from) AND measure_review.reviewed_at <= \(span.at))
            THEN 1 ELSE 0 END AS got
        \(answerings(span))
        JOIN answer ON answer.answering = answering.id
        LEFT JOIN instrument_text ON instrument_text.id = answering.text
        """
    }

    /// C11.m2: of the questions that were left out, those where asking would have got in the way. It says something of
    /// the question, and nothing of who asked.
    private static let inTheWay = read("C11.m2") { span in
        """
        SELECT scoped.id AS placement, answer.skipped
        \(answerings(span))
        JOIN answer ON answer.answering = answering.id AND answer.skipped IS NOT NULL
        """
    } _: { rows, _ in
        .count(try rows.count { try $0("skipped") == Skip.inTheWay.rawValue }, of: rows.count)
    }

    /// C11.o1: of the sittings in which something was answered, those that were looked at with the person.
    private static let usedTogether = share("C11.o1") { span in
        """
        SELECT scoped.id AS placement, CASE WHEN EXISTS (
            SELECT 1 FROM answering_look
            WHERE answering_look.answering = answering.id AND looked_at <= \(span.at)) THEN 1 ELSE 0 END AS got
        \(answerings(span))
        WHERE EXISTS (SELECT 1 FROM answer WHERE answer.answering = answering.id AND answer.value IS NOT NULL)
        """
    }
}
