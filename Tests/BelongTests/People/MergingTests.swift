import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Two records of one person")
struct MergingTests {
    let two: TwoRecords
    let here: Neighbourhood

    init() async throws {
        two = try await TwoRecords()
        here = two.here
    }

    /// Every column in which a table of this engine names a person.
    private func columns() async throws -> Set<String> {
        let found: SQL =
            switch here.store.dialect {
            case .sqlite:
                """
                SELECT m.name || '.' || c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c
                WHERE m.type = 'table' AND c.name = 'person'
                UNION
                SELECT m.name || '.' || k."from" FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS k
                WHERE m.type = 'table' AND k."table" = 'person'
                """
            case .postgres:
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND column_name = 'person'
                UNION
                SELECT conrelid::regclass::text || '.' || attname FROM pg_constraint
                JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
                WHERE contype = 'f' AND confrelid = 'person'::regclass
                """
            }
        let names: [String] = try await here.store.read { try $0.values(found) }
        return Set(names.map { $0.replacing("\"", with: "") })
    }

    @Test func `are brought together in every table that names a person`() async throws {
        let followed = Set(Features.following.map { "\($0.table).person" })
        let exempt: Set<String> = [
            // The chain is never rewritten; who looked is read from both records.
            "log_entry.person",
            // These say themselves which records they are about.
            "merging.kept", "merging.merged",
        ]
        #expect(try await columns() == followed.union(exempt))
    }

    @Test func `leave nothing behind`() async throws {
        let (jeans, jeannies) = try await (two.rows(of: two.jean), two.rows(of: two.jeannie))
        try await two.merges()

        #expect(try await two.rows(of: two.jeannie).values.allSatisfy { $0 == 0 })
        let together = try await two.rows(of: two.jean)
        for table in ["referral", "case", "message", "access_need", "worry"] {
            #expect(together[table] == (jeans[table] ?? 0) + (jeannies[table] ?? 0), "\(table)")
        }
        #expect(try await here.store.faults().isEmpty)
        #expect(try await LogVerification(of: here.store).isWhole)
    }

    @Test func `keep who they are as in the one that is right, with what it leaves open`() async throws {
        try await two.given("943 476 5919", to: two.jeannie)
        try await two.merges()

        let told = try await two.known(two.jean).particulars
        #expect(told.fullName == "Jean Moss" && told.phone == PhoneNumber("07700 900112"))
        #expect(told.email?.description == "jeannie@example.org")
        #expect(told.nhsNumber == NHSNumber("943 476 5919"))
    }

    @Test func `may be kept as the other one`() async throws {
        try await two.merges(keeping: two.jeannie)

        #expect(try await two.known(two.jeannie).particulars.fullName == "Jeannie Moss")
        #expect(try await two.people.page(two.jeannie, at: two.now).cases.count == 2)
    }

    @Test func `are reached only as both call safe`() async throws {
        try await two.merges()

        let reaching = try #require(await two.known(two.jean).reaching)
        #expect(reaching.channels == [.text] && reaching.isNeutral && !reaching.mayLeaveVoicemail)
        #expect(reaching.words == "Her son reads her texts")
    }

    @Test func `carry what both say to a visitor, and every need`() async throws {
        try await two.people.write(
            .known("Loose stair"),
            of: two.jean,
            because: "Saw it",
            from: two.known(two.jean).versions.risk,
            at: two.now
        )
        try await two.merges()

        #expect(try await two.known(two.jean).risk == .known("Loose stair; also: A large dog"))
        #expect(try await two.known(two.jean).needs.map(\.need.flag) == ["An interpreter (Polish)"])
    }

    @Test(arguments: [(true, false), (false, true)])
    func `a no to the referrer hearing wins`(_ jeans: Bool, _ jeannies: Bool) async throws {
        let (jean, jeannie, now) = (two.jean, two.jeannie, two.now)
        try await here.store.write { work in
            try work.write(newsAgreed: jeans, of: jean, by: nil, at: now)
            try work.write(newsAgreed: jeannies, of: jeannie, by: nil, at: now)
        }
        try await two.merges()

        #expect(try await two.known(jean).agreement == .objected(on: Day(now)))
    }

    @Test func `keep both cases, each with its link worker`() async throws {
        try await two.merges()

        let page = try await two.people.page(two.jean, at: two.now)
        #expect(page.cases.map(\.isMine).sorted { $0 && !$1 } == [true, false])
        #expect(page.cases.contains { $0.words.hasPrefix("With Sam Reed at Elm Street Surgery") })
        #expect(try await here.opens("/cases/\(two.jeanniesCase)", as: here.sam).says("Jean Moss"))
        #expect(try await here.opens("/cases/\(two.jeansCase)", as: here.amara).says("Jean Moss"))
        #expect(try await here.opens("/cases/\(two.jeanniesCase)", as: here.amara).status == 404)
    }

    @Test func `tell who looked at either`() async throws {
        _ = try await here.opens("/people/\(two.jeannie)", as: here.sam)
        try await two.merges()

        let looks = try await here.opens("/cases/\(two.jeansCase)/log", as: here.amara)
        #expect(looks.says("Sam Reed") && looks.says("looked at who they are"))
        #expect(looks.says("Dr Lowe") && looks.says("changed which records are theirs"))
    }

    @Test func `an address of the other leads to the one that is kept`() async throws {
        try await two.merges()
        for rest in ["", "/versions", "/correction"] {
            let seen = try await here.opens("/people/\(two.jeannie)\(rest)", as: here.sam)
            #expect(seen.status == 303 && seen.location == "/people/\(two.jean)\(rest)")
            #expect(try await here.opens("/people/\(two.jeannie)\(rest)", as: here.drPatel).status == 404)
        }
        #expect(try await here.opens("/people/\(two.jeannie)/worries/new", as: here.sam).says("Jean Moss"))
    }

    @Test func `a worry sent from an open form is about the one that is kept`() async throws {
        try await two.merges()
        let worry: KeyValuePairs = ["urgency": "today", "to": "\(here.drPatel.id)", "words": "Not eating"]
        _ = try await here.sends("/people/\(two.jeannie)/worries", worry, as: here.sam)

        #expect(try await two.rows(of: two.jean)["worry"] == 1)
    }

    @Test func `someone referred again by name is found in the record that is kept`() async throws {
        try await two.merges()
        let told = try await two.known(two.jean).particulars
        let matches = try await here.store.read { [practice = here.elmStreet.id] in
            try $0.matches(told, at: [practice])
        }
        #expect(matches.map(\.person) == [two.jean])
    }

    @Test func `what is written to the other afterwards goes to the one that is kept`() async throws {
        try await two.merges()
        let (jeannie, now) = (two.jeannie, two.now)
        try await here.store.write { work in
            try work.add(AccessNeed(kind: .hearing, words: ""), of: jeannie, by: nil, at: now)
            try work.write(Neighbourhood.reaching, of: jeannie, by: nil, at: now)
        }
        #expect(try await two.rows(of: jeannie).values.allSatisfy { $0 == 0 })
        #expect(try await two.known(two.jean).reaching == Neighbourhood.reaching)
    }
}
