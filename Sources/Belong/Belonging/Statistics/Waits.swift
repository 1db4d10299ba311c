/// How long things took, those still open among them: never dropped, but known only to have lasted so long
/// (*censored*).
struct Waits: Equatable, Sendable {
    /// Shortest first; of two alike, the one that ended first. So the order they came in changes nothing.
    let all: [Wait]

    struct Wait: Equatable, Sendable {
        let days: Double
        let isOver: Bool
    }

    /// After how many days what share was still open.
    struct Step: Equatable, Sendable {
        let days: Double
        let open: Double
    }

    init(_ waits: [Wait]) {
        all = waits.sorted { ($0.days, $0.isOver ? 0 : 1) < ($1.days, $1.isOver ? 0 : 1) }
    }

    var open: Int { all.count { !$0.isOver } }

    /// The product-limit estimate: at every end, times 1 − ended / at risk (Kaplan and Meier, Nonparametric
    /// estimation from incomplete observations, JASA 53, 1958).
    var curve: [Step] {
        curve(times: Array(repeating: 1, count: all.count))
    }

    /// The first day by which half were over; nothing while more than half are open.
    var median: Double? {
        curve.first { $0.open <= 0.5 + 1e-12 }?.days
    }

    /// The share that was over within so many days: 1 − S(days).
    func over(within days: Double) -> Double {
        1 - (curve.last { $0.days <= days }?.open ?? 1)
    }

    /// Where the median may lie: the medians of so many samples drawn from these, with replacement. One that is not
    /// reached is longer than any.
    func spreadOfMedian(_ cuts: Cuts) -> Spread {
        cuts.spread(among: samples { $0.first { $0.open <= 0.5 + 1e-12 }?.days ?? .infinity })
    }

    /// Where the share that is over within so many days may lie.
    func spread(within days: Double, _ cuts: Cuts) -> Spread {
        cuts.spread(among: samples { curve in 1 - (curve.last { $0.days <= days }?.open ?? 1) })
    }

    private func samples(_ read: ([Step]) -> Double) -> [Double] {
        var draws = Draws()
        return (0..<Draws.samples).map { _ in
            var times = Array(repeating: 0, count: all.count)
            for _ in all.indices { times[draws.below(all.count)] += 1 }
            return read(curve(times: times))
        }
    }

    /// The curve as if each had happened so many times.
    private func curve(times: [Int]) -> [Step] {
        var (atRisk, open) = (times.reduce(0, +), 1.0)
        var (steps, index): ([Step], Int) = ([], 0)
        while index < all.count, atRisk > 0 {
            let days = all[index].days
            var (ended, left) = (0, 0)
            while index < all.count, all[index].days == days {
                if all[index].isOver { ended += times[index] } else { left += times[index] }
                index += 1
            }
            if ended > 0 {
                open *= 1 - Double(ended) / Double(atRisk)
                steps.append(Step(days: days, open: open))
            }
            atRisk -= ended + left
        }
        return steps
    }
}

/// Numbers at random that are the same every time, so that the same facts always read the same: SplitMix64
/// (Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014).
struct Draws: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// So many samples are drawn for an interval.
    static let samples = 2_000

    init(seed: UInt64 = 20_240_279) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }
}
