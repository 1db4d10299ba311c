import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("What is read of a visit alone")
struct LoneVisitSightTests {
    let here: Neighbourhood
    let jean: Case.ID

    init() async throws {
        here = try await Neighbourhood()
        jean = try await here.accepts(here.refers(risk: .known("A dog that bites")))
    }

    private func at(_ time: String) throws -> Date { try Neighbourhood.at(time) }

    private func page(_ visit: DiaryEntry.ID, as member: Member, at now: Date) async throws -> String {
        try await here.visits(of: member).page(visit, at: now).main.description
    }

    @Test func `shows where they are only once they are overdue, and only if they wished it`() async throws {
        let shown = try await here.visitsAlone(jean)
        #expect(try await !page(shown, as: here.sam, at: at("15:40")).contains("The green door"))
        let looks: SQL = "log_entry WHERE act = 'looked' AND member = \(here.sam.id) AND person IS NOT NULL"
        #expect(try await here.count(looks) == 0)
        #expect(try await page(shown, as: here.sam, at: at("15:50")).contains("The green door"))
        #expect(try await here.count(looks) == 1)

        let quiet = try await here.visitsAlone(
            jean,
            showing: false,
            on: Day(Neighbourhood.now),
            from: "11:00",
            until: "12:00"
        )
        let page = try await page(quiet, as: here.sam, at: at("13:00"))
        #expect(!page.contains("The green door") && page.contains("did not wish where they are to be shown"))
        #expect(!page.contains("Jean"))
    }

    @Test func `is read by nobody but whoever goes, the buddy, and those who were told`() async throws {
        let visit = try await here.visitsAlone(jean)
        for other in here.everyone where ![here.amara.id, here.sam.id].contains(other.id) {
            #expect(try await here.opens("/lone-visits/\(visit)", as: other).status == 404, "\(other.name)")
            let sent = try await here.sends("/lone-visits/\(visit)/end", [:], as: other)
            #expect(sent.status == 404, "\(other.name)")
        }
        await #expect(throws: Missing.self) {
            try await here.visits(of: here.sam).stay(15, longer: visit, at: at("15:00"))
        }
        await #expect(throws: Missing.self) {
            try await here.visits(of: here.sam).askForHelp(visit, at: at("15:00"))
        }
    }

    @Test func `has its note read before a buddy is named, and a buddy of that practice`() async throws {
        let entry = try await here.diary(of: here.amara).plan(
            Neighbourhood.plan(.home, with: jean),
            at: Neighbourhood.now
        )
        let path = "/lone-visits/\(entry)"
        #expect(try await here.opens(path, as: here.amara).says("Before a visit: A dog that bites"))

        let asked = try await here.sends(path, ["buddy": "\(here.sam.id)"], as: here.amara)
        #expect(asked.status == 422 && asked.says("Read what a visitor should know, and say that you have"))
        let stranger = ["buddy": "\(here.jo.id)", "hasRead[]": "yes"] as KeyValuePairs
        #expect(try await here.sends(path, stranger, as: here.amara).status == 404)
        let kept = ["buddy": "\(here.sam.id)", "hasRead[]": "yes"] as KeyValuePairs
        #expect(try await here.sends(path, kept, as: here.amara).status == 303)
        #expect(try await here.count("lone_visit WHERE replaced_by IS NULL") == 1)
    }
}

extension Neighbourhood {
    func visits(of member: Member) throws -> LoneVisits {
        try LoneVisits(store: store, member: member, site: site().address)
    }

    func hasPhone(_ member: Member, _ number: String) async throws {
        let profile = Profile(brings: "", languages: "", phone: PhoneNumber(number))
        try await Profiles(store: store, member: member).write(profile, at: Self.now)
    }

    /// Amara goes to somebody's home, and Sam looks out for her.
    func visitsAlone(
        _ caseID: Case.ID,
        showing: Bool = true,
        on day: Day = Day(Self.now),
        from: String = "14:00",
        until: String = "15:30"
    ) async throws -> DiaryEntry.ID {
        let planned = try Self.plan(
            .home,
            with: caseID,
            on: day,
            from: from,
            until: until,
            ownPlace: "The green door"
        )
        let entry = try await diary(of: amara).plan(planned, at: Self.now)
        try await visits(of: amara).name(.init(buddy: sam.id, showsPlace: showing), for: entry, at: Self.now)
        return entry
    }
}
