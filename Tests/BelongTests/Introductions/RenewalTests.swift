import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Asking again what was agreed a year ago")
struct RenewalTests {
    let here: Neighbourhood
    let open: Case.ID
    let id: Introduction.ID

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers())
        id = try await here.introduces(open, to: here.group())
    }

    private func passes(_ days: Double) async throws {
        let (id, then) = (id, Date.now - days * 86_400)
        try await here.store.write { work in
            try work.run("UPDATE introduction SET made_at = \(then) WHERE id = \(id)")
        }
    }

    private func page() async throws -> Seen {
        try await here.opens("/cases/\(open)", as: here.amara)
    }

    @Test func `stands on their page once a year has passed, and not before`() async throws {
        try await passes(364)
        #expect(try await !page().says("Agreed a year ago"))
        try await passes(366)
        let day = Day(.now - 366 * 86_400).full
        #expect(try await page().says("Asked on \(day): may Tuesday lunch still know of them?"))
    }

    @Test func `is over for another year once they still agree`() async throws {
        try await passes(400)
        let sent = try await here.sends("/introductions/\(id)/renewal", [:], as: here.amara)
        #expect(sent.location == "/cases/\(open)")

        #expect(try await !page().says("Agreed a year ago"))
        #expect(try await page().says("yes, \(Day(.now).short)"))
        #expect(try await here.count("introduction_renewal WHERE recorded_by = \(here.amara.id)") == 1)
        let open = open
        let own = try await here.store.write { "/l/\(try $0.makeLink(to: .ownPage, open, at: .now).token)" }
        #expect(try await here.opens(own, as: nil).says("Agreed \(Day(.now).spoken)."))
    }

    @Test func `is over for good once it is taken back`() async throws {
        try await passes(400)
        _ = try await here.sends("/introductions/\(id)/withdrawal", [:], as: here.amara)

        #expect(try await !page().says("Agreed a year ago"))
        let sent = try await here.sends("/introductions/\(id)/renewal", [:], as: here.amara)
        #expect(sent.status == 409)
        #expect(sent.says("This introduction was taken back. Nothing more can be done with it."))
    }

    @Test func `is asked by nobody else`() async throws {
        try await passes(400)
        for member in here.everyone where member.id != here.amara.id {
            let sent = try await here.sends("/introductions/\(id)/renewal", [:], as: member)
            #expect(sent.status == 404, "\(member.name)")
        }
        #expect(try await here.count("introduction_renewal") == 0)
    }
}
