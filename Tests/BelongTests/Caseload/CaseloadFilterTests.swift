import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Filtering one's people")
struct CaseloadFilterTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
        for (name, practice, doctor) in [
            ("Ann Waits", here.elmStreet, here.drPatel), ("Bea Quiet", here.harbour, here.drOsei),
        ] {
            let someone = Neighbourhood.particulars(name, phone: nil, bornOn: nil)
            try await here.accepts(here.refers(someone, by: doctor, from: practice, at: .now), at: .now)
        }
    }

    private func filters(
        _ fields: KeyValuePairs<String, String>,
        as member: Member? = nil
    ) async throws -> Seen {
        let sent = try await here.sends("/people/filter", fields, as: member ?? here.amara)
        #expect(sent.location == "/people")
        return try await here.opens("/people", as: member ?? here.amara)
    }

    @Test func `stays as it was left, says so, and is cleared in one click`() async throws {
        let seen = try await filters(["practice": "\(here.harbour.id)"])
        #expect(seen.says("Bea Quiet") && !seen.says("Ann Waits"))
        #expect(seen.says("You see only: at Harbour Practice.") && seen.says("Show everyone (2)"))
        #expect(try await !here.opens("/people", as: here.amara).says("Ann Waits"))

        let cleared = try await here.sends("/people/filter/end", [:], as: here.amara)
        #expect(cleared.location == "/people")
        let all = try await here.opens("/people", as: here.amara)
        #expect(all.says("Ann Waits") && all.says("Bea Quiet") && !all.says("You see only"))
    }

    @Test func `goes by what they need next, by the diary and by words`() async throws {
        #expect(try await filters(["standing": "quiet"]).says("Nobody just now. 2 people are behind"))
        #expect(try await filters(["standing": "waiting"]).says("Ann Waits"))
        #expect(try await filters(["next": "planned"]).says("Nobody just now"))
        #expect(try await filters(["next": "unplanned"]).says("Ann Waits"))
        let bea = try await filters(["words": "BEA"])
        #expect(bea.says("Bea Quiet") && !bea.says("Ann Waits") && bea.says("with “BEA”"))

        let cases = Cases(store: here.store, member: here.amara)
        let ann = try #require(try await cases.people().first { $0.name == "Ann Waits" })
        try await cases.write(matters: "The allotment, and the dog", on: ann.id)
        #expect(try await filters(["words": "allotment"]).says("Ann Waits"))
        #expect(try await filters(["words": "100%_"]).says("Nobody just now"))
    }

    @Test func `shows what is planned, and finds those with nothing`() async throws {
        let cases = Cases(store: here.store, member: here.amara)
        let ann = try #require(try await cases.people().first { $0.name == "Ann Waits" })
        var form = DiaryForm()
        (form.kind, form.caseID) = ("call", "\(ann.id)")
        (form.day, form.from, form.until) = ("\(Day(.now).advanced(by: 2))", "10:00", "10:30")
        try await Diary(store: here.store, member: here.amara).plan(form.read())

        let planned = try await filters(["next": "planned"])
        #expect(planned.says("Ann Waits") && planned.says("Phone call in 2 days, 10:00"))
        #expect(try await !filters(["next": "unplanned"]).says("Ann Waits"))
    }

    @Test func `that makes no sense filters nothing`() async throws {
        let seen = try await filters(["practice": "x", "standing": "closed?", "next": "soon", "words": "  "])
        #expect(seen.says("Ann Waits") && !seen.says("You see only"))
        let elsewhere = try await filters(["practice": "\(here.moorLane.id)"])
        #expect(elsewhere.says("Ann Waits"))
    }

    @Test func `is each link worker's own`() async throws {
        _ = try await filters(["standing": "holding"])
        #expect(try await !here.opens("/people", as: here.sam).says("You see only"))
        for member in here.everyone where !member.isA(.linkWorker) {
            #expect(
                try await here.sends("/people/filter", ["words": "a"], as: member).status == 404,
                "\(member.name)"
            )
            #expect(try await here.sends("/people/filter/end", [:], as: member).status == 404)
            #expect(try await here.opens("/people/several", as: member).status == 404)
        }
        #expect(try await here.count("caseload_filter") == 1)
    }
}
