import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Times and forms of supervision")
struct SupervisionFormTests {
    let here: Neighbourhood
    let placement: Placement.ID

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.sam)
    }

    @Test func `passes over what stands in the link worker's diary when it offers times`() {
        let tuesday = Neighbourhood.now
        let busy = [(from: tuesday + 86_400 - 600, until: tuesday + 86_400 + 600)]
        let slots = Supervision.slots(insteadOf: tuesday, busy: busy, at: tuesday)
        #expect(slots.map { Day($0).weekday.name } == ["Thursday", "Friday", "Monday"])
    }

    @Test func `of cases and wellbeing is at least monthly, as the form says`() async throws {
        let fields: KeyValuePairs = ["hat": "cases", "supervisor": "\(here.ruth.id)", "rhythm": "92"]
        let path = "/placements/\(placement)/supervision"
        let seen = try await here.sends("\(path)/agreement", fields, as: here.sam)
        #expect(seen.status == 422 && seen.says("Cases and wellbeing are talked over at least once a month"))

        let monthly: KeyValuePairs = ["hat": "cases", "supervisor": "\(here.ruth.id)", "rhythm": "31"]
        #expect(try await here.sends("\(path)/agreement", monthly, as: here.sam).status == 303)
        #expect(
            try await here.sends("\(path)/gp", ["gp": "\(here.drPatel.id)"], as: here.peter).status == 303
        )
        let day = Day(.now).advanced(by: 3)
        let next: KeyValuePairs = ["of": "cases", "day": "\(day)", "time": "10:00"]
        #expect(try await here.sends(path, next, as: here.ruth).status == 303)
        let page = try await here.opens(path, as: here.sam)
        #expect(page.says("Dr Patel") && page.says("planned with Ruth Adler"))

        let id: Supervision.ID? = try await here.store.read { try $0.value("SELECT id FROM supervision") }
        let found = try #require(id)
        let cancelling = "/supervisions/\(found)/cancelling?placement=\(placement)"
        #expect(try await here.opens(cancelling, as: here.ruth).says("Offer these, and cancel"))
        let none: KeyValuePairs = ["days[]": "", "times[]": ""]
        #expect(try await here.sends(cancelling, none, as: here.ruth).status == 422)
    }
}
