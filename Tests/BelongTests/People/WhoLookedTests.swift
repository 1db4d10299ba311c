import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Who looked at what is kept of somebody")
struct WhoLookedTests {
    let here: Neighbourhood
    let referral: Referral.ID
    let person: Person.ID
    var path: String { "/people/\(person)/log" }

    init() async throws {
        here = try await Neighbourhood()
        referral = try await here.refers(at: .now)
        person = try await here.person(of: referral)
    }

    /// So many looks of Sam's, a minute apart.
    private func looks(_ count: Int) async throws {
        let (person, sam) = (person, here.sam.id)
        try await here.store.write { work in
            for minute in 0..<count {
                let at = Neighbourhood.now + Double(minute) * 60
                try work.log(.looked, person, about: person, by: sam, at: at)
            }
        }
    }

    @Test func `can be asked for before anybody has taken them on`() async throws {
        let seen = try await here.opens(path, as: here.amara)
        #expect(seen.status == 200 && seen.says("Who looked at what is kept about Jean Moss"))
        #expect(seen.says("changed the referral"))
        #expect(try await here.opens("/referrals/\(referral)", as: here.amara).says("href=\"\(path)\""))

        for member in here.everyone where ![here.amara.id, here.sam.id].contains(member.id) {
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
        }
    }

    @Test func `is then for whoever holds their case, and is noted itself`() async throws {
        try await here.accepts(referral, at: .now)

        #expect(try await here.opens(path, as: here.amara).says("looked at who they are"))
        #expect(try await here.opens("/people/\(person)", as: here.amara).says("href=\"\(path)\""))
        for member in here.everyone where member.id != here.amara.id {
            #expect(try await here.opens(path, as: member).status == 404, "\(member.name)")
        }
    }

    @Test func `is told whole, leaf by leaf`() async throws {
        try await looks(WhoLookedPage.Leaf.lines + 3)
        let first = try await here.opens(path, as: here.amara)
        #expect(first.says("this is leaf 1 of 2") && first.says("\(path)?leaf=2") && !first.says("Later"))

        let last = try await here.opens("\(path)?leaf=2", as: here.amara)
        #expect(last.says("14 April 2026, 10:00") && last.says("\(path)?leaf=1") && !last.says("Earlier"))
        #expect(try await here.opens("\(path)?leaf=99", as: here.amara).says("leaf 2 of 2"))
        #expect(try await here.opens("\(path)?leaf=none", as: here.amara).says("leaf 1 of 2"))
    }

    @Test func `says of everything in words what it was`() async throws {
        let (person, sam) = (person, here.sam.id)
        try await here.store.write { work in
            try work.log(.looked, Key<NewsReply>(), about: person, by: sam, at: .now)
            try work.log(.changed, Key<Showing>(), about: person, by: sam, at: .now)
            try work.log(.printed, Message.ID(), about: person, by: sam, at: .now)
            try work.log(.changed, Key<SearchText>(), about: person, by: sam, at: .now)
        }
        let seen = try await here.opens(path, as: here.amara)

        #expect(seen.says("looked at a reply to news") && seen.says("printed words for them"))
        #expect(seen.says("changed whether a supervisor may read along"))
        #expect(seen.says("changed something kept about them") && !seen.says("searchtext"))
    }
}
