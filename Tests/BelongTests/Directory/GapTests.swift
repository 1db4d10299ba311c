import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What is not there")
struct GapTests {
    let town: Neighbourhood

    init() async throws {
        town = try await Neighbourhood.withTown()
    }

    private func gap(_ line: String) -> Gap {
        Gap(Wanted(reading: line, today: Day(Neighbourhood.now)), typed: line)
    }

    private func notes(_ line: String, times: Int = 1, by member: Member? = nil) async throws {
        for _ in 1...times { try await Gaps(store: town.store, member: member ?? town.amara).note(gap(line)) }
    }

    private func missing(_ member: Member? = nil) async throws -> [MissingLine] {
        try await Gaps(store: town.store, member: member ?? town.nadia).missing()
    }

    @Test func `is noted in one click under a search that finds little`() async throws {
        let poor = try await town.opens("/community?q=pottery+near+M33+7ZF", as: town.amara)
        #expect(poor.says("It is not there: note that") && poor.says("“pottery”"))
        let sent = try await town.sends(
            "/gaps",
            ["words": "pottery", "need": "making", "area": "M33 7ZF"],
            as: town.amara
        )
        #expect(sent.location == "/community?noted=yes")
        #expect(try await town.opens("/community?noted=yes", as: town.amara).says("Noted as missing"))
        #expect(try await town.count("unmet_need WHERE area = 'M33' AND words = 'pottery'") == 1)
    }

    @Test func `is not asked about where nothing was looked for`() async throws {
        #expect(try await !town.opens("/community", as: town.amara).says("note that"))
        #expect(try await !town.opens("/community?q=pottery", as: town.mina).says("note that"))
    }

    @Test func `keeps no number of anybody and no home`() {
        #expect(gap("pottery 9990000000 near M33 7ZF") == gap("pottery near M33"))
        #expect(gap("pottery 9990000000 near M33 7ZF").words == "pottery")
        #expect(gap("pottery jean@example.org near M33").words == nil)
    }

    @Test func `is counted for whoever leads the network, and nothing under five is`() async throws {
        try await notes("repair bicycles near M33", times: 4)
        #expect(try await missing().map(\.times) == ["fewer than five"])
        #expect(try await missing().first?.words == [])

        try await notes("repair bicycles near M33", by: town.sam)
        #expect(try await missing().map(\.times) == ["5"])
        #expect(try await missing().first?.words == ["bicycles", "repair"])
        try await notes("repair Jeans near M33")
        #expect(try await missing().first?.words.contains("jeans") == false)
    }

    @Test func `is each network's own`() async throws {
        try await notes("pottery", times: 6, by: town.jo)
        #expect(try await missing().isEmpty)
    }

    @Test func `is noted by those who send people, and read by the network lead`() async throws {
        let pottery: KeyValuePairs = ["words": "pottery", "need": "", "area": ""]
        for member in [town.mina, town.walter, town.stranger] {
            #expect(try await town.sends("/gaps", pottery, as: member).status == 404)
        }
        #expect(try await town.sends("/gaps", ["words": " "], as: town.amara).status == 404)
        #expect(try await town.count("unmet_need") == 0)
        for member in town.everyone {
            let isLead = member.isA(.networkLead)
            #expect(try await town.opens("/gaps", as: member).status == (isLead ? 200 : 404))
        }
    }
}
