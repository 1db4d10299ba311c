import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A text that somebody sends")
struct ArrivalTests {
    /// Jean's number is 07700 900112, and a text is safe for her.
    let story: CaseInHand
    let here: Neighbourhood
    /// An administrator of Elm Street.
    let ada: Member

    init() async throws {
        story = try await CaseInHand()
        here = story.here
        let place = Member.Membership(role: .administrator, organisation: here.elmStreet)
        ada = Member(name: "Ada Quill", memberships: [place])
    }

    private func arrives(
        _ words: String,
        from sender: String = "07700 900112",
        named name: String = UUID().uuidString,
        at now: Date = Neighbourhood.now
    ) async throws {
        let site = try here.site().address
        let arrival = Arrival(id: Arrival.ID(at: now), notification: name, sender: sender, body: words)
        try await Arriving(store: here.store, site: site).take(arrival, at: now)
    }

    private func reaching() async throws -> Reaching? {
        let person = story.person
        return try await here.store.read { try $0.reaching(person) }
    }

    private func answers() async throws -> [String] {
        try await here.store.read {
            try $0.values("SELECT message.body FROM message JOIN arrival ON arrival.answer = message.id")
        }
    }

    @Test func `is read by their link worker, who hears that there is one and not from whom`() async throws {
        try await arrives("Can we make it Thursday?")

        let page = try await here.opens("\(story.path)/messages", as: here.amara)
        #expect(page.says("Can we make it Thursday?") && page.says("<b>Jean</b>"))
        let mail: [String] = try await here.store.read {
            try $0.values(
                "SELECT body FROM message WHERE recipient = 'amara.okafor@example.org' ORDER BY made_at DESC"
            )
        }
        #expect(mail.first?.contains("/cases/\(story.id)/messages") == true)
        #expect(mail.first?.contains("Jean") == false && mail.first?.contains("Thursday") == false)
    }

    @Test func `is seen by nobody else`() async throws {
        try await arrives("Can we make it Thursday?")

        for other in here.everyone + [ada] where other.id != here.amara.id {
            #expect(try await here.opens("\(story.path)/messages", as: other).status == 404, "\(other.name)")
            let list = try await here.opens("/texts", as: other)
            #expect(!list.says("Thursday") && (list.status == 404 || other.id == ada.id), "\(other.name)")
        }
    }

    @Test func `is read by whoever covers, for as long as they do`() async throws {
        let (amara, sam, practice) = (here.amara.id, here.sam.id, here.elmStreet.id)
        let asked = CoverAsked(
            linkWorker: amara,
            practice: practice,
            coveredBy: sam,
            from: Day(story.now),
            until: Day(story.now).advanced(by: 3)
        )
        try await Covers(store: here.store, member: here.amara).arrange(asked, at: story.now)
        try await arrives("Can we make it Thursday?")

        let page = try await Correspondence(store: here.store, member: here.sam)
            .page(story.id, at: story.now)
        #expect(page.lines.contains { $0.words == "Can we make it Thursday?" })
        #expect(try await answers().first?.contains("Sam Reed at Elm Street Surgery") == true)
        await #expect(throws: Missing.self) {
            try await Correspondence(store: here.store, member: here.sam)
                .page(story.id, at: story.now + 5 * 86_400)
        }
    }

    @Test func `is answered with who reads it, when, and whom to ring, once a day`() async throws {
        try await arrives("Hello?")
        try await arrives("Are you there?", at: story.now + 3_600)

        #expect(
            try await answers() == [
                """
                Thank you. Amara Okafor at Elm Street Surgery reads this within five working days. Nobody reads these \
                round the clock. In danger now: 999. Urgent help: 111. Somebody to talk to, day and night: Samaritans \
                116 123. For no more texts answer STOP.
                """
            ]
        )
        try await arrives("Good morning", at: story.now + 90_000)
        #expect(try await answers().count == 2)
    }

    @Test func `is not answered where a text is not safe, and names nobody where words must be neutral`()
        async throws
    {
        let (person, now) = (story.person, story.now)
        func put(_ channels: Set<Reaching.Channel>) async throws {
            let reaching = Reaching(
                channels: channels,
                mayLeaveVoicemail: false,
                isNeutral: true,
                words: ""
            )
            try await here.store.write { try $0.write(reaching, of: person, by: nil, at: now) }
        }
        try await put([.call])
        try await arrives("Hello?")
        #expect(try await answers().isEmpty)

        try await put([.text])
        try await arrives("Hello again?")
        let answer = try #require(try await answers().first)
        #expect(answer.hasPrefix("Thank you. Somebody at Elm Street Surgery reads this"))
        #expect(!answer.contains("Amara"))
    }

    @Test(arguments: [
        "STOP", "stop.", "Stop please", "Please stop texting me", "Unsubscribe", "opt out", "Don’t text me",
    ])
    func `that says stop is obeyed at once, and answered by nothing`(words: String) async throws {
        try await arrives(words)

        #expect(try await reaching()?.channels == [.call])
        #expect(try await answers().isEmpty)
        await #expect(throws: Correspondence.Refused.nowhere) {
            try await Correspondence(store: here.store, member: here.amara)
                .send(.init(text: "Hello", isNeutral: true), to: story.id, at: story.now)
        }
    }

    @Test(arguments: [
        "The bus stop is too far from my house", "I will not end this", "When is it?", "End it all",
        "Cancel Thursday please", "I can’t stop crying",
    ])
    func `that only has such a word in it stops nothing`(words: String) async throws {
        try await arrives(words)
        #expect(try await reaching()?.channels == [.text, .call])
    }

    @Test func `that is handed on twice came once`() async throws {
        try await arrives("Hello?", named: "one")
        try await arrives("Hello?", named: "one")
        #expect(try await here.count("arrival") == 1)
    }

    @Test func `from an unknown number is for administrators alone, until it is seen to`() async throws {
        try await arrives("Is this the surgery?", from: "07700 900555")

        let list = try await here.opens("/texts", as: ada)
        #expect(list.says("Is this the surgery?") && list.says("07700 900555"))
        #expect(try await here.opens("/texts", as: here.amara).status == 404)
        let id: [Arrival.ID] = try await here.store.read { try $0.values("SELECT id FROM arrival") }
        let text = try #require(id.first)
        #expect(try await here.sends("/texts", ["arrival": "\(text)"], as: here.peter).status == 404)

        let administrator = ada
        let adas = Arrivals(store: here.store, member: administrator)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO member (id, name, email, email_folded, made_at)
                VALUES (\(administrator.id), 'Ada Quill', 'ada@example.org', 'ada@example.org',
                    \(Neighbourhood.now))
                """
            )
        }
        try await adas.see(text)
        #expect(try await adas.unread().isEmpty)
        #expect(try await here.count("arrival WHERE person IS NOT NULL") == 0)
    }
}
