import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A device for writing without signal")
struct AwayDeviceTests {
    let here: Neighbourhood
    let device = AwayDevice.ID()

    init() async throws {
        here = try await Neighbourhood()
    }

    private func asks(as member: Member?) async throws -> Seen {
        try await here.sends("/away/day", ["device": "\(device)"], as: member, draft: true)
    }

    private func mayKeep() async throws -> Bool {
        try await here.opens("/away/devices/\(device)", as: nil).status == 204
    }

    @Test func `hears of today's people by their initials and the time, and of nothing else`() async throws {
        let id = try await here.accepts(here.refers())
        let begins = London.instant(Day(.now), hour: 15)
        let plan = DiaryEntry.Plan(
            kind: .home,
            caseID: id,
            practice: nil,
            beginsAt: begins,
            endsAt: begins + 3600,
            backAt: nil,
            words: "About the damp",
            place: "out on a visit",
            ownPlace: "14 Mill Row"
        )
        try await Diary(store: here.store, member: here.amara).plan(DiaryAsked(plan: plan))

        let seen = try await asks(as: here.amara)
        #expect(seen.status == 200 && seen.says("J.M., 15:00") && seen.says("\(id)"))
        for word in ["Jean", "Mill Row", "damp", "visit"] { #expect(!seen.says(word), "\(word)") }
        #expect(try await here.count("log_entry WHERE subject_kind = 'Away'") == 1)
    }

    @Test func `hears of nobody in the diary of somebody else`() async throws {
        #expect(try await asks(as: here.sam).body == "{\"people\":[]}")
        for member in [here.drPatel, here.mina, here.ruth, here.stranger] {
            #expect(try await asks(as: member).status == 404, "\(member.name)")
        }
        #expect(try await asks(as: nil).status == 401)
    }

    @Test func `forgets once it was told to, and does not come back`() async throws {
        #expect(try await asks(as: here.amara).status == 200)
        #expect(try await mayKeep())
        #expect(try await here.opens("/me", as: here.amara).says("Forget this device"))
        #expect(try await here.sends("/me/devices/\(device)/end", [:], as: here.sam).status == 404)
        #expect(try await here.sends("/me/devices/\(device)/end", [:], as: here.amara).status == 303)
        #expect(try await !mayKeep())
        #expect(try await asks(as: here.amara).status == 410)
        #expect(try await !here.opens("/me", as: here.amara).says("Forget this device"))
    }

    @Test func `forgets when its owner signs out everywhere, or sets another password`() async throws {
        _ = try await asks(as: here.amara)
        try await AwayDevices(store: here.store, member: here.amara).forgetAll()
        #expect(try await !mayKeep())
    }

    @Test func `forgets when its owner is no link worker any more`() async throws {
        _ = try await asks(as: here.amara)
        for practice in [here.elmStreet, here.harbour] {
            try await Members(store: here.store).end(here.amara.id, at: practice.id)
        }
        #expect(try await !mayKeep())
    }

    @Test func `is nobody else's, though they know its key`() async throws {
        _ = try await asks(as: here.amara)
        #expect(try await asks(as: here.sam).status == 410)
    }

    @Test func `keeps a page that is the same for everybody and names nobody`() async throws {
        let seen = try await here.opens("/away", as: nil)
        #expect(seen.status == 200 && seen.says("Without signal") && !seen.says("formToken"))
        #expect(try await here.opens("/away/standing", as: here.drPatel).status == 404)
        #expect(try await here.opens("/away/standing", as: here.amara).says("\(here.amara.id)"))
    }
}
