import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// V9 (paper, line 79): shadowing was on the plan, the date went by, the practice
/// manager ticked it, and it never happened.
@Suite("A shadowing that was on the plan and never happened")
struct NeverHappenedTests {
    let here: Neighbourhood
    let path: String

    init() async throws {
        here = try await Neighbourhood()
        path = try await "/placements/\(here.placement(of: here.sam))/induction"
        let fields: KeyValuePairs = [
            "kind": "shadow_nurse", "colleague": "\(here.drPatel.id)", "day": "\(Day(.now).advanced(by: -1))",
            "time": "09:00",
        ]
        _ = try await here.sends(path, fields, as: here.peter)
    }

    private func act(_ name: String, _ member: Member) async throws -> Int {
        let id: Induction.ID? = try await here.store.read { try $0.value("SELECT id FROM induction") }
        let found = try #require(id)
        return try await here.sends("\(path)/\(found)/\(name)", [:], as: member).status
    }

    @Test func `ticked by the practice manager, it has not happened`() async throws {
        #expect(try await act("happened", here.peter) == 303)

        let page = try await here.opens(path, as: here.sam)
        #expect(page.says("Peter Hale says that it happened; Sam Reed has not said so"))
        #expect(page.says("It did not"))
    }

    @Test
    func `the link worker says that it did not: it is rebooked, both are told, and it rises to the top`()
        async throws
    {
        _ = try await act("happened", here.peter)
        #expect(try await act("missed", here.sam) == 303)

        let again = Day(.now).advanced(by: 6)
        let page = try await here.opens(path, as: here.ruth)
        #expect(page.says("did not happen once, rebooked; planned"))
        #expect(page.says(again.spoken))
        for member in [here.sam, here.drPatel] {
            #expect(try await here.mail(to: member).last == "Shadow a nurse: \(again.spoken), 09:00")
        }
        let owed = try await here.opens(path.replacing("/induction", with: ""), as: here.peter)
        #expect(owed.says("did not happen once, rebooked; planned"))
        #expect(try await here.count("induction_answer WHERE is_link_worker AND happened") == 0)
    }
}
