import Kernel

extension Sixteen {
    /// *3 belonging, 6 fitting in, 7 not known*: counts, and nothing that could be put in an order.
    var counts: String {
        let kinds: [(String, (Position.Label) -> Bool)] = [
            ("belonging", { $0 == .band(.belonging) }),
            (
                "fitting in or better",
                { $0 == .atLeastFittingIn(.voice) || $0 == .atLeastFittingIn(.reciprocity) }
            ),
            ("fitting in", { $0 == .band(.fittingIn) }),
            ("fitting in at most", { $0 == .atMostFittingIn }),
            ("between two", { if case .between = $0 { true } else { false } }),
            ("bolted on", { $0 == .band(.boltedOn) }),
            ("not known", { $0 == .notKnown }),
        ]
        return kinds.compactMap { words, isOne in
            let count = positions.count { isOne($0.label) }
            return count > 0 ? "\(count) \(words)" : nil
        }
        .joined(separator: ", ")
    }

    /// Enough to say anything of the whole: ten of sixteen, and two in every theme.
    var isWidelyKnown: Bool {
        let known = Set(positions.filter { $0.label != .notKnown }.map(\.configuration))
        return known.count >= 10
            && catalogue.themes.allSatisfy { theme in
                catalogue.configurations(of: theme).count { known.contains($0.id) } >= 2
            }
    }

    var isAllUnknown: Bool { positions.allSatisfy { $0.label == .notKnown } }
}

extension Position {
    /// Where its mark is drawn along the three bands, from nought to one: nothing where nothing is known.
    var mark: Double? {
        label == .notKnown ? nil : spread.map { ($0.fittingIn + 2 * $0.belonging) / 2 }
    }
}

extension Signal {
    /// *Days at the practice, of the days agreed: 22 of 24*, or why nothing is said.
    func sentence(_ evidence: Evidence) -> String {
        let subject = formula.prefix(1).uppercased() + formula.dropFirst()
        return "\(subject): \(found(evidence))"
    }

    private func found(_ evidence: Evidence) -> String {
        switch evidence {
        case .share(let share): "\(share.credit.said) of \(share.of)"
        case .rate(let rate, let exposure): "\(rate.events) in \(Int(exposure)) days"
        case .answers(let answers):
            answers.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value.said).joined(
                separator: "; "
            )
        case .median(let waits):
            waits.median.map { "\($0.said) by the median, \(waits.open) still open" }
                ?? "more than half still open"
        case .within(let waits, let days): "\(Int((waits.over(within: days) * 100).rounded())) of 100"
        case .figure(let number, _): "\(number.said) \(unit)"
        case .band(let band): band.rawValue
        case .count(let count, let whole): whole.map { "\(count) of \($0)" } ?? "\(count)"
        case .points(let points):
            points.isEmpty ? "nothing yet" : points.map { $0.said }.joined(separator: ", ")
        case .unknown(let unknown): unknown.words
        }
    }

    /// How sure one can be of it, where it is a number that could have come out otherwise.
    func certainty(_ evidence: Evidence) -> String? {
        switch evidence {
        case .share(let share): "likely between \(share.interval.inHundreds) of 100"
        case .rate(let rate, _): "likely between \(rate.interval.said) \(unit)"
        case .points(let points): ControlChart(points).map(\.words)
        case .answers, .median, .within, .figure, .band, .count, .unknown: nil
        }
    }

    /// Whether too little was counted for it to say anything.
    func isTooLittle(_ evidence: Evidence) -> Bool {
        if case .unknown = evidence { return false }
        return counts && heard(evidence).known == 0
    }
}

extension Evidence.Unknown {
    var words: String {
        switch self {
        case .noRecords(let reason): reason
        case .nothing: "nothing of the kind yet"
        case .notShared: "the link worker’s view is not shared with you, which is theirs to choose"
        case .tooFewPeople(let people, let needed):
            "\(people.counted("person", "people")) answered; shown from \(needed) on"
        case .unconfirmed(let days): "nobody has said in \(days) days that the list is whole"
        }
    }
}

extension Evidence.Answers {
    /// *Well* is the good end, also of a question like *Did you feel pushed?*
    fileprivate var said: String {
        let unsaid = unsaid > 0 ? ", \(unsaid) could not or would not say" : ""
        return "\(tally.belonging) well, \(tally.fittingIn) in part, \(tally.boltedOn) not\(unsaid)"
    }
}

extension Double {
    /// *12*, *12½*, *3.4*
    var said: String {
        if self == rounded() { return "\(Int(self))" }
        if self * 2 == (self * 2).rounded() { return self < 1 ? "½" : "\(Int(self))½" }
        return "\((self * 10).rounded() / 10)"
    }
}

extension ControlChart {
    /// Whether it truly moved is said out loud, also where it did not.
    var words: String {
        outside.isEmpty ? "it moves no more than by chance" : "\(outside.count) further out than by chance"
    }
}

extension ClosedRange<Double> {
    /// *75 and 98*
    fileprivate var inHundreds: String {
        "\(Int((lowerBound * 100).rounded())) and \(Int((upperBound * 100).rounded()))"
    }

    /// *0.3 and 3.1*
    fileprivate var said: String {
        "\((lowerBound * 10).rounded() / 10) and \((upperBound * 10).rounded() / 10)"
    }
}
