import Foundation
import Kernel
import Store
import Testing

@Suite("Setting Belong up in earnest, without seeds", .timeLimit(.minutes(3)))
struct SettingUpTests {
    let program: Program

    /// A practice and a provider of the directory have been imported; a network and
    /// two people are there.
    init() async throws {
        program = try await Program(["BELONG_STORE": emptyPlace()])
        try #require(try await program.run("migrate").status == 0)
        let store = try #require(try StoreAddress(program.environment["BELONG_STORE"] ?? "")?.open())
        try await store.write { work in
            try work.run(
                """
                INSERT INTO organisation (id, kind, name, ods_code)
                VALUES (\(Organisation.ID()), 'practice', 'Elm Street Surgery', 'P84001')
                """
            )
            for key in ["one", "two", "three"] {
                let name = key == "one" ? "St Mark's Lunch Club" : "Sunrise Choir"
                try work.run(
                    """
                    INSERT INTO provider (id, source_key, name, read_at)
                    VALUES (\(Key<Submission>()), \(key), \(name), \(Date.now))
                    """
                )
            }
        }
        try await store.close()
        _ = try await program.run("organisation", "add", "--kind", "network", "--name", "Riverside Network")
    }

    @discardableResult
    private func add(_ name: String, as role: String, at place: String) async throws -> Program.Outcome {
        let email = "\(name.lowercased())@example.org"
        return try await program.run(
            "member",
            "add",
            "--name",
            name,
            "--email",
            email,
            "--role",
            role,
            "--at",
            place,
            typing: "long enough, this"
        )
    }

    private func places(_ more: [String] = []) async throws -> Program.Outcome {
        let words = [
            "placement", "add", "--member", "amara@example.org", "--practice", "p84001", "--employer",
            "Riverside Network", "--funder", "Riverside Network",
        ]
        return try await program.run(all: words + more)
    }

    @Test func `adds organisations and lists them`() async throws {
        let club = [
            "organisation", "add", "--kind", "vcse", "--name", "St Mark's Lunch Club", "--phone",
            "0161 496 0000", "--email", "hello@example.org",
        ]
        #expect(try await program.run(all: club).said == "St Mark's Lunch Club is here.\n")
        let again = try await program.run(all: club)
        #expect(again.status == 1)
        #expect(again.told == "Error: An organisation of that name is here already.\n")

        let practice = try await program.run("organisation", "add", "--kind", "practice", "--name", "Elm")
        #expect(practice.told == "Error: Practices come from the NHS's own table: belong practice import.\n")
        let phone = try await program.run(
            "organisation",
            "add",
            "--kind",
            "other",
            "--name",
            "Council",
            "--phone",
            "soon"
        )
        #expect(phone.told == "Error: That is not a telephone number.\n")

        #expect(
            try await program.run("organisation", "list").said == """
                network\t\tRiverside Network\t\t
                practice\tP84001\tElm Street Surgery\t\t
                vcse\t\tSt Mark's Lunch Club\t0161 496 0000\thello@example.org

                """
        )
        let networks = try await program.run("organisation", "list", "--kind", "network").said
        #expect(networks == "network\t\tRiverside Network\t\t\n")
    }

    @Test func `places a link worker, says when they are there, and ends it`() async throws {
        try await add("Ruth", as: "supervisor", at: "Riverside Network")
        try await add("Amara", as: "clinician", at: "P84001")
        let tooEarly = try await places()
        #expect(tooEarly.status == 1)
        #expect(
            tooEarly.told
                == "Error: They are not a link worker at that practice. Give them the role first: belong member add.\n"
        )

        try await add("Amara", as: "link_worker", at: "P84001")
        #expect(
            try await places(["--supervisor", "amara@example.org"]).told
                == "Error: Whoever supervises needs the role of supervisor first: belong member add.\n"
        )
        let placed = try await places(["--supervisor", "ruth@example.org", "--from", "2026-11-02"])
        #expect(placed.said == "Amara is placed at Elm Street Surgery from 2 November 2026.\n")
        #expect(
            try await places().told
                == "Error: They are placed at that practice already. End that placement first.\n"
        )

        let hours = [
            "placement", "hours", "--member", "amara@example.org", "--practice", "P84001", "--day", "tuesday",
        ]
        let times = ["--from", "09:00", "--until", "16:00", "--room", "Garden room"]
        #expect(
            try await program.run(all: hours + times).said == "Amara is at Elm Street Surgery on Tuesday.\n"
        )
        #expect(
            try await program.run(all: hours + ["--from", "16:00", "--until", "9:00", "--room", "1"]).told
                == "Error: Give --from and --until like 09:00 and 16:00, the earlier first, and --room.\n"
        )
        let line =
            "amara@example.org\tAmara\tElm Street Surgery\temployer Riverside Network\tfunder Riverside Network"
            + "\tsupervisor Ruth\tfrom 2026-11-02\t"
        let list = try await program.run("placement", "list").said
        #expect(list == line + "Tuesday 09:00 to 16:00, Garden room\n")
        #expect(try await program.run(all: hours + ["--off"]).status == 0)
        #expect(try await program.run("placement", "list").said == line + "\n")

        let end = ["placement", "end", "--member", "amara@example.org", "--practice", "P84001"]
        #expect(
            try await program.run(all: end + ["--from", "2026-11-01"]).told
                == "Error: A placement cannot end before it begins.\n"
        )
        #expect(
            try await program.run(all: end + ["--from", "2026-11-03"]).said
                == "Amara is not placed at Elm Street Surgery from 3 November 2026.\n"
        )
        #expect(try await program.run(all: end).told == "Error: They are not placed at that practice.\n")
        #expect(try await program.run("placement", "list").said.isEmpty)
        #expect(try await places(["--from", "2026-13-01"]).told.hasPrefix("Error: That is not a day."))
    }

    @Test func `says whose coordinators welcome for which provider, and ends it`() async throws {
        let them = ["--organisation", "Riverside Network", "--provider", "st mark's lunch club"]
        let added = try await program.run(all: ["welcome", "add"] + them)
        #expect(added.said == "The coordinators of Riverside Network welcome for st mark's lunch club.\n")
        #expect(
            try await program.run(all: ["welcome", "add"] + them).told
                == "Error: They welcome for that provider already.\n"
        )
        let list = try await program.run("welcome", "list").said
        #expect(list.hasPrefix("Riverside Network\tSt Mark's Lunch Club\tsince "))

        #expect(try await program.run(all: ["welcome", "end"] + them).status == 0)
        #expect(try await program.run("welcome", "list").said.isEmpty)
        #expect(
            try await program.run(all: ["welcome", "end"] + them).told
                == "Error: They do not welcome for that provider.\n"
        )
        let choirs = ["welcome", "add", "--organisation", "Riverside Network", "--provider", "Sunrise Choir"]
        #expect(
            try await program.run(all: choirs).told
                == "Error: Several providers have that name. Give the key of one instead: three, two.\n"
        )
        let nobody = ["welcome", "add", "--organisation", "Riverside Network", "--provider", "Nobody"]
        #expect(try await program.run(all: nobody).told.hasPrefix("Error: No provider in the directory"))
        #expect(try await program.run(all: Array(choirs.dropLast()) + ["two"]).status == 0)
    }
}
