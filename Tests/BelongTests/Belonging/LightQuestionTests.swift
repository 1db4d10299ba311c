import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("The few questions to others")
struct LightQuestionTests {
    let facts: Facts
    let asking: LightAnswers

    init() async throws {
        facts = try await Facts()
        asking = LightAnswers(store: facts.here.store)
    }

    private func form(_ answers: [String: CheckInAnswer]) -> CheckInForm {
        var form = CheckInForm()
        form.answers = answers.mapValues(\.rawValue)
        return form
    }

    private func news(_ days: Double) async throws -> News.ID {
        let made = try await facts.refers(days + 10)
        try await facts.tells(made, days, opened: days)
        let found: News.ID? = try await facts.here.store.read {
            try $0.value("SELECT id FROM news WHERE \"case\" = \(made.id)")
        }
        return try #require(found)
    }

    @Test func `staff are asked one thing after they read news, and not again for a month`() async throws {
        let (first, second) = (try await news(40), try await news(20))
        let patel = facts.here.drPatel.id
        let asked = try await asking.asked(patel, after: first, at: Facts.day(39))
        #expect(asked?.items.map(\.id) == ["ST5"])
        #expect(asked?.linkWorker == "Amara Okafor")
        #expect(asked?.placement == facts.placement)

        try await asking.answer(form(["ST5": .yes]), after: first, by: patel, at: Facts.day(39))
        #expect(try await asking.asked(patel, after: second, at: Facts.day(19)) == nil)
        #expect(try await asking.asked(patel, after: second, at: Facts.day(8))?.items.map(\.id) == ["ST3"])
        #expect(try await answers("staff") == ["ST5 yes"])
    }

    @Test func `answered twice it is kept once`() async throws {
        let (news, patel) = (try await news(40), facts.here.drPatel.id)
        for _ in 0..<2 {
            try await asking.answer(form(["ST5": .yes]), after: news, by: patel, at: Facts.day(39))
        }

        #expect(try await answers("staff") == ["ST5 yes"])
    }

    @Test func `somebody else who opens the news’ address is asked nothing, and nothing of theirs is kept`()
        async throws
    {
        let (news, lowe) = (try await news(40), facts.here.drLowe.id)

        #expect(try await asking.asked(lowe, after: news, at: Facts.day(39)) == nil)
        await #expect(throws: Missing.self) {
            try await asking.answer(form(["ST5": .no]), after: news, by: lowe, at: Facts.day(39))
        }
        #expect(try await answers("staff").isEmpty)
    }

    @Test func `whoever referred is asked whether the role is clear, once a link worker has it`() async throws
    {
        let patel = facts.here.drPatel.id
        let waiting = try await facts.refers(5, accepted: false)
        let taken = try await facts.refers(5)

        #expect(try await asking.asked(patel, after: waiting.referral, at: Facts.now) == nil)
        let asked = try await asking.asked(patel, after: taken.referral, at: Facts.now)
        #expect(asked?.items.map(\.id) == ["ST1"])
        let item = try #require(asked?.items.first)
        #expect(asked?.words(of: item) == "Could you explain to a patient what Amara Okafor does?")
    }

    @Test func `a group is asked three things once it said how it went, and is let be for a quarter`()
        async throws
    {
        let lunch = try await facts.here.group()
        let silent = try await facts.introduces(60, to: lunch, answered: 59)
        let told = try await facts.introduces(50, to: lunch, answered: 49, told: 20)
        #expect(try await asked(after: silent, 19) == nil)
        #expect(try await asked(after: told, 19)?.items.map(\.id) == ["V1", "V3", "V4"])

        try await keep(asked(after: told, 19), ["V1": .mostly], 19)
        #expect(try await asked(after: told, 1) == nil)
        let again = try await facts.introduces(-80, to: lunch, answered: -81, told: -90)
        #expect(try await asked(after: again, -91)?.items.map(\.id) == ["V3", "V4", "V5"])
    }

    @Test func `a person is asked after they first talked, and once more at the end`() async throws {
        let made = try await facts.refers(60)
        #expect(try await asked(in: made, 50) == nil)
        try await facts.talks(made, 40)
        #expect(try await asked(in: made, 39)?.items.map(\.id) == ["PT2", "PT3"])

        // Left out is answered.
        try await keep(asked(in: made, 39), [:], 39)
        #expect(try await asked(in: made, 38) == nil)
        try await facts.ends(made, 10)
        #expect(try await asked(in: made, 9)?.items.map(\.id) == ["PT4", "PT5"])
        try await keep(asked(in: made, 9), ["PT4": .partly, "PT5": .no], 9)
        #expect(try await asked(in: made, 1) == nil)
        #expect(try await answers("person") == ["PT4 partly", "PT5 no"])
    }

    @Test func `a person who is still with them is asked again eight weeks on`() async throws {
        let made = try await facts.refers(100)
        try await facts.talks(made, 60)

        #expect(try await asked(in: made, 5)?.items.map(\.id) == ["PT2", "PT3"])
        #expect(try await asked(in: made, 3)?.items.map(\.id) == ["PT4", "PT5"])
    }

    @Test func `what people say is read once five of them have said something`() async throws {
        for person in 1...5 {
            let made = try await facts.refers(60)
            try await facts.talks(made, 40)
            try await keep(asked(in: made, 39), ["PT3": person == 1 ? .no : .yes], 39)
            let found = try await facts.sixteen(by: .colleague([])).evidence["C12.o1"]
            if person < 5 {
                #expect(found == .unknown(.tooFewPeople(person, needed: 5)))
            } else {
                guard case .answers(let answers) = found else {
                    Issue.record("Five have answered")
                    return
                }
                #expect(answers[.person]?.credit == 4)
                #expect(answers[.person]?.tally.answers == 5)
            }
        }
    }

    @Test func `three groups are three, however often each of them answers`() async throws {
        var groups: [Activity.ID] = []
        for name in ["Lunch", "Walk", "Choir"] { groups.append(try await facts.here.group(name)) }
        for (place, group) in groups.enumerated() {
            let told = try await facts.introduces(150, to: group, answered: 149, told: 140)
            try await keep(asked(after: told, 139), ["V1": .fully], 139)
            if place == 0 { try await keep(asked(after: told, 10), ["V5": .aLittle], 10) }
        }

        guard case .answers(let answers) = try await facts.sixteen().evidence["C03.m1"] else {
            Issue.record("Three groups have answered")
            return
        }
        #expect(answers[.vcse]?.groups == 3)
        #expect(answers[.vcse]?.tally.answers == 4)
    }

    private func asked(after introduction: Introduction.ID, _ days: Double) async throws -> LightQuestions? {
        try await facts.here.store.read { try $0.asked(after: introduction, at: Facts.day(days)) }
    }

    private func asked(in made: Facts.Made, _ days: Double) async throws -> LightQuestions? {
        try await facts.here.store.read { try $0.asked(in: made.id, at: Facts.day(days)) }
    }

    private func keep(
        _ asked: LightQuestions?,
        _ answers: [String: CheckInAnswer],
        _ days: Double
    ) async throws {
        let asked = try #require(asked)
        let said = try form(answers).read(asked.items, at: Facts.day(days))
        try await facts.here.store.write { try $0.keep(asked, said, at: Facts.day(days)) }
    }

    private func answers(_ respondent: String) async throws -> [String] {
        try await facts.here.store.read { view in
            try view.rows(
                "SELECT item, answer FROM check_in_answer WHERE respondent = \(respondent) ORDER BY item"
            ).map { try "\($0("item") as String) \($0("answer") as String)" }
        }
    }
}
