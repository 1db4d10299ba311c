import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Taking in a directory")
struct OpenReferralImportTests {
    let world: Neighbourhood

    init() async throws {
        world = try await Neighbourhood()
    }

    private func take(_ text: String, named name: String = "list.json") async throws -> ImportReport {
        let reading = try ServiceFile(path: "").read(Data(text.utf8), named: name)
        return try await Shelves(store: world.store).take(reading, at: Neighbourhood.now)
    }

    private func services(_ names: String...) -> String {
        let services = names.map {
            "{\"id\": \"\($0.count)-\($0)\", \"name\": \"\($0)\", \"description\": \"tea\"}"
        }
        return "[\(services.joined(separator: ","))]"
    }

    private func offered() async throws -> Set<String> {
        try await Set(world.names("tea"))
    }

    @Test func `changes nothing the second time`() async throws {
        let path = Files.seed("directory.json").path
        let importing = OpenReferralImport(store: world.store)

        let first = try await importing.file(path)
        let entries = try await world.count("log_entry")
        let second = try await importing.file(path)

        #expect(first.taken == 75 && first.refusals.isEmpty)
        #expect(second.unchanged == 75 && !second.changedAnything)
        #expect(try await world.count("log_entry") == entries)
        #expect(try await world.names("choir").contains("Sale Choral Society"))
        #expect(try await world.names("someone to talk to").contains("Ear4U (listening ear service)"))
        #expect(try await world.names("dementia near Trafford") != [])
    }

    @Test func `marks what is gone, deletes nothing, and takes it back when it returns`() async throws {
        _ = try await take(services("Alpha", "Beta"))

        let gone = try await take(services("Alpha"))
        #expect(gone.gone == 1 && gone.unchanged == 1)
        #expect(try await offered() == ["Alpha"])
        #expect(try await world.count("activity") == 2)

        let again = try await take(services("Alpha"))
        #expect(!again.changedAnything)

        let returned = try await take(services("Alpha", "Beta"))
        #expect(returned.returned == 1)
        #expect(try await offered() == ["Alpha", "Beta"])
    }

    @Test func `leaves alone what another source lists`() async throws {
        _ = try await take(services("Alpha"), named: "one.json")
        _ = try await take(services("Beta"), named: "two.json")

        #expect(try await offered() == ["Alpha", "Beta"])
    }

    @Test func `knows a service by its UUID wherever it is listed`() async throws {
        let service = "[{\"id\": \"ac148810-d857-441c-9679-408f346de14b\", \"name\": \"Alpha\"}]"
        _ = try await take(service, named: "one.json")

        let report = try await take(service, named: "two.json")

        #expect(report.unchanged == 1 && !report.changedAnything)
    }

    @Test func `takes a change, and forgets the old words`() async throws {
        _ = try await take("[{\"id\": \"1\", \"name\": \"Alpha\", \"description\": \"tea\"}]")

        let report = try await take("[{\"id\": \"1\", \"name\": \"Alpha\", \"description\": \"coffee\"}]")

        #expect(report.changed == 1)
        #expect(try await world.names("tea").isEmpty)
        #expect(try await world.names("coffee") == ["Alpha"])
    }

    @Test func `does not take for gone what it could not read this time`() async throws {
        _ = try await take("[{\"id\": \"1\", \"name\": \"Alpha\"}, {\"id\": \"2\", \"name\": \"Beta\"}]")

        let report = try await take("[{\"id\": \"1\", \"name\": \"\"}, {\"id\": \"2\", \"name\": \"Beta\"}]")

        #expect(report.gone == 0 && report.refusals.count == 1)
    }

    @Test func `takes one page of several without calling the rest gone`() async throws {
        _ = try await take(services("Alpha", "Beta"))

        let report = try await take(
            "{\"total_items\": 2, \"total_pages\": 2, \"page_number\": 1, \"contents\": \(services("Alpha"))}"
        )

        #expect(report.gone == 0 && report.notes.count == 1)
    }

    @Test func `never offers what its publisher has stopped`() async throws {
        _ = try await take(
            """
            {"totalElements": 3, "content": [{"id": "1", "name": "Open tea", "status": "active"},
            {"id": "2", "name": "Shut tea", "status": "temporarily closed"}, {"id": "3", "name": "Old tea", "status": "defunct"}]}
            """
        )

        #expect(try await offered() == ["Open tea"])
    }

    @Test(
        arguments: [
            ("", "it cannot be read because it is empty."),
            ("<html><body>Not found</body></html>", "it cannot be read from its first line on."),
            (
                "[\n{\"id\": \"1\",\n\"name\": \"Al",
                "it cannot be read beyond its end, line 3: it breaks off there."
            ),
            ("[{\"id\": \"1\"}\n]]", "it cannot be read beyond line 2."),
            ("[{\"id\" \"1\"}]", "it cannot be read because of a misplaced comma or word."),
        ]
    )
    func `says in one sentence where a file stops being JSON`(_ file: String, _ why: String) async throws {
        await #expect(throws: UnreadableSource("list.json is not whole JSON: \(why)")) {
            _ = try await take(file)
        }
        #expect(try await world.count("activity") == 0)
    }

    @Test(arguments: ["{}", "{\"services\": []}", "3", "\"words\""])
    func `says when a file is JSON and no directory`(_ file: String) async throws {
        await #expect(throws: UnreadableSource.self) { _ = try await take(file) }
    }

    @Test func `takes an empty list for a fault, not for the end of everything`() async throws {
        _ = try await take(services("Alpha"))

        await #expect(throws: UnreadableSource("list.json holds no services at all.")) {
            _ = try await take("[]")
        }
        #expect(try await offered() == ["Alpha"])
    }

    @Test func `refuses a file that is too long, or not there`() throws {
        let path = Files.seed("directory.json").path

        #expect(
            throws: UnreadableSource("directory.json is too long to be a directory: more than 0 megabytes.")
        ) {
            _ = try ServiceFile(path: path, longest: 1_000).read()
        }
        #expect(throws: UnreadableSource("There is no file /nowhere.json.")) {
            _ = try ServiceFile(path: "/nowhere.json").read()
        }
    }

    @Test func `keeps a story of any length short enough to show`() async throws {
        let story = String(repeating: "word \u{1F33B} ", count: 100_000)
        _ = try await take("[{\"id\": \"1\", \"name\": \"Alpha\", \"description\": \"tea \(story)\"}]")

        let id = try await world.activity(named: "Alpha")
        let kept = try await world.activities(seenBy: world.amara).find(id).activity
        #expect(kept.description.count == 20_000 && kept.description.hasSuffix("…"))
    }

    @Test(.enabled(if: Files.has("directory"), "the large directory is not beside the project"))
    func `takes all of Greater Manchester, twice`() async throws {
        let path = Files.shared("directory/greater-manchester.json").path
        let importing = OpenReferralImport(store: world.store)

        let first = try await importing.file(path)
        let second = try await importing.file(path)

        #expect(first.taken == 1_274 && first.refusals.isEmpty)
        #expect(second.unchanged == 1_274 && !second.changedAnything)
        #expect(try await world.names("altringham choir, near Altrincham") != [])
    }
}
