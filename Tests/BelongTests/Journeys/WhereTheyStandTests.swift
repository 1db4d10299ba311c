import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Vignettes V2, V4 and V7 as far as they are read from records and answers: each placed where the paper would.
@Suite("Known cases, placed")
struct WhereTheyStandTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    private func label(_ id: Configuration.ID, by onlooker: Onlooker = .linkWorker) async throws -> String? {
        try await facts.sixteen(by: onlooker).position(id)?.label.words
    }

    /// Many colleagues answer one question, each once.
    private func staffSay(_ item: String, _ answers: [CheckInAnswer], _ days: Double) async throws {
        let items = try Catalogue.standard().items.filter { $0.id == item }
        for (member, answer) in zip(facts.here.everyone, answers) {
            let asked = LightQuestions(
                placement: facts.placement,
                linkWorker: "Amara Okafor",
                who: .staff(member.id),
                occasion: .news,
                items: items,
                began: Facts.day(days)
            )
            let said = CheckIns.Said(answers: [item: answer], shared: [:], seconds: 4)
            try await facts.here.store.write { try $0.keep(asked, said, at: Facts.day(days)) }
        }
    }

    @Test func `V2: nobody owns the line on home, two ask for different things, and it reads bolted on`()
        async throws
    {
        try await facts.owns(.place, 80, confirmed: nil)
        for days in [70.0, 50, 30] { try await facts.differs(days) }
        for days in [60.0, 40, 20] {
            try await facts.says("LW2", .aLittle, days)
            try await facts.says("LW3", .aLittle, days)
        }

        #expect(try await label("C02") == "bolted on")
        let suggestion = try #require(Suggestion(try await facts.sixteen()))
        #expect(suggestion.configuration == "C02")
        #expect(suggestion.path(at: facts.placement) == "/placements/\(facts.placement)/rules")
    }

    @Test
    func `V4: talked over first, at the meetings, known to staff: belonging once the link worker says so`()
        async throws
    {
        let placement = facts.placement
        try await facts.here.store.write { work in
            let hours = Hours(from: "09:00", until: "16:00", room: "Garden room")
            for day in [Weekday.tuesday, .thursday] {
                try work.note(hours, on: day, of: placement, at: Facts.day(200))
            }
        }
        for week in 0..<12 {
            for days in [Double(week * 7) + 0.1, Double(week * 7) + 5.1] { try await facts.isThere(days) }
        }
        for week in 1...9 { try await facts.meets(Double(week * 7)) }
        for count in 0..<20 { try await facts.refers(10 + Double(count) * 3, asking: count < 15) }
        try await staffSay("ST2", Array(repeating: .yes, count: 10) + [.no, .no], 20)

        #expect(try await label("C06") == "fitting in or better, link worker's view not known")
        for days in stride(from: 5.0, through: 80, by: 14) { try await facts.says("LW6", .fully, days) }
        #expect(try await label("C06") == "belonging")
        // Not shared, it is not there for anybody else.
        #expect(
            try await label("C06", by: .colleague([.practice]))
                == "fitting in or better, link worker's view not known"
        )
    }

    @Test func `V7: few knew why somebody rang, most had time: the two are never averaged`() async throws {
        for count in 0..<12 {
            let made = try await facts.refers(60)
            try await facts.talks(made, 40, knew: count < 2 ? "yes" : "no")
            let asked = try await facts.here.store.read { try $0.asked(in: made.id, at: Facts.day(39)) }
            let sheet = try #require(asked)
            let answers: [String: CheckInAnswer] = ["PT2": .no, "PT3": count < 11 ? .yes : .no]
            let said = CheckIns.Said(answers: answers, shared: [:], seconds: 20)
            try await facts.here.store.write { try $0.keep(sheet, said, at: Facts.day(39)) }
        }

        let sixteen = try await facts.sixteen()
        #expect(
            ["bolted on", "between bolted on and fitting in"].contains(sixteen.position("C07")?.label.words)
        )
        guard case .answers(let time) = sixteen.evidence["C12.o1"] else {
            Issue.record("Twelve people have said whether they had time")
            return
        }
        #expect(time[.person]?.credit == 11)
        #expect(sixteen.position("C12")?.parts[.outcome]?.spread.map { $0[.belonging] > 0.6 } == true)
    }
}
