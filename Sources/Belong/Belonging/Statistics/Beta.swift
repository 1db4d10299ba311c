import Foundation

/// How likely each share between nought and one is, once some were counted: the beta distribution
/// with density proportional to x^(a − 1) · (1 − x)^(b − 1).
struct Beta: Sendable {
    let a: Double
    let b: Double

    /// The probability of at most `x`: the regularised incomplete beta function I_x(a, b), by its
    /// continued fraction (NIST Digital Library of Mathematical Functions, 8.17.22), turned round
    /// where it would be slow.
    func cumulative(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        return x < (a + 1) / (a + b + 2) ? lower(x) : 1 - Beta(a: b, b: a).lower(1 - x)
    }

    /// The share below which that much of the probability lies.
    func quantile(_ probability: Double) -> Double {
        Bisection.root(between: 0, and: 1) { cumulative($0) < probability }
    }

    private func lower(_ x: Double) -> Double {
        let whole = Gamma.logarithm(of: a + b) - Gamma.logarithm(of: a) - Gamma.logarithm(of: b)
        let front = exp(whole + a * log(x) + b * log(1 - x)) / a
        return front / ContinuedFraction.value(from: 1) { (coefficient($0, x), 1) }
    }

    private func coefficient(_ step: Int, _ x: Double) -> Double {
        let m = Double(step / 2)
        return step.isMultiple(of: 2)
            ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    }
}
