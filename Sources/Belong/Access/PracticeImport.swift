import Foundation
import Kernel
import Store

/// Takes in general practices and the networks (PCNs) they belong to, from NHS
/// England's yearly table of payments. A practice is known by its ODS code, so the
/// same table taken twice changes nothing.
package struct PracticeImport: Sendable {
    let store: any Store

    package init(store: any Store) {
        self.store = store
    }

    /// The table calls the network's code “Code” and its name “CCG NAME”, left over
    /// from what stood in those columns before there were networks.
    private enum Heading {
        static let practice = "Practice Code"
        static let name = "Practice Name"
        static let address = "Practice Address"
        static let postcode = "Practice Postcode"
        static let network = "Code"
        static let networkName = "CCG NAME"
        static let all = [practice, name, address, postcode, network, networkName]
    }

    /// One line of the table.
    private struct Listed {
        let code: ODSCode
        let name: String
        let address: String
        let postcode: String?
        let network: String?
    }

    /// Run twice it changes nothing. A table that is not this one changes nothing either.
    @discardableResult
    package func read(_ bytes: [UInt8], named name: String, at now: Date = .now) async throws -> ImportReport
    {
        let sheet = try Sheet(bytes, named: name, needing: Heading.all)
        var read = ImportReport()
        var networks: [String: String] = [:]
        let rows: [[any Column]] = sheet.rows(&read) { field in
            guard let listed = Self.listed(field) else { return nil }
            if let network = listed.network { networks[network] = field(Heading.networkName).asName }
            return (
                listed.code.description,
                [listed.code, listed.name.asName, listed.address.asName, listed.postcode, listed.network]
            )
        } why: {
            "the practice code or the practice name is missing or cannot be read"
        }
        let (report, found) = (read, networks)
        return try await store.write { work in
            try work.keep(networks: found, practices: rows, report, at: now)
        }
    }

    /// A practice that has closed is in the table still, and is taken: letters name it.
    private static func listed(_ field: (String) -> String) -> Listed? {
        guard let code = ODSCode(field(Heading.practice)), !field(Heading.name).isEmpty else { return nil }
        let postcode = field(Heading.postcode)
        let network = ODSCode(field(Heading.network)).flatMap {
            field(Heading.networkName).isEmpty ? nil : $0
        }
        return Listed(
            code: code,
            name: field(Heading.name),
            address: field(Heading.address),
            postcode: Postcode(postcode)?.description ?? (postcode.isEmpty ? nil : postcode),
            network: network?.description
        )
    }
}

extension Writer {
    fileprivate func keep(
        networks: [String: String],
        practices: [[any Column]],
        _ read: ImportReport,
        at now: Date
    ) throws -> ImportReport {
        let count: SQL = "SELECT COUNT(*) FROM organisation"
        let before = try value(count) ?? 0
        var touched = try insert(
            "organisation (id, kind, name, ods_code)",
            networks.sorted { $0.key < $1.key }.map { code, name in
                [Organisation.ID(at: now), Organisation.Kind.network.rawValue, name, code]
            },
            onConflict: """
                ON CONFLICT (ods_code) DO UPDATE SET name = excluded.name
                WHERE organisation.name <> excluded.name
                """
        )
        let ids = try networkIDs()
        touched += try insert(
            "organisation (id, kind, name, ods_code, address, postcode, network)",
            practices.map { row in
                let network = String(row[4].value).flatMap { ids[$0] }
                return [
                    Organisation.ID(at: now), Organisation.Kind.practice.rawValue, row[1], row[0], row[2],
                    row[3],
                    network,
                ]
            },
            onConflict: Self.whereDifferent
        )
        var report = read
        let alone = practices.count { String($0[4].value).flatMap { ids[$0] } == nil }
        if alone > 0 {
            report.note("networks", "\(alone.counted("practice")) in no network that the table names")
        }
        report.taken = try (value(count) ?? 0) - before
        report.changed = touched - report.taken
        report.unchanged = networks.count + practices.count - touched
        if report.changedAnything { try log(.changed, Key<PracticeImport>(at: now), by: .keeper, at: now) }
        return report
    }

    private static var whereDifferent: String {
        """
        ON CONFLICT (ods_code) DO UPDATE
        SET name = excluded.name, address = excluded.address, postcode = excluded.postcode,
            network = excluded.network
        WHERE organisation.name <> excluded.name
            OR COALESCE(organisation.address, '') <> COALESCE(excluded.address, '')
            OR COALESCE(organisation.postcode, '') <> COALESCE(excluded.postcode, '')
            OR (organisation.network IS NULL) <> (excluded.network IS NULL)
            OR organisation.network <> excluded.network
        """
    }

    private func networkIDs() throws -> [String: Organisation.ID] {
        var ids: [String: Organisation.ID] = [:]
        for row in try rows(
            "SELECT ods_code, id FROM organisation WHERE kind = 'network' AND ods_code IS NOT NULL"
        ) {
            try ids[row("ods_code")] = row("id")
        }
        return ids
    }
}

extension String {
    /// THE DENSHAM SURGERY as one would write it: The Densham Surgery.
    fileprivate var asName: String {
        split(separator: " ").map { word in
            if Self.initials.contains(String(word)) { return String(word) }
            let letters = word.lowercased()
            guard let first = letters.firstIndex(where: \.isLetter) else { return letters }
            return letters[..<first] + letters[first].uppercased() + letters[letters.index(after: first)...]
        }
        .joined(separator: " ")
    }

    private static let initials: Set<String> = ["PCN", "NHS", "GP", "GPS", "CIC", "LLP", "UK", "RAF"]
}
