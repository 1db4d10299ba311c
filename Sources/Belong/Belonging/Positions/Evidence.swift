/// What a signal found, with how much of it there was.
enum Evidence: Equatable, Sendable {
    case share(Proportion)
    /// How often, and over how much exposure in the unit in which its evidence is counted.
    case rate(Rate, over: Double)
    /// Answers to check-ins, by who gave them.
    case answers([Respondent: Answers])
    /// How long it took: the median is read.
    case median(Waits)
    /// How long it took: the share that was over within so many days is read.
    case within(Waits, days: Double)
    /// A number read as it stands, such as months of funding, and of how many it was made.
    case figure(Double, of: Double)
    case band(Band)
    /// Counted for people to see; it moves nothing.
    case count(Int, of: Int? = nil)
    /// Points in the order of time, for a chart.
    case points([Double])
    case unknown(Unknown)

    /// Answers of one kind of respondent. Those who could not or would not say carry no weight and are counted.
    struct Answers: Equatable, Sendable {
        var tally = Tally()
        /// *Yes* as one and *partly* as a half, for the items that are read as a share.
        var credit = 0.0
        var unsaid = 0
        /// What is weighed against the least and the full, where it is not the answers themselves.
        var groups: Int?
    }

    /// Why a signal says nothing, which is said wherever it is shown.
    enum Unknown: Equatable, Sendable {
        /// Belong keeps no record of this kind yet.
        case noRecords(String)
        /// Nothing of the kind happened in its window.
        case nothing
        /// The link worker has not shared a view, which is theirs to do or leave.
        case notShared
        /// Fewer different people answered than must have before answers are shown.
        case tooFewPeople(Int, needed: Int)
        /// What is kept was not confirmed as whole for so many days.
        case unconfirmed(days: Int)
    }
}

/// What one signal adds to its part: how likely each band is, and how much of it is known, from nought to one.
struct Heard: Equatable, Sendable {
    let known: Double
    let spread: Spread?

    static let nothing = Heard(known: 0, spread: nil)

    fileprivate init(_ needed: Signal.Needed?, _ evidence: Double, _ spread: @autoclosure () -> Spread) {
        let weight = needed?.weight(of: evidence) ?? 0
        (known, self.spread) = (weight, weight > 0 ? spread() : nil)
    }

    init(known: Double, spread: Spread?) {
        (self.known, self.spread) = (known, spread)
    }

    /// The parts of one row as one signal: each weighs as much as was heard of it.
    fileprivate init(_ parts: [Heard]) {
        known = parts.isEmpty ? 0 : parts.reduce(0) { $0 + $1.known } / Double(parts.count)
        spread = Spread.mean(parts.compactMap { part in part.spread.map { ($0, part.known) } })
    }
}

extension Signal {
    /// How this evidence reads. Rows that are only shown say nothing here.
    func heard(_ evidence: Evidence) -> Heard {
        switch (reading, evidence) {
        case (.cuts(let cuts), .share(let share)):
            Heard(needed(), Double(share.of), share.spread(cuts))
        case (.cuts(let cuts), .rate(let rate, let exposure)): Heard(needed(), exposure, rate.spread(cuts))
        case (.cuts(let cuts), .median(let waits)):
            Heard(needed(), Double(waits.all.count), waits.spreadOfMedian(cuts))
        case (.cuts(let cuts), .within(let waits, let days)):
            Heard(needed(), Double(waits.all.count), waits.spread(within: days, cuts))
        case (.cuts(let cuts), .figure(let number, let count)):
            Heard(needed(), count, .all(in: cuts.band(of: number)))
        case (.cuts(let cuts), .answers(let answers)):
            Heard(respondents.map { share(answers[$0], of: $0, cuts) })
        case (.ordinal, .answers(let answers)): Heard(respondents.map { tally(answers[$0], of: $0) })
        case (.classes, .band(let band)): Heard(known: 1, spread: .all(in: band))
        case (.cuts, _), (.ordinal, _), (.classes, _), (.marker, _), (.shown, _), (.chart, _): .nothing
        }
    }

    /// Whoever is asked for it, each once: several questions to one kind of respondent are pooled.
    var respondents: [Respondent] {
        let asked = Set(items.compactMap(CheckInItem.respondent))
        return Respondent.allCases.filter(asked.contains)
    }

    func needed(of respondent: Respondent? = nil) -> Needed? {
        evidence[respondent] ?? evidence[nil]
    }

    private func tally(_ answers: Evidence.Answers?, of respondent: Respondent) -> Heard {
        guard let answers else { return .nothing }
        let count = Double(answers.groups ?? answers.tally.answers)
        return Heard(needed(of: respondent), count, answers.tally.spread)
    }

    private func share(_ answers: Evidence.Answers?, of respondent: Respondent, _ cuts: Cuts) -> Heard {
        guard let answers else { return .nothing }
        let share = Proportion(answers.credit, of: answers.tally.answers)
        return Heard(needed(of: respondent), Double(share.of), share.spread(cuts))
    }
}
