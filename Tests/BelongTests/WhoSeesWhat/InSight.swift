import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Jean's case with everything on it that somebody could see or must not: notes, a
/// plan, news, an introduction, a group with a wait. The suites beside it hold one
/// test for each cell of governance 4.2 that has a page.
struct InSight: Sendable {
    let story: CaseInHand
    let lunch: Activity.ID
    let news: News.ID

    static let note = "Her son drinks and shouts."
    static let matters = "A reason to cook again."
    static let goal = "Eat with somebody twice a week"
    static let told = "Jean and I have talked about cooking."
    static let wait = "The wait: two weeks"

    var here: Neighbourhood { story.here }
    var referral: String { "/referrals/\(story.referral)" }

    init() async throws {
        story = try await CaseInHand()
        var told = CaseInHand.told(Self.matters)
        told.more = Self.note
        try await story.talks(told)
        try await story.plans()
        lunch = try await story.here.group()
        try await story.here.letWalterWelcome(lunch)
        let (here, lunch) = (story.here, lunch)
        try await here.store.write { work in
            let said = CapacitySaid(state: .few, wait: "two weeks", by: nil)
            try work.note(said, of: lunch, from: here.amara.id, at: Neighbourhood.now)
        }
        try await here.introduces(story.id, to: lunch, at: .now)
        let wanted = NewsToSend(milestone: .contact, asked: nil, words: Self.told)
        news = try await CaseNews(store: here.store, member: here.amara)
            .send(wanted, of: story.id, at: Neighbourhood.now)
    }

    func opens(_ path: String, as member: Member?) async throws -> Seen {
        try await here.opens(path, as: member)
    }

    /// Jean's own link.
    func own() async throws -> String {
        let id = story.id
        return try await here.store.write { "/l/\(try $0.makeLink(to: .ownPage, id, at: .now).token)" }
    }

    /// The group's link, as it went out with the introduction.
    func groupLink() async throws -> String {
        let body: String? = try await here.store.read {
            try $0.value(
                "SELECT body FROM message WHERE recipient = 'lunch@example.org' ORDER BY made_at LIMIT 1"
            )
        }
        let found = try #require(body?.firstMatch(of: /\/l\/[0-9a-f]{64}/))
        return String(found.output)
    }

    func covers(by colleague: Member, days: ClosedRange<Int>) async throws {
        let today = Day(.now)
        let asked = CoverAsked(
            linkWorker: here.amara.id,
            practice: here.elmStreet.id,
            coveredBy: colleague.id,
            from: today.advanced(by: days.lowerBound),
            until: today.advanced(by: days.upperBound)
        )
        try await Covers(store: here.store, member: here.amara).arrange(asked)
    }
}
