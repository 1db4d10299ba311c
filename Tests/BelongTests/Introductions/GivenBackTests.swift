import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("What a group gets back")
struct GivenBackTests {
    let here: Neighbourhood
    let lunch: Activity.ID

    init() async throws {
        here = try await Neighbourhood()
        lunch = try await here.group()
        try await here.letWalterWelcome(lunch)
    }

    private func welcomes(_ count: Int, from start: Int = 0) async throws {
        for number in start..<(start + count) {
            let person = Neighbourhood.particulars(
                "Person \(["Ash", "Birch", "Cedar", "Elder", "Fir", "Hazel"][number])",
                phone: "07700 90020\(number)",
                bornOn: Day(number: -6000 + number * 400)
            )
            let open = try await here.accepts(here.refers(person))
            let id = try await here.introduces(open, to: lunch)
            let introductions = try here.introductions()
            try await introductions.hear(GroupAnswer(kind: .yes, from: nil, words: ""), on: id)
            try await introductions.hear(Attendance(kind: .coming, toldBy: .group, words: ""), on: id)
            try await introductions.thank(id, "Thank you for the warm soup.")
        }
    }

    @Test func `is counted out from five on, with the thanks, and names nobody`() async throws {
        try await welcomes(4)
        let few = try await here.opens("/welcome/year", as: here.walter)
        #expect(few.says("fewer than five") && !few.says("<td>4</td>") && !few.says("warm soup"))

        try await welcomes(1, from: 4)
        let seen = try await here.opens("/welcome/year", as: here.walter)
        #expect(seen.says("<td>5</td>") && seen.says("Thank you for the warm soup."))
        #expect(!seen.says("Person") && !seen.says("Amara"))
    }

    @Test func `leaves out other groups and other years`() async throws {
        let open = try await here.accepts(here.refers())
        let choir = try await here.group("Choir")
        try await here.introduces(open, to: choir)
        try await here.introduces(open, to: lunch, at: .now - 400 * 86_400)

        let seen = try await here.opens("/welcome/year", as: here.walter)
        #expect(seen.says("Nobody has been introduced to you in this year.") && !seen.says("Choir"))
    }

    @Test func `is for coordinators`() async throws {
        for member in here.everyone {
            let isTheirs = member.isA(.coordinator)
            #expect(try await here.opens("/welcome/year", as: member).status == (isTheirs ? 200 : 404))
        }
    }

    @Test func `stands on the coordinator's page beside their groups`() async throws {
        let seen = try await here.opens("/welcome", as: here.walter)
        for words in ["Your groups", "We still run", "What people read", "Can you go on?", "/welcome/year"] {
            #expect(seen.says(words))
        }
        let sent = try await here.sends(
            "/community/\(lunch)/confirmation",
            ["from": "welcome"],
            as: here.walter
        )
        #expect(sent.location == "/welcome")
        #expect(try await here.opens("/welcome", as: here.walter).says("Confirmed by the group, today"))
    }
}
