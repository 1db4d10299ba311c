import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A target in the register")
struct TargetTests {
    let here: Neighbourhood
    let now = Neighbourhood.now

    init() async throws { here = try await Neighbourhood() }

    private func door(_ member: Member) throws -> Targets {
        try Targets(store: here.store, member: member, site: Neighbourhood.site())
    }

    @discardableResult
    private func adds(
        _ member: Member,
        at practice: Organisation? = nil,
        _ way: Target.Way = .imposed,
        paired: String = ""
    ) async throws -> Target.ID {
        let asked = Targets.Asked(
            place: .init(network: here.network.id, practice: practice?.id),
            kind: .pace,
            words: "Eight people a day",
            setBy: "The board",
            since: Day(now),
            terms: .init(way: way, paired: paired)
        )
        return try await door(member).add(asked, at: now)
    }

    private func says(_ way: Target.Way, _ id: Target.ID, _ member: Member, days: Double) async throws {
        try await door(member).say(.init(way: way, paired: ""), of: id, at: now + days * 86_400)
    }

    @Test func `is written down by the lead, a manager or a link worker, and told to the others`()
        async throws
    {
        for member in [here.nadia, here.peter, here.sam] { try await adds(member) }
        await #expect(throws: Missing.self) { try await adds(here.ruth) }
        for other in here.everyone where !Targets.isFor(other) || other.id == here.jo.id {
            await #expect(throws: Missing.self, "\(other.name)") { try await adds(other) }
        }
        #expect(try await here.mail(to: here.amara).count == 3)
        #expect(try await here.mail(to: here.sam) == Array(repeating: "A target was written down", count: 2))
        #expect(try await here.mail(to: here.jo).isEmpty)
    }

    @Test func `is read in the network, at a practice only by those of the practice and the lead`()
        async throws
    {
        let everywhere = try await adds(here.nadia)
        let harbour = try await adds(here.nadia, at: here.harbour)
        for member in [here.nadia, here.amara, here.ruth] {
            #expect(try await door(member).look(at: harbour, at: now).target.placeName == "Harbour Practice")
        }
        for member in [here.sam, here.peter, here.jo, here.olu] {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await door(member).look(at: harbour, at: now)
            }
        }
        #expect(try await door(here.sam).registers(at: now).flatMap(\.targets).map(\.id) == [everywhere])
        for member in [here.jo, here.mina, here.drPatel, here.walter, here.stranger, here.olu] {
            let seen = try await here.opens("/targets/\(everywhere)", as: member)
            #expect(seen.status == 404, "\(member.name)")
        }
    }

    @Test func `is not agreed where a link worker says so, until a link worker says otherwise`() async throws
    {
        let id = try await adds(here.nadia, .negotiated)
        try await says(.imposed, id, here.sam, days: 1)
        await #expect(throws: Target.Refused.notAgreed) {
            try await says(.negotiated, id, here.nadia, days: 2)
        }
        #expect(
            Target.Refused.notAgreed.sentence
                == "A link worker says that this was not agreed with them. Only a link worker can say that it is now."
        )
        try await says(.negotiated, id, here.sam, days: 3)
        try await says(.negotiated, id, here.nadia, days: 4)
        let terms = try await door(here.nadia).look(at: id, at: now).target.terms
        #expect(terms.map(\.way) == [.negotiated, .imposed, .negotiated, .negotiated])
        await #expect(throws: Missing.self) { try await says(.imposed, id, here.ruth, days: 5) }
        await #expect(throws: Missing.self) { try await says(.imposed, id, here.jo, days: 5) }
    }

    @Test func `that ended is kept, with why`() async throws {
        let id = try await adds(here.nadia)
        for member in [here.sam, here.peter, here.ruth, here.jo] {
            await #expect(throws: Missing.self, "\(member.name)") { try await door(member).end(id, "Over") }
        }
        try await door(here.nadia).end(id, "The scheme is over", at: now)
        await #expect(throws: Target.Refused.ended) { try await door(here.nadia).end(id, "Over", at: now) }
        await #expect(throws: Target.Refused.ended) { try await says(.imposed, id, here.sam, days: 1) }
        #expect(Target.Refused.ended.sentence == "This target has ended already.")
        let target = try #require(try await door(here.sam).registers(at: now).first?.targets.first)
        #expect(target.state(on: Day(now)) == "ended \(Day(now).short): The scheme is over")
    }

    @Test func `stands in a list that only the lead calls whole`() async throws {
        #expect(try await door(here.nadia).unconfirmed(at: now) == 0)
        try await adds(here.sam)
        #expect(try await door(here.nadia).unconfirmed(at: now) == 1)
        for member in [here.sam, here.peter, here.ruth, here.jo, here.olu] {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await door(member).confirm(here.network.id, at: now)
            }
        }
        try await door(here.nadia).confirm(here.network.id, at: now)
        #expect(try await door(here.nadia).unconfirmed(at: now + 179 * 86_400) == 0)
        #expect(try await door(here.nadia).unconfirmed(at: now + 180 * 86_400) == 1)
    }

    @Test func `is written on a page that asks what it is paired with, and says all that is missing`()
        async throws
    {
        let empty = try await here.sends("/targets", ["words": ""], as: here.peter)
        #expect(empty.status == 422)
        for sentence in [
            "Choose of whom it is counted", "Choose what kind of number it is",
            "Say in a line what is counted", "Say who set it", "Enter the day from which it counts",
            "Say what it is paired with",
            "Choose whether it was agreed with the link workers",
        ] { #expect(empty.says(sentence), "\(sentence)") }
        let half = try await here.sends("/targets", ["words": "Eight", "pairing": "measure"], as: here.peter)
        #expect(half.says("Say which measure stands beside it") && half.says("value=\"Eight\""))

        let fields: KeyValuePairs = [
            "place": "\(here.network.id).\(here.elmStreet.id)", "kind": "cap", "words": "Six, then it ends",
            "setBy": "The practice", "since": "2026-04-01", "pairing": "nothing", "way": "imposed",
        ]
        let path = try #require(try await here.sends("/targets", fields, as: here.peter).location)
        #expect(try await here.opens(path, as: here.sam).says("and beside it nothing"))
        let placement = try await here.placement(of: here.sam)
        #expect(try await here.opens("/placements/\(placement)", as: here.sam).says("Six, then it ends"))
        #expect(try await here.sends("\(path)/terms", ["pairing": "nothing"], as: here.sam).status == 422)
        let agreed: KeyValuePairs = ["pairing": "measure", "paired": "Time to talk", "way": "negotiated"]
        #expect(try await here.sends("\(path)/terms", agreed, as: here.sam).status == 303)
        #expect(try await here.opens(path, as: here.nadia).says("beside “Time to talk”"))
        #expect(try await here.sends("\(path)/end", ["ending": ""], as: here.nadia).status == 422)
        let confirming = "/targets/confirmations/\(here.network.id)"
        #expect(try await here.sends(confirming, [:], as: here.nadia).status == 303)
        #expect(try await here.sends(confirming, [:], as: here.sam).status == 404)
        #expect(try await here.opens("/targets", as: here.sam).says("Nadia Aziz said so"))
        #expect(try await here.opens("/targets/new", as: here.ruth).status == 404)
    }
}
