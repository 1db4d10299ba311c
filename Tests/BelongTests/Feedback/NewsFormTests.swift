import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// The page on which it is written.
extension NewsSendingTests {
    @Test func `says everything that must be put right, and keeps what was typed`() async throws {
        let open = try await here.accepts(here.refers())
        let long = Array(repeating: "word", count: 121).joined(separator: " ")
        let typed: KeyValuePairs = ["milestone": "gossip", "isAsking": "yes", "asked": "", "words": long]
        let seen = try await here.sends("/cases/\(open)/news", typed, as: here.amara)
        #expect(seen.status == 422)
        #expect(seen.says("Choose what there is to tell"))
        #expect(seen.says("Say in a line what is asked of them, up to 200 characters"))
        #expect(seen.says("Write a few lines, 120 words at most"))
        #expect(seen.says(long))
    }

    @Test func `asks why, where it could not help`() async throws {
        let open = try await here.accepts(here.refers())
        let typed: KeyValuePairs = [
            "milestone": "could_not_help", "isAsking": "no", "asked": "",
            "words": "I could not help Jean with this, because",
        ]
        let seen = try await here.sends("/cases/\(open)/news", typed, as: here.amara)
        #expect(seen.says("Say why it could not be: that is worth knowing"))
    }

    @Test func `is drafted anew for another occasion`() async throws {
        let open = try await here.accepts(here.refers())
        let typed: KeyValuePairs = ["milestone": "not_reached", "isAsking": "no", "asked": "", "words": "x"]
        let seen = try await here.sends("/cases/\(open)/news/draft", typed, as: here.amara)
        #expect(seen.says("I have not reached Jean yet. I keep trying."))
    }
}
