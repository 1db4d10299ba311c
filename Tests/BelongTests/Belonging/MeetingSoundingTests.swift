import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Amara is at Elm Street on Tuesdays, and today is one.
@Suite("Which meetings were open to them")
struct MeetingSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
        let placement = facts.placement
        try await facts.here.store.write { work in
            let hours = Hours(from: "09:00", until: "16:00", room: "Garden room")
            try work.note(hours, on: .tuesday, of: placement, at: Facts.day(200))
        }
    }

    @Test func `C06.c2 counts those on a day of theirs, and those they came to`() async throws {
        #expect(try await facts.evidence("C06.c2") == nil)
        try await facts.meets(7)
        try await facts.meets(8)
        let two = try await facts.evidence("C06.c2")
        #expect(two == .share(Proportion(1, of: 2)))
        #expect(try !facts.isKnown("C06.c2", two))

        // Not asked, as they say; not on their day, and they came all the same; elsewhere, which is theirs.
        try await facts.meets(14, answer: "not_asked")
        try await facts.meets(15, answer: "spoke")
        try await facts.meets(21, answer: "elsewhere")
        try await facts.meets(28, ended: 29)
        try await facts.meets(91)
        let five = try await facts.evidence("C06.c2")
        #expect(five == .share(Proportion(3, of: 5)))
        #expect(try facts.isKnown("C06.c2", five))
    }

    @Test func `C06.c2 of a date reads what stood when the meeting began`() async throws {
        try await invites(false, 10)
        try await facts.meets(7)
        try await facts.meets(14)

        #expect(try await facts.evidence("C06.c2") == .share(Proportion(1, of: 2)))
        #expect(try await facts.evidence("C06.c2", at: Facts.day(9)) == .share(Proportion(1, of: 1)))
        try await invites(true, 1)
        #expect(try await facts.evidence("C06.c2") == .share(Proportion(1, of: 2)))
    }

    @Test func `C06.c2 takes no meeting of another practice`() async throws {
        try await facts.meets(7, at: facts.here.harbour)

        #expect(try await facts.evidence("C06.c2") == nil)
    }

    private func invites(_ isGiven: Bool, _ days: Double) async throws {
        let (id, placement, peter) = (Key<Meeting.Invitation>(), facts.placement, facts.here.peter.id)
        try await facts.here.store.write { work in
            try work.run(
                "UPDATE meeting_invitation SET replaced_by = \(id) WHERE placement = \(placement) AND replaced_by IS NULL"
            )
            try work.run(
                """
                INSERT INTO meeting_invitation (id, placement, is_given, words, said_at, said_by)
                VALUES (\(id), \(placement), \(isGiven), 'Clinical only', \(Facts.day(days)), \(peter))
                """
            )
        }
    }
}
