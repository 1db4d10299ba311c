import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Files that come with the project, and larger ones that may stand beside it.
enum Files {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../..").standardizedFileURL

    static func seed(_ name: String) -> URL { root.appending(path: "Seeds/\(name)") }
    static func shared(_ name: String) -> URL {
        root.appending(path: "../shared/data/\(name)").standardizedFileURL
    }

    static func bytes(_ url: URL) throws -> [UInt8] { try Array(Data(contentsOf: url)) }

    static func has(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: shared(name).path)
    }
}

@Suite("Taking in postcodes")
struct PostcodeImportTests {
    private func take(_ text: String, into world: Neighbourhood) async throws -> ImportReport {
        try await PostcodeImport(store: world.store).read(Array(text.utf8), named: "postcodes.csv")
    }

    @Test func `changes nothing the second time`() async throws {
        let world = try await Neighbourhood()
        let bytes = try Files.bytes(Files.seed("postcodes.csv"))

        let first = try await PostcodeImport(store: world.store).read(bytes, named: "postcodes.csv")
        let second = try await PostcodeImport(store: world.store).read(bytes, named: "postcodes.csv")

        #expect(first.taken > 3_900 && first.refusals.isEmpty)
        #expect(second.unchanged == first.taken && !second.changedAnything)
    }

    @Test func `lists what it cannot read, and takes the rest`() async throws {
        let world = try await Neighbourhood()

        let report = try await take(
            "longitude,postcode,latitude\n-2.3,m33 7zf,53.4\n-2.3,NOWHERE,53.4\n-2.3,M33 7ZG,999\n-2.4,M337ZF,53.5\n",
            into: world
        )

        #expect(report.taken == 1)
        #expect(
            report.refusals.map(\.description) == [
                "line 3: the postcode or its place cannot be read",
                "line 4: the postcode or its place cannot be read",
                "line 5: M33 7ZF is here already, on line 2",
            ]
        )
    }

    @Test func `moves a postcode that has moved`() async throws {
        let world = try await Neighbourhood()
        _ = try await take("postcode,latitude,longitude\nM33 7ZF,53.4,-2.3\n", into: world)

        let report = try await take("postcode,latitude,longitude\nM33 7ZF,53.5,-2.3\n", into: world)

        #expect(report.changed == 1 && report.taken == 0)
    }

    @Test func `refuses a file that is something else, and says which column it misses`() async throws {
        let world = try await Neighbourhood()
        let why =
            "postcodes.csv is not the table we need: its first line has no column “latitude”, “longitude”."

        await #expect(throws: UnreadableSource(why)) {
            _ = try await take("postcode,lat,lon\nM33 7ZF,53.4,-2.3\n", into: world)
        }
        #expect(try await world.count("postcode") == 0)
    }

    @Test(.enabled(if: Files.has("postcodes"), "the large table is not beside the project"))
    func `takes two hundred thousand`() async throws {
        let world = try await Neighbourhood()
        let bytes = try Files.bytes(Files.shared("postcodes/postcodes_subset.csv"))

        let report = try await PostcodeImport(store: world.store).read(bytes, named: "postcodes_subset.csv")

        #expect(report.taken == 218_885 && report.refusals.isEmpty)
    }
}
