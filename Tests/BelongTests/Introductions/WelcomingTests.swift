import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("A coordinator's own page")
struct WelcomingTests {
    let here: Neighbourhood
    let open: Case.ID
    let lunch: Activity.ID

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers())
        lunch = try await here.group()
    }

    @Test func `shows word for word what was agreed, and nothing else of anybody`() async throws {
        try await here.letWalterWelcome(lunch)
        try await here.introduces(open, to: lunch)
        let other = try await here.group("Choir")
        try await here.introduces(open, to: other)

        let seen = try await here.opens("/welcome", as: here.walter)
        #expect(seen.says("First name: Jean"))
        for secret in ["Choir", "Moss", "1953", "M33 7", "07700", "eats alone"] {
            #expect(!seen.says(secret))
        }
    }

    @Test func `a group without an address is written to where it has somebody with an account`() async throws
    {
        let quiet = try await here.group("Wednesday walk", email: nil)
        let before = try await here.introducing().begin(open, quiet)
        #expect(!before.canBeWrittenTo)
        try await here.letWalterWelcome(quiet)
        #expect(try await here.introducing().begin(open, quiet).canBeWrittenTo)

        try await here.introduces(open, to: quiet)
        #expect(try await here.mail(to: here.walter) == ["Someone would like to join Wednesday walk"])
        #expect(try await here.introductions().all().first?.standing == .waiting)
    }

    @Test func `answers, and says how it went`() async throws {
        try await here.letWalterWelcome(lunch)
        let id = try await here.introduces(open, to: lunch)
        let yes = try await here.sends("/welcome/\(id)/answer", ["answer": "yes"], as: here.walter)
        #expect(yes.location == "/welcome")
        let day = Day(.now).advanced(by: 10)
        _ = try await here.sends(
            "/welcome/\(id)/answer",
            ["answer": "yes_from", "from": "\(day)"],
            as: here.walter
        )
        #expect(try await here.opens("/welcome", as: here.walter).says("Yes, from \(day.spoken)"))
        let went = try await here.sends("/welcome/\(id)/attendance", ["answer": "coming"], as: here.walter)
        #expect(went.location == "/welcome")
        #expect(try await here.opens("/welcome", as: here.walter).says("How it went: Coming along."))
        #expect(
            try await here.opens("/introductions", as: here.amara).says("They said how it went: thank them?")
        )
    }

    @Test func `is for coordinators, each for their own groups`() async throws {
        let id = try await here.introduces(open, to: lunch)
        #expect(try await here.opens("/welcome", as: here.walter).says("Nobody is waiting for you."))
        for other in here.everyone where other.id != here.walter.id {
            #expect(try await here.opens("/welcome", as: other).status == 404)
        }
        for other in here.everyone {
            #expect(try await here.sends("/welcome/\(id)/answer", ["answer": "yes"], as: other).status == 404)
            let coming: KeyValuePairs = ["answer": "coming"]
            #expect(try await here.sends("/welcome/\(id)/attendance", coming, as: other).status == 404)
        }
        #expect(try await here.opens("/welcome", as: nil).location?.hasPrefix("/signing-in") == true)
    }

    @Test func `forgets what was taken back and what is older than a link lives`() async throws {
        try await here.letWalterWelcome(lunch)
        let id = try await here.introduces(open, to: lunch)
        try await here.introducing().withdraw(id)
        #expect(try await !here.opens("/welcome", as: here.walter).says("Jean"))
        try await here.introduces(open, to: lunch, at: .now.addingTimeInterval(-91 * 86_400))
        #expect(try await !here.opens("/welcome", as: here.walter).says("Jean"))
    }
}
