import Kernel
import Store
import Testing

@testable import Belong

@Suite("The community on the web")
struct CommunityTests {
    let town: Neighbourhood
    let lunch: Activity.ID

    init() async throws {
        town = try await Neighbourhood.withTown()
        lunch = try await town.activity(named: "Tuesday Table")
    }

    @Test func `is searched with one box and says back what it understood`() async throws {
        let seen = try await town.opens("/community?q=hot+meal+near+M33%2C+free", as: town.amara)

        #expect(seen.status == 200)
        for words in [
            "Tuesday Table", "0.8 miles away", "within 5 miles of M33", "Leave out free", "“hot meal”",
        ] {
            #expect(seen.says(words))
        }
    }

    @Test func `is open to whoever is signed in, and to nobody else`() async throws {
        for member in town.everyone {
            #expect(try await town.opens("/community", as: member).status == 200)
            #expect(try await town.opens("/community/\(lunch)", as: member).status == 200)
        }
        #expect(try await town.opens("/community", as: nil).status == 303)
        #expect(try await town.opens("/community/\(lunch)", as: nil).status == 303)
    }

    @Test func `survives whatever is typed into its address`() async throws {
        let lines = [
            "q=%22%27%3Cscript%3E", "q=%FF%FE", "q=" + String(repeating: "x", count: 10_000),
            "day=9&day=x&miles=-1&page=-5",
            "page=999999999999999999999", "need=nonsense&age=abc&time=25:99", "q=%00&near=%00", "&&&===&q",
            "q=🌻",
        ]
        for line in lines {
            let seen = try await town.opens("/community?\(line)", as: town.amara)
            #expect(seen.status == 200)
            #expect(!seen.says("<script>alert"))
        }
    }

    @Test func `tells all about one activity`() async throws {
        let seen = try await town.opens("/community/\(lunch)", as: town.amara)

        for words in [
            "Tuesday Table Group", "Tuesdays, 12:00 to 14:00", "Tuesday Table Hall, Sale", "60 and over",
            "Eating together",
        ] {
            #expect(seen.says(words))
        }
    }

    @Test func `takes an answer, and never offers what has closed`() async throws {
        let path = "/community/\(lunch)/check"
        let sent = try await town.sends(
            path,
            ["answer": "closed", "means": "visited", "words": ""],
            as: town.sam
        )

        #expect(sent.status == 303 && sent.location == "/community/\(lunch)")
        #expect(try await !town.opens("/community?q=table", as: town.amara).says("Tuesday Table"))
        #expect(
            try await town.opens("/community/\(lunch)", as: town.amara).says("It is not offered to anyone.")
        )
    }

    @Test func `asks again for what was left out`() async throws {
        let sent = try await town.sends("/community/\(lunch)/check", ["means": "rang"], as: town.amara)

        #expect(sent.status == 422)
        #expect(sent.says("Say whether it still runs"))
    }

    @Test func `does an answer that was sent twice once`() async throws {
        let nonce = Submission.ID()
        for _ in 1...2 {
            _ = try await town.sends(
                "/community/\(lunch)/capacity",
                ["state": "room", "wait": "", "by": "Jean"],
                as: town.amara,
                nonce: nonce
            )
        }
        #expect(try await town.count("capacity") == 1)
    }

    @Test func `hides know-how and room from those it is not for`() async throws {
        let note = ["note": "Side door"] as KeyValuePairs
        #expect(try await town.sends("/community/\(lunch)/note", note, as: town.amara).status == 303)
        #expect(try await town.opens("/community/\(lunch)", as: town.sam).says("Side door"))
        #expect(try await !town.opens("/community/\(lunch)", as: town.drPatel).says("Side door"))
        #expect(try await town.sends("/community/\(lunch)/note", note, as: town.drPatel).status == 404)
        let room = ["state": "room"] as KeyValuePairs
        #expect(try await town.sends("/community/\(lunch)/capacity", room, as: town.mina).status == 404)
        #expect(try await town.opens("/community/\(Activity.ID())", as: town.amara).status == 404)
        #expect(try await town.opens("/community/nonsense", as: town.amara).status == 404)
    }
}
