import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Belong

@Suite("Putting right who somebody is")
struct CorrectionTests {
    let story: CaseInHand
    let here: Neighbourhood

    init() async throws {
        story = try await CaseInHand()
        here = story.here
    }

    private var people: People { People(store: here.store, member: here.amara) }

    private func known() async throws -> Known {
        let person = story.person
        return try await here.store.read { try $0.known(of: person) }
    }

    /// The form as it stands, with some of it typed anew.
    private func form(_ change: (inout CorrectionForm) -> Void) async throws -> CorrectionForm {
        var form = try await CorrectionForm(known())
        form.reason = "She has married"
        change(&form)
        return form
    }

    private func putsRight(
        by member: Member? = nil,
        at now: Date? = nil,
        _ change: (inout CorrectionForm) -> Void
    ) async throws {
        let now = now ?? story.now
        let correction = try await form(change).read(today: Day(now))
        let people = People(store: here.store, member: member ?? here.amara)
        try await people.putRight(story.person, correction, at: now)
    }

    private func sentences(_ body: () async throws -> Void) async -> [String] {
        do {
            try await body()
            return []
        } catch let problems as Problems {
            return problems.list.map(\.sentence)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func `adds a version and keeps the one before, with who, when and why`() async throws {
        try await putsRight { ($0.familyName, $0.phone) = ("Moss-Hill", "0161 496 0111") }

        #expect(try await known().particulars.fullName == "Jean Moss-Hill")
        let lines = try await people.versions(of: story.person, at: story.now).lines
            .filter { $0.about == "Who they are" }
        #expect(lines.map(\.stands) == [true, false])
        #expect(lines.map(\.who) == ["Amara Okafor", "Dr Patel"])
        #expect(lines.map(\.reason) == ["She has married", nil])
        #expect(lines[1].words == "Jean Moss · born 4 February 1953 · M33 7ZF · 07700 900112")
    }

    @Test func `adds nothing to what was right already`() async throws {
        try await putsRight { $0.neutral = "yes" }

        #expect(try await here.count("particulars") == 1)
        #expect(try await here.count("reaching WHERE reason = 'She has married'") == 1)
    }

    @Test func `that changes nothing at all says so`() async throws {
        #expect(await sentences { try await putsRight { _ in } } == [Correction.nothingNew])
    }

    @Test func `sees a capital and a space that moved`() async throws {
        try await putsRight { ($0.givenName, $0.familyName) = ("Jean Moss", "Moss") }
        try await putsRight { ($0.givenName, $0.familyName) = ("Jean", "Moss Moss") }

        #expect(try await known().particulars.familyName == "Moss Moss")
    }

    @Test func `asks why, checks the number, and says everything wrong at once`() async throws {
        let wrong = await sentences {
            try await putsRight {
                ($0.reason, $0.nhsNumber, $0.born, $0.givenName) = ("", "943 476 5918", "31 4 1953", " ")
                ($0.channels, $0.phone) = (["text", "email", "letter"], "")
            }
        }
        #expect(
            wrong == [
                "Enter the first name",
                "That is not an NHS number. Check its ten digits, or leave it out",
                "Enter a real date, for example 14 5 1979",
                "Say why it is being put right",
                "Enter the number that is safe to text or ring",
                "Enter the e-mail address that is safe",
                "Enter the address a letter is safe to go to",
            ]
        )
        #expect(try await here.count("particulars") == 1)
    }

    @Test func `may say that no way is safe`() async throws {
        try await putsRight { $0.channels = [] }

        #expect(try await known().reaching?.summary.hasPrefix("no safe way known yet") == true)
    }

    @Test func `does not take the NHS number of somebody else, and says what to do`() async throws {
        var other = Neighbourhood.particulars("Joan Marsh", bornOn: Day("1960-01-01"))
        other.nhsNumber = NHSNumber("943 476 5919")
        try await here.refers(other)

        let said = await sentences { try await putsRight { $0.nhsNumber = "943 476 5919" } }
        #expect(
            said == [
                "That NHS number is kept for somebody else already. "
                    + "If the two are one person, bring them together first"
            ]
        )
    }

    @Test func `by two at once lets the second see what the first wrote`() async throws {
        let sams = try await form { $0.familyName = "Hill" }.read(today: Day(story.now))
        try await putsRight { $0.familyName = "Moss-Hill" }

        let said = await sentences { try await people.putRight(story.person, sams, at: story.now) }
        #expect(
            said == [
                "Somebody put this right while you were typing. "
                    + "Compare it with what is kept now, then send yours again"
            ]
        )
        #expect(try await known().particulars.familyName == "Moss-Hill")
    }

    @Test func `is not done once the placement has ended`() async throws {
        try await story.placementEnds(on: Day(story.now))

        await #expect(throws: Cases.Refused.handedOver) { try await putsRight { $0.familyName = "Hill" } }
        #expect(try await people.page(story.person, at: story.now).title == "Jean Moss")
    }

    @Test func `is noted in the log`() async throws {
        try await putsRight { $0.familyName = "Hill" }

        #expect(try await here.count("log_entry WHERE subject_kind = 'Person' AND act = 'changed'") == 1)
        #expect(try await LogVerification(of: here.store).isWhole)
    }
}
