import Foundation
import Kernel
import Store

/// The catalogue that is in force, and what a site made of it: for whoever looks after Belong at the command line.
/// What was in force before stays, with the reason why it was changed.
package struct Catalogues: Sendable {
    let store: any Store

    package init(store: any Store) {
        self.store = store
    }

    package enum Refused: Refusal, Equatable {
        case needsReason
        case overtaken(inForce: Int)

        package var sentence: String {
            switch self {
            case .needsReason: "Say why it is changed: --reason \"…\". It is kept with it."
            case .overtaken(let version):
                "Version \(version) is in force. Begin from it (belong catalogue show) and say version: \(version + 1)."
            }
        }
    }

    /// One catalogue that is or was in force.
    package struct Line: Sendable, Equatable {
        package let version: Int
        package let since: Date?
        package let reason: String
    }

    /// Everything that is wrong with a catalogue, a sentence each, with the line.
    package static func faults(in words: String) -> [String] {
        do throws(Catalogue.Wrong) {
            _ = try Catalogue(reading: words)
            return []
        } catch {
            return error.faults.map(\.sentence)
        }
    }

    /// How much there is in one that is sound: *version 2: 16 configurations, 94 signals*.
    package static func summary(of words: String) -> String? {
        (try? Catalogue(reading: words)).map { catalogue in
            "version \(catalogue.version): \(catalogue.configurations.count.counted("configuration")), "
                + catalogue.signals.count.counted("signal")
        }
    }

    /// Takes a catalogue as the one in force from now on.
    package func amend(_ words: String, because reason: String, at now: Date = .now) async throws {
        let (catalogue, reason) = (try Catalogue(reading: words), reason.trimmingSpaces())
        guard !reason.isEmpty else { throw Refused.needsReason }
        try await store.write { work in
            let inForce = try work.catalogue(at: now).version
            guard catalogue.version == inForce + 1 else { throw Refused.overtaken(inForce: inForce) }
            let id = Key<Catalogue>(at: now)
            try work.run(
                """
                INSERT INTO catalogue_amendment (id, version, words, reason, amended_at)
                VALUES (\(id), \(catalogue.version), \(words), \(reason), \(now))
                """
            )
            try work.log(.changed, id, by: .keeper, at: now)
        }
    }

    /// The one in force, as it was written.
    package func words(at now: Date = .now) async throws -> String {
        try await store.read { try $0.catalogueWords(at: now) ?? Catalogue.standardWords }
    }

    /// All there were, the first first.
    package func history() async throws -> [Line] {
        let standard = try Catalogue.standard()
        let amended = try await store.read { view in
            try view.rows("SELECT version, reason, amended_at FROM catalogue_amendment ORDER BY version").map
            {
                try Line(version: $0("version"), since: $0("amended_at"), reason: $0("reason"))
            }
        }
        return [Line(version: standard.version, since: nil, reason: "as it came with Belong")] + amended
    }
}

extension Catalogue {
    static let standardWords = String(decoding: PackageResources.catalogue_yaml, as: UTF8.self)

    private static let read: Result<Catalogue, Wrong> = {
        do throws(Wrong) { return .success(try Catalogue(reading: standardWords)) } catch {
            return .failure(error)
        }
    }()

    /// The one that comes with Belong, read once.
    static func standard() throws(Wrong) -> Catalogue {
        try read.get()
    }
}

extension Reader {
    /// The catalogue in force at a moment. What was read of an earlier one stays what it was.
    func catalogue(at moment: Date) throws -> Catalogue {
        guard let words = try catalogueWords(at: moment) else { return try Catalogue.standard() }
        return try Catalogue(reading: words)
    }

    fileprivate func catalogueWords(at moment: Date) throws -> String? {
        try value(
            """
            SELECT words
            FROM catalogue_amendment
            WHERE amended_at <= \(moment)
            ORDER BY version DESC
            LIMIT 1
            """
        )
    }
}
