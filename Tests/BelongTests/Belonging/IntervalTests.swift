import Foundation
import Testing

@testable import Belong

@Suite("How sure one can be of a number")
struct IntervalTests {
    static let shares = ["18/24", "3/4", "0/5", "9/9", "41/60"]

    @Test(arguments: shares) func `a share lies within Jeffreys' interval`(_ words: String) throws {
        let interval = try share(words).interval

        #expect(
            try agree(
                [interval.lowerBound, interval.upperBound],
                Reference.values("E1_proportion_intervals", words, "jeffreys")
            )
        )
    }

    @Test func `a share lies in three bands`() throws {
        let cuts = Cuts(low: 0.40, high: 0.75)
        for words in try Reference.keys("E2_band_masses_lo.40_hi.75") {
            let ours = try share(words).spread(cuts).inOrder
            #expect(try agree(ours, Reference.values("E2_band_masses_lo.40_hi.75", words)), "\(words)")
        }
    }

    @Test func `answers to a check-in lie in three bands, also where there is none`() throws {
        for words in try Reference.keys("E3_ordinal_checkin_posterior_mean") {
            let counts = words.split(separator: ",").compactMap { Int($0) }
            let tally = Tally(boltedOn: counts[0], fittingIn: counts[1], belonging: counts[2])
            #expect(
                try agree(tally.spread.inOrder, Reference.values("E3_ordinal_checkin_posterior_mean", words)),
                "\(words)"
            )
        }
    }

    @Test func `a rate lies in three bands`() throws {
        let name = "E13_rate_band_masses_lo0.5_hi2.0_per_10_days"
        for words in try Reference.keys(name) {
            let asks = try #require(Int(words.prefix(while: \.isNumber)))
            let ours = Rate(events: asks, exposure: 6).spread(Cuts(low: 0.5, high: 2.0)).inOrder
            #expect(try agree(ours, Reference.values(name, words)), "\(words)")
        }
    }

    @Test(arguments: 0...12) func `what is worse where less is better is turned round`(_ count: Int) {
        let share = Proportion(Double(count), of: 12)
        let rate = Rate(events: count, exposure: 3)
        let (more, less) = (Cuts(low: 0.2, high: 0.6), Cuts(low: 0.6, high: 0.2))

        for (one, other) in [
            (share.spread(more), share.spread(less)), (rate.spread(more), rate.spread(less)),
        ] {
            #expect(agree(one.inOrder, other.inOrder.reversed()))
            #expect(abs(one.inOrder.reduce(0, +) - 1) < 1e-12)
        }
    }

    @Test func `more evidence of the same makes the interval narrower`() {
        let widths = [2, 4, 8, 40, 400, 4_000].map { count in
            let interval = Proportion(Double(count) / 2, of: count).interval
            return interval.upperBound - interval.lowerBound
        }

        #expect(widths == widths.sorted(by: >))
    }

    @Test func `half a yes is half a yes`() {
        let posterior = Proportion(1.5, of: 3).posterior

        #expect(abs(posterior.cumulative(0.5) - 0.5) < 1e-12)
    }
}

@Suite("The functions behind it")
struct DistributionTests {
    @Test func `the beta distribution is what is known of it in closed form`() {
        for x in stride(from: 0.05, to: 1, by: 0.05) {
            #expect(abs(Beta(a: 1, b: 1).cumulative(x) - x) < 1e-13)
            #expect(abs(Beta(a: 3, b: 1).cumulative(x) - x * x * x) < 1e-13)
            #expect(abs(Beta(a: 1, b: 4).cumulative(x) - (1 - pow(1 - x, 4))) < 1e-13)
            #expect(abs(Beta(a: 0.5, b: 0.5).cumulative(x) - 2 / Double.pi * asin(x.squareRoot())) < 1e-12)
        }
    }

    @Test func `the gamma distribution is what is known of it in closed form`() {
        for x in stride(from: 0.1, to: 12, by: 0.3) {
            #expect(abs(Gamma(shape: 1, rate: 2).cumulative(x) - (1 - exp(-2 * x))) < 1e-13)
            #expect(abs(Gamma(shape: 2, rate: 1).cumulative(x) - (1 - (1 + x) * exp(-x))) < 1e-12)
            #expect(abs(Gamma(shape: 0.5, rate: 1).cumulative(x) - erf(x.squareRoot())) < 1e-12)
        }
    }

    @Test(arguments: [0.5, 1.5, 4.5, 18.5, 41.5, 900.5])
    func `a quantile leads back to its probability`(_ size: Double) {
        for probability in [0.000_1, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999] {
            let beta = Beta(a: size, b: 6.5)
            let gamma = Gamma(shape: size, rate: 7)
            #expect(abs(beta.cumulative(beta.quantile(probability)) - probability) < 1e-9)
            #expect(abs(gamma.cumulative(gamma.quantile(probability)) - probability) < 1e-9)
        }
    }

    @Test func `nothing is below nought and nothing above one`() {
        let beta = Beta(a: 2.5, b: 0.5)

        #expect([-1, 0, 1, 2].map(beta.cumulative) == [0, 0, 1, 1])
        #expect(Gamma(shape: 2, rate: 1).cumulative(-3) == 0)
    }

    @Test func `the logarithm of gamma knows factorials and the root of pi`() {
        var factorial = 1.0
        for number in 1...20 {
            #expect(abs(Gamma.logarithm(of: Double(number)) - log(factorial)) < 1e-11)
            factorial *= Double(number)
        }
        #expect(abs(Gamma.logarithm(of: 0.5) - 0.5 * log(Double.pi)) < 1e-12)
    }
}
