import Foundation
import Kernel
import Store
import Synchronization
import Testing

@testable import Belong

@Suite("What nobody takes")
struct StarvationTests {
    private struct Closed: Error {}
    let here: Neighbourhood
    var now: Date { Neighbourhood.now }

    init() async throws {
        here = try await Neighbourhood()
    }

    private func writes(_ count: Int, to recipient: String, at now: Date) async throws {
        try await here.store.write { work in
            for _ in 0..<count {
                let message = Message(
                    id: Message.ID(at: now),
                    channel: .email,
                    recipient: recipient,
                    subject: "News",
                    body: "There is something to read.",
                    dueAt: now
                )
                try work.add(message, about: nil, by: nil, at: now)
            }
        }
    }

    @Test func `holds nobody else's words back`() async throws {
        let carried = Mutex<[String]>([])
        let postman = Postman(
            store: here.store,
            carrier: Carrier { message in
                if message.recipient.hasPrefix("closed") { throw Closed() }
                carried.withLock { $0.append(message.recipient) }
                return .sent
            }
        )
        try await writes(220, to: "closed@example.org", at: now)
        try await postman.round(at: now)
        try await postman.round(at: now)
        try await writes(1, to: "dr.patel@example.org", at: now + 5)

        try await postman.round(at: now + 10)

        #expect(carried.withLock { $0 } == ["dr.patel@example.org"])
    }

    @Test func `is still seen by an administrator between two tries`() async throws {
        let sunita = Member(
            name: "Sunita Rao",
            memberships: [.init(role: .administrator, organisation: here.network)]
        )
        let (id, name) = (sunita.id, sunita.name)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO member (id, name, email, email_folded, made_at)
                VALUES (\(id), \(name), 'sunita@example.org', 'sunita@example.org', \(Neighbourhood.now))
                """
            )
        }
        try await writes(1, to: "dr.patel@example.org", at: now)
        let postman = Postman(store: here.store, carrier: Carrier { _ in throw Closed() })
        try await postman.round(at: now)

        let unsent = try await Post(store: here.store, member: sunita).unsent(at: now + 5)

        #expect(unsent.map(\.standing) == [.tried])
        #expect(try await OutboxStanding(of: here.store, at: now + 5).waiting == 1)
    }
}
