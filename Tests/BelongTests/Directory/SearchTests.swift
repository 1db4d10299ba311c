import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Searching the directory")
struct SearchTests {
    let town: Neighbourhood

    init() async throws {
        town = try await Neighbourhood.withTown()
    }

    @Test func `finds someone to eat with, near, on the day, free and step-free`() async throws {
        let found = try await town.finds("someone to eat with near M33, step-free, Tuesday, free")

        let first = try #require(found.findings.first)
        #expect(found.findings.count == 1)
        #expect(first.name == "Tuesday Table")
        #expect(first.distance == "0.8 miles")
        #expect(first.times == ["Tuesdays, 12:00 to 14:00"])
        #expect(first.qualities == ["Free", "Step-free", "60 and over", "Polish"])
        #expect(first.lastChecked == "Nobody here has checked it yet")
        #expect(first.unknown.isEmpty)
    }

    @Test func `puts the nearer of two alike first`() async throws {
        #expect(try await town.names("hot meal near M33") == ["Tuesday Table", "Moorside Meals"])
    }

    @Test func `leaves out what is too far`() async throws {
        var wanted = Wanted(reading: "meal near M33", today: Day(Neighbourhood.now))
        wanted.miles = 3

        let found = try await town.activities(seenBy: town.amara).search(wanted, at: Neighbourhood.now)

        #expect(found.findings.map(\.name) == ["Tuesday Table"])
    }

    @Test(arguments: ["singing", "Sings", "choral", "singer thursday", "voices", "sing near sale"])
    func `finds the choir by any form of its words`(_ line: String) async throws {
        #expect(try await town.names(line).first == "Sale Choral Singers")
    }

    @Test(arguments: [
        ("bromwood", "Broomwood Men's Shed"), ("bridgwater walkng", "Bridgewater Walking Friends"),
    ])
    func `forgives slips of the finger in names, and says so`(_ line: String, _ name: String) async throws {
        let found = try await town.finds(line)

        #expect(found.findings.map(\.name) == [name])
        #expect(!found.respellings.isEmpty)
    }

    @Test func `offers what has some of the words when nothing has all, and says so`() async throws {
        let found = try await town.finds("choral walks zzzzzz")

        #expect(Set(found.findings.map(\.name)) == ["Sale Choral Singers", "Bridgewater Walking Friends"])
        #expect(found.isRelaxed)
    }

    @Test func `puts what nobody has told us last, and says what to ask`() async throws {
        let found = try await town.finds("near M33, free, Tuesday")

        #expect(found.findings.map(\.name) == ["Tuesday Table", "Bridgewater Walking Friends"])
        #expect(found.findings.last?.unknown == ["what it costs", "which days"])
    }

    @Test func `never offers what is known to cost or to have steps`() async throws {
        #expect(try await !town.names("meal, free").contains("Moorside Meals"))
        #expect(try await !town.names("meal, step-free").contains("Moorside Meals"))
    }

    @Test func `knows what is open now`() async throws {
        let tuesday = Day(Neighbourhood.now)
        let noon = London.instant(tuesday, hour: 12, minute: 30)

        #expect(Set(try await town.names("open now", at: noon)) == ["Tuesday Table", "Moorside Meals"])
        #expect(try await town.names("open now", at: London.instant(tuesday, hour: 15)).isEmpty)
        #expect(
            try await town.names("open now", at: London.instant(tuesday.advanced(by: 1), hour: 11)).isEmpty
        )
        #expect(try await town.names("thursday evening") == ["Sale Choral Singers"])
    }

    @Test func `knows who is the right age, and which languages are spoken`() async throws {
        #expect(try await town.names("table aged 40").isEmpty)
        #expect(try await town.names("table aged 60") == ["Tuesday Table"])
        #expect(try await town.names("in Polish") == ["Tuesday Table"])
        #expect(try await town.names("in Urdu").isEmpty)
    }

    @Test func `says when it does not know a place, and looks everywhere`() async throws {
        let found = try await town.finds("choral near Xanadu")

        #expect(found.unknownPlace == "Xanadu")
        #expect(found.findings.map(\.name) == ["Sale Choral Singers"])
    }

    @Test func `knows a place by its name, by a postcode and by half of one`() async throws {
        for place in ["Sale", "M33", "M33 7ZF", "M33 9ZZ"] {
            #expect(try await town.finds("choral near \(place)").findings.first?.distance != nil)
        }
    }

    @Test func `gives the same order every time, page after page`() async throws {
        let many = (0..<45).map { Town.listing("Club \($0)", "Chess and tea.", north: 1) }
        var reading = Town.reading(many)
        reading = Reading(source: "clubs", listings: many, keys: reading.keys)
        _ = try await Shelves(store: town.store).take(reading, at: Neighbourhood.now)

        var names: [String] = []
        for page in 1...3 {
            let wanted = Wanted(reading: "chess near M33", today: Day(Neighbourhood.now))
            let found = try await town.activities(seenBy: town.amara).search(wanted, page: page)
            #expect(found.hasMore == (page < 3))
            names += found.findings.map(\.name)
        }

        #expect(names.count == 45 && Set(names).count == 45)
        #expect(try await Array(names.prefix(20)) == town.names("chess near M33"))
    }

    @Test(
        arguments: [
            "\"", "\" OR \"", "NEAR(a b, 2)", "lunch*", "name:lunch", "{tags}: xall", "lunch AND NOT meal",
            "' OR 1=1 --", "a & b | !c <-> d", "xneedeating", "\\", "🌻", "שלום", "\u{202E}hcnul",
            "<script>alert(1)</script>", "lunch\0meal", "%", "_", "';DROP TABLE activity;--",
        ]
    )
    func `takes nothing that is typed for syntax`(_ line: String) async throws {
        _ = try await town.finds(line)
        #expect(try await town.count("activity") == 5)
    }

    @Test func `is not stopped by ten thousand letters`() async throws {
        _ = try await town.finds(String(repeating: "lunch ", count: 2_000))
        _ = try await town.finds(String(repeating: "x", count: 10_000))
        _ = try await town.finds(String(repeating: "\"", count: 10_000))
    }

    @Test func `finds nothing by marks of our own`() async throws {
        #expect(try await town.names("xneedeating").isEmpty)
        #expect(try await town.names("xsomeday").isEmpty)
    }
}
