import Kernel
import Store
import Testing

@testable import Belong

/// Governance 4.2 and the writer's own choice: one test for each reader of a note.
@Suite("A note is read")
struct NoteSightTests {
    let sight: InSight
    var here: Neighbourhood { sight.here }
    private static let words = "Her brother rings when he drinks."

    init() async throws {
        sight = try await InSight()
    }

    private func note(_ audience: Audience) async throws -> Note.ID {
        try await Notes(store: here.store, member: here.amara)
            .write(NoteToWrite(words: Self.words, audience: audience), on: sight.story.id)
    }

    /// What this member reads of it, on its own page and on the person's.
    private func reads(_ note: Note.ID, _ member: Member) async throws -> Bool {
        let page = try await here.opens("\(sight.story.path)/notes/\(note)", as: member)
        let story = try await here.opens(sight.story.path, as: member)
        #expect(page.says(Self.words) == story.says(Self.words))
        return page.says(Self.words)
    }

    @Test func `by its writer, whoever it is for`() async throws {
        for audience in Audience.allCases { #expect(try await reads(note(audience), here.amara)) }
    }

    @Test func `by a colleague who covers, unless it is only the writer's`() async throws {
        let (mine, team) = try await (note(.mine), note(.team))
        #expect(try await !reads(team, here.sam))
        try await sight.covers(by: here.sam, days: 0...1)
        #expect(try await here.opens("\(sight.story.path)/notes/\(team)", as: here.sam).says(Self.words))
        #expect(try await here.opens("\(sight.story.path)/notes/\(mine)", as: here.sam).status == 404)
    }

    @Test func `by a supervisor who was shown the page, unless it is only the writer's`() async throws {
        let mine = try await note(.mine)
        try await sight.story.cases().show(sight.story.id)
        #expect(try await !reads(mine, here.ruth))
        #expect(try await reads(note(.team), here.ruth))
    }

    @Test func `by the practice's clinicians only where it is for them`() async throws {
        let (mine, team, gp) = try await (note(.mine), note(.team), note(.gp))
        for member in [here.drPatel, here.drLowe] {
            #expect(try await here.opens("/notes/\(gp)", as: member).says(Self.words))
            #expect(try await here.opens("/notes", as: member).says("Jean M."))
            for other in [mine, team] {
                #expect(try await here.opens("/notes/\(other)", as: member).status == 404)
            }
            #expect(try await here.opens("\(sight.story.path)/notes/\(gp)", as: member).status == 404)
        }
        #expect(try await here.opens("/notes/\(gp)", as: here.drOsei).status == 404)
        #expect(try await !here.opens("/notes", as: here.drOsei).says("Jean"))
    }

    @Test func `by no clinician once the person lets no words go to the practice`() async throws {
        let gp = try await note(.gp)
        try await CaseNews(store: here.store, member: here.amara).write(.codes, of: sight.story.id)
        #expect(try await here.opens("/notes/\(gp)", as: here.drPatel).status == 404)
        #expect(try await !here.opens("/notes", as: here.drPatel).says("Jean"))
        await #expect(throws: Note.Refused.notForPractice) { try await note(.gp) }
    }

    @Test func `by nobody at the desk, no manager, group, lead, stranger or other link worker`() async throws
    {
        for audience in Audience.allCases {
            let note = try await note(audience)
            let others = [
                here.mina, here.peter, here.walter, here.nadia, here.stranger, here.jo, here.sam, here.olu,
            ]
            for member in others {
                #expect(
                    try await here.opens("\(sight.story.path)/notes/\(note)", as: member).status == 404
                )
                #expect(try await here.opens("/notes/\(note)", as: member).status == 404)
                #expect(try await here.opens("/notes", as: member).status == 404)
            }
        }
    }

    @Test func `by the person on their own page never, and in a copy of all that is kept whole`() async throws
    {
        for audience in Audience.allCases { _ = try await note(audience) }
        #expect(try await !sight.opens(sight.own(), as: nil).says(Self.words))
        let record = try await sight.story.cases().record(sight.story.id)
        #expect(record.passages.count { $0.words == Self.words } == 3)
    }

    @Test func `in a copy that a colleague prepares as something its writer gives`() async throws {
        _ = try await note(.mine)
        try await sight.covers(by: here.sam, days: 0...1)

        let record = try await sight.story.cases(seenBy: here.sam).record(sight.story.id)

        #expect(!record.passages.contains { $0.words.contains(Self.words) })
        let told = record.passages.first { $0.words.hasPrefix("Amara Okafor keeps a note of this day") }
        #expect(
            told?.words
                == "Amara Okafor keeps a note of this day for themselves. It is yours to have too: ask for it, and they give it to you."
        )
    }

    @Test func `in a copy by whoever has the case, once its writer does not have it any more`() async throws {
        _ = try await note(.mine)
        let id = sight.story.id
        let asked = HandOverAsked(to: here.sam.id, why: "I move on", toKnow: "")
        let handOver = try await HandOvers(store: here.store, member: here.amara).offer(id, asked)
        try await HandOvers(store: here.store, member: here.sam).accept(handOver)

        let record = try await sight.story.cases(seenBy: here.sam).record(id)
        #expect(record.passages.contains { $0.words == Self.words })
        #expect(try await !here.opens(sight.story.path, as: here.sam).says(Self.words))
    }
}
