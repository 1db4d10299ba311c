import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

/// Jean's case, and a story of hers for the meeting at Elm Street.
struct StoryInHand: Sendable {
    let story: CaseInHand
    var here: Neighbourhood { story.here }
    var path: String { "\(story.path)/stories" }

    static let words =
        "Somebody in their seventies ate alone since the spring. We talked of soup before we talked of company."

    init() async throws {
        story = try await CaseInHand()
    }

    @discardableResult
    func tells(
        _ kind: MeetingStory.Kind = .worked,
        _ title: String = "Soup first",
        of id: Case.ID? = nil,
        by member: Member? = nil
    ) async throws -> MeetingStory.ID {
        let told = StoryTold(kind: kind, title: title, words: Self.words, kept: [])
        return try await story.cases(seenBy: member).tell(told, of: id ?? story.id, at: .now)
    }

    func current(_ id: MeetingStory.ID) async throws -> MeetingStory {
        let found = try await here.store.read { try $0.stories("meeting_story.id = \(id)").first }
        return try #require(found)
    }

    func agrees(_ id: MeetingStory.ID, of owner: Case.ID? = nil, _ agreed: Bool = true) async throws {
        let version = try await current(id).version.id
        try await story.cases().hear(
            StoryAnswer(agreed: agreed, words: ""),
            to: version,
            of: id,
            in: owner ?? story.id,
            at: .now
        )
    }

    func asks(_ id: MeetingStory.ID) async throws {
        let site = try #require(WebAddress("http://localhost:8080"))
        try await story.cases().askThem(about: id, of: story.id, at: site, now: .now)
    }

    func own() async throws -> String {
        let id = story.id
        return try await here.store.write { "/l/\(try $0.makeLink(to: .ownPage, id, at: .now).token)" }
    }

    func seen(by member: Member) async throws -> Seen {
        try await here.opens("/stories?practice=\(here.elmStreet.id)", as: member)
    }
}
