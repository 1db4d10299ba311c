import Foundation
import Kernel
import Web

/// A link worker as a card on the desk: what they bring, when they are in, how long people wait.
extension DeskPage.Card {
    init(_ neighbour: Desk.Neighbour, at now: Date) {
        id = neighbour.id
        practice = neighbour.practice.id
        name = neighbour.name
        practiceName = neighbour.practice.name
        brings = neighbour.profile?.brings ?? "Has not said yet what they bring. Ask them."
        leaves = neighbour.profile?.leaves ?? ""
        languages = neighbour.profile?.languages ?? ""
        presence = Presence.words(neighbour.presence, at: now)
        phone = neighbour.profile?.phone?.description
        wait = neighbour.waitWords
        pause = neighbour.pauseWords
        knows = neighbour.profile?.specialisms.map(\.name) ?? []
    }

    /// Whom they know most about.
    var tags: HTML? {
        knows.isEmpty ? nil : "<p>\(each: knows, { "<span class=\"tag sky\">\($0)</span> " })</p>"
    }

    /// In kind words, and without a reason: nobody is asked for one.
    var paused: HTML? {
        pause.isEmpty ? nil : "<p class=\"notice small\">\(pause)</p>"
    }
}

extension Desk.Neighbour {
    /// With who takes new people at the same practice meanwhile.
    func with(others all: [Desk.Neighbour]) -> Desk.Neighbour {
        var paused = self
        paused.instead = all.filter { $0.practice == practice && $0.id != id && $0.pausedUntil == nil }
            .map(\.name)
        return paused
    }

    /// *Amara Okafor takes no new people until Monday 30 November. Sam Reed does meanwhile.*
    var pauseWords: String {
        guard let pausedUntil else { return "" }
        let meanwhile =
            switch instead.count {
            case 0: "Whoever you refer waits until then, and is not forgotten."
            case 1: "\(instead[0]) does meanwhile."
            default:
                "\(instead.dropLast().joined(separator: ", ")) and \(instead[instead.count - 1]) do meanwhile."
            }
        return "\(name) takes no new people until \(pausedUntil.spoken). \(meanwhile)"
    }

    /// How long people wait now, in words: never a rank, only what to tell the person.
    var waitWords: String {
        let queue = waiting == 0 ? "nobody waiting" : "\(waiting.counted("person", "people")) waiting"
        return typicalWait.map { "\(queue), taken on in about \(max(1, $0).counted("day"))" } ?? queue
    }
}
