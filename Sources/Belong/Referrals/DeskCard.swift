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
    }
}

extension Desk.Neighbour {
    /// How long people wait now, in words: never a rank, only what to tell the person.
    var waitWords: String {
        let queue = waiting == 0 ? "nobody waiting" : "\(waiting.counted("person", "people")) waiting"
        return typicalWait.map { "\(queue), taken on in about \(max(1, $0).counted("day"))" } ?? queue
    }
}
