import Foundation
import Kernel
import Store

/// Where placements stand on the sixteen as of a date, and on what that rests, as far as whoever looks may see it.
/// Nothing is kept of it: it is read from what the other rooms hold.
struct Sixteen: Sendable {
    let catalogue: Catalogue
    let evidence: [Signal.ID: Evidence]
    let positions: [Position]

    func position(_ id: Configuration.ID) -> Position? {
        positions.first { $0.configuration == id }
    }
}

extension Reader {
    /// Every one of these placements in the same questions.
    func sixteen(
        _ ground: Ground,
        at moment: Date,
        by onlooker: Onlooker,
        now: Date
    ) throws -> [Placement.ID: Sixteen] {
        let catalogue = try catalogue(at: moment)
        let found = try soundings(ground, catalogue, at: moment)
        let answered = try answered(ground, at: moment, by: onlooker, now: now)
        let placements: [Placement.ID] = try values("WITH \(ground.scoped) SELECT id FROM scoped ORDER BY id")
        return placements.reduce(into: [:]) { all, placement in
            let said = answered[placement] ?? Answered(all: [], onlooker: onlooker)
            all[placement] = Sixteen(catalogue, found[placement] ?? [:], said, at: moment)
        }
    }

    /// What each signal finds whose records are kept.
    private func soundings(
        _ ground: Ground,
        _ catalogue: Catalogue,
        at moment: Date
    ) throws -> [Placement.ID: [Signal.ID: Evidence]] {
        var found: [Placement.ID: [Signal.ID: Evidence]] = [:]
        for sounding in Sounding.all {
            guard let signal = catalogue.signals.first(where: { $0.id == sounding.signal }) else { continue }
            let span = Span(days: signal.window.length, until: moment)
            for (placement, evidence) in try sounding.ask(self, ground, span) {
                found[placement, default: [:]][signal.id] = evidence
            }
        }
        return found
    }
}

extension Sixteen {
    private static let sounded = Set(Sounding.all.map(\.signal))

    fileprivate init(
        _ catalogue: Catalogue,
        _ found: [Signal.ID: Evidence],
        _ said: Answered,
        at moment: Date
    ) {
        let evidence = catalogue.signals.reduce(into: [Signal.ID: Evidence]()) { all, signal in
            all[signal.id] = Self.evidence(for: signal, catalogue.items, found, said, at: moment)
        }
        self.catalogue = catalogue
        self.evidence = evidence
        positions = catalogue.configurations.map { configuration in
            Position(
                configuration,
                evidence,
                voice: said.voice(on: configuration, catalogue.items, at: moment),
                isReciprocated: Self.isReciprocated(evidence)
            )
        }
    }

    /// What was counted or asked, or why there is nothing.
    private static func evidence(
        for signal: Signal,
        _ items: [CheckInItem],
        _ found: [Signal.ID: Evidence],
        _ said: Answered,
        at moment: Date
    ) -> Evidence {
        if let reason = Unkept.reasons[signal.id] { return .unknown(.noRecords(reason)) }
        if sounded.contains(signal.id) { return found[signal.id] ?? .unknown(.nothing) }
        guard !signal.items.isEmpty else { return .unknown(.noRecords(Unkept.unheard)) }
        return said.evidence(for: signal, items, Span(days: signal.window.length, until: moment))
    }

    /// Something was changed at the link worker's request.
    private static func isReciprocated(_ evidence: [Signal.ID: Evidence]) -> Bool {
        guard case .count(let adjustments, _) = evidence["C15.c3"] else { return false }
        return adjustments > 0
    }
}
