import Foundation
import Kernel
import Store

/// What a link worker brings, in their own words: what they did before, what
/// they know about, the languages they speak (paper, lines 40-44).
struct Profile: Sendable, Equatable {
    let brings: String
    let languages: String
    let phone: PhoneNumber?
    /// What they leave to others: read before a referral is written, not after it was declined.
    var leaves = ""
    /// Whom they know most about, or are there for in particular.
    var specialisms: [Specialism] = []
}

/// One's own profile. Nobody writes another's.
struct Profiles: Sendable {
    let store: any Store
    let member: Member

    func mine() async throws -> Profile? {
        let id = member.id
        return try await store.read { view in
            var mine: Profile? = try view.first(
                "SELECT brings, languages, phone, leaves FROM profile WHERE member = \(id) AND replaced_by IS NULL"
            )
            mine?.specialisms = try view.specialisms(of: [id])[id] ?? []
            return mine
        }
    }

    func write(_ profile: Profile, at now: Date = .now) async throws {
        let (id, owner) = (Key<Profile>(at: now), member.id)
        try await store.write { work in
            try work.run(
                "UPDATE profile SET replaced_by = \(id) WHERE member = \(owner) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO profile (id, member, brings, languages, phone, leaves, written_at)
                VALUES (\(id), \(owner), \(profile.brings), \(profile.languages), \(profile.phone),
                    \(profile.leaves), \(now))
                """
            )
            try work.add(profile.specialisms, to: id)
            try work.log(.changed, id, by: owner, at: now)
        }
    }
}

extension Profile: Stored {
    init(_ row: Row) throws {
        try self.init(
            brings: row("brings"),
            languages: row("languages"),
            phone: row("phone"),
            leaves: row("leaves")
        )
    }
}
