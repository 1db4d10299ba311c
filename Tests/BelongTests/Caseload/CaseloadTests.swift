import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("One's people")
struct CaseloadTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private var cases: Cases { Cases(store: here.store, member: here.amara) }

    private func takesOn(_ name: String, at practice: Organisation? = nil) async throws -> Case.ID {
        let someone = Neighbourhood.particulars(name, phone: nil, bornOn: nil)
        return try await here.accepts(here.refers(someone, by: referrer(at: practice), from: practice))
    }

    private func referrer(at practice: Organisation?) -> Member {
        practice == here.harbour ? here.drOsei : here.drPatel
    }

    @Test func `stand together from all placements, by what comes next`() async throws {
        let now = Neighbourhood.now
        _ = try await takesOn("Ann Waits")
        let quiet = try await takesOn("Bea Quiet", at: here.harbour)
        let going = try await takesOn("Cal Going")
        let holding = try await takesOn("Dot Held")
        try await cases.write(CaseInHand.told(daysAgo: 22), on: quiet, at: now)
        try await cases.write(CaseInHand.told(daysAgo: 21), on: going, at: now)
        try await cases.hold(holding, "Until she has moved", at: now)

        let people = try await cases.people(at: now)
        let standings = Dictionary(uniqueKeysWithValues: people.map { ($0.name, $0.standing) })
        #expect(
            standings == [
                "Ann Waits": .waiting, "Bea Quiet": .quiet, "Cal Going": .going, "Dot Held": .holding,
            ]
        )
        #expect(Set(people.map(\.practice)) == ["Elm Street Surgery", "Harbour Practice"])
    }

    @Test func `a message left does not count as a conversation`() async throws {
        let id = try await takesOn("Ann Waits")
        let left = Contact.Outcome.notReached(.messageLeft, tried: "", next: "")
        try await cases.write(CaseInHand.told("", outcome: left), on: id, at: Neighbourhood.now)

        let line = try #require(try await cases.people(at: Neighbourhood.now).first)
        #expect(line.standing == .waiting && line.lastContact?.outcome == "message_left")
    }

    @Test func `are found by name, however it is written, the closed too`() async throws {
        let zoe = try await takesOn("Zoë O'Brien")
        _ = try await takesOn("Tom Vale")
        let closing = Closing(outcome: .moved, words: "", wayBack: "")
        try await cases.close(zoe, closing, at: Neighbourhood.now)

        #expect(try await cases.people(at: Neighbourhood.now).map(\.name) == ["Tom Vale"])
        for typed in ["zoe", "OBRIEN", "zoe o’b"] {
            let found = try await cases.people(named: typed, at: Neighbourhood.now)
            #expect(found.map(\.name) == ["Zoë O'Brien"] && found.first?.standing == .closed, "\(typed)")
        }
        #expect(try await cases.people(named: "%", at: Neighbourhood.now).map(\.name) == ["Tom Vale"])
    }

    @Test func `are nobody else's to list`() async throws {
        _ = try await takesOn("Ann Waits")
        for member in here.everyone where member.id != here.amara.id {
            let seen = try await here.opens("/people", as: member)
            #expect(
                seen.status == (member.isA(.linkWorker) ? 200 : 404) && !seen.says("Ann"),
                "\(member.name)"
            )
        }
        #expect(try await here.opens("/people?name=ann", as: here.sam).says("Nobody of that name"))
    }

    @Test func `a page of two hundred and fifty is one page`() async throws {
        let (now, amara, practice, doctor) = (
            Neighbourhood.now, here.amara.id, here.elmStreet.id, here.drPatel.id
        )
        try await here.store.write { work in
            for number in 0..<250 {
                let person = Person(id: Person.ID(at: now), practice: practice)
                let told = Neighbourhood.particulars("Person N\(number)", phone: nil, bornOn: nil)
                try work.add(person, told, by: doctor, at: now)
                let referral = Referral.ID(at: now)
                try work.run(
                    """
                    INSERT INTO referral (id, person, practice, route, referrer, words, other_reason, told_role,
                        told_contact, told_choice, made_at)
                    VALUES (\(referral), \(person.id), \(practice), 'practice', \(doctor), '', '', TRUE, TRUE,
                        TRUE, \(now))
                    """
                )
                try work.run(
                    """
                    INSERT INTO "case" (id, referral, person, practice, link_worker, opened_at)
                    VALUES (\(Case.ID(at: now)), \(referral), \(person.id), \(practice), \(amara), \(now))
                    """
                )
            }
        }
        let seen = try await here.opens("/people", as: here.amara)
        #expect(seen.says("<span class=\"muted\">250</span>") && seen.says("Show all 250"))
        #expect(seen.body.matches(of: /Person N/).count == Caseload.shown)
        let whole = try await here.opens("/people?group=waiting", as: here.amara)
        #expect(whole.body.matches(of: /Person N/).count == 250 && !whole.says("Show all"))
    }
}
