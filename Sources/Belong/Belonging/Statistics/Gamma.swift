import Foundation

/// How likely each rate is once things were counted over some exposure: the gamma distribution
/// with density proportional to x^(shape − 1) · e^(−rate · x).
struct Gamma: Sendable {
    let shape: Double
    let rate: Double

    /// The probability of at most `x`: the regularised lower incomplete gamma function
    /// P(shape, rate · x), by its series near nought and its continued fraction further out
    /// (NIST Digital Library of Mathematical Functions, 8.7.1 and 8.9.2).
    func cumulative(_ x: Double) -> Double {
        let scaled = rate * x
        guard scaled > 0 else { return 0 }
        let front = exp(shape * log(scaled) - scaled - Self.logarithm(of: shape))
        return scaled < shape + 1 ? front * series(scaled) : 1 - front * fraction(scaled)
    }

    /// The `x` below which that much of the probability lies.
    func quantile(_ probability: Double) -> Double {
        var top = (shape + 1) / rate
        while cumulative(top) < probability { top *= 2 }
        return Bisection.root(between: 0, and: top) { cumulative($0) < probability }
    }

    /// ln Γ(x) for x > 0, by Lanczos' approximation with g = 7 and nine terms, which is good to
    /// fifteen digits (P. Godfrey's coefficients, in wide use).
    static func logarithm(of x: Double) -> Double {
        let shifted = x - 1
        let sum = lanczos.enumerated().reduce(0.999_999_999_999_809_93) { sum, term in
            sum + term.element / (shifted + Double(term.offset + 1))
        }
        let base = shifted + 7.5
        return 0.5 * log(2 * Double.pi) + (shifted + 0.5) * log(base) - base + log(sum)
    }

    private static let lanczos = [
        676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_13, -176.615_029_162_140_59,
        12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
        1.505_632_735_149_311_6e-7,
    ]

    private func series(_ x: Double) -> Double {
        var (term, sum, index) = (1 / shape, 1 / shape, shape)
        while abs(term) > abs(sum) * 1e-16 {
            index += 1
            term *= x / index
            sum += term
        }
        return sum
    }

    private func fraction(_ x: Double) -> Double {
        let start = x + 1 - shape
        return 1
            / ContinuedFraction.value(from: start) { step in
                let n = Double(step)
                return (-n * (n - shape), start + 2 * n)
            }
    }
}

/// b₀ + a₁ / (b₁ + a₂ / (b₂ + …)), by the method of Lentz as Thompson and Barnett changed it.
enum ContinuedFraction {
    static func value(from start: Double, _ term: (Int) -> (a: Double, b: Double)) -> Double {
        let tiny = 1e-300
        var value = start == 0 ? tiny : start
        var (c, d) = (value, 0.0)
        for step in 1...10_000 {
            let (a, b) = term(step)
            d = b + a * d
            c = b + a / c
            if d == 0 { d = tiny }
            if c == 0 { c = tiny }
            d = 1 / d
            value *= c * d
            if abs(c * d - 1) < 1e-16 { break }
        }
        return value
    }
}

/// Halving an interval until nothing is left of it.
enum Bisection {
    static func root(between low: Double, and high: Double, isBelow: (Double) -> Bool) -> Double {
        var (low, high) = (low, high)
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if isBelow(middle) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
