import Foundation
import Testing

@testable import Kernel

@Suite("A key")
struct KeyTests {
    private struct Thing {}

    @Test func `is written as Foundation writes it, in small letters, and read back`() {
        for _ in 0..<500 {
            let key = Key<Thing>()

            #expect(key.description == key.uuid.uuidString.lowercased())
            #expect(Key<Thing>(key.description) == key)
            #expect(Key<Thing>(key.uuid.uuidString) == key)
        }
    }

    @Test(
        arguments: [
            "", "019d7f62", "019d7f62-5c1e-7abc-9def-0123456789a", "019d7f62-5c1e-7abc-9def-0123456789abc",
            "019d7f62x5c1e-7abc-9def-0123456789ab", "g19d7f62-5c1e-7abc-9def-0123456789ab",
            "{019d7f62-5c1e-7abc-9def-0123456789}", "019d7f62-5c1e-7abc-9def-01234567é9a",
        ]
    )
    func `is not read from anything else`(text: String) {
        #expect(Key<Thing>(text) == nil)
    }

    @Test func `sorts by when it was made`() {
        let now = Date(timeIntervalSince1970: 1_776_000_000)

        #expect(Key<Thing>(at: now).description < Key<Thing>(at: now + 0.001).description)
    }
}
