import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The stories of a practice")
struct StoriesTests {
    let it: StoryInHand
    var here: Neighbourhood { it.here }

    init() async throws {
        it = try await StoryInHand()
    }

    private func agreed(_ kind: MeetingStory.Kind, _ title: String) async throws {
        try await it.agrees(it.tells(kind, title))
    }

    private func sheet() async throws -> Seen {
        try await here.opens("/stories/sheet?practice=\(here.elmStreet.id)", as: here.peter)
    }

    @Test func `are read by those who work there and nobody else, and the look is written down`() async throws
    {
        try await agreed(.worked, "Soup first")
        let readers = [here.amara, here.sam, here.drPatel, here.drLowe, here.mina, here.peter]
        for member in here.everyone {
            let isReader = readers.contains { $0.id == member.id }
            let seen = try await it.seen(by: member)
            #expect(seen.status == (isReader ? 200 : 404), "\(member.name)")
            #expect(seen.says("Soup first") == isReader, "\(member.name)")
            #expect(!seen.says("Jean"), "\(member.name)")
        }
        #expect(
            try await here.count("log_entry WHERE subject_kind = 'Stories' AND person IS NULL")
                == readers.count
        )
    }

    @Test func `ask for one that did not work before a third that did is told`() async throws {
        for title in ["One", "Two"] { try await agreed(.worked, title) }
        #expect(try await it.seen(by: here.drPatel).says("One that did not work, please."))
        #expect(try await here.opens(it.path, as: here.amara).says("Before a third, write one that did not"))
        try await agreed(.worked, "Three")
        let without = try await sheet()
        #expect(without.says("Three") && without.says("Two") && !without.says(">One<"))
        #expect(without.says("There is none yet, so no third that worked stands here."))

        try await agreed(.didNotWork, "The wrong time of day")

        let with = try await sheet()
        for title in ["One", "Two", "Three", "The wrong time of day"] {
            #expect(with.says("<h2>\(title)</h2>"))
        }
        #expect(try await !it.seen(by: here.drPatel).says("One that did not work, please."))
    }

    @Test func `are told for a year`() async throws {
        try await agreed(.worked, "Soup first")
        let later = Date.now + 370 * 86_400
        let meeting = try await Stories(store: here.store, member: here.peter).meeting(nil, at: later)
        #expect(meeting.stories.isEmpty)
    }

    @Test func `stand beside numbers with what they are out of, and nothing under five is counted out`()
        async throws
    {
        let seen = try await sheet()
        #expect(seen.says("People referred who have had a first conversation"))
        #expect(seen.says("Fewer than five altogether: too few to count."))
        #expect(seen.says("Everybody referred here in the half year, also those who said no or still wait."))
        #expect(try await here.count("log_entry WHERE subject_kind = 'Stories' AND act = 'printed'") == 1)
    }

    @Test func `count at one practice what happened there`() async throws {
        try await it.story.talks()
        let now = Neighbourhood.now + 60
        let (elm, moor) = try await here.store.read { view in
            try (
                view.meetingCounts(at: it.here.elmStreet.id, at: now),
                view.meetingCounts(at: it.here.moorLane.id, at: now)
            )
        }
        #expect(elm == MeetingCounts(referred: 1, spokenWith: 1) && moor == MeetingCounts())
    }
}

@Suite("A number beside the stories")
struct MeetingNumberTests {
    private func figure(_ count: Int, _ of: Int) -> String {
        MeetingNumber(words: "", count: count, of: of, how: "").figure
    }

    @Test func `has its range by Wilson, as the reference numbers have it`() {
        for (count, of, low, high) in [
            (18, 24, 0.551006, 0.880006), (3, 4, 0.300642, 0.954413), (0, 5, 0.0, 0.434482),
            (9, 9, 0.700855, 1.0), (41, 60, 0.557662, 0.786941),
        ] {
            let found = MeetingNumber.wilson(count, of: of)
            #expect(abs(found.low - low) < 0.00001 && abs(found.high - high) < 0.00001, "\(count)/\(of)")
        }
    }

    @Test func `is said with what it is out of`() {
        #expect(
            figure(18, 24)
                == "18 of 24. In a small practice chance alone moves this between 55 and 88 of 100."
        )
    }

    @Test func `is hidden where it could be read of fewer than five, and where the rest could`() {
        #expect(figure(2, 3) == "Fewer than five altogether: too few to count.")
        #expect(figure(3, 60) == "Fewer than five, or too few to say, of 60.")
        #expect(figure(0, 60) == "Fewer than five, or too few to say, of 60.")
        #expect(figure(57, 60) == "All, or nearly all, of 60.")
    }

    @Test func `is hidden as well where what is left over would give it away`() {
        let open = MeetingNumber.all(MeetingCounts(ended: 30, reached: 15, didNot: 8))
        let shut = MeetingNumber.all(MeetingCounts(ended: 25, reached: 15, didNot: 8))
        #expect(open[3].figure.hasPrefix("8 of 30."))
        #expect(shut[3].figure == "Fewer than five, or too few to say, of 25.")
    }
}
