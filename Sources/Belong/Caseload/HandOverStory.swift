import Foundation
import Kernel
import Store
import Web

extension CasePart {
    /// Every hand-over: offered, taken over, or left where it was.
    static let handOvers = CasePart(story: { view, found in try view.handOverEvents(of: found.id) })
}

extension Reader {
    fileprivate func handOverEvents(of id: Case.ID) throws -> [Event] {
        try rows(
            """
            SELECT \(HandOver.columns), taking_over.message, hand_over_end.words AS end_words,
                hand_over_end.ended_at, hand_over_end.ended_by
            FROM \(HandOver.tables)
            LEFT JOIN hand_over_end ON hand_over_end.hand_over = hand_over.id
            WHERE hand_over."case" = \(id)
            """
        ).flatMap { row in
            let handOver = try HandOver(row)
            if let takenAt = handOver.takenAt {
                let message: Message.ID? = try row("message")
                return [handOver.taken(at: takenAt, isTold: message != nil)]
            }
            let (endedAt, endedBy): (Date?, Member.ID?) = try (row("ended_at"), row("ended_by"))
            let words: String? = try row("end_words")
            let ended = endedAt.map { at in
                let isDeclined = endedBy == handOver.to.id
                let declined = "\(handOver.to.name) cannot take it over"
                return Event(
                    at: at,
                    title: isDeclined ? declined : "The offer was taken back",
                    words: words ?? ""
                )
            }
            return [handOver.offered, ended].compactMap(\.self)
        }
    }
}

extension HandOver {
    fileprivate var offered: Event {
        Event(at: madeAt, title: "Offered to \(to.name)\(untilWords)", words: words)
    }

    fileprivate func taken(at: Date, isTold: Bool) -> Event {
        Event(
            at: at,
            title: isReturn ? "Back with \(to.name)" : "\(to.name) took over from \(from.name)\(untilWords)",
            facets: [isTold ? "they were told" : "no safe way to tell them: say it when you meet"],
            words: words
        )
    }

    private var untilWords: String { until.map { ", until \($0.spoken)" } ?? "" }

    private var words: String {
        [why, toKnow.isEmpty ? "" : "To know: \(toKnow)"].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension CasePage {
    /// Only whoever has the case can give it to a colleague.
    var handOverCard: HTML? {
        guard case .own = standing else { return nil }
        return """
            <section class="card"><h2>Somebody else for \(givenName)?</h2>
            <p class="small">A colleague can take over, with the whole story.</p>
            <p><a class="btn quiet sm" href="/cases/\(id)/hand-over">Hand over to a colleague</a></p></section>
            """
    }
}
