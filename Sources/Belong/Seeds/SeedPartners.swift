import Foundation
import Kernel
import Store

extension SeedFile.Arranged {
    /// Groups at the table, what flowed to them, and why one pauses.
    struct Befriended: Decodable, Sendable {
        let meetings: [Met]
        let flows: [Flowed]
        let pauses: [Paused]

        struct Met: Decodable, Sendable {
            let by: String
            let practice: String?
            let ago: Int
            let words: String
            let voice: String
        }

        struct Flowed: Decodable, Sendable {
            let by: String
            let activity: String
            let kind: String
            let pounds: Int?
            let source: String
            /// Days from today; past days are below nought.
            let from: Int
            let until: Int
        }

        struct Paused: Decodable, Sendable {
            let by: String
            let activity: String
            let ago: Int
            let reason: String
            let words: String
        }
    }
}

extension SeedGround {
    func befriend(_ all: SeedFile.Arranged.Befriended, in network: String) async throws {
        func door(_ by: String) throws -> Partners { try Partners(store: store, member: member(by)) }
        let (whole, today) = (try place(network), Day(now))
        for met in all.meetings {
            let practice = try met.practice.map(place)
            let noted = Partners.Met(
                place: .init(network: whole, practice: practice),
                heldOn: today.advanced(by: -met.ago),
                words: met.words,
                voice: met.voice
            )
            try await door(met.by).note(noted, at: instant(met.ago, "17:20"))
        }
        for flowed in all.flows {
            let activity = try activity(flowed.activity)
            let provider: Key<Provider>? = try await store.read {
                try $0.value("SELECT provider FROM activity WHERE id = \(activity)")
            }
            guard let provider else { continue }
            let given = Partners.Given(
                provider: provider,
                kind: ResourceFlow.Kind(rawValue: flowed.kind) ?? .room,
                pounds: flowed.pounds,
                from: today.advanced(by: flowed.from),
                until: today.advanced(by: flowed.until),
                source: flowed.source
            )
            try await door(flowed.by).note(given, in: whole, at: now)
        }
        for paused in all.pauses {
            let activity = try activity(paused.activity)
            try await Activities(store: store, member: member(paused.by))
                .hear(.init(state: .pausing, wait: nil, by: nil), of: activity, at: instant(paused.ago, nil))
            let why = Partners.Why(
                activity: activity,
                reason: PauseReason(rawValue: paused.reason) ?? .other,
                words: paused.words
            )
            try await door(paused.by).say(why, at: now)
        }
    }
}
