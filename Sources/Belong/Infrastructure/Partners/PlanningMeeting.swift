import Foundation
import Kernel
import Store

/// A meeting that planned social prescribing, and who of the groups was at the table.
struct PlanningMeeting: Identifiable, Sendable {
    let id: Key<PlanningMeeting>
    let placeName: String
    let heldOn: Day
    let words: String
    /// Who spoke for the groups, as a role; empty where nobody did.
    let voice: String
    let notedBy: Worry.Named

    var told: String {
        voice.isEmpty ? "nobody of the groups was there" : "at the table: \(voice)"
    }

    enum Refused: Refusal {
        case notYet

        var sentence: String { "It has not been held yet. Note it afterwards." }
    }
}

/// What flowed to a group that welcomes people: money, a room, learning, hands.
struct ResourceFlow: Identifiable, Sendable {
    let id: Key<ResourceFlow>
    /// Whom it went to.
    let to: String
    let kind: Kind
    let pounds: Int?
    let from: Day
    let until: Day
    let source: String
    let notedBy: Worry.Named
    /// The group says that it did not arrive.
    let isDenied: Bool

    enum Kind: String, CaseIterable, Sendable, Column {
        case grant
        case contract
        case room
        case training
        case volunteers

        var name: String {
            switch self {
            case .grant: "A grant"
            case .contract: "A contract"
            case .room: "A room"
            case .training: "Training"
            case .volunteers: "Volunteers"
            }
        }

        var isMoney: Bool {
            switch self {
            case .grant, .contract: true
            case .room, .training, .volunteers: false
            }
        }
    }

    /// *A grant of £1,200 from the network, 14 April 2026 to 13 April 2027*
    var told: String {
        let money = pounds.map { " of £\($0.written)" } ?? ""
        let when = from == until ? from.full : "\(from.full) to \(until.full)"
        return "\(kind.name)\(money) from \(source), \(when)"
    }
}

/// Why a group takes nobody new just now, or has stopped.
enum PauseReason: String, CaseIterable, Sendable, Column {
    case money
    case overload
    case relationship
    case other

    var name: String {
        switch self {
        case .money: "Money"
        case .overload: "More people than they can carry"
        case .relationship: "How it goes between us"
        case .other: "Something else"
        }
    }
}

/// A group that pauses or stopped, with the reason where somebody said one.
struct GroupPause: Sendable {
    let activity: Activity.ID
    let name: String
    let isOver: Bool
    let since: Date
    let reason: (kind: PauseReason, words: String, by: String)?

    var told: String {
        guard let reason else { return "nobody has said why" }
        return reason.words.isEmpty ? reason.kind.name : "\(reason.kind.name): \(reason.words)"
    }
}

/// A provider whose groups people of the network go to, and what flowed to it within a year.
struct Partner: Identifiable, Sendable {
    let id: Key<Provider>
    let name: String
    /// Five or more said to be welcome in half a year; a smaller count is told nowhere.
    let isBusy: Bool
    let flows: [ResourceFlow]

    /// From so many people on a group gives enough for the question what it gets.
    static let busy = 5
    static let halfYear = 180
    static let year = 365
}
