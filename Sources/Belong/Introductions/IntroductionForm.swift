import Kernel
import Web

/// What a link worker typed to introduce somebody to a group.
struct IntroductionForm: Decodable, Sendable {
    var activity: String
    var part: [String]?
    var hope: String?
    var reach: String?
    var companion: String?
    var safety: String?
    var way: String?
    var agreed: String?
    /// The words as they stood on the page when they were read out.
    var heard: String?
    var draft: String?

    var draftID: Draft.ID? { draft.flatMap { Draft.ID($0) } }

    /// What may be told, of what was ticked: everything else is dropped here.
    func agreed(of tellable: Tellable) throws(Problems) -> [Wording.Part: String] {
        var problems = Problems()
        var agreed: [Wording.Part: String] = [:]
        let ticked = Set((part ?? []).compactMap(Wording.Part.init))
        _ = problems.unless(
            ticked.isEmpty ? nil : true,
            "part",
            "Tick what the group may hear. Nothing else goes"
        )
        for part in Wording.Part.allCases where ticked.contains(part) {
            let words = problems.unless(said(part, of: tellable), part.field, part.missing)
            guard let words else { continue }
            // The way to reach them is ours, and called safe by them: it is chosen, not typed.
            agreed[part] = problems.unless(
                part != .reach && words.tellsTooMuch ? nil : words,
                part.field,
                "Take out the NHS number or the postcode: a group never gets those"
            )
        }
        guard problems.list.isEmpty else { throw problems }
        return agreed
    }

    private func said(_ part: Wording.Part, of tellable: Tellable) -> String? {
        let words: String? =
            switch part {
            case .name: tellable.givenName
            case .hope: hope
            case .reach: tellable.ways.first { $0.key == reach }?.words
            case .needs: tellable.needs
            case .companion: companion
            case .safety: safety
            }
        let line = (words ?? "").onOneLine
        return line.isEmpty || line.count > 500 ? nil : line
    }

    /// How it goes, and how they said yes.
    func read() throws(Problems) -> (way: Introduction.Way, agreed: Introduction.Agreeing) {
        var problems = Problems()
        let sending: [Introduction.Way] = [.message, .phone, .paper]
        let way = problems.unless(
            sending.first { $0.rawValue == self.way },
            "way",
            "Choose how it reaches the group"
        )
        let agreed = problems.unless(
            agreed.flatMap(Introduction.Agreeing.init),
            "agreed",
            "Say how they said yes. Without their yes nothing goes"
        )
        _ = problems.words(companion, "companion", upTo: 200)
        guard let way, let agreed, problems.list.isEmpty else { throw problems }
        return (way, agreed)
    }

    var activityID: Activity.ID? { Activity.ID(activity) }

    var companionNamed: String? {
        let line = (companion ?? "").onOneLine
        return line.isEmpty ? nil : line
    }
}

extension Wording.Part {
    /// The field in which its words are typed or chosen.
    var field: String {
        switch self {
        case .name, .needs: "part"
        case .hope: "hope"
        case .reach: "reach"
        case .companion: "companion"
        case .safety: "safety"
        }
    }

    fileprivate var missing: String {
        switch self {
        case .name: "Their first name is not known"
        case .hope: "Write what they hope for in a line or two, 500 characters at most, or take out the tick"
        case .reach: "Choose how the group may reach them, or take out the tick"
        case .needs: "Nothing is known that helps them to take part: take out the tick"
        case .companion: "Say who comes along, or take out the tick"
        case .safety: "Say in a line what keeps everyone safe, or take out the tick"
        }
    }
}

/// A group, picked or asked about by its key alone.
struct ActivityChoice: Decodable, Sendable {
    let activity: String

    func read() throws -> Activity.ID {
        guard let id = Activity.ID(activity) else { throw Missing() }
        return id
    }
}
