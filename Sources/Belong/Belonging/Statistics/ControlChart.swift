/// Whether a number that is measured again and again has truly moved: individuals with their moving range
/// (XmR; Wheeler, Understanding Variation, 1993).
struct ControlChart: Equatable, Sendable {
    let points: [Double]
    let mean: Double
    /// The mean of how far each point is from the one before.
    let move: Double

    /// There is none of fewer than two points.
    init?(_ points: [Double]) {
        guard points.count >= 2 else { return nil }
        let moves = zip(points, points.dropFirst()).map { abs($0 - $1) }
        self.points = points
        mean = points.reduce(0, +) / Double(points.count)
        move = moves.reduce(0, +) / Double(moves.count)
    }

    /// mean + 2.66 · mean moving range: three standard deviations, as 3 / 1.128.
    var upper: Double { mean + 2.66 * move }

    /// Nothing that is counted or timed is below nought.
    var lower: Double { max(0, mean - 2.66 * move) }

    /// The places of those that are further out than chance puts them.
    var outside: [Int] {
        points.indices.filter { points[$0] > upper || points[$0] < lower }
    }
}
