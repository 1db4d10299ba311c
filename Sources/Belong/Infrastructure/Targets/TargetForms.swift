import Foundation
import Kernel
import Web

/// A target, as it was typed.
struct TargetForm: Decodable, Sendable {
    var place: String?
    var kind: String?
    var words: String?
    var setBy: String?
    var since: String?
    var way: String?
    var pairing: String?
    var paired: String?

    init() {}

    func read() throws(Problems) -> Targets.Asked {
        var problems = Problems()
        let place = problems.unless(Reach.Place(place), "place", "Choose of whom it is counted")
        let kind = problems.unless(
            kind.flatMap(Target.Kind.init(rawValue:)),
            "kind",
            "Choose what kind of number it is"
        )
        let words = problems.text(words, "words", "Say in a line what is counted", upTo: 200)
        let setBy = problems.text(setBy, "setBy", "Say who set it", upTo: 120)
        let since = problems.unless(
            since.flatMap { Day(typed: $0.asWritten) },
            "since",
            "Enter the day from which it counts"
        )
        let meant = MeantForm.read(way, pairing, paired, &problems)
        guard let place, let kind, let words, let setBy, let since, let meant, problems.list.isEmpty else {
            throw problems
        }
        return .init(place: place, kind: kind, words: words, setBy: setBy, since: since, terms: meant)
    }
}

/// How a target is meant, as it was typed.
struct MeantForm: Decodable, Sendable {
    var way: String?
    var pairing: String?
    var paired: String?

    init() {}

    func read() throws(Problems) -> Targets.Meant {
        var problems = Problems()
        let meant = Self.read(way, pairing, paired, &problems)
        guard let meant, problems.list.isEmpty else { throw problems }
        return meant
    }

    static func read(
        _ way: String?,
        _ pairing: String?,
        _ paired: String?,
        _ problems: inout Problems
    ) -> Targets.Meant? {
        let way = problems.unless(
            way.flatMap(Target.Way.init(rawValue:)),
            "way",
            "Choose whether it was agreed with the link workers"
        )
        let words = problems.words(paired, "paired", upTo: 200)
        let beside: String?
        switch pairing {
        case "nothing": beside = ""
        case "measure":
            beside = problems.unless(
                words.isEmpty ? nil : words,
                "paired",
                "Say which measure stands beside it, or choose “Nothing”"
            )
        default: beside = problems.unless(nil, "pairing", "Say what it is paired with, or “Nothing”")
        }
        guard let way, let beside else { return nil }
        return .init(way: way, paired: beside)
    }
}

/// Why a target is over, as it was typed.
struct TargetEndForm: Decodable, Sendable {
    var ending: String?

    init() {}

    func read() throws(Problems) -> String {
        var problems = Problems()
        guard let words = problems.text(ending, "ending", "Say why it has ended", upTo: 300) else {
            throw problems
        }
        return words
    }
}

/// The two questions every target is asked, wherever it is asked.
struct MeantFields: Sendable {
    let way: String?
    let pairing: String?
    let paired: String?
    let problems: Problems

    var html: HTML {
        """
        \(Field("pairing", "Paired with what?", hint: "Beside a number stands something that matters to people: whether they had time to talk, whether it helped.", problems)
            .one(of: [Choice("nothing", "Nothing"), Choice("measure", "This measure")], chosen: pairing))
        \(Field("paired", "Which measure", problems).line(paired))
        \(Field("way", "Was it agreed with the link workers?", problems)
            .one(of: Target.Way.allCases.map { Choice($0.rawValue, $0.name) }, chosen: way))
        """
    }
}

extension Target {
    static var sample: Target {
        let at = Date.sampled - 40 * 86_400
        return Target(
            id: Target.ID(),
            network: Organisation.ID(),
            practice: nil,
            placeName: "Riverside Network",
            kind: .pace,
            words: "Eight people a day",
            setBy: "The network’s board",
            since: Day(at),
            added: ("Nadia Aziz", at),
            terms: [
                .init(way: .negotiated, paired: "", isFromLinkWorker: false, by: "Nadia Aziz", at: at),
                .init(way: .imposed, paired: "", isFromLinkWorker: true, by: "Sam Reed", at: at + 86_400),
            ],
            ended: nil
        )
    }
}

extension Reach {
    static var sample: Reach {
        let elm = Organisation(kind: .practice, name: "Elm Street Surgery")
        return Reach(
            id: Organisation.ID(),
            name: "Riverside Network",
            practices: [elm],
            works: [],
            manages: [],
            leads: true
        )
    }
}
