import Kernel
import Store

/// A few questions somebody may be asked about how things are for them, if it helps
/// them. None can be made to be answered, and what is said is never added up.
enum Measure: Hashable, Sendable {
    /// The four questions of the Office for National Statistics on personal well-being.
    case ons4
    /// Its four on loneliness: three by another road, and one that asks.
    case loneliness
    /// Where they want to get to, in their own words.
    case goals
    /// Somebody else's instrument, asked while its licence lasts.
    case licensed(Instrument.ID)

    static let builtIn: [Measure] = [.goals, .ons4, .loneliness]

    /// As it is kept.
    enum Kind: String, Sendable, Column {
        case ons4
        case loneliness = "ons_loneliness"
        case goals
        case licensed
    }

    var kind: Kind {
        switch self {
        case .ons4: .ons4
        case .loneliness: .loneliness
        case .goals: .goals
        case .licensed: .licensed
        }
    }

    var instrument: Instrument.ID? {
        switch self {
        case .licensed(let id): id
        case .ons4, .loneliness, .goals: nil
        }
    }

    init?(_ kind: Kind, _ instrument: Instrument.ID?) {
        switch (kind, instrument) {
        case (.ons4, nil): self = .ons4
        case (.loneliness, nil): self = .loneliness
        case (.goals, nil): self = .goals
        case (.licensed, let instrument?): self = .licensed(instrument)
        case (.ons4, _), (.loneliness, _), (.goals, _), (.licensed, nil): return nil
        }
    }

    /// As an address names it: `ons4`, `ons-loneliness`, `goals`, the key of an instrument.
    init?(path: String) {
        switch path {
        case "ons4": self = .ons4
        case "ons-loneliness": self = .loneliness
        case "goals": self = .goals
        case let other:
            guard let id = Instrument.ID(other) else { return nil }
            self = .licensed(id)
        }
    }

    var path: String {
        switch self {
        case .ons4: "ons4"
        case .loneliness: "ons-loneliness"
        case .goals: "goals"
        case .licensed(let id): "\(id)"
        }
    }

    init(_ row: Row) throws {
        guard let measure = try Measure(row("measure"), row("instrument")) else { throw Missing() }
        self = measure
    }
}

extension Measure {
    /// What is called what: an instrument's name is its own.
    func name(_ instrument: String?) -> String {
        switch self {
        case .ons4: "Personal well-being, four questions (ONS4)"
        case .loneliness: "Loneliness, four questions (ONS)"
        case .goals: "Goals in their own words, 0 to 10"
        case .licensed: instrument ?? "An instrument under licence"
        }
    }

    /// What the person has from being asked, until the link workers say it better.
    var gain: String {
        switch self {
        case .ons4:
            "They see in four answers how they think of their own life, and can look with somebody at which of them "
                + "moved and why. It can begin a conversation that “how are you?” does not."
        case .loneliness:
            "Loneliness is hard to bring up. Being asked plainly lets somebody say it, and shows later whether "
                + "company was found."
        case .goals:
            "What they want is written down as they say it, and it is they who say how near it has come."
        case .licensed:
            "Nobody has said yet what the person gains. Until somebody does, think twice before you ask."
        }
    }

    /// Where the words come from, and by what right they stand here.
    var source: String {
        switch self {
        case .ons4:
            "Office for National Statistics, personal well-being. Its words are used under the Open Government "
                + "Licence v3.0. Four answers, never added up."
        case .loneliness:
            "Office for National Statistics, national measures of loneliness: three questions of the UCLA scale and "
                + "the direct one, under the Open Government Licence v3.0. For surveys of many people ONS adds up "
                + "the first three; here nothing is added up."
        case .goals: "Nobody’s: the words are the person’s own."
        case .licensed:
            "Its owner’s. Its words are not part of Belong; an administrator loads them under a licence."
        }
    }

    /// The same for all of them (governance, section 4.2).
    static let seenBy = """
        The person, on their own link. Their link worker, and whoever covers for them. Their supervisor while the link \
        worker shows them the case. Nobody else: not the GP, not the practice, not the network. What is counted for \
        others says how often people were asked, and never what they said.
        """
}
