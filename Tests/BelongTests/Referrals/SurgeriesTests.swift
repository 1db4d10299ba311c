import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Finding the surgery, where there are many")
struct SurgeriesTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    /// Jo works with thirty more.
    private func manySurgeries() async throws {
        let (jo, network) = (here.jo.id, here.moorNetwork.id)
        try await here.store.write { work in
            for place in 1...30 {
                let id = Organisation.ID()
                try work.run(
                    """
                    INSERT INTO organisation (id, kind, name, postcode)
                    VALUES (\(id), 'practice', \("Northern Surgery \(place)"), 'OL1 1AA')
                    """
                )
                try work.run(
                    """
                    INSERT INTO membership (id, member, role, organisation, began_at)
                    VALUES (\(Key<Member.Membership>()), \(jo), 'link_worker', \(id), \(Neighbourhood.now))
                    """
                )
                _ = try work.place(
                    jo,
                    at: id,
                    employer: network,
                    funder: network,
                    supervisor: nil,
                    from: Day(Neighbourhood.now).advanced(by: -9)
                )
            }
        }
    }

    @Test func `lists them all where there are few`() async throws {
        let page = try await here.opens("/ask", as: nil)

        #expect(page.says(">Elm Street Surgery</option>") && page.says(">Moor Lane Surgery</option>"))
    }

    @Test(arguments: [("/ask", false), ("/referrals/new", true)])
    func `asks for its name first, then finds it`(_ path: String, _ isGroup: Bool) async throws {
        try await manySurgeries()
        let reader = isGroup ? here.walter : nil

        let first = try await here.opens(path, as: reader)
        #expect(first.says("name=\"surgery\"") && !first.says("Northern Surgery 17"))

        let found = try await here.opens(path + "?surgery=ELM", as: reader)
        #expect(found.says("href=\"\(path)?practice=\(here.elmStreet.id)\""))
        #expect(!found.says("Northern Surgery 17"))

        let form = try await here.opens(path + "?practice=\(here.elmStreet.id)", as: reader)
        #expect(
            form.says("name=\"practice\" value=\"\(here.elmStreet.id)\"") && form.says("Elm Street Surgery")
        )
        #expect(!form.says("Northern Surgery 17"))
        #expect(!form.says("Jo Marsh"))
    }

    @Test func `says how many more there are, and what to do where there is none`() async throws {
        try await manySurgeries()

        let many = try await here.opens("/ask?surgery=surgery", as: nil)
        #expect(many.says("There are more. Write more of its name, or its postcode."))

        let none = try await here.opens("/ask?surgery=Nowhere", as: nil)
        #expect(
            none.says(
                "No surgery of that name has a link worker with us."
            )
        )
    }

    @Test func `keeps the surgery when the form comes back`() async throws {
        try await manySurgeries()

        let page = try await here.sends("/ask", ["practice": here.elmStreet.id.description], as: nil)

        #expect(page.status == 422)
        #expect(
            page.says("name=\"practice\" value=\"\(here.elmStreet.id)\"") && page.says("Elm Street Surgery")
        )
    }
}
