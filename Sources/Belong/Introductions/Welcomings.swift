import Foundation
import Kernel
import Store

/// Which organisation's coordinators welcome for which provider of the directory.
/// Said by whoever looks after Belong, never guessed from a name: a mistake would
/// show one group another's people.
package struct Welcomings: Sendable {
    let store: any Store

    package init(store: any Store) {
        self.store = store
    }

    /// One of them.
    package struct Line: Sendable {
        package let organisation: String
        package let provider: String
        package let since: Day
    }

    package enum Refused: Refusal {
        case noSuchProvider
        case severalOfThatName(keys: [String])
        case already
        case notThem

        package var sentence: String {
            switch self {
            case .noSuchProvider:
                "No provider in the directory has that name. Take the directory in first, or look how it is spelt there."
            case .severalOfThatName(let keys):
                "Several providers have that name. Give the key of one instead: \(keys.joined(separator: ", "))."
            case .already: "They welcome for that provider already."
            case .notThem: "They do not welcome for that provider."
            }
        }
    }

    /// Those that have not ended. `welcoming` must be in the query.
    static let current: SQL = "welcoming.ended_at IS NULL"

    package func add(_ organisation: Organisation, for provider: String, at now: Date = .now) async throws {
        try await store.write { work in
            let provider = try work.provider(provider)
            guard try work.welcome(organisation.id, for: provider, at: now) else { throw Refused.already }
            try work.log(.changed, organisation.id, by: .keeper, at: now)
        }
    }

    package func end(_ organisation: Organisation, for provider: String, at now: Date = .now) async throws {
        try await store.write { work in
            let provider = try work.provider(provider)
            let ended = try work.run(
                """
                UPDATE welcoming SET ended_at = \(now)
                WHERE organisation = \(organisation.id) AND provider = \(provider) AND \(Self.current)
                """
            )
            guard ended == 1 else { throw Refused.notThem }
            try work.log(.changed, organisation.id, by: .keeper, at: now)
        }
    }

    package func all() async throws -> [Line] {
        try await store.read { view in
            try view.rows(
                """
                SELECT organisation.name AS organisation_name, provider.name AS provider_name, began_at
                FROM welcoming
                JOIN organisation ON organisation.id = welcoming.organisation
                JOIN provider ON provider.id = welcoming.provider
                WHERE \(Self.current)
                ORDER BY organisation.name, provider.name, provider.id
                """
            )
            .map { row in
                try Line(
                    organisation: row("organisation_name"),
                    provider: row("provider_name"),
                    since: Day(row("began_at"))
                )
            }
        }
    }
}

extension Reader {
    /// The one that is called this, or that its feed knows by this key.
    fileprivate func provider(_ called: String) throws -> Key<Provider> {
        let found: [(id: Key<Provider>, key: String)] = try rows(
            """
            SELECT id, source_key
            FROM provider
            WHERE source_key = \(called) OR LOWER(name) = \(called.lowercased())
            ORDER BY source_key
            """
        ).map { try ($0("id"), $0("source_key")) }
        guard let first = found.first else { throw Welcomings.Refused.noSuchProvider }
        guard found.count == 1 else {
            throw Welcomings.Refused.severalOfThatName(keys: found.map(\.key))
        }
        return first.id
    }
}

extension Writer {
    /// Says so from now on; false if it is so already.
    @discardableResult
    func welcome(_ organisation: Organisation.ID, for provider: Key<Provider>, at now: Date) throws -> Bool {
        try run(
            """
            INSERT INTO welcoming (id, organisation, provider, began_at)
            VALUES (\(Key<Welcomings>(at: now)), \(organisation), \(provider), \(now))
            ON CONFLICT (organisation, provider) WHERE ended_at IS NULL DO NOTHING
            """
        ) == 1
    }
}
