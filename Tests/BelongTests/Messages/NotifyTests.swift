import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("GOV.UK Notify")
struct NotifyTests {
    let here: Neighbourhood
    let far = FarSide()

    init() async throws {
        here = try await Neighbourhood()
        try await here.refers()
    }

    private var now: Date { Neighbourhood.now }

    private func carries(at now: Date) async throws {
        let (post, now) = (try NotifyPost(notify: far.notify, store: here.store), now)
        let carrier = Carrier { try await post.carry($0, at: now) }
        try await Postman(store: here.store, carrier: carrier).round(at: now)
    }

    private func reads(at now: Date) async throws -> Int {
        try await NotifyReading(store: here.store, notify: far.notify).round(at: now)
    }

    private func dispatches(_ outcome: String, _ trouble: NotifyTrouble? = nil) async throws -> Int {
        let reason: SQL = trouble.map { "AND reason = \($0.rawValue)" } ?? ""
        return try await here.count("dispatch WHERE outcome = \(outcome) \(reason)")
    }

    @Test func `is given the words by our template, with our own name for the message`() async throws {
        try await carries(at: now)

        let asked = try #require(far.asked.first)
        #expect(asked.path == "POST /v2/notifications/sms")
        for words in [#""phone_number":"07700 900112""#, FarSide.text.lowercased(), #""words":"Hello"#] {
            #expect(asked.body.contains(words), "\(words)")
        }
        let id: [Message.ID] = try await here.store.read { try $0.values("SELECT id FROM message") }
        #expect(asked.body.contains(#""reference":"\#(try #require(id.first))""#))
        #expect(try await dispatches("sent") == 1)
    }

    @Test func `has templates here as text, with the very gaps that we fill`() throws {
        let gaps = try ["text", "email"].map { name in
            let file = SourceFile.root.appending(path: "docs/notify/\(name).txt")
            return Set(
                try String(contentsOf: file, encoding: .utf8).matches(of: #/\(\((\w+)\)\)/#)
                    .map { String($0.1) }
            )
        }
        #expect(gaps == [["words"], ["subject", "words"]])
    }

    @Test(arguments: [
        (429, "Exceeded send limits", NotifyTrouble.busy), (403, "Invalid token", .key),
        (400, "Template not found", .template), (503, "", .unwell),
    ])
    func `that may take it later is asked again`(
        status: Int,
        words: String,
        trouble: NotifyTrouble
    )
        async throws
    {
        far.answers = [NotifyLine.Answer(status: status, saying: words)]
        try await carries(at: now)

        #expect(try await dispatches("failed", trouble) == 1)
        try await carries(at: now + 61)
        #expect(try await dispatches("sent") == 1)
    }

    @Test(arguments: [
        ("phone_number Not a UK mobile number 07700 900112", NotifyTrouble.unsendable),
        ("Can’t send to this recipient using a team-only API key", .team),
    ])
    func `that will never take it is not asked again, and its own words are not kept`(
        words: String,
        trouble: NotifyTrouble
    ) async throws {
        far.answers = [NotifyLine.Answer(status: 400, saying: words)]
        try await carries(at: now)
        try await carries(at: now + 86_400)

        #expect(far.asked.count == 1)
        #expect(try await dispatches("given_up", trouble) == 1)
    }

    @Test func `that took it and could not say so is asked for it, and not given it twice`() async throws {
        far.answers = [nil]
        try await carries(at: now)
        #expect(try await dispatches("failed", .silent) == 1)
        far.has = true
        try await carries(at: now + 61)

        #expect(far.asked.map(\.path).filter { $0.hasPrefix("POST") }.count == 1)
        #expect(far.asked.last?.path.hasPrefix("GET /v2/notifications?reference=") == true)
        #expect(try await dispatches("sent") == 1)
    }

    @Test func `that never heard of it is given it again`() async throws {
        far.answers = [nil]
        try await carries(at: now)
        try await carries(at: now + 61)

        #expect(far.asked.map(\.path).filter { $0.hasPrefix("POST") }.count == 2)
        #expect(try await dispatches("sent") == 1)
    }

    @Test func `says in the end that it arrived, and is asked no more`() async throws {
        try await carries(at: now)
        #expect(try await reads(at: now + 30) == 0)
        far.status = "sending"
        #expect(try await reads(at: now + 61) == 0)
        far.status = "delivered"
        #expect(try await reads(at: now + 122) == 1)
        #expect(try await reads(at: now + 600) == 0)
        #expect(try await here.count("notify_end WHERE status = 'delivered'") == 1)
        #expect(try await dispatches("given_up") == 0)
    }

    @Test func `says that there is no such number, and an administrator reads it`() async throws {
        try await carries(at: now)
        far.status = "permanent-failure"
        #expect(try await reads(at: now + 61) == 1)

        #expect(try await dispatches("given_up", .nowhere) == 1)
        let ada = Member(
            name: "Ada Quill",
            memberships: [.init(role: .administrator, organisation: here.elmStreet)]
        )
        let standing = try await Post(store: here.store, member: ada).unsent(at: now + 70).map(\.standing)
        #expect(standing == [.refused(because: NotifyTrouble.nowhere.rawValue)])
    }
}
