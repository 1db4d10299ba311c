import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Asking how things are")
struct MeasureAskingTests {
    let it: Asked
    var here: Neighbourhood { it.here }

    init() async throws {
        it = try await Asked()
    }

    /// The questions on Jean's own link, and which asking they belong to.
    private func opened() async throws -> (own: String, asking: String) {
        try await it.asks(at: .now)
        let asking: MeasureAsking.ID? = try await here.store.read {
            try $0.value("SELECT id FROM measure_asking")
        }
        return try await (it.own(), #require(asking).description)
    }

    @Test func `by link goes in words that give nothing away, and stands on their own page`() async throws {
        try await it.asks(at: .now)
        let words = try await here.lastMessage()
        #expect(
            words.hasPrefix("Hello Jean. A few questions, only if you like. You can leave out any of them: ")
        )
        let token = try await here.lastToken()
        #expect(try await here.opens("/l/\(token)", as: nil).says("href=\"/l/\(token)/answers\""))
        let seen = try await here.opens("/l/\(token)/answers", as: nil)
        #expect(seen.says("how satisfied are you with your life nowadays?"))
        #expect(seen.says("Leave out what you like: nobody asks why, and nothing depends on it."))
    }

    @Test func `leaves skipping as large as answering`() async throws {
        let (own, _) = try await opened()
        let seen = try await here.opens("\(own)/answers", as: nil)
        #expect(seen.says("<button class=\"btn big\">Send what I said</button>"))
        for skip in Skip.own {
            let button =
                "<button class=\"btn big\" name=\"skip\" value=\"\(skip.rawValue)\">\(skip.name)</button>"
            #expect(seen.says(button))
        }
        #expect(seen.body.components(separatedBy: "Leave this one out").count == 5)
    }

    @Test func `is answered as far as they like, and the rest is left out`() async throws {
        let (own, asking) = try await opened()
        let sent = try await here.sends(
            "\(own)/answers",
            ["asking": asking, "marks[q1]": "6", "marks[q2]": "skip", "marks[q4]": "3"],
            as: nil
        )
        #expect(sent.status == 303)
        let said = try #require(await it.answerings().first)
        #expect(
            said.said.map(\.mark) == [.answer(6), .skipped(.noReason), .skipped(.noReason), .answer(3)]
        )
        #expect(said.way == .link)
        let seen = try await here.opens("\(own)/answers", as: nil)
        #expect(seen.says("6 of 10, which ONS calls medium") && seen.says("Nothing is asked of you now."))
    }

    @Test func `is skipped whole for a reason that is said of nobody`() async throws {
        let (own, asking) = try await opened()
        _ = try await here.sends("\(own)/answers", ["asking": asking, "skip": "not_today"], as: nil)
        #expect(try await it.answerings().first?.said.allSatisfy { $0.mark == .skipped(.notToday) } == true)
        let page = try await here.opens(it.story.path, as: here.amara)
        #expect(!page.says("Said how things are") && !page.says("not today"))
    }

    @Test func `is answered once, however often it is sent`() async throws {
        let (own, asking) = try await opened()
        let fields: KeyValuePairs = ["asking": asking, "marks[q1]": "6"]
        _ = try await here.sends("\(own)/answers", fields, as: nil)
        let again = try await here.sends("\(own)/answers", fields, as: nil)
        #expect(
            again.status == 409 && again.says("This has been answered already, or is not asked any more.")
        )
        #expect(try await here.count("answering") == 1)
    }

    @Test func `takes no answer that is not one of them`() async throws {
        let (own, asking) = try await opened()
        let seen = try await here.sends("\(own)/answers", ["asking": asking, "marks[q1]": "11"], as: nil)
        #expect(seen.status == 422 && seen.says("Choose one of the answers, or leave this one out"))
        #expect(try await here.count("answering") == 0)
    }

    @Test func `is not done twice at a time, and can be stopped`() async throws {
        try await it.asks(at: .now)
        await #expect(throws: MeasureAsking.Refused.waiting) { try await it.asks(at: .now) }
        #expect(
            MeasureAsking.Refused.waiting.sentence
                == "They have been asked this and have not answered. Once is enough."
        )
        let page = try await here.opens(it.path, as: here.amara)
        let stop = try #require(page.body.firstMatch(of: /action="([^"]*askings\/[^"]*\/end)"/)).1
        #expect(try await here.sends(String(stop), [:], as: here.amara).status == 303)
        let own = try await it.own()
        #expect(try await here.opens("\(own)/answers", as: nil).says("Nothing is asked of you now."))
    }

    @Test func `is not sent where no way is safe`() async throws {
        let none = Reaching(channels: [.call], mayLeaveVoicemail: false, isNeutral: true, words: "")
        let unsafe = try await Asked(reaching: none)
        await #expect(throws: MeasureAsking.Refused.noSafeWay) { try await unsafe.asks() }
        #expect(try await unsafe.here.count("measure_asking") == 0)
    }

    @Test func `together is written down by the link worker, who says how they asked`() async throws {
        let sent = try await here.sends(
            "\(it.path)/ons-loneliness",
            ["way": "phone", "marks[q1]": "3", "marks[q4]": "5"],
            as: here.amara
        )
        #expect(sent.status == 303)
        let said = try #require(await it.answerings().first)
        #expect(said.measure == .loneliness && said.way == .phone)
        #expect(said.said.map(\.mark).first == .answer(3))
        #expect(try await here.opens(it.path, as: here.amara).says("on the telephone"))
    }

    @Test func `of goals is in their own words`() async throws {
        let none = try await here.sends(
            "\(it.path)/goals",
            ["way": "together", "goals[g1]": " "],
            as: here.amara
        )
        #expect(none.status == 422 && none.says("Write at least one goal, as they say it"))
        let sent = try await here.sends(
            "\(it.path)/goals",
            ["way": "together", "goals[g1]": "", "goals[g2]": "Eat with somebody", "marks[q2]": "3"],
            as: here.amara
        )
        #expect(sent.status == 303)
        #expect(try await here.count("answer WHERE words = 'Eat with somebody' AND value = 3") == 1)
        let linked = try await here.sends(
            "\(it.story.path)/askings",
            ["measure": "goals", "goals": "Eat with somebody\n\nSing again\n"],
            as: here.amara
        )
        #expect(linked.status == 303)
        #expect(try await here.count("measure_asking_item") == 2)
    }
}
