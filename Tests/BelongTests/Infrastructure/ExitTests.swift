import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

private typealias Issue = Belong.Issue

@Suite("What is kept when somebody leaves")
struct ExitTests {
    let here: Neighbourhood
    let placement: Placement.ID
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
    }

    private func exits(_ member: Member) -> Exits { Exits(store: here.store, member: member) }

    private func leaves(at moment: Date? = nil) async throws {
        try await Members(store: here.store).end(here.sam.id, at: here.elmStreet.id, at: moment ?? now)
    }

    private func raises(_ days: Double, closed: Double? = nil) async throws -> Issue.ID {
        let asked = Issues.Asked(
            practice: here.elmStreet.id,
            kind: .room,
            words: "Room 3 is cold",
            whose: here.peter.id
        )
        let id = try await here.issues(of: here.sam).raise(asked, at: now - days * 86_400)
        if let closed {
            try await here.issues(of: here.sam).say(.closed, on: id, at: now - closed * 86_400)
        }
        return id
    }

    private func words(_ audiences: Exit.Audience...) -> Exit.Words {
        .init(words: "I was to answer for what nobody had arranged.", audiences: Set(audiences))
    }

    @Test(arguments: [[Exit.Audience](), [.network], [.practice], [.network, .practice]])
    func `is why, for those they choose and nobody else`(_ audiences: [Exit.Audience]) async throws {
        try await leaves()
        let said = Exit.Words(words: "Nobody had arranged it.", audiences: Set(audiences))
        try await exits(here.sam).say(said, of: placement, at: now)

        for member in [here.nadia, here.peter, here.ruth] {
            let seen = try await exits(member).look(at: now).exits.first
            let isTheirs =
                member.id == here.nadia.id && audiences.contains(.network)
                || member.id == here.peter.id && audiences.contains(.practice)
            #expect(seen?.words == (isTheirs ? said : nil), "\(member.name)")
            #expect(seen?.linkWorker.name == "Sam Reed")
        }
        #expect(try await exits(here.sam).own(placement).words == said)
    }

    @Test func `may be not saying, and may be taken back later`() async throws {
        try await leaves()
        #expect(try await exits(here.sam).unsaid(at: now).map(\.id) == [placement])
        #expect(try await exits(here.sam).unsaid(at: now + 91 * 86_400).isEmpty)
        #expect(try await here.sends("/exits/\(placement)/nothing", [:], as: here.sam).status == 303)
        #expect(try await exits(here.sam).unsaid(at: now).isEmpty)

        try await exits(here.sam).say(words(.network), of: placement, at: now)
        try await exits(here.sam).say(words(), of: placement, at: now + 60)
        #expect(try await exits(here.nadia).look(at: now).exits.first?.words == nil)
        #expect(try await here.count("exit_words") == 3)
        let bare = try await here.sends("/exits/\(placement)", ["words": ""], as: here.sam)
        #expect(bare.status == 422 && bare.says("Write why, or say that you would rather not"))
    }

    @Test func `is asked in the morning of whoever is a link worker elsewhere, once`() async throws {
        try await Members(store: here.store).end(here.amara.id, at: here.harbour.id)
        let placement = try await here.placement(of: here.amara, at: here.harbour)
        let asked = "You leave, or have left, Harbour Practice"
        #expect(try await here.opens("/today", as: here.amara).says(asked))

        let fields: KeyValuePairs = ["words": "Two places were too many", "readers[]": "network"]
        #expect(try await here.sends("/exits/\(placement)", fields, as: here.amara).status == 303)
        #expect(try await !here.opens("/today", as: here.amara).says(asked))
        #expect(try await here.opens("/exits", as: here.nadia).says("Two places were too many"))
    }

    @Test func `is what had been open for more than sixty days, whatever became of it after`() async throws {
        let long = try await raises(90)
        let closedAfter = try await raises(61, closed: -5)
        _ = try await raises(60)
        _ = try await raises(100, closed: 3)
        try await leaves()

        let exit = try #require(try await exits(here.nadia).look(at: now).exits.first)
        #expect(Set(exit.leftOpen.map(\.id)) == [long, closedAfter])
        #expect(exit.leftOpen.first { $0.id == long }?.days == 90)
        let page = try await here.opens("/exits", as: here.nadia)
        #expect(!page.says("Room 3 is cold"))
    }

    @Test func `is looked at by the network lead, each thing once, with a sentence`() async throws {
        let id = try await raises(90)
        try await leaves()
        for member in [here.peter, here.ruth, here.amara, here.jo, here.olu, here.walter] {
            await #expect(throws: Missing.self) {
                try await exits(member).review(id, "A fan heater", of: placement, at: now)
            }
        }
        let path = "/exits/\(placement)/issues/\(id)"
        #expect(try await here.sends(path, ["words": ""], as: here.nadia).status == 422)
        #expect(try await here.sends(path, ["words": "Nobody had the budget."], as: here.nadia).status == 303)
        await #expect(throws: Exit.Refused.reviewed) {
            try await exits(here.nadia).review(id, "Again", of: placement, at: now)
        }
        #expect(try await here.opens("/exits", as: here.peter).status == 200)
        #expect(
            try await exits(here.peter).look(at: now).exits.first?.leftOpen.first?.review?.by == "Nadia Aziz"
        )
    }

    @Test func `is read by nobody it does not concern, and not before the last day`() async throws {
        try await leaves(at: now + 86_400)
        #expect(try await exits(here.nadia).look(at: now).exits.isEmpty)
        #expect(try await exits(here.sam).own(placement).endedOn == Day(now).advanced(by: 1))
        for member in [here.jo, here.olu, here.amara] {
            #expect(try await exits(member).look(at: now + 9 * 86_400).exits.isEmpty, "\(member.name)")
        }
        for member in here.everyone where member.id != here.sam.id {
            #expect(try await here.opens("/exits/\(placement)", as: member).status == 404, "\(member.name)")
            await #expect(throws: Missing.self) {
                try await exits(member).say(words(.network), of: placement, at: now)
            }
        }
        for member in [here.mina, here.drPatel, here.walter, here.stranger] {
            #expect(try await here.opens("/exits", as: member).status == 404, "\(member.name)")
        }
    }
}
