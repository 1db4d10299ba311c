extension Position {
    /// What may be said of a position in words. *Belonging* is the hardest to earn.
    enum Label: Hashable, Sendable {
        case notKnown
        case band(Band)
        case between(Band, Band)
        /// The records point to belonging, and something that only people can say is missing.
        case atLeastFittingIn(Missing)
        /// Whatever the records say: the link worker says no.
        case atMostFittingIn

        enum Missing: Hashable, Sendable {
            case voice
            case reciprocity
        }
    }
}

extension Position.Label {
    /// The likeliest band where it is likely enough, or the two it lies between.
    init(known: Double, spread: Spread?) {
        guard known >= Position.least - 1e-12, let spread else {
            self = .notKnown
            return
        }
        let likeliest = Band.allCases.sorted { (spread[$0], $1) > (spread[$1], $0) }.prefix(2)
        self =
            spread[likeliest[0]] >= Position.likely
            ? .band(likeliest[0])
            : .between(min(likeliest[0], likeliest[1]), max(likeliest[0], likeliest[1]))
    }

    /// Belonging needs the link worker's own voice, and their plain *no* is above all records.
    func capped(by voice: Position.Voice) -> Self {
        switch (voice, self) {
        case (_, .notKnown), (_, .band(.boltedOn)), (.heard, _): self
        case (.silent, .band(.belonging)): .atLeastFittingIn(.voice)
        case (.silent, _): self
        case (.saysNo, _): .atMostFittingIn
        }
    }

    /// Belonging needs somebody else to have changed something, where the configuration is about that.
    func capped(reciprocated: Bool) -> Self {
        self == .band(.belonging) && !reciprocated ? .atLeastFittingIn(.reciprocity) : self
    }

    var words: String {
        switch self {
        case .notKnown: "not known"
        case .band(let band): band.rawValue
        case .between(let one, let other): "between \(one.rawValue) and \(other.rawValue)"
        case .atLeastFittingIn(.voice): "fitting in or better, link worker's view not known"
        case .atLeastFittingIn(.reciprocity):
            "fitting in or better, nothing changed yet at the link worker's request"
        case .atMostFittingIn: "fitting in at most, link worker says no"
        }
    }
}

/// Where the parts of a position do not go together: the most useful thing there is to ask about.
enum Discordance: Equatable, Sendable {
    case inPlaceNotFelt
    case feltNotInPlace
    case worksUnseen

    /// There is none where the parts agree, or where too little is known of them.
    init?(_ parts: [Signal.Part: Position.Label]) {
        switch (parts[.context], parts[.mechanism], parts[.outcome]) {
        case (.band(.belonging), .band(.boltedOn), _): self = .inPlaceNotFelt
        case (.band(.boltedOn), .band(.belonging), _): self = .feltNotInPlace
        case (_, .notKnown, .band(.belonging)): self = .worksUnseen
        default: return nil
        }
    }

    var words: String {
        switch self {
        case .inPlaceNotFelt: "In place, but not felt"
        case .feltNotInPlace: "Felt, but not in place"
        case .worksUnseen: "Works without us seeing how"
        }
    }

    /// What to ask each other.
    var prompt: String {
        switch self {
        case .inPlaceNotFelt: "The arrangement is there. What keeps it from making a difference?"
        case .feltNotInPlace: "This rests on somebody’s goodwill. What would be left if they went?"
        case .worksUnseen: "Something goes well here. What makes it so?"
        }
    }
}
