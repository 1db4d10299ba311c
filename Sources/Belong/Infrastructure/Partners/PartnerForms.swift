import Foundation
import Kernel
import Web

/// A meeting that planned social prescribing, as it was typed.
struct MetForm: Decodable, Sendable {
    var place: String?
    var heldOn: String?
    var about: String?
    var voices: String?
    var voice: String?

    init() {}

    func read(on today: Day) throws(Problems) -> Partners.Met {
        var problems = Problems()
        let place = problems.unless(Reach.Place(place), "place", "Choose whose meeting it was")
        let day = problems.unless(
            heldOn.flatMap { Day(typed: $0.asWritten) },
            "heldOn",
            "Enter the day on which it was held"
        )
        if let day, day > today { problems.add("heldOn", PlanningMeeting.Refused.notYet.sentence) }
        let about = problems.text(about, "about", "Say in a line what was planned", upTo: 300)
        var role: String?
        switch voices {
        case "there":
            role = problems.text(
                voice,
                "voice",
                "Say who was there for the groups: a role is enough",
                upTo: 120
            )
        case "nobody": role = ""
        default: problems.add("voices", "Say whether somebody of the groups was there")
        }
        guard let place, let day, let about, let role, problems.list.isEmpty else { throw problems }
        return .init(place: place, heldOn: day, words: about, voice: role)
    }
}

/// Something that flowed to a group, as it was typed.
struct FlowForm: Decodable, Sendable {
    /// `network.provider`
    var to: String?
    var kind: String?
    var pounds: String?
    var from: String?
    var until: String?
    var source: String?

    init() {}

    func read() throws(Problems) -> (network: Organisation.ID, given: Partners.Given) {
        var problems = Problems()
        let keys = (to ?? "").split(separator: ".").map(String.init)
        let network = keys.first.flatMap { Organisation.ID($0) }
        let provider = problems.unless(
            keys.count == 2 && network != nil ? Key<Provider>(keys[1]) : nil,
            "to",
            "Choose the group"
        )
        let kind = problems.unless(
            kind.flatMap(ResourceFlow.Kind.init(rawValue:)),
            "kind",
            "Choose what it was"
        )
        let pounds = problems.optional(pounds, "pounds", "Enter whole pounds, such as 1200") { typed in
            Int(typed.replacing(",", with: "").replacing("£", with: "")).flatMap {
                (1...100_000_000).contains($0) ? $0 : nil
            }
        }
        if let kind, !kind.isMoney, pounds != nil {
            problems.add("pounds", "Leave the amount empty: only a grant or a contract is money")
        }
        let from = problems.unless(
            from.flatMap { Day(typed: $0.asWritten) },
            "from",
            "Enter the day from which"
        )
        let until = problems.optional(until, "until", "Enter a day there is, or leave it empty") {
            Day(typed: $0)
        }
        if let from, let until, until < from {
            problems.add("until", "Choose a day that is not before the first")
        }
        let source = problems.text(source, "source", "Say who gave it", upTo: 120)
        guard let network, let provider, let kind, let from, let source, problems.list.isEmpty else {
            throw problems
        }
        let given = Partners.Given(
            provider: provider,
            kind: kind,
            pounds: pounds,
            from: from,
            until: until ?? from,
            source: source
        )
        return (network, given)
    }
}

/// Why a group pauses, as it was typed.
struct PauseForm: Decodable, Sendable {
    var reason: String?
    var why: String?

    init() {}

    func read(of activity: Activity.ID) throws(Problems) -> Partners.Why {
        var problems = Problems()
        let reason = problems.unless(
            reason.flatMap(PauseReason.init(rawValue:)),
            "reason",
            "Choose why, as they say"
        )
        let words = problems.words(why, "why", upTo: 300)
        guard let reason, problems.list.isEmpty else { throw problems }
        return .init(activity: activity, reason: reason, words: words)
    }
}
