import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Words that are longer than they may be")
struct TooLongTests {
    let here: Neighbourhood
    let long = String(repeating: "She sings. ", count: 300)

    init() async throws {
        here = try await Neighbourhood()
    }

    private func comesBack(_ path: String, _ fields: KeyValuePairs<String, String>) async throws {
        let page = try await here.sends(path, fields, as: here.amara)
        #expect(page.status == 422, "\(path)")
        #expect(page.says("characters; there are"), "\(path)")
        #expect(page.says(long.asWritten), "\(path)")
    }

    @Test func `come back whole from passing a referral on`() async throws {
        let referral = try await here.refers()

        try await comesBack(
            "/referrals/\(referral)/passing",
            ["colleague": here.sam.id.description, "words": long]
        )
        #expect(try await here.count("passing") == 0)
    }

    @Test func `come back whole from the page of a case`() async throws {
        let open = try await here.accepts(here.refers(at: .now), at: .now)

        try await comesBack("/cases/\(open)/holding", ["words": long])
        #expect(try await here.count("holding") == 0)

        try await comesBack("/cases/\(open)/reopening", ["words": long])
    }

    @Test func `come back whole from a referral: language, address and how to reach them`() {
        var form = ReferralForm()
        (form.language, form.address, form.reachingWords) = (long, long, long)

        #expect {
            try form.read(today: Day(.now))
        } throws: { error in
            let problems = error as? Problems
            let fields = Set(problems?.list.map(\.field) ?? [])
            return fields.isSuperset(of: ["language", "address", "reachingWords"])
        }
    }
}
