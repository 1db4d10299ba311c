import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What did not go")
struct PostTests {
    let here: Neighbourhood
    let sunita: Member
    let referral: Referral.ID
    var now: Date { Neighbourhood.now }

    init() async throws {
        here = try await Neighbourhood()
        sunita = Member(
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
        referral = try await here.refers()
        try await Postman(store: here.store, carrier: .here).round(at: now)
    }

    private var post: Post { Post(store: here.store, member: sunita) }

    private func invitation() async throws -> Message.ID {
        let found: Message.ID? = try await here.store.read {
            try $0.value("SELECT id FROM message WHERE wording IS NOT NULL")
        }
        return try #require(found)
    }

    @Test func `is shown to an administrator by initials, channel and why, and never in its words`()
        async throws
    {
        let seen = try await here.opens("/post", as: sunita)
        #expect(seen.status == 200 && seen.says("J. M., a person at Elm Street Surgery"))
        #expect(seen.says("<b>Text</b>") && seen.says("no text or mail service is set up"))
        for secret in ["Jean", "Moss", "07700", "/l/", "link worker is not a doctor"] {
            #expect(!seen.says(secret), "\(secret)")
        }
        #expect(try await here.count("log_entry WHERE subject_kind = 'Post' AND act = 'looked'") == 1)
    }

    @Test func `is shown to no one else, and not to an administrator of another network`() async throws {
        let message = try await invitation()
        for member in here.everyone {
            #expect(try await here.opens("/post", as: member).status == 404, "\(member.name)")
            for way in ["retry", "printing"] {
                let sent = try await here.sends("/post/\(message)/\(way)", [:], as: member)
                #expect(sent.status == 404, "\(member.name)")
            }
        }
        let other = Member(
            name: "Other",
            memberships: [.init(role: .administrator, organisation: here.moorNetwork)]
        )
        let elsewhere = Post(store: here.store, member: other)
        #expect(try await elsewhere.unsent(at: now).isEmpty)
        await #expect(throws: Missing.self) { try await elsewhere.retry(message, at: now) }
    }

    @Test func `is tried again when somebody asks, at once and to where it is safe then`() async throws {
        let message = try await invitation()
        #expect(try await Postman(store: here.store, carrier: .here).round(at: now + 60) == 0)
        try await post.retry(message, at: now + 60)
        await #expect(throws: Post.Refused.onItsWay) { try await post.retry(message, at: now + 61) }
        #expect(Post.Refused.onItsWay.sentence == "This is on its way, or has gone. See how it stands now.")

        let postman = Postman(store: here.store, carrier: Carrier { _ in .sent })
        #expect(try await postman.round(at: now + 61) == 1)
        #expect(try await post.unsent(at: now + 62).isEmpty)
    }

    @Test func `given up is tried again once, however often it was tried before`() async throws {
        struct Closed: Error {}
        let message = try await invitation()
        let closed = Postman(store: here.store, carrier: Carrier { _ in throw Closed() })
        try await post.retry(message, at: now + 60)
        var later = now + 61
        for wait in [0] + Postman.waits {
            later += wait
            try await closed.round(at: later)
        }
        #expect(try await post.unsent(at: later).map(\.standing) == [.givenUp])
        #expect(try await OutboxStanding(of: here.store, at: later).givenUp == 1)
        try await post.retry(message, at: later + 1)
        #expect(try await OutboxStanding(of: here.store, at: later + 1).givenUp == 0)
        #expect(try await closed.round(at: later + 2) == 1)
        #expect(try await post.unsent(at: later + 3).map(\.standing) == [.givenUp])
    }

    @Test func `is printed by the link worker, who says when they have it`() async throws {
        let message = try await invitation()
        let given = try await here.sends("/post/\(message)/printing", [:], as: sunita)
        #expect(given.status == 303)
        #expect(try await here.opens("/post", as: sunita).says("with the link worker, to print"))
        #expect(try await here.opens("/people", as: here.amara).says("1 message to print"))
        #expect(try await here.opens("/printing", as: here.amara).says("Jean Moss"))
        let letter = try await here.opens("/printing/\(message)", as: here.amara)
        #expect(letter.says("07700 900112") == false && letter.says("Jean") && letter.status == 200)
        #expect(letter.says("Do not post it: a letter is not safe for them."))
        #expect(try await here.count("log_entry WHERE act = 'printed'") == 1)

        let all = try await here.opens("/printing/all", as: here.amara)
        #expect(all.says("Jean Moss") && all.says("class=\"letter sheet\""))
        #expect(try await here.count("log_entry WHERE act = 'printed'") == 2)
        #expect(try await !here.opens("/printing/all", as: here.jo).says("Jean Moss"))

        let done = try await here.sends("/printing/\(message)/done", [:], as: here.amara)
        #expect(done.status == 303)
        #expect(try await post.unsent(at: .now).isEmpty)
        #expect(try await here.opens("/printing/\(message)", as: here.amara).status == 404)
    }

    @Test func `is printed by nobody else: their own link worker once there is one`() async throws {
        let message = try await invitation()
        try await post.print(message, at: now)
        for member in here.everyone where ![here.amara.id, here.sam.id].contains(member.id) {
            #expect(try await here.opens("/printing/\(message)", as: member).status == 404, "\(member.name)")
        }
        try await here.accepts(referral, at: now)
        #expect(try await here.opens("/printing/\(message)", as: here.sam).status == 404)
        #expect(try await here.opens("/printing/\(message)", as: here.amara).status == 200)
        let sent = try await here.sends("/printing/\(message)/done", [:], as: here.sam)
        #expect(sent.status == 404)
    }

    @Test func `is not printed once its words would give somebody away`() async throws {
        let message = try await invitation()
        try await post.print(message, at: now)
        let person = try await here.person(of: referral)
        try await here.store.write {
            try $0.run("UPDATE reaching SET is_neutral = TRUE WHERE person = \(person)")
        }
        let letter = try await here.opens("/printing/\(message)", as: here.amara)
        #expect(letter.status == 409 && letter.says("Tell the person yourself instead."))
    }

    @Test func `for a colleague or a group is not printed`() async throws {
        try await here.store.write { work in
            let message = Message(
                id: Message.ID(),
                channel: .email,
                recipient: "dr.patel@example.org",
                subject: "News",
                body: "A secret",
                dueAt: Neighbourhood.now
            )
            try work.add(message, about: nil, by: nil, at: Neighbourhood.now)
        }
        try await Postman(store: here.store, carrier: .here).round(at: now)
        let colleague = try #require(try await post.unsent(at: now).first { !$0.isForPerson })
        #expect(colleague.to == "clinician, D. P.")
        await #expect(throws: Post.Refused.notForAPerson) { try await post.print(colleague.id, at: now) }
    }
}
