import Foundation
import Kernel
import Store

/// Takes in where postcodes lie, so that *near M33* means something. Read from a
/// table with the columns `postcode`, `latitude` and `longitude` (ONS, OGL v3).
package struct PostcodeImport: Sendable {
    let store: any Store

    package init(store: any Store) {
        self.store = store
    }

    /// Run twice it changes nothing. A file that is not such a table changes nothing either.
    @discardableResult
    package func read(_ bytes: [UInt8], named name: String) async throws -> ImportReport {
        let sheet = try Sheet(bytes, named: name, needing: ["postcode", "latitude", "longitude"])
        var report = ImportReport()
        let rows = sheet.rows(&report) { field -> (String, [any Column])? in
            guard let (postcode, outward) = Self.split(field("postcode")) else { return nil }
            guard let latitude = Double(field("latitude")), let longitude = Double(field("longitude")),
                (-90...90).contains(latitude), (-180...180).contains(longitude)
            else { return nil }
            return (postcode, [postcode, outward, latitude, longitude])
        } why: {
            "the postcode or its place cannot be read"
        }
        return try await keep(rows, report)
    }

    private func keep(_ rows: [[any Column]], _ read: ImportReport) async throws -> ImportReport {
        try await store.write { work in
            var report = read
            let before = try work.value("SELECT COUNT(*) FROM postcode") ?? 0
            let touched = try work.insert(
                "postcode (postcode, outward, latitude, longitude)",
                rows,
                onConflict: """
                    ON CONFLICT (postcode) DO UPDATE
                    SET latitude = excluded.latitude, longitude = excluded.longitude
                    WHERE postcode.latitude <> excluded.latitude OR postcode.longitude <> excluded.longitude
                    """
            )
            report.taken = try (work.value("SELECT COUNT(*) FROM postcode") ?? 0) - before
            report.changed = touched - report.taken
            report.unchanged = rows.count - touched
            try work.placeByPostcode()
            return report
        }
    }

    /// M33 7ZF and M33. Looks at bytes, for there are 1.7 million of them.
    static func split(_ text: String) -> (postcode: String, outward: String)? {
        var kept: [UInt8] = []
        for byte in text.utf8 where byte != 0x20 {
            kept.append(byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte)
        }
        guard (5...7).contains(kept.count) else { return nil }
        let isDigit = kept.map { $0 >= 0x30 && $0 <= 0x39 }
        let isLetter = kept.map { $0 >= 0x41 && $0 <= 0x5A }
        let end = kept.count
        guard isLetter[0], isDigit[end - 3], isLetter[end - 2], isLetter[end - 1],
            isDigit[1] || (isLetter[1] && isDigit[2]), zip(isDigit, isLetter).allSatisfy({ $0 || $1 })
        else { return nil }
        let outward = String(decoding: kept[..<(end - 3)], as: UTF8.self)
        return ("\(outward) \(String(decoding: kept[(end - 3)...], as: UTF8.self))", outward)
    }
}

extension Writer {
    /// Activities whose source gave a postcode and no point lie where their postcode does.
    func placeByPostcode() throws {
        try run(
            """
            UPDATE offering
            SET latitude = (SELECT latitude FROM postcode WHERE postcode.postcode = offering.postcode),
                longitude = (SELECT longitude FROM postcode WHERE postcode.postcode = offering.postcode)
            WHERE latitude IS NULL AND postcode IN (SELECT postcode FROM postcode)
            """
        )
    }
}
