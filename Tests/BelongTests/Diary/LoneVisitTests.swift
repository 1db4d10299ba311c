import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("A visit alone")
struct LoneVisitTests {
    let here: Neighbourhood
    let jean: Case.ID

    init() async throws {
        here = try await Neighbourhood()
        jean = try await here.accepts(here.refers(risk: .known("A dog that bites")))
        try await here.hasPhone(here.amara, "07700 900300")
        try await here.hasPhone(here.sam, "07700 900301")
    }

    /// Amara visits Jean at home from two to half past three, and Sam looks out for her.
    private func visits(
        showing: Bool = true,
        on day: Day? = nil,
        until: String = "15:30"
    ) async throws
        -> DiaryEntry.ID
    {
        try await here.visitsAlone(jean, showing: showing, on: day ?? Day(Neighbourhood.now), until: until)
    }

    private func at(_ time: String) throws -> Date { try Neighbourhood.at(time) }

    private func watch(at now: Date) async throws {
        let site = try here.site().address
        try await LoneVisitWatch(store: here.store, site: site).round(at: now)
    }

    private func words(to recipient: String) async throws -> [String] {
        try await here.store.read {
            try $0.values("SELECT body FROM message WHERE recipient = \(recipient) ORDER BY made_at, id")
        }
    }

    private func page(_ visit: DiaryEntry.ID, as member: Member, at now: Date) async throws -> String {
        try await here.visits(of: member).page(visit, at: now).main.description
    }

    @Test func `asks first themselves, then tells the buddy, then whoever is responsible, each once`()
        async throws
    {
        let visit = try await visits()

        for time in [
            "15:29", "15:30", "15:31", "15:44", "15:45", "15:46", "15:59", "16:00", "16:01", "17:00",
        ] {
            try await watch(at: at(time))
        }

        let link = "http://localhost:8080/lone-visits/\(visit)"
        let asked =
            "Belong: your visit was to end at 15:30. Are you out and safe? Answer OUT, or open \(link)."
        #expect(
            try await words(to: "07700 900300") == [
                asked, "\(asked) Sam Reed is told now.", "\(asked) Sam Reed is told now.",
            ]
        )
        #expect(
            try await words(to: "07700 900301") == [
                """
                Belong: Amara Okafor’s visit alone was to end at 15:30, and they have not said that they are out. Ring \
                them on 07700 900300, then say how it stands: \(link)
                """,
                """
                Belong: Amara Okafor’s visit alone was to end at 15:30, and nobody has heard from them for half an hour. \
                Ring them on 07700 900300. If they do not answer, ring 999. What is known: \(link)
                """,
            ]
        )
        for other in ["ruth.adler@example.org", "peter.hale@example.org"] {
            #expect(try await words(to: other).count == 1, "\(other)")
        }
        #expect(try await here.count("message WHERE body LIKE '%visit alone%' AND body LIKE '%Jean%'") == 0)
    }

    @Test func `that was not looked at for an hour is told of in one`() async throws {
        _ = try await visits()
        try await watch(at: at("16:30"))
        try await watch(at: at("16:31"))

        #expect(try await words(to: "07700 900301").count == 1)
        #expect(try await words(to: "ruth.adler@example.org").count == 1)
    }

    @Test func `is over with one tap on the morning page, and nobody is told`() async throws {
        let visit = try await visits()
        let today = try await here.diary(of: here.amara).today(at: at("15:20"))
        let page = TodayPage(today, at: try at("15:20")).main.description
        #expect(page.contains("/lone-visits/\(visit)/end") && page.contains("I am out and safe"))

        try await here.visits(of: here.amara).end(visit, at: at("15:21"))
        try await watch(at: at("16:30"))

        #expect(try await words(to: "07700 900301").isEmpty)
        let after = try await here.diary(of: here.amara).today(at: at("15:22"))
        #expect(TodayPage(after, at: try at("15:22")).main.description.contains("Out and safe at 15:21"))
    }

    @Test func `takes longer when they say so, and is told of only then`() async throws {
        let visit = try await visits()
        try await watch(at: at("15:30"))
        try await here.visits(of: here.amara).stay(30, longer: visit, at: at("15:32"))

        try await watch(at: at("16:16"))
        #expect(try await words(to: "07700 900301").isEmpty)
        try await watch(at: at("16:17"))
        #expect(try await words(to: "07700 900301").first?.contains("was to end at 16:02") == true)
        await #expect(throws: LoneVisits.Refused.longEnough) {
            try await here.visits(of: here.amara).stay(60, longer: visit, at: at("19:00"))
        }
    }

    @Test func `once told, calms everybody when they are out, whoever says it`() async throws {
        let visit = try await visits()
        try await watch(at: at("16:01"))

        try await here.visits(of: here.sam).end(visit, at: at("16:05"))

        let calm = "Belong: Amara Okafor is out and safe. There is nothing more to do. Thank you."
        #expect(try await words(to: "ruth.adler@example.org").last == calm)
        #expect(try await words(to: "07700 900301").last != calm)
        #expect(try await page(visit, as: here.amara, at: at("16:06")).contains("said by Sam Reed"))
        let refused = await #expect(throws: LoneVisits.Refused.out) {
            try await here.visits(of: here.amara).end(visit, at: at("16:07"))
        }
        #expect(refused?.sentence == "They are out already, and everybody who was told knows.")
    }

    @Test func `brings help at once when they ask for it`() async throws {
        let visit = try await visits()
        try await here.visits(of: here.amara).askForHelp(visit, at: at("14:20"))
        try await here.visits(of: here.amara).askForHelp(visit, at: at("14:21"))

        let told = try await words(to: "07700 900301")
        #expect(told.count == 1 && told[0].contains("asks for help. Ring 999"))
        #expect(try await words(to: "ruth.adler@example.org").count == 1)
    }

    @Test func `that is moved is watched anew, and one that is cancelled is not`() async throws {
        let visit = try await visits()
        let asked = MoveAsked(beginsAt: try at("16:00"), endsAt: try at("17:00"), because: "She is at lunch")
        let moved = try await here.diary(of: here.amara).move(visit, asked, at: Neighbourhood.now)
        try await watch(at: at("16:30"))
        #expect(try await words(to: "07700 900301").isEmpty)
        try await watch(at: at("17:15"))
        #expect(try await words(to: "07700 900301").count == 1)

        try await here.diary(of: here.amara).cancel(moved, .init(why: .person, words: ""), at: at("17:16"))
        try await watch(at: at("18:00"))
        #expect(try await words(to: "07700 900301").count == 1)
    }

    @Test(arguments: ["2026-03-29", "2026-10-25"])
    func `on a night the clocks change is told of a quarter of an hour later, not an hour and a quarter`(
        night: String
    ) async throws {
        let day = try #require(Day(night))
        _ = try await here.visitsAlone(jean, showing: true, on: day, from: "00:10", until: "00:50")
        let end = London.instant(day, hour: 0, minute: 50)

        try await watch(at: end + 14 * 60)
        #expect(try await words(to: "07700 900301").isEmpty)
        try await watch(at: end + 15 * 60)
        #expect(try await words(to: "07700 900301").first?.contains("was to end at 00:50") == true)
    }
}
