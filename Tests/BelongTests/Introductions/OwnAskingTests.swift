import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Asking the person how it went")
struct OwnAskingTests {
    let here: Neighbourhood
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
    }

    private func later(_ days: Double) -> Date { now.addingTimeInterval(days * 86_400) }

    private func round(_ days: Double) async throws {
        let site = try #require(WebAddress("http://localhost:8080"))
        try await IntroductionWatch(store: here.store, site: site).round(at: later(days))
    }

    /// Welcome at a group on the first day.
    private func welcomed(
        _ reaching: Reaching = Neighbourhood.reaching,
        to groups: String...
    ) async throws -> (open: Case.ID, referral: Referral.ID) {
        let referral = try await here.refers(reaching: reaching, at: now)
        let open = try await here.accepts(referral, at: now)
        for name in groups {
            let id = try await here.introduces(open, to: here.group(name), at: now)
            try await here.introductions().hear(
                GroupAnswer(kind: .yes, from: nil, words: ""),
                on: id,
                at: now
            )
        }
        return (open, referral)
    }

    private func asked() async throws -> [String] {
        try await here.store.read {
            try $0.values("SELECT body FROM message WHERE subject = 'How has it been?' ORDER BY id")
        }
    }

    @Test func `happens once, at four weeks, in words that give nothing away`() async throws {
        _ = try await welcomed(to: "Tuesday lunch")
        try await round(27)
        #expect(try await asked().isEmpty)
        for day in [28.0, 29, 60] { try await round(day) }
        let asked = try await asked()
        #expect(asked.count == 1)
        let words = try #require(asked.first)
        #expect(words.hasPrefix("Hello Jean. How has it been going? One tap is enough, and you need not "))
        for secret in ["lunch", "Elm Street", "link worker", "Amara"] { #expect(!words.contains(secret)) }
        #expect(
            try await here.count("message WHERE subject = 'How has it been?' AND wording = 'neutral'") == 1
        )
    }

    @Test func `asks once for two groups, and leads to their own page`() async throws {
        _ = try await welcomed(to: "Tuesday lunch", "Choir")
        try await round(28)
        let words = try await asked()
        #expect(words.count == 1)
        #expect(try await here.count("own_question") == 2)
        let found = try #require(words.first?.firstMatch(of: /\/l\/([0-9a-f]{64})/))
        let voices = try await OwnVoices(store: here.store).asked(String(found.output.1), at: later(28))
        #expect(Set(voices.map(\.activity)) == ["Tuesday lunch", "Choir"])
    }

    @Test func `is the link worker's where no message is safe`() async throws {
        let byCall = Reaching(channels: [.call], mayLeaveVoicemail: false, isNeutral: true, words: "")
        _ = try await welcomed(byCall, to: "Tuesday lunch")
        try await round(28)
        #expect(try await asked().isEmpty)
        let all = try await here.introductions().all(at: later(28))
        #expect(all.map(\.standing) == [.askThem])
        #expect(Introductions.Standing.askThem.name == "Ask the person how it went: no message is safe")
    }

    @Test func `does not happen where they said so already, said no since, or took it back`() async throws {
        let said = try await welcomed(to: "Tuesday lunch")
        let mine = try await here.introductions().all(at: now)
        let once = Attendance(kind: .once, toldBy: .person, words: "")
        try await here.introductions().hear(once, on: #require(mine.first).introduction.id, at: later(3))
        try await round(28)
        #expect(try await asked().isEmpty)

        let other = try await here.introduces(said.open, to: here.group("Choir"), at: now)
        try await here.introductions().hear(GroupAnswer(kind: .yes, from: nil, words: ""), on: other, at: now)
        let referral = said.referral
        let token = try await here.store.write { [now] in
            try $0.makeLink(to: .invitation, referral, at: now).token
        }
        let no = Wish(answer: .no, place: nil, manner: nil, words: "")
        try await Invitations(store: here.store).answer(token, no, at: later(2))
        try await round(29)
        #expect(try await asked().isEmpty)
    }

    @Test func `two rounds at once ask once`() async throws {
        _ = try await welcomed(to: "Tuesday lunch")
        async let one: Void = round(28)
        async let other: Void = round(28)
        _ = try await (one, other)
        #expect(try await asked().count == 1)
    }
}
