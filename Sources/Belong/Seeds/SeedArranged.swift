import Foundation
import Kernel
import Store

extension SeedFile {
    /// What a network settles: kept beside what is owed.
    struct Arranged: Decodable, Sendable {
        let targets: [Counted]
        let changes: [Changed]
        let partners: Befriended

        struct Counted: Decodable, Sendable {
            let by: String
            let practice: String?
            let kind: String
            let words: String
            let setBy: String
            /// Days ago.
            let since: Int
            let way: String
            let paired: String
            let later: [Later]?
            let ended: Ended?

            struct Later: Decodable, Sendable {
                let by: String
                let ago: Int
                let way: String
                let paired: String
            }

            struct Ended: Decodable, Sendable {
                let by: String
                let ago: Int
                let words: String
            }
        }
    }
}

extension SeedGround {
    func arrange(_ arranged: SeedFile.Arranged, in network: String, confirmedBy lead: String) async throws {
        for counted in arranged.targets { try await count(counted, in: network) }
        for changed in arranged.changes { try await change(changed, in: network) }
        try await befriend(arranged.partners, in: network)
        try await targets(lead).confirm(place(network), at: instant(25, "16:10"))
    }

    private func targets(_ by: String) throws -> Targets {
        try Targets(store: store, member: member(by), site: site)
    }

    private func count(_ one: SeedFile.Arranged.Counted, in network: String) async throws {
        func meant(_ way: String, _ paired: String) -> Targets.Meant {
            .init(way: Target.Way(rawValue: way) ?? .imposed, paired: paired)
        }
        let asked = try Targets.Asked(
            place: .init(network: place(network), practice: one.practice.map(place)),
            kind: Target.Kind(rawValue: one.kind) ?? .other,
            words: one.words,
            setBy: one.setBy,
            since: Day(now).advanced(by: -one.since),
            terms: meant(one.way, one.paired)
        )
        let id = try await targets(one.by).add(asked, at: instant(one.since, "09:30"))
        for later in one.later ?? [] {
            try await targets(later.by)
                .say(meant(later.way, later.paired), of: id, at: instant(later.ago, "13:15"))
        }
        if let ended = one.ended {
            try await targets(ended.by).end(id, ended.words, at: instant(ended.ago, "10:00"))
        }
    }
}
