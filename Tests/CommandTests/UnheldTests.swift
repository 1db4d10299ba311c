import Foundation
import Kernel
import Store
import Testing

@Suite("A link worker who leaves", .timeLimit(.minutes(3)))
struct UnheldTests {
    @Test func `tells whoever ends a role how many people need somebody, and names them in the check`()
        async throws
    {
        let program = try await Program(["BELONG_STORE": emptyPlace()])
        try #require(try await program.run("migrate").status == 0)
        let store = try #require(try StoreAddress(program.environment["BELONG_STORE"] ?? "")?.open())
        try await store.write { work in
            try work.run(
                """
                INSERT INTO organisation (id, kind, name, ods_code)
                VALUES (\(Organisation.ID()), 'practice', 'Elm Street Surgery', 'P84001')
                """
            )
        }
        let amara = [
            "--name", "Amara", "--email", "amara@example.org", "--role", "link_worker", "--at", "P84001",
        ]
        _ = try await program.run(all: ["member", "add"] + amara, typing: "long enough, this")
        try await store.write { try $0.refersAndAccepts() }
        try await store.close()

        let ended = try await program.run("member", "end", "amara@example.org")
        #expect(
            ended.said
                == "Amara no longer works at Elm Street Surgery here.\n1 person of theirs needs somebody.\n"
        )
        let check = try await program.run("check")
        #expect(check.status == 0)
        #expect(check.said.contains("people: 1 of Amara at Elm Street Surgery needs somebody\n"))
        #expect(check.said.contains("waiting: 1 at Elm Street Surgery is seen by no link worker\n"))
    }
}

extension Writer {
    /// The least that makes an open case of the only link worker at the only practice.
    fileprivate func refersAndAccepts() throws {
        let (person, referral, now) = (Key<Submission>(), Key<Submission>(), Date.now)
        try run(
            """
            INSERT INTO person (id, practice, made_at)
            SELECT \(person), id, \(now) FROM organisation WHERE ods_code = 'P84001'
            """
        )
        try run(
            """
            INSERT INTO referral (id, person, practice, route, words, other_reason, told_role, told_contact,
                told_choice, made_at)
            SELECT \(referral), id, practice, 'self', '', '', TRUE, TRUE, TRUE, \(now) FROM person
            """
        )
        try run(
            """
            INSERT INTO "case" (id, referral, person, practice, link_worker, opened_at)
            SELECT \(Key<Submission>()), \(referral), person, practice, (SELECT id FROM member), \(now) FROM referral
            """
        )
    }
}
