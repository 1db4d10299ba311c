import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Busy elsewhere")
struct BusyCalendarTests {
    let here: Neighbourhood
    let now = Neighbourhood.now
    private let secret = "https://calendar.example.org/secret/amara.ics"

    init() async throws {
        here = try await Neighbourhood()
    }

    private static let text = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:1
        SUMMARY:Dentist with Jean
        LOCATION:4 Canal Row
        DTSTART:20260415T090000Z
        DTEND:20260415T100000Z
        END:VEVENT
        END:VCALENDAR
        """

    private func calendars(_ text: String = Self.text, of member: Member? = nil) -> BusyCalendars {
        BusyCalendars(
            store: here.store,
            member: member ?? here.amara,
            source: BusySource { _ in Data(text.utf8) }
        )
    }

    private func plan(_ hour: Int, mayMeet: Bool = false) -> DiaryAsked {
        let day = Day(now).advanced(by: 1)
        let plan = DiaryEntry.Plan(
            kind: .learning,
            caseID: nil,
            practice: nil,
            beginsAt: London.instant(day, hour: hour),
            endsAt: London.instant(day, hour: hour + 1),
            backAt: nil,
            words: "",
            place: "",
            ownPlace: ""
        )
        return DiaryAsked(plan: plan, mayMeet: mayMeet)
    }

    @Test func `keeps when somebody is busy, and not a word of why`() async throws {
        try await calendars().add(secret, at: now)

        #expect(try await here.count("busy_time") == 1)
        let kept = try await calendars().all()
        #expect(kept.map(\.host) == ["calendar.example.org"])
        let week = try await Diary(store: here.store, member: here.amara).week(of: Day(now), at: now)
        #expect(week.main.description.contains("Busy elsewhere: 10:00 to 11:00"))
        #expect(!week.main.description.contains("Dentist"))
        let page = try await here.opens("/diary/calendar", as: here.amara)
        #expect(page.says("calendar.example.org") && !page.says("secret/amara"))
    }

    @Test func `asks before two things meet`() async throws {
        try await calendars().add(secret, at: now)
        let diary = Diary(store: here.store, member: here.amara)

        let problems = await #expect(throws: Problems.self) { try await diary.plan(plan(10), at: now) }
        #expect(
            problems?.list.first?.sentence
                == "You are busy elsewhere from 10:00 to 11:00. If you mean both at once, say so"
        )
        try await diary.plan(plan(10, mayMeet: true), at: now)
        try await diary.plan(plan(12), at: now)
    }

    @Test func `is read again in the rounds, and what cannot be read leaves what was`() async throws {
        try await calendars().add(secret, at: now)
        let broken = BusyWatch(store: here.store, source: BusySource { _ in Data("<html>".utf8) })
        #expect(try await broken.round(at: now + 60) == 0)
        #expect(try await broken.round(at: now + 1_000) == 0)
        let kept = try #require(try await calendars().all().first)
        #expect(kept.trouble == BusyText.Refused.notACalendar.sentence && kept.readAt == now)
        #expect(try await here.count("busy_time") == 1)

        let empty = BusyWatch(
            store: here.store,
            source: BusySource { _ in Data("BEGIN:VCALENDAR\nEND:VCALENDAR".utf8) }
        )
        #expect(try await empty.round(at: now + 2_000) == 1)
        #expect(try await here.count("busy_time") == 0)
        #expect(try await calendars().all().first?.trouble == "")
    }

    @Test func `is forgotten when it is ended, with its address`() async throws {
        try await calendars().add(secret, at: now)
        let id = try #require(try await calendars().all().first?.id)
        for other in here.everyone where other.id != here.amara.id {
            let sent = try await here.sends("/diary/calendar/busy/\(id)/end", [:], as: other)
            #expect(sent.status == 404, "\(other.name)")
        }
        #expect(try await here.sends("/diary/calendar/busy/\(id)/end", [:], as: here.amara).status == 303)
        #expect(try await here.count("busy_time") == 0)
        #expect(try await here.count("busy_calendar WHERE address <> ''") == 0)
        #expect(
            try await BusyWatch(store: here.store, source: BusySource { _ in Data() }).round(at: now + 9_000)
                == 0
        )
    }

    @Test(arguments: [
        "", "calendar", "http://calendar.example.org/a.ics", "file:///etc/passwd", "ftp://example.org/a.ics",
        "https://me:secret@example.org/a.ics",
    ])
    func `has an address that begins with https`(_ typed: String) async throws {
        let sent = try await here.sends("/diary/calendar/busy", ["address": typed], as: here.amara)
        #expect(sent.status == 422 && sent.says("Enter the address of a calendar: it begins with https://"))
        #expect(sent.says("value=\"\(typed)\""))
    }

    @Test(arguments: [
        "https://127.0.0.1/a.ics", "https://[::1]/a.ics", "https://169.254.169.254/latest",
        "https://10.0.0.1/",
    ])
    func `leads to nothing inside a house`(_ typed: String) async throws {
        let sent = try await here.sends("/diary/calendar/busy", ["address": typed], as: here.amara)
        #expect(sent.status == 422 && sent.says("lies inside this network"))
        #expect(try await here.count("busy_calendar") == 0)
    }

    @Test func `may be called webcal, is added once, and is five at most`() async throws {
        #expect(
            try BusyCalendar.address(" webcal://example.org/a.ics ").absoluteString
                == "https://example.org/a.ics"
        )
        for _ in 0..<2 { try await calendars().add(secret, at: now) }
        #expect(try await here.count("busy_calendar") == 1)
        for number in 0..<4 { try await calendars().add("https://example.org/\(number).ics", at: now) }
        await #expect(throws: BusyCalendar.Refused.tooMany) {
            try await calendars().add("https://example.org/9.ics", at: now)
        }
        #expect(BusyCalendar.Refused.tooMany.sentence == "You have 5 calendars here already. End one first.")
    }

    @Test func `is for link workers, each their own`() async throws {
        try await calendars().add(secret, at: now)
        #expect(try await calendars(of: here.sam).all().isEmpty)
        for member in here.everyone where !member.isA(.linkWorker) {
            await #expect(throws: Missing.self, "\(member.name)") {
                try await calendars(of: member).add(secret, at: now)
            }
        }
    }
}
