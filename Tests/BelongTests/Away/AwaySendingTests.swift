import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("What was written without signal")
struct AwaySendingTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    /// The tests that ask for no hour of their own are about now.
    private let now = Date.now

    init() async throws {
        story = try await CaseInHand()
    }

    private func written(
        _ words: String = "By the sea wall, an hour.",
        _ audience: Audience = .team,
        key: Key<AwaySending> = Key(),
        visit: AwaySending.Visit? = nil,
        ago minutes: Double = 90,
        clockWrongBy wrong: TimeInterval = 0
    ) -> AwaySending {
        let device = now.addingTimeInterval(wrong)
        return AwaySending(
            key: key,
            caseID: story.id,
            words: words,
            audience: audience,
            visit: visit,
            deviceBeganAt: device.addingTimeInterval(-minutes * 60),
            deviceSentAt: device
        )
    }

    private func arrives(_ sending: AwaySending, as member: Member? = nil) async throws -> String {
        try await AwaySendings(store: here.store, member: member ?? here.amara).take(sending, at: now)
    }

    private func notes() async throws -> [Note] {
        let (id, me) = (story.id, here.amara.id)
        return try await here.store.read { try $0.notes(of: id, for: me) }
    }

    private static let visit = AwaySending.Visit(
        mode: .community,
        outcome: .reached,
        minutes: 60,
        knewWhy: .notAsked,
        beganAt: nil
    )

    @Test func `is taken once, however often it arrives`() async throws {
        let sending = written()
        let first = try await arrives(sending)
        #expect(try await arrives(sending) == first)
        #expect(try await notes().map(\.words) == ["By the sea wall, an hour."])
        #expect(try await here.count("away_sending") == 1)
    }

    @Test func `is taken once when it arrives from two windows at once`() async throws {
        let (sending, sendings) = (written(), AwaySendings(store: here.store, member: here.amara))
        let now = now
        let paths = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 1...6 { group.addTask { try await sendings.take(sending, at: now) } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(paths.count == 1)
        #expect(try await notes().count == 1)
    }

    @Test func `that was changed before its arrival was known is put right and not there twice`() async throws
    {
        let key = Key<AwaySending>()
        _ = try await arrives(written(key: key))
        _ = try await arrives(written("By the sea wall, two hours.", .mine, key: key))
        let notes = try await notes()
        #expect(notes.map(\.words) == ["By the sea wall, two hours."] && notes.map(\.audience) == [.mine])
        #expect(notes.first?.reason == "Changed on the device before it was known that it had arrived.")
    }

    @Test func `was begun when it was begun, whatever the device's clock says`() async throws {
        let ahead: TimeInterval = 400 * 86_400
        for wrong in [0, ahead, -ahead] {
            _ = try await arrives(written("Clock \(wrong)", clockWrongBy: wrong))
        }
        for note in try await notes() {
            #expect(abs(note.begunAt.timeIntervalSince(now) + 90 * 60) < 2, "\(note.words)")
            #expect(abs(note.writtenAt.timeIntervalSince(now)) < 2)
        }
        let device: [Date] = try await here.store.read {
            try $0.values("SELECT device_sent_at FROM away_sending ORDER BY device_sent_at")
        }
        #expect(device.count == 3 && device[0] < now - 86_400 && device[2] > now + 86_400)
    }

    @Test func `may be a visit, with its words where whoever has the case reads them`() async throws {
        let path = try await arrives(written(visit: Self.visit))
        #expect(path.hasPrefix("\(story.path)/contacts/"))
        let id = story.id
        let contact = try #require(try await here.store.read { try $0.contacts(of: id) }.first)
        #expect(contact.told.mode == .community && contact.told.more == "By the sea wall, an hour.")
        #expect(abs(contact.told.beganAt.timeIntervalSince(now) + 90 * 60) < 2)
        #expect(try await notes().isEmpty)
    }

    @Test func `of a visit is a note beside it where others read it`() async throws {
        _ = try await arrives(written("For me alone", .mine, visit: Self.visit))
        let id = story.id
        let contact = try #require(try await here.store.read { try $0.contacts(of: id) }.first)
        let note = try #require(try await notes().first)
        #expect(contact.told.more.isEmpty && note.contact == contact.first && note.audience == .mine)
    }

    @Test func `of a visit that is still to come is refused with what to do`() async throws {
        var visit = Self.visit
        let later = now.addingTimeInterval(2 * 3600)
        guard Day(later) == Day(now) else { return }
        visit = AwaySending.Visit(
            mode: visit.mode,
            outcome: visit.outcome,
            minutes: nil,
            knewWhy: .notAsked,
            beganAt: TimeOfDay.minute(London.time(later))
        )
        let asked = written(visit: visit, ago: 0)
        await #expect(throws: AwaySending.Refused.self) { try await arrives(asked) }
        #expect(
            AwaySending.Refused.notYet("14:05").sentence
                == "The time you gave is still to come: here it is 14:05. Put it right and send it again."
        )
        #expect(try await here.count("contact") == 0)
    }

    @Test func `is refused, with the reason for the device to show, where it has no place any more`()
        async throws
    {
        try await story.ends()
        let seen = try await sends()
        #expect(seen.status == 409)
        #expect(seen.says("This case is closed. Open it again first: the story so far is kept."))
        #expect(try await here.count("note") == 0)
    }

    @Test func `says everything that is missing, and is signed out in one word`() async throws {
        let seen = try await sends(words: "", audience: "")
        #expect(seen.status == 422 && seen.says("Choose who reads it. Write something first."))
        #expect(try await sends(as: nil).status == 401)
    }

    @Test func `arrives for nobody else, and by nobody else`() async throws {
        for member in [here.sam, here.jo, here.drPatel, here.ruth, here.stranger] {
            let seen = try await sends(as: member)
            #expect(seen.status == 404, "\(member.name)")
            #expect(seen.says("This person is not with you any more. Copy your words"))
        }
        let sending = written()
        _ = try await arrives(sending)
        await #expect(throws: Missing.self) { try await arrives(sending, as: here.sam) }
    }

    private func sends(
        words: String = "By the sea wall.",
        audience: String = "team",
        as member: Member?
    ) async throws -> Seen {
        let time = "\(Int(now.timeIntervalSince1970 * 1000))"
        return try await here.sends(
            "/away/sendings",
            [
                "key": "\(Key<AwaySending>())", "about": "\(story.id)", "words": words, "audience": audience,
                "kind": "note", "began": time, "sent": time,
            ],
            as: member,
            draft: true
        )
    }

    private func sends(words: String = "By the sea wall.", audience: String = "team") async throws -> Seen {
        try await sends(words: words, audience: audience, as: here.amara)
    }
}
