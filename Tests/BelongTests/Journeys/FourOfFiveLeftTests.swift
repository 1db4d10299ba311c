import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// V1 (paper, line 26): four of five experienced link workers leave one after the other,
/// and say that they were blamed for what was not in their hands.
@Suite("Four of five link workers who left")
struct FourOfFiveLeftTests {
    let here: Neighbourhood
    let leavers: [Member]
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        let elmStreet = here.elmStreet
        let others = ["Bea Hart", "Cal Moss", "Dee Lunt"].map { name in
            Member(name: name, memberships: [.init(role: .linkWorker, organisation: elmStreet)])
        }
        leavers = others + [here.sam]
        try await arrive(others)
        try await raiseWhatNobodyPutsRight()
        for (place, leaver) in leavers.enumerated() { try await leave(leaver, days: 240 - place * 60) }
    }

    private func arrive(_ members: [Member]) async throws {
        let (place, employer, at) = (here.elmStreet.id, here.network.id, now - 600 * 86_400)
        try await here.store.write { work in
            for member in members {
                let email = "\(member.id)@example.org"
                try work.run(
                    """
                    INSERT INTO member (id, name, email, email_folded, made_at)
                    VALUES (\(member.id), \(member.name), \(email), \(email), \(at))
                    """
                )
                try work.run(
                    """
                    INSERT INTO membership (id, member, role, organisation, began_at)
                    VALUES (\(Key<Member.Membership>()), \(member.id), 'link_worker', \(place), \(at))
                    """
                )
                _ = try work.place(
                    member.id,
                    at: place,
                    employer: employer,
                    funder: employer,
                    supervisor: nil,
                    from: Day(at)
                )
            }
        }
    }

    /// Six things, two of the first and of the second, one of each after; all open when they left.
    private func raiseWhatNobodyPutsRight() async throws {
        for (place, leaver) in (leavers + leavers.prefix(2)).enumerated() {
            let asked = Issues.Asked(
                practice: here.elmStreet.id,
                kind: place.isMultiple(of: 2) ? .support : .workload,
                words: "I am asked why people wait, and the list is not mine",
                whose: here.peter.id
            )
            let leftAt = 240.0 - Double(place % 4) * 60
            _ = try await here.issues(of: leaver).raise(asked, at: now - (leftAt + 62) * 86_400)
        }
    }

    private func leave(_ leaver: Member, days: Int) async throws {
        let placement = try await here.placement(of: leaver)
        try await Members(store: here.store)
            .end(leaver.id, at: here.elmStreet.id, at: now - Double(days) * 86_400)
        let why = Exit.Words(
            words: "I was blamed for things outside my control.",
            audiences: [.network]
        )
        try await Exits(store: here.store, member: leaver).say(why, of: placement, at: now - 40 * 86_400)
    }

    private func look() async throws -> Exits.Look {
        try await Exits(store: here.store, member: here.peter).look(at: now)
    }

    private func page(as reader: Member) async throws -> String {
        let look = try await Exits(store: here.store, member: reader).look(at: now)
        return ExitsPage(look: look, me: reader.id).main.description
    }

    @Test func `are four of the five placements of nine months, said once and of the place`() async throws {
        #expect(try await look().ended == Ended(ended: 4, of: 5))
        #expect(try await page(as: here.peter).contains("4 of 5 placements ended in the last nine months."))
    }

    @Test func `leave six things that had been open for long, each for the network lead to look at`()
        async throws
    {
        let exits = try await Exits(store: here.store, member: here.nadia).look(at: now).exits
        #expect(exits.map(\.linkWorker.name) == ["Bea Hart", "Cal Moss", "Dee Lunt", "Sam Reed"])
        #expect(exits.map(\.leftOpen.count) == [2, 2, 1, 1])
        let page = try await page(as: here.nadia)
        #expect(page.ranges(of: "In a sentence: what kept it open").count == 6)
        let needs = try await Home(store: here.store, member: here.nadia, site: here.site().address)
            .needs(at: now)
        #expect(needs.contains { $0.words.hasPrefix("6 things they had raised") })

        for exit in exits {
            for open in exit.leftOpen {
                try await Exits(store: here.store, member: here.nadia)
                    .review(open.id, "Nobody owned the list. Peter does now.", of: exit.id, at: now)
            }
        }
        let after = try await Home(store: here.store, member: here.nadia, site: here.site().address)
            .needs(at: now)
        #expect(!after.contains { $0.kind == "Somebody left" })
    }

    @Test func `are heard by the network lead, whom they chose, and by nobody else`() async throws {
        #expect(try await page(as: here.nadia).ranges(of: "blamed for things outside my control").count == 4)
        #expect(try await !page(as: here.peter).contains("blamed"))
        #expect(try await !page(as: here.ruth).contains("blamed"))
    }

    @Test func `are shown with no chart and no count of what they did before they left`() async throws {
        for reader in [here.nadia, here.peter] {
            let page = try await page(as: reader)
            for word in ["<svg", "<table", "referral", "contacts", "people seen", "%", "productiv"] {
                #expect(!page.contains(word), "\(word)")
            }
        }
    }

    @Test func `count on the page of whoever is still there`() async throws {
        let left = try await here.placement(of: here.amara, at: here.elmStreet)
        let sixteen = try await here.store.read { view in
            try view.sixteen(.placement(left), at: now, by: .linkWorker, now: now)[left]
        }
        #expect(sixteen?.evidence["C16.o3"] == .count(4, of: 4))
    }
}
