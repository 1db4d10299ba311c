import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Saying in one tap that it still runs")
struct ConfirmationTests {
    let town: Neighbourhood
    let lunch: Activity.ID

    init() async throws {
        town = try await Neighbourhood.withTown()
        lunch = try await town.activity(named: "Tuesday Table")
    }

    private func lastChecked(_ member: Member? = nil, days: Double = 0) async throws -> String? {
        try await town.finds("table", as: member, at: Neighbourhood.now + days * 86_400)
            .findings.first?.lastChecked
    }

    private func taps(_ member: Member, at now: Date = Neighbourhood.now) async throws {
        try await town.activities(seenBy: member).confirm(lunch, at: now)
    }

    /// What somebody who goes says behind their own link.
    private func says(_ isRunning: Bool, at now: Date = Neighbourhood.now) async throws {
        let lunch = lunch
        try await town.store.write { work in
            try work.confirm(lunch, .person, isRunning: isRunning, by: nil, at: now)
        }
    }

    @Test func `is shown in words, with who and when`() async throws {
        try await taps(town.amara)

        #expect(try await lastChecked() == "Confirmed by Amara Okafor, today")
        #expect(try await lastChecked(days: 6) == "Confirmed by Amara Okafor, 6 days ago")
    }

    @Test func `counts less with time, until nobody has confirmed it for months`() async throws {
        try await taps(town.amara)

        #expect(try await lastChecked(days: 89) == "Confirmed by Amara Okafor, 89 days ago")
        #expect(try await lastChecked(days: 92) == "Nobody has confirmed this for 3 months")
        #expect(try await lastChecked(days: 152) == "Nobody has confirmed this for 5 months")
        #expect(Freshness.weight(1, days: 0) == 1)
        #expect(Freshness.weight(1, days: 30) == 0.5)
        #expect(Freshness.weight(0.5, days: 60) == Freshness.enough)
    }

    @Test func `is taken as the group's word from whoever welcomes for it`() async throws {
        try await town.letWalterWelcome(lunch)
        try await taps(town.walter)

        #expect(try await lastChecked() == "Confirmed by the group, today")
    }

    @Test func `lasts less long from somebody who goes, and never names them`() async throws {
        try await says(true)

        #expect(try await lastChecked() == "Confirmed by somebody who goes, today")
        #expect(try await lastChecked(days: 62) == "Nobody has confirmed this for 2 months")
        #expect(try await town.count("confirmation WHERE told_by IS NOT NULL") == 0)
    }

    @Test func `leaves what somebody who goes doubts for link workers to find out`() async throws {
        try await says(false)

        let doubted =
            "Nobody here has checked it yet. Find out, somebody says: Somebody who goes says it has stopped, today"
        #expect(try await lastChecked(town.sam) == doubted)
        #expect(try await lastChecked(town.drPatel) == "Nobody here has checked it yet")
        #expect(try await town.names("table") == ["Tuesday Table"])

        try await taps(town.sam, at: Neighbourhood.now + 60)
        #expect(try await lastChecked(town.sam) == "Confirmed by Sam Reed, today")
    }

    @Test func `does not open what was found closed`() async throws {
        try await town.activities(seenBy: town.amara).check(lunch, .closed, by: .rang, at: Neighbourhood.now)

        await #expect(throws: Confirmation.Refused.closed) { try await taps(town.sam) }
        #expect(
            Confirmation.Refused.closed.sentence
                == "Somebody found it closed. If it runs again, say below how you know."
        )
        #expect(try await town.names("table").isEmpty)
    }

    @Test func `is for whoever has a role here, about a thing that exists`() async throws {
        let path = "/community/\(lunch)/confirmation"
        #expect(try await town.sends(path, [:], as: town.stranger).status == 404)
        #expect(
            try await town.sends("/community/\(Activity.ID())/confirmation", [:], as: town.amara).status
                == 404
        )
        #expect(try await town.count("confirmation") == 0)
        #expect(try await town.sends(path, ["from": "calls"], as: town.amara).location == "/calls")
        #expect(
            try await town.sends(path, ["from": "//evil"], as: town.amara).location == "/community/\(lunch)"
        )
    }

    @Test func `keeps every tap, and of each voice the last stands`() async throws {
        try await taps(town.amara)
        try await taps(town.sam, at: Neighbourhood.now + 60)
        try await says(true, at: Neighbourhood.now + 120)

        #expect(try await town.count("confirmation") == 3)
        #expect(try await town.count("confirmation WHERE replaced_by IS NULL") == 2)
    }
}

@Suite("Whom it is worth ringing")
struct CallsTests {
    let here: Neighbourhood
    let open: Case.ID
    let lunch: Activity.ID

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers())
        lunch = try await here.group()
    }

    private func calls(_ member: Member, days: Double = 0) async throws -> [String] {
        try await Calls(store: here.store, member: member).worthMaking(at: .now + days * 86_400).map(\.name)
    }

    @Test func `is a group one's people know of that nobody has confirmed`() async throws {
        #expect(try await calls(here.amara).isEmpty)
        try await here.introduces(open, to: lunch)

        #expect(try await calls(here.amara) == ["Tuesday lunch"])
        #expect(try await calls(here.jo).isEmpty)
        #expect(try await here.opens("/calls", as: here.amara).says("It still runs"))
    }

    @Test func `is none that answered, until that is long ago`() async throws {
        let id = try await here.introduces(open, to: lunch)
        try await here.introductions().hear(GroupAnswer(kind: .yes, from: nil, words: ""), on: id)

        #expect(try await calls(here.amara).isEmpty)
        #expect(try await calls(here.amara, days: 100) == ["Tuesday lunch"])
    }

    @Test func `is a list for link workers`() async throws {
        for member in here.everyone {
            let isTheirs = member.isA(.linkWorker)
            #expect(try await here.opens("/calls", as: member).status == (isTheirs ? 200 : 404))
        }
    }

    @Test func `may be said by the person behind their own link, of what was picked out for them`()
        async throws
    {
        let site = try here.site().address
        let shortlists = Shortlists(store: here.store, member: here.amara, site: site)
        try await shortlists.add(lunch, to: open)
        try await shortlists.send(open)
        let token = try await here.lastToken()
        let other = try await here.group("Choir")

        let sent = try await here.sends("/l/\(token)", ["activity": "\(lunch)", "runs": "no"], as: nil)
        #expect(sent.location == "/l/\(token)")
        #expect(try await here.count("confirmation WHERE answer = 'stopped' AND told_by IS NULL") == 1)
        let elsewhere: KeyValuePairs = ["activity": "\(other)", "runs": "no"]
        #expect(try await here.sends("/l/\(token)", elsewhere, as: nil).status == 404)
        #expect(try await here.count("confirmation") == 1)
        #expect(try await calls(here.amara) == ["Tuesday lunch"])
    }
}
