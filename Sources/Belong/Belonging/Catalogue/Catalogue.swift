/// The programme theory as data: what the sixteen configurations say, and by which signals each is read. What
/// people may put right in their own place, with a reason.
struct Catalogue: Equatable, Sendable {
    let version: Int
    let themes: [Theme]
    let codes: [Named]
    let aspects: [Named]
    let items: [CheckInItem]
    let configurations: [Configuration]

    /// One of the four themes under which configurations stand.
    struct Theme: Identifiable, Equatable, Sendable {
        let id: String
        let title: String
        let words: String
    }

    /// A code of Box 1 or an aspect of Box 3, and the configurations or signals that speak for it.
    struct Named: Identifiable, Equatable, Sendable {
        let id: String
        let title: String
        let spokenForBy: [String]
    }

    var signals: [Signal] { configurations.flatMap(\.signals) }

    func configuration(_ id: Configuration.ID) -> Configuration? {
        configurations.first { $0.id == id }
    }

    func configurations(of theme: Theme) -> [Configuration] {
        configurations.filter { $0.theme == theme.id }
    }

    func item(_ id: CheckInItem.ID) -> CheckInItem? {
        items.first { $0.id == id }
    }
}

/// One of the sixteen: where such a thing is so, it works in people's minds like this, and then that follows.
struct Configuration: Identifiable, Equatable, Sendable {
    /// *C06*
    let id: String
    let theme: Catalogue.Theme.ID
    /// *Present, and at meetings*
    let title: String
    let polarity: Polarity
    let codes: [String]
    let aspects: [String]
    let context: String
    let mechanism: String
    let outcome: String
    /// How a placement looks in each of the three bands.
    let looks: [Band: String]
    let action: String
    let actor: String
    let gaming: String
    /// Belonging here needs something to have been changed at the link worker's request.
    let needsReciprocity: Bool
    let signals: [Signal]

    enum Polarity: String, CaseIterable, Sendable {
        case helpful
        case harmful
        case conditional
    }

    /// Those of one part that count: what is only shown never moves a position.
    func counted(_ part: Signal.Part) -> [Signal] {
        signals.filter { $0.part == part && $0.counts }
    }

    /// The questions about it that are the link worker's own to answer.
    var asksLinkWorker: Bool {
        signals.contains { $0.items.contains { $0.hasPrefix("LW") } }
    }
}

/// One number that says something about a configuration, with how much of it has to be heard.
struct Signal: Identifiable, Equatable, Sendable {
    /// *C06.c1*
    let id: String
    let part: Part
    /// What is counted, of what.
    let formula: String
    let unit: String
    let window: Window
    let evidence: [Respondent?: Needed]
    let reading: Reading
    /// The check-in items it is read from, if it is.
    let items: [String]

    /// Is the arrangement there; does it work in people's minds; what follows.
    enum Part: String, CaseIterable, Sendable {
        case context = "c"
        case mechanism = "m"
        case outcome = "o"
    }

    enum Window: Equatable, Sendable {
        case days(Int)
        case points(Int)
        case now
        case start(days: Int)
    }

    /// Below the least it is not known; from the full on it has its full weight; between, the weight rises evenly.
    struct Needed: Equatable, Sendable {
        let least: Double
        let full: Double

        func weight(of evidence: Double) -> Double {
            evidence < least || evidence <= 0 ? 0 : min(1, evidence / full)
        }
    }

    enum Reading: Equatable, Sendable {
        case cuts(Cuts)
        /// Answers on a scale, folded into three.
        case ordinal
        /// One of three written classes.
        case classes
        /// The reciprocity marker: counted, and needed for belonging.
        case marker
        /// For people to read; it moves nothing.
        case shown
        /// A chart that says whether it moved; it moves nothing itself.
        case chart
    }

    var counts: Bool {
        switch reading {
        case .cuts, .ordinal, .classes: true
        case .marker, .shown, .chart: false
        }
    }
}

/// Who answers light check-ins.
enum Respondent: String, CaseIterable, Sendable {
    case linkWorker = "link_worker"
    case staff
    case vcse
    case person
}
