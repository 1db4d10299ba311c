import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A diary in another calendar")
struct CalendarFeedTests {
    let here: Neighbourhood
    let feed: CalendarFeed

    init() async throws {
        here = try await Neighbourhood()
        feed = CalendarFeed(store: here.store, member: here.amara)
    }

    private func read(_ token: String) async throws -> String {
        try await CalendarFeed.read(token, in: here.store, at: Neighbourhood.now)
    }

    /// The lines as a calendar reads them, unfolded.
    private func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test func `says when one is busy, in the time of London, and nothing of anybody`() async throws {
        try await here.goesAlong(here.accepts(here.refers()))

        let text = try await read(feed.make(at: Neighbourhood.now))

        let lines = lines(text)
        #expect(lines.contains("DTSTART;TZID=Europe/London:20260414T140000"))
        #expect(lines.contains("DTEND;TZID=Europe/London:20260414T153000"))
        #expect(lines.contains("DTSTAMP:20260414T090000Z"))
        #expect(lines.contains("SUMMARY:Busy"))
        for word in ["Jean", "Moss", "Relaxation", "leisure", "along"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test func `is written as the standard wants it`() async throws {
        try await here.goesAlong(here.accepts(here.refers()))
        let text = try await read(feed.make(at: Neighbourhood.now))

        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.last == UInt8(ascii: "\r") })
        let begun = lines(text).filter { $0.hasPrefix("BEGIN:") }.map { $0.dropFirst(6) }
        let ended = lines(text).filter { $0.hasPrefix("END:") }.map { $0.dropFirst(4) }
        #expect(begun.sorted() == ended.sorted())
        #expect(
            CalendarText.folded(String(repeating: "é", count: 60)).split(separator: "\r\n").map(\.utf8.count)
                == [74, 47]
        )
    }

    @Test(arguments: [
        ("2026-03-28", "20260328T093000"), ("2026-03-29", "20260329T093000"),
        ("2026-10-25", "20261025T093000"),
    ])
    func `keeps half past nine at half past nine when the clocks change`(
        _ day: String,
        _ written: String
    ) async throws {
        let day = try #require(Day(day))
        let now = London.instant(day, hour: 8)
        try await here.diary(of: here.amara)
            .plan(Neighbourhood.plan(.community, on: day, from: "09:30", until: "10:00"), at: now)

        let text = try await CalendarFeed.read(feed.make(at: now), in: here.store, at: now)

        #expect(lines(text).contains("DTSTART;TZID=Europe/London:\(written)"))
    }

    @Test func `tells of a move and a cancelling under the same name, one step higher`() async throws {
        let id = try await here.goesAlong(here.accepts(here.refers()))
        let token = try await feed.make(at: Neighbourhood.now)
        let asked = try MoveAsked(
            beginsAt: Neighbourhood.at("16:00"),
            endsAt: Neighbourhood.at("17:00"),
            because: "The hall is shut"
        )
        let moved = try await here.diary(of: here.amara).move(id, asked, at: Neighbourhood.now)

        #expect(try await lines(read(token)).contains("SEQUENCE:1"))
        try await here.diary(of: here.amara).cancel(
            moved,
            .init(why: .person, words: ""),
            at: Neighbourhood.now
        )

        let after = try await lines(read(token))
        #expect(after.contains("SEQUENCE:2") && after.contains("STATUS:CANCELLED"))
        #expect(after.contains("UID:\(id)@belong"))
        #expect(after.count { $0 == "BEGIN:VEVENT" } == 1)
    }

    @Test func `is read by nobody without its address, nor with an old one`() async throws {
        let old = try await feed.make(at: Neighbourhood.now)
        let new = try await feed.make(at: Neighbourhood.now)

        await #expect(throws: Missing.self) { try await read(old) }
        await #expect(throws: Missing.self) { try await read("guess") }
        _ = try await read(new)
        try await feed.withdraw(at: Neighbourhood.now)
        await #expect(throws: Missing.self) { try await read(new) }
        #expect(try await here.opens("/calendar/\(new)", as: nil).status == 404)
    }

    @Test func `ends with its owner's role`() async throws {
        let token = try await feed.make(at: Neighbourhood.now)
        for practice in [here.elmStreet, here.harbour] {
            try await Members(store: here.store).end(here.amara.id, at: practice.id, at: Neighbourhood.now)
        }

        await #expect(throws: Missing.self) { try await read(token) }
    }

    @Test func `is only for link workers, and shows its address once`() async throws {
        for somebody in here.everyone where !somebody.isA(.linkWorker) {
            #expect(
                try await here.sends("/diary/calendar", [:], as: somebody).status == 404,
                "\(somebody.name)"
            )
        }
        let made = try await here.sends("/diary/calendar", [:], as: here.amara)
        let address = try #require(made.body.firstMatch(of: /\/calendar\/[0-9a-f]{64}/)).output

        #expect(try await here.opens(String(address), as: nil).says("BEGIN:VCALENDAR"))
        #expect(try await !here.opens("/diary/calendar", as: here.amara).says(String(address)))
    }
}
