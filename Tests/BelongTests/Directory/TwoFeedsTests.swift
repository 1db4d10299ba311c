import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Two lists that name the same")
struct TwoFeedsTests {
    let town: Neighbourhood
    let lunch: Activity.ID

    init() async throws {
        town = try await Neighbourhood.withTown()
        lunch = try await town.activity(named: "Tuesday Table")
    }

    private func takes(
        _ listings: [Listing],
        insteadOf other: String? = nil,
        from source: String = "elsewhere",
        in store: (any Store)? = nil
    ) async throws -> ImportReport {
        var reading = Reading(source: source)
        reading.listings = listings
        reading.keys = Set(listings.map(\.key))
        return try await Shelves(store: store ?? town.store).take(reading, at: Neighbourhood.now + 60)
    }

    private func email() async throws -> String? {
        let found: String?? = try await town.store.read {
            try $0.value("SELECT email FROM provider WHERE source_key = \(Town.lunch.provider.key)")
        }
        return found.flatMap(\.self)
    }

    @Test func `an activity that another list keeps is refused, said, and left as it is`() async throws {
        var theirs = Town.lunch
        theirs.provider.email = "somebody@else.example"
        theirs.email = "somebody@else.example"

        let report = try await takes([theirs])

        #expect(report.changed == 0 && report.taken == 0)
        #expect(
            report.refusals.map(\.description) == [
                "town Tuesday Table: kept from another list already, town. It was left as it is."
            ]
        )
        #expect(try await email() == nil)
        #expect(try await town.names("table") == ["Tuesday Table"])
    }

    @Test func `a new activity does not bring another address to whoever runs it`() async throws {
        var theirs = Town.listing("Friday Table")
        theirs.provider = Town.lunch.provider
        theirs.provider.email = "somebody@else.example"

        let report = try await takes([theirs])

        #expect(report.taken == 0 && report.refusals.count == 1)
        #expect(
            report.refusals.first?.reason
                == "whoever runs it is kept from another list already, town. It was left as it is."
        )
        #expect(try await email() == nil)
    }

    @Test func `its own list may still put it right`() async throws {
        var ours = Town.lunch
        ours.provider.email = "table@example.org"

        let report = try await takes([ours], from: "town")

        #expect(report.changed == 1 && report.refusals.isEmpty)
        #expect(try await email() == "table@example.org")
    }

    @Test func `a group closed while a list is read stays closed`() async throws {
        let (store, lunch, amara, now) = (town.store, lunch, town.amara.id, Neighbourhood.now)
        let between = Meanwhile(store, before: "UPDATE activity\nSET provider") {
            try await store.write { work in
                try work.note(.closed, of: lunch, by: .rang, words: nil, from: amara, at: now)
            }
        }
        var changed = Town.lunch
        changed.description = "A hot meal, good company and a song."

        let report = try await takes([changed], from: "town", in: between)

        #expect(report.changed == 1 && between.happened)
        #expect(try await town.names("table").isEmpty)
    }

    @Test func `a town is found however it is written`() async throws {
        _ = try await takes(
            [
                Town.listing("Mersey Singers") { $0.venues[0].town = "Ashton-upon-Mersey" },
                Town.listing("Cafi'r Bont") { $0.venues[0].town = "Pont-y-pŵl" },
            ]
        )
        for line in ["near ashton upon mersey", "near PONT Y PWL"] {
            let found = try await town.finds(line)
            #expect(found.unknownPlace == nil && found.findings.first?.distance != nil, "\(line)")
        }
    }
}
