import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Somebody new at a practice")
struct AcquaintanceTests {
    let here: Neighbourhood
    let noor: Member
    /// Ninety days after the practice came.
    let now = Neighbourhood.now + 90 * 86_400

    init() async throws {
        here = try await Neighbourhood()
        noor = try await here.joins("Dr Noor Farouk", .clinician, at: Neighbourhood.now + 80 * 86_400)
    }

    private func door(_ who: Member) throws -> Acquaintances {
        try Acquaintances(store: here.store, member: who, site: Neighbourhood.site())
    }

    private func one(_ who: Member, with linkWorker: Member) async throws -> Acquaintance {
        try #require(try await door(who).all(at: now).first { $0.linkWorker.id == linkWorker.id })
    }

    private func says(_ happened: Bool, _ who: Member, days: Double = 0) async throws {
        let one = try await one(noor, with: here.sam)
        try await door(who)
            .say(happened, of: one.membership, with: one.placement, at: now + days * 86_400)
    }

    @Test func `is to meet each link worker of the practice, and they them`() async throws {
        let theirs = try await door(noor).all(at: now)
        #expect(theirs.map(\.linkWorker.name) == ["Amara Okafor", "Sam Reed"])
        #expect(try await door(here.sam).waiting(at: now) == 1)
        #expect(try await door(here.sam).all(at: now).map(\.newcomer.name) == ["Dr Noor Farouk"])
        #expect(try await one(noor, with: here.sam).state(at: now).hasPrefix("to meet by"))
        #expect(try await one(noor, with: here.sam).state(at: now + 40 * 86_400).hasPrefix("were to meet by"))
    }

    @Test func `has met when either says so, and the other may say otherwise`() async throws {
        try await says(true, noor)
        #expect(try await one(here.sam, with: here.sam).metAt == now)
        #expect(try await here.mail(to: here.sam) == ["Dr Noor Farouk says that you have met"])
        #expect(try await door(here.sam).waiting(at: now) == 0)
        try await says(false, here.sam, days: 1)
        #expect(try await one(noor, with: here.sam).metAt == nil)
        #expect(try await one(noor, with: here.sam).state(at: now) == "have not met yet, says Sam Reed")
        try await says(true, here.sam, days: 2)
        try await says(true, noor, days: 3)
        #expect(try await one(noor, with: here.sam).metAt == now + 2 * 86_400)
        #expect(try await here.count("acquaintance_word") == 3)
    }

    @Test func `is said by the two of them, read by whom it concerns, and by nobody else`() async throws {
        for other in here.everyone where other.id != here.sam.id {
            await #expect(throws: Missing.self, "\(other.name)") { try await says(true, other) }
        }
        for (reader, sees) in [
            (here.peter, true), (here.ruth, true), (here.nadia, true), (here.mina, false), (here.jo, false),
            (here.drOsei, false), (here.olu, false),
        ] {
            let names = try await door(reader).all(at: now).map(\.newcomer.name)
            #expect(names.contains("Dr Noor Farouk") == sees, "\(reader.name)")
        }
        for other in [here.walter, here.stranger] {
            #expect(try await here.opens("/newcomers", as: other).status == 404, "\(other.name)")
        }
    }

    @Test func `is not whoever came with the practice, or does something else there now`() async throws {
        #expect(try await door(here.drPatel).all(at: Neighbourhood.now + 86_400).isEmpty)
        _ = try await here.joins("Mina", .practiceManager, at: now - 86_400, as: here.mina)
        #expect(try await door(here.mina).all(at: now).filter { $0.newcomer.id == here.mina.id }.isEmpty)
    }

    @Test func `reads on the first page whom to meet, and says it there`() async throws {
        let today = try await here.joins("Callum Reid", .receptionist, at: .now - 86_400)
        #expect(try await here.opens("/front-desk", as: today).says("2 people to meet"))
        let page = try await here.opens("/newcomers", as: today)
        #expect(page.says("For you to meet") && page.says("Sam Reed"))
        let one = try #require(try await door(today).all().first)
        let path = "/newcomers/\(one.membership)/\(one.placement)"
        #expect(try await here.sends("\(path)/met", [:], as: today).status == 303)
        #expect(try await here.opens("/newcomers", as: today).says("have met"))
        #expect(try await here.sends("\(path)/not-met", [:], as: here.mina).status == 404)
        #expect(try await here.sends("\(path)/not-met", [:], as: here.amara).status == 303)
    }
}

extension Neighbourhood {
    /// Somebody begins at Elm Street: anew, or somebody who is there already with another role.
    func joins(
        _ name: String,
        _ role: Role,
        at moment: Date,
        as known: Member? = nil,
        until: Date? = nil
    ) async throws -> Member {
        let member = known ?? Member(name: name, memberships: [.init(role: role, organisation: elmStreet)])
        let (id, email, place) = (
            Key<Member.Membership>(), "\(member.id)@example.org", elmStreet.id
        )
        try await store.write { work in
            if known == nil {
                try work.run(
                    """
                    INSERT INTO member (id, name, email, email_folded, made_at)
                    VALUES (\(member.id), \(name), \(email), \(email), \(moment))
                    """
                )
            }
            try work.run(
                """
                INSERT INTO membership (id, member, role, organisation, began_at)
                VALUES (\(id), \(member.id), \(role), \(place), \(moment))
                """
            )
            if let until {
                try work.run("INSERT INTO membership_end (membership, ended_at) VALUES (\(id), \(until))")
            }
        }
        return member
    }
}
