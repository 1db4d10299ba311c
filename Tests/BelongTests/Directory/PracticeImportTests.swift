import Kernel
import Store
import Testing

@testable import Belong

@Suite("Taking in practices")
struct PracticeImportTests {
    private func take(_ text: String, into world: Neighbourhood) async throws -> ImportReport {
        try await PracticeImport(store: world.store).read(Array(text.utf8), named: "practices.csv")
    }

    private let heading =
        "Code,CCG NAME,Practice Code,Practice Name,Practice Address,Practice Postcode\n"

    @Test func `changes nothing the second time`() async throws {
        let world = try await Neighbourhood()
        let bytes = try Files.bytes(Files.seed("practices.csv"))

        let first = try await PracticeImport(store: world.store).read(bytes, named: "practices.csv")
        let entries = try await world.count("log_entry")
        let second = try await PracticeImport(store: world.store).read(bytes, named: "practices.csv")

        #expect(first.taken == 13 + 3 && first.refusals.isEmpty)
        #expect(second.unchanged == 16 && !second.changedAnything)
        #expect(try await world.count("log_entry") == entries)
    }

    @Test func `puts each practice into its network, under names one can read`() async throws {
        let world = try await Neighbourhood()
        let bytes = try Files.bytes(Files.seed("practices.csv"))
        try await PracticeImport(store: world.store).read(bytes, named: "practices.csv")

        let found: [String] = try await world.store.read { view in
            try view.values(
                """
                SELECT practice.name || ', ' || practice.postcode || ', ' || network.name
                FROM organisation AS practice
                JOIN organisation AS network ON network.id = practice.network
                WHERE practice.ods_code = 'P91014'
                """
            )
        }

        #expect(found == ["Washway Road Medical Centre, M33 7SS, Sale Central PCN"])
    }

    @Test func `moves a practice to another network when the table does`() async throws {
        let world = try await Neighbourhood()
        _ = try await take(heading + "U83990,SALE PCN,P91014,WASHWAY ROAD,67 ROAD,M33 7SS\n", into: world)

        let report = try await take(
            heading + "U42898,TRAFFORD PCN,P91014,WASHWAY ROAD,67 ROAD,M33 7SS\n",
            into: world
        )

        #expect(report.taken == 1 && report.changed == 1)
    }

    @Test func `lists rows it cannot read, and says who is in no network`() async throws {
        let world = try await Neighbourhood()

        let report = try await take(
            heading + "Unknown or no PCN,Unknown or no PCN,P1,ALONE SURGERY,1 ROAD,M33 7SS\n"
                + "Unknown or no PCN,Unknown or no PCN,P91014,\"ALONE, \"\"SURGERY\"\"\",1 ROAD,M33 7SS\n"
                + "U83990,SALE PCN,P91015,,1 ROAD,M33 7SS\n",
            into: world
        )

        #expect(report.taken == 1)
        #expect(report.refusals.map(\.place) == ["line 2", "line 4"])
        #expect(report.notes.map(\.reason) == ["1 practice in no network that the table names"])
    }

    @Test func `refuses a file that is something else`() async throws {
        let world = try await Neighbourhood()
        let before = try await world.count("organisation")

        for file in ["", "{\"not\": \"a table\"}", "a,b,c\n1,2,3\n"] {
            await #expect(throws: UnreadableSource.self) { _ = try await take(file, into: world) }
        }
        await #expect(throws: UnreadableSource.self) {
            try await PracticeImport(store: world.store).read([0x43, 0xE9, 0x0A], named: "latin.csv")
        }
        #expect(try await world.count("organisation") == before)
    }

    @Test(.enabled(if: Files.has("nhs-practices-pcn"), "the NHS table is not beside the project"))
    func `takes all of England`() async throws {
        let world = try await Neighbourhood()
        let bytes = try Files.bytes(Files.shared("nhs-practices-pcn/nhs_payments_gp_2022-23.csv"))

        let report = try await PracticeImport(store: world.store).read(bytes, named: "nhs_payments.csv")

        // The table has 1,273 network codes; one of them is “Unknown or no PCN”.
        #expect(report.taken == 6_669 + 1_272 && report.refusals.isEmpty)
        #expect(report.notes.map(\.reason) == ["178 practices in no network that the table names"])
    }
}
