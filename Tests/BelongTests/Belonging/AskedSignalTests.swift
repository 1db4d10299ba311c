import Foundation
import Kernel
import Testing

@testable import Belong

/// The signals that are read from questions: each of its own questions, of whoever is asked, in its own time.
@Suite("A signal that is asked for")
struct AskedSignalTests {
    static let catalogue = try? Catalogue.standard()
    static let asked: [Signal] = {
        let sounded = Set(Sounding.all.map(\.signal))
        return (catalogue?.signals ?? []).filter { !$0.items.isEmpty && !sounded.contains($0.id) }
    }()

    private var items: [CheckInItem] { Self.catalogue?.items ?? [] }

    /// Everybody who is asked for it gives this end of the scale, so many of them, so many days ago.
    private func answers(_ signal: Signal, people: Int, isGood: Bool, days: Double = 1) -> Answered {
        let all = signal.items.flatMap { id -> [Answered.One] in
            guard let item = items.first(where: { $0.id == id }), let respondent = item.respondent else {
                return []
            }
            let scale = item.scale.answers.filter { item.band(of: $0) == (isGood ? .belonging : .boltedOn) }
            return (0..<people).compactMap { _ in
                scale.last.map {
                    Answered.One(
                        item: id,
                        respondent: respondent,
                        who: Key(),
                        answer: $0,
                        at: Facts.day(days)
                    )
                }
            }
        }
        return Answered(all: all, onlooker: .linkWorker)
    }

    private func evidence(_ signal: Signal, _ answered: Answered) -> Evidence {
        answered.evidence(for: signal, items, Span(days: signal.window.length, until: Facts.now))
    }

    @Test func `there are twenty-four of them`() {
        #expect(Self.asked.count == 24)
    }

    @Test(arguments: asked) func `reads the good end as belonging and the other as bolted on`(
        _ signal: Signal
    ) {
        for (isGood, band) in [(true, Band.belonging), (false, Band.boltedOn)] {
            let heard = signal.heard(evidence(signal, answers(signal, people: 16, isGood: isGood)))
            #expect(heard.known == 1, "\(signal.id)")
            #expect((heard.spread?[band] ?? 0) > 0.6, "\(signal.id)")
        }
    }

    @Test(arguments: asked) func `is not known of nobody, of too few, or once its time is over`(
        _ signal: Signal
    ) {
        let isOwn = signal.respondents == [.linkWorker]
        let none = evidence(signal, answers(signal, people: 0, isGood: true))
        let one = evidence(signal, answers(signal, people: 1, isGood: true))
        let old = Double(signal.window.length) + 1
        let late = evidence(signal, answers(signal, people: 16, isGood: true, days: old))
        for found in [none, late] { #expect(signal.heard(found).known == 0, "\(signal.id)") }
        if !isOwn {
            let others = signal.respondents.filter { $0 != .linkWorker }
            guard case .answers(let answers) = one else { return }
            #expect(others.allSatisfy { answers[$0] == nil }, "\(signal.id)")
        }
    }

    @Test(arguments: asked) func `carries no weight where somebody cannot or would rather not say`(
        _ signal: Signal
    ) {
        let all = signal.items.flatMap { id in
            (0..<12).map { _ in
                Answered.One(
                    item: id,
                    respondent: CheckInItem.respondent(of: id) ?? .staff,
                    who: Key(),
                    answer: .ratherNot,
                    at: Facts.day(1)
                )
            }
        }
        let found = evidence(signal, Answered(all: all, onlooker: .linkWorker))
        #expect(signal.heard(found).known == 0, "\(signal.id)")
    }
}
