import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The log says who")
struct ActorTests {
    let story: CaseInHand
    var here: Neighbourhood { story.here }

    init() async throws {
        story = try await CaseInHand()
    }

    private func actors(_ which: SQL) async throws -> [LogEntry.Actor.Kind] {
        try await here.store.read {
            try $0.values("SELECT actor FROM log_entry WHERE \(which) ORDER BY at, chain, position")
        }
    }

    @Test func `that the person looked at their invitation and answered, by their link`() async throws {
        let referral = try await here.refers(Neighbourhood.particulars("Ada Hall", bornOn: nil), at: .now)
        let token = try await here.lastToken()

        #expect(try await here.opens("/l/\(token)", as: nil).status == 200)
        #expect(try await here.opens("/l/\(token)/letter", as: nil).status == 200)

        let kinds = try await actors("subject = \(referral) AND actor = 'person'")
        #expect(kinds == [.person, .person])
        #expect(try await here.count("log_entry WHERE act = 'printed' AND actor = 'person'") == 1)
    }

    @Test func `that a group looked, by its link, and prints it for the person`() async throws {
        let lunch = try await here.group()
        try await here.introduces(story.id, to: lunch)
        let token = try await here.lastToken()
        #expect(try await here.opens("/l/\(token)", as: nil).status == 200)

        let seen = try await here.opens("/cases/\(story.id)/log", as: here.amara)
        #expect(seen.says("The group, by its link"))
        #expect(!seen.says("or the service"))
    }

    @Test func `that nobody who is a member is somebody without an account, nor the other way round`()
        async throws
    {
        _ = try await Members(store: here.store).end(here.sam.id, at: here.elmStreet.id)

        #expect(try await here.count("log_entry WHERE (actor = 'member') <> (member IS NOT NULL)") == 0)
        #expect(try await here.count("log_entry WHERE actor = 'keeper'") == 1)
        #expect(try await LogVerification(of: here.store).isWhole)
    }

    @Test func `that a list of names was looked at, in one line that names nobody on it`() async throws {
        let lunch = try await here.group()
        try await here.letWalterWelcome(lunch)
        try await here.introduces(story.id, to: lunch)
        for (page, member) in [
            ("/waiting", here.amara), ("/people", here.amara), ("/introductions", here.amara),
            ("/welcome", here.walter),
        ] {
            let before = try await here.count("log_entry")
            #expect(try await here.opens(page, as: member).status == 200)
            #expect(try await here.count("log_entry") == before + 1)
            let noted: SQL = "log_entry WHERE act = 'looked' AND person IS NULL AND subject = \(member.id)"
            #expect(try await here.count(noted) >= 1)
        }
    }

    @Test func `shows that it was changed who`() async throws {
        let referral = try await here.refers(Neighbourhood.particulars("Ada Hall", bornOn: nil), at: .now)
        _ = try await here.opens("/l/\(here.lastToken())", as: nil)
        try await here.store.write { work in
            try work.run(
                "UPDATE log_entry SET actor = 'group' WHERE actor = 'person' AND subject = \(referral)"
            )
        }

        #expect(try await !LogVerification(of: here.store).isWhole)
    }
}
