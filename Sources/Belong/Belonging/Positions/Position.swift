/// Where one placement stands on one configuration, as far as can be told, and on what that rests.
struct Position: Equatable, Sendable {
    let configuration: Configuration.ID
    let parts: [Signal.Part: Heard]
    /// How much of what there is to know is known, from nought to one. The rest is never spread over the bands.
    let known: Double
    /// How likely each band is, of what is known.
    let spread: Spread?
    let label: Label
    let discordance: Discordance?

    var notKnown: Double { 1 - known }

    /// What the link worker says of it, as far as they share it with whoever looks.
    enum Voice: Equatable, Sendable {
        case silent
        case heard
        case saysNo
    }

    /// Less than this is too little to say anything.
    static let least = 0.6

    /// A band must be as likely as this to be named alone.
    static let likely = 0.6

    init(
        _ configuration: Configuration,
        _ evidence: [Signal.ID: Evidence],
        voice: Voice,
        isReciprocated: Bool
    ) {
        let parts = configuration.parts(evidence)
        let weights = configuration.weights
        known = parts.reduce(0) { $0 + (weights[$1.key] ?? 0) * $1.value.known }
        spread = Spread.mean(
            Signal.Part.allCases.compactMap { part in
                guard let heard = parts[part], let spread = heard.spread else { return nil }
                return (spread, (weights[part] ?? 0) * heard.known)
            }
        )
        self.configuration = configuration.id
        self.parts = parts
        label = Label(known: known, spread: spread)
            .capped(by: configuration.asksLinkWorker ? voice : .heard)
            .capped(reciprocated: isReciprocated || !configuration.needsReciprocity)
        discordance = Discordance(parts.mapValues { Label(known: $0.known, spread: $0.spread) })
    }
}

extension Configuration {
    /// Each part as one: Σ k·v / Σ k over its signals, known by Σ k / how many there are to be heard, so that a
    /// silent signal costs knowledge and not position. A part without any that counts is not there.
    fileprivate func parts(_ evidence: [Signal.ID: Evidence]) -> [Signal.Part: Heard] {
        var parts: [Signal.Part: Heard] = [:]
        for part in Signal.Part.allCases {
            let signals = counted(part)
            guard !signals.isEmpty else { continue }
            let heard = signals.map { signal in evidence[signal.id].map(signal.heard) ?? .nothing }
            parts[part] = Heard(
                known: heard.reduce(0) { $0 + $1.known } / Double(signals.count),
                spread: Spread.mean(heard.compactMap { one in one.spread.map { ($0, one.known) } })
            )
        }
        return parts
    }

    /// Mechanism weighs most: it is what turns an arrangement into an experience. Where a part has nothing that
    /// counts, the others share its weight.
    fileprivate var weights: [Signal.Part: Double] {
        let there = Signal.Part.allCases.filter { !counted($0).isEmpty }
        let total = there.reduce(0) { $0 + $1.weight }
        return Dictionary(uniqueKeysWithValues: there.map { ($0, $0.weight / total) })
    }
}

extension Signal.Part {
    fileprivate var weight: Double {
        switch self {
        case .context: 0.25
        case .mechanism: 0.40
        case .outcome: 0.35
        }
    }
}
