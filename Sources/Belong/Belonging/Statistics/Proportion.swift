/// So many of so many. *Partly* counts as a half.
struct Proportion: Equatable, Sendable {
    let credit: Double
    let of: Int

    init(_ credit: Double, of whole: Int) {
        (self.credit, of) = (credit, whole)
    }

    /// What the share may be, after what was counted, from Jeffreys' prior: Beta(x + ½, n − x + ½) (Brown, Cai
    /// and DasGupta, Interval estimation for a binomial proportion, Statistical Science 16, 2001).
    var posterior: Beta {
        Beta(a: credit + 0.5, b: Double(of) - credit + 0.5)
    }

    /// The share lies in here with a probability of 95 in 100.
    var interval: ClosedRange<Double> {
        posterior.quantile(0.025)...posterior.quantile(0.975)
    }

    func spread(_ cuts: Cuts) -> Spread {
        cuts.spread(posterior.cumulative)
    }
}

/// So many events over so much exposure, such as asks in sixty days.
struct Rate: Equatable, Sendable {
    let events: Int
    let exposure: Double

    /// What the rate may be: Gamma(x + ½, exposure), from Jeffreys' prior for a Poisson rate.
    var posterior: Gamma {
        Gamma(shape: Double(events) + 0.5, rate: exposure)
    }

    var interval: ClosedRange<Double> {
        posterior.quantile(0.025)...posterior.quantile(0.975)
    }

    func spread(_ cuts: Cuts) -> Spread {
        cuts.spread(posterior.cumulative)
    }
}

/// Answers to a light check-in, folded into the three bands: how many in each.
struct Tally: Equatable, Sendable {
    var boltedOn = 0
    var fittingIn = 0
    var belonging = 0

    var answers: Int { boltedOn + fittingIn + belonging }

    /// The mean of a Dirichlet posterior from the prior (⅓, ⅓, ⅓): (count + ⅓) / (answers + 1).
    var spread: Spread {
        let whole = Double(answers + 1)
        return Spread(
            boltedOn: (Double(boltedOn) + 1 / 3) / whole,
            fittingIn: (Double(fittingIn) + 1 / 3) / whole,
            belonging: (Double(belonging) + 1 / 3) / whole
        )
    }

    mutating func add(_ band: Band) {
        switch band {
        case .boltedOn: boltedOn += 1
        case .fittingIn: fittingIn += 1
        case .belonging: belonging += 1
        }
    }

    static func + (one: Tally, other: Tally) -> Tally {
        Tally(
            boltedOn: one.boltedOn + other.boltedOn,
            fittingIn: one.fittingIn + other.fittingIn,
            belonging: one.belonging + other.belonging
        )
    }
}
