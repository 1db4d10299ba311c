import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// Sam is employed and paid for by the lunch club, Amara by the network.
@Suite("How long a post is paid")
struct FundingTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
    }

    private func confirm(
        _ until: String,
        by member: Member? = nil,
        at moment: Date? = nil
    ) async throws {
        let told = try Fundings.Told(source: "A grant", until: #require(Day(until)), noticeWeeks: 8)
        try await here.fundings(of: member ?? here.nadia).confirm(told, of: placement, at: moment ?? now)
    }

    @Test func `is as it was confirmed last, and what was confirmed before stays`() async throws {
        try await confirm("2026-06-30", at: now - 40 * 86_400)
        try await confirm("2027-04-13", by: here.walter)

        let look = try await here.fundings(of: here.sam).look(at: placement, at: now)
        #expect(look.history.map(\.confirmedBy.name) == ["Walter Green", "Nadia Aziz"])
        #expect(look.history.first?.words(on: Day(now)) == "12 months, until 13 April 2027")
        #expect(look.history.first?.notice == "8 weeks notice")
        #expect(try await here.mail(to: here.sam).count == 2)
    }

    @Test(
        arguments: [
            ("2026-04-13", 0, "ended 13 April 2026"),
            ("2026-04-30", 0, "less than a month, until 30 April 2026"),
            ("2026-07-12", 2, "2 months, until 12 July 2026"),
            ("2026-07-13", 3, "3 months, until 13 July 2026"),
        ]
    )
    func `is counted in whole months, from 14 April`(
        _ until: String,
        _ months: Int,
        _ words: String
    )
        async throws
    {
        try await confirm(until)
        let funding = try #require(
            try await here.fundings(of: here.sam).look(at: placement, at: now).history.first
        )
        #expect(funding.months(on: Day(now)) == months)
        #expect(funding.words(on: Day(now)) == words)
        #expect(funding.isEnding(on: Day(now)) == (months < 3))
    }

    @Test func `three months before it ends tells whoever leads and whoever employs, and nobody else`()
        async throws
    {
        try await confirm("2026-07-12")
        for member in here.everyone {
            let needs = try await Home(store: here.store, member: member, site: here.site().address)
                .needs(at: now).filter { $0.kind == "Posts" }
            let isTold = [here.nadia.id, here.walter.id].contains(member.id)
            #expect(needs.count == (isTold ? 1 : 0), "\(member.name)")
        }
        try await confirm("2027-03-31", at: now + 60)
        #expect(try await here.fundings(of: here.walter).ending(at: now + 60).isEmpty)
    }

    @Test func `is read by those it concerns and confirmed by those who lead, employ or pay`() async throws {
        let path = "/placements/\(placement)/funding"
        let fields: KeyValuePairs = ["source": "A grant", "until": "2027-03-31", "notice": "4"]
        for member in [here.sam, here.peter, here.ruth] {
            #expect(try await here.opens(path, as: member).status == 200, "\(member.name)")
            #expect(try await here.sends(path, fields, as: member).status == 404, "\(member.name)")
        }
        for member in [here.amara, here.jo, here.olu, here.mina, here.drPatel, here.stranger] {
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
            #expect(try await here.sends(path, fields, as: member).status == 404, "\(member.name)")
        }
        for member in [here.nadia, here.walter] {
            #expect(try await here.sends(path, fields, as: member).status == 303, "\(member.name)")
            #expect(try await here.opens("/funding", as: member).says("Sam Reed"), "\(member.name)")
        }
        #expect(try await !here.opens("/funding", as: here.walter).says("Amara Okafor"))
        #expect(try await here.opens("/placements/\(placement)", as: here.sam).says("Paid by A grant"))
    }

    @Test func `is asked for all at once, with what was typed`() async throws {
        let fields: KeyValuePairs = ["source": "", "until": "the spring", "notice": "99"]
        let seen = try await here.sends("/placements/\(placement)/funding", fields, as: here.nadia)

        #expect(seen.status == 422)
        #expect(seen.says("Say where the money comes from"))
        #expect(seen.says("Enter the last day that is paid"))
        #expect(seen.says("Enter the weeks of notice, from 0 to 52"))
        #expect(seen.says("the spring"))
    }
}

extension Neighbourhood {
    func fundings(of member: Member) throws -> Fundings {
        try Fundings(store: store, member: member, site: Self.site())
    }
}
