import Kernel

/// One thing to try, of all that the sixteen hold ready: where it would help most, with
/// its reason. What people make of an arrangement comes before the arrangement, and
/// what the link worker says before both.
struct Suggestion: Equatable, Sendable {
    let configuration: Configuration.ID
    let title: String
    let act: String
    let actor: String
    let reason: String
}

extension Suggestion {
    /// The page on which its action begins, for everybody who may read the placement.
    func path(at placement: Placement.ID) -> String? {
        let room = "/placements/\(placement)"
        return [
            "C01": "/changes", "C02": "\(room)/rules", "C05": "\(room)/welcome", "C06": "\(room)/meetings",
            "C12": "/targets", "C13": "\(room)/readiness", "C14": "\(room)/supervision",
            "C15": "\(room)/adjustments", "C16": "\(room)/reviews",
        ][configuration]
    }

    /// None where nothing that is known asks for it.
    init?(_ sixteen: Sixteen) {
        let found = sixteen.positions.enumerated().compactMap { place, position -> (Weak, Int, Position)? in
            Weak(position).map { ($0, place, position) }
        }
        let first = found.min { one, other in
            (one.0.order, -one.0.strength, one.1) < (other.0.order, -other.0.strength, other.1)
        }
        guard let (weak, _, position) = first,
            let configuration = sixteen.catalogue.configuration(position.configuration)
        else { return nil }
        self.init(
            configuration: configuration.id,
            title: configuration.title,
            act: configuration.action,
            actor: configuration.actor,
            reason: weak.reason(sixteen, configuration)
        )
    }

    /// Why a configuration asks for its action.
    private struct Weak {
        let kind: Kind
        let strength: Double

        enum Kind: Equatable {
            case saysNo
            case part(Signal.Part)
        }

        init?(_ position: Position) {
            if position.label == .atMostFittingIn {
                (kind, strength) = (.saysNo, 1)
                return
            }
            let parts: [Signal.Part] = [.mechanism, .context, .outcome]
            let low = parts.first { (position.parts[$0]?.spread?.boltedOn ?? 0) >= Position.likely }
            guard let low, let heard = position.parts[low], heard.known > 0 else { return nil }
            (kind, strength) = (.part(low), heard.known * (heard.spread?.boltedOn ?? 0))
        }

        var order: Int {
            switch kind {
            case .saysNo: 0
            case .part(.mechanism): 1
            case .part(.context): 2
            case .part(.outcome): 3
            }
        }

        func reason(_ sixteen: Sixteen, _ configuration: Configuration) -> String {
            switch kind {
            case .saysNo:
                "The link worker says that it is not so for them, which weighs more than any record."
            case .part(let part):
                "\(words(of: part))\(sixteen.telling(configuration, part).map { " \($0)." } ?? "")"
            }
        }

        private func words(of part: Signal.Part) -> String {
            switch part {
            case .mechanism: "What people make of it is where this is weak."
            case .context: "The arrangement it rests on is not there yet."
            case .outcome: "What should follow from it does not yet."
            }
        }
    }
}

extension Sixteen {
    /// What tells most of one part of a configuration.
    fileprivate func telling(_ configuration: Configuration, _ part: Signal.Part) -> String? {
        let heard = configuration.counted(part).compactMap { signal -> (known: Double, words: String)? in
            guard let evidence = evidence[signal.id] else { return nil }
            let known = signal.heard(evidence).known
            return known > 0 ? (known, signal.sentence(evidence)) : nil
        }
        return heard.max { $0.known < $1.known }?.words
    }
}
