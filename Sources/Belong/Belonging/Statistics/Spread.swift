/// The three ways a placement may be on the continuum.
enum Band: String, CaseIterable, Sendable, Comparable {
    case boltedOn = "bolted on"
    case fittingIn = "fitting in"
    case belonging

    static func < (one: Band, other: Band) -> Bool {
        one.place < other.place
    }

    private var place: Int {
        switch self {
        case .boltedOn: 0
        case .fittingIn: 1
        case .belonging: 2
        }
    }
}

/// How likely each of the three bands is, of evidence that was heard. The three add up to one.
struct Spread: Equatable, Sendable {
    let boltedOn: Double
    let fittingIn: Double
    let belonging: Double

    static func all(in band: Band) -> Spread {
        Spread(
            boltedOn: band == .boltedOn ? 1 : 0,
            fittingIn: band == .fittingIn ? 1 : 0,
            belonging: band == .belonging ? 1 : 0
        )
    }

    subscript(band: Band) -> Double {
        switch band {
        case .boltedOn: boltedOn
        case .fittingIn: fittingIn
        case .belonging: belonging
        }
    }

    /// Several spreads as one, each with its weight: Σ k·v / Σ k. Nothing where nothing weighs.
    static func mean(_ parts: [(spread: Spread, weight: Double)]) -> Spread? {
        let total = parts.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        func share(_ band: Band) -> Double { parts.reduce(0) { $0 + $1.spread[band] * $1.weight } / total }
        return Spread(boltedOn: share(.boltedOn), fittingIn: share(.fittingIn), belonging: share(.belonging))
    }
}

/// Where a number stops pointing to *bolted on*, and where it begins to point to *belonging*. Where less is
/// better the first is the greater of the two, and the reading is turned round.
struct Cuts: Equatable, Sendable {
    let low: Double
    let high: Double

    var lessIsBetter: Bool { low > high }

    func band(of number: Double) -> Band {
        if lessIsBetter { return number > low ? .boltedOn : number < high ? .belonging : .fittingIn }
        return number < low ? .boltedOn : number > high ? .belonging : .fittingIn
    }

    /// The three bands of whatever distribution has this cumulative probability.
    func spread(_ cumulative: (Double) -> Double) -> Spread {
        let (below, upTo) = (cumulative(min(low, high)), cumulative(max(low, high)))
        return lessIsBetter
            ? Spread(boltedOn: 1 - upTo, fittingIn: upTo - below, belonging: below)
            : Spread(boltedOn: below, fittingIn: upTo - below, belonging: 1 - upTo)
    }

    /// How often each band came up among so many numbers.
    func spread(among numbers: [Double]) -> Spread {
        let weight = 1 / Double(max(numbers.count, 1))
        var counts: [Band: Double] = [:]
        for number in numbers { counts[band(of: number), default: 0] += weight }
        return Spread(
            boltedOn: counts[.boltedOn] ?? 0,
            fittingIn: counts[.fittingIn] ?? 0,
            belonging: counts[.belonging] ?? 0
        )
    }
}
