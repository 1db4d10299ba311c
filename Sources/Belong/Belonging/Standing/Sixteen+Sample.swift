extension Sixteen {
    /// What tells most of a position: of what was heard, whichever is known best.
    func telling(_ position: Position) -> String? {
        let signals = catalogue.configuration(position.configuration)?.signals ?? []
        let heard = signals.compactMap { signal -> (known: Double, words: String)? in
            guard let evidence = evidence[signal.id] else { return nil }
            let known = signal.counts ? signal.heard(evidence).known : 0
            return known > 0 ? (known, signal.sentence(evidence)) : nil
        }
        return heard.max { $0.known < $1.known }?.words
    }

    /// A placement where presence is known, and little else.
    static func sample(_ catalogue: Catalogue?, days: Int) -> Sixteen {
        let evidence: [Signal.ID: Evidence] = [
            "C06.c1": .share(Proportion(Double(days), of: 24)),
            "C06.m1": .share(Proportion(8, of: 14)),
            "C06.o1": .share(Proportion(Double(days) / 2, of: 20)),
            "C06.o2": .answers([
                .linkWorker: .init(tally: Tally(fittingIn: 1, belonging: 4), credit: 4.5)
            ]),
            "C02.c1": .unknown(.noRecords(Unkept.reasons["C02.c1"] ?? "")),
            "C05.o1": .unknown(.notShared),
        ]
        let catalogue =
            catalogue
            ?? Catalogue(version: 1, themes: [], codes: [], aspects: [], items: [], configurations: [])
        let positions = catalogue.configurations.map {
            Position($0, evidence, voice: .heard, isReciprocated: false)
        }
        return Sixteen(catalogue: catalogue, evidence: evidence, positions: positions)
    }
}
