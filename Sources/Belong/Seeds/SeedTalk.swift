import Foundation
import Kernel
import Store

/// What the made-up colleagues asked each other, and what they know of groups.
extension SeedGround {
    func talk(_ file: SeedFile) async throws {
        for chain in file.chains {
            try await WorryChains(store: store, member: member(chain.by))
                .name(
                    chain.members.map { try member($0).id },
                    at: place(chain.practice),
                    now: instant(400, nil)
                )
        }
        for chat in file.questions { try await ask(chat) }
        for offer in file.offers {
            let offered = instant(offer.daysAgo, nil)
            try await DeclinedOffers(store: store, member: member(offer.by)).note(
                offer.words,
                at: place(offer.practice),
                remindOn: offer.remindInDays.map { Day(offered).advanced(by: $0) },
                at: offered
            )
        }
        for note in file.checks {
            try await Activities(store: store, member: member(note.by)).check(
                activity(note.activity),
                .running,
                by: .rang,
                at: instant(note.daysAgo, nil)
            )
        }
        for note in file.capacities {
            let state = Capacity.State(rawValue: note.state) ?? .room
            try await Activities(store: store, member: member(note.by)).hear(
                CapacitySaid(state: state, wait: note.wait, by: nil),
                of: activity(note.activity),
                at: instant(note.daysAgo, nil)
            )
        }
    }

    func ask(_ chat: SeedFile.Chat) async throws {
        let id = try await Questions(store: store, member: member(chat.by)).ask(
            member(chat.of).id,
            at: place(chat.practice),
            chat.words,
            at: instant(chat.daysAgo, chat.time)
        )
        for line in chat.answers {
            try await Questions(store: store, member: member(line.by))
                .answer(id, line.words, at: instant(line.daysAgo, line.time))
        }
    }
}
