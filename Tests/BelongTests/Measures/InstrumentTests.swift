import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("An instrument under licence")
struct InstrumentTests {
    let it: Asked
    var here: Neighbourhood { it.here }

    init() async throws {
        it = try await Asked()
    }

    private func page() async throws -> String {
        try #require(await here.sends("/instruments", ["name": "Somebody’s scale"], as: it.ada).location)
    }

    @Test func `cannot be asked, nor its words loaded, before a licence is recorded`() async throws {
        let page = try await page()
        let sentence =
            "No licence is recorded for this instrument, so it cannot be asked. An administrator records one."
        #expect(Instrument.Refused.noLicence.sentence == sentence)
        let text = "How was your week?\n1 Good\n2 Bad"
        let early = try await here.sends("\(page)/text", ["text": text], as: it.ada)
        #expect(early.status == 409 && early.says(sentence))
        #expect(try await here.opens(it.path, as: here.amara).says("Somebody’s scale: \(sentence)"))
        let id = page.split(separator: "/").last ?? ""
        let asked = try await here.sends(
            "\(it.path)/\(id)",
            ["way": "together", "marks[q1]": "1"],
            as: here.amara
        )
        #expect(asked.status == 409 && asked.says(sentence))
        #expect(try await here.count("answering") == 0)
        #expect(try await here.count("instrument_text") == 0)
    }

    @Test func `says all that is missing of its licence at once`() async throws {
        let page = try await page()
        let seen = try await here.sends("\(page)/licence", ["until": "soon"], as: it.ada)
        #expect(seen.status == 422)
        for problem in [
            "Say who holds the licence", "Enter the number of the licence, or how it is known",
            "Enter the last day of the licence, such as 2027-03-31",
        ] {
            #expect(seen.says(problem), "\(problem)")
        }
    }

    @Test func `is asked from its own words, and the answer names their version and the licence`()
        async throws
    {
        let id = try await it.licensed(until: Day(.now).advanced(by: 30))
        let seen = try await here.opens("\(it.path)/\(id)", as: here.amara)
        #expect(seen.says("How was your week?"))
        let sent = try await here.sends(
            "\(it.path)/\(id)",
            ["way": "phone", "marks[q1]": "2"],
            as: here.amara
        )
        #expect(sent.status == 303)
        let rows: SQL = """
            answering JOIN instrument_text ON instrument_text.id = answering.text
            JOIN instrument_licence ON instrument_licence.id = answering.licence
            WHERE instrument_licence.number = 'A-1' AND measure = 'licensed'
            """
        #expect(try await here.count(rows) == 1)
        #expect(try await here.opens(it.path, as: here.amara).says("<b>Bad</b>"))
    }

    @Test func `keeps what was answered to earlier words as it was`() async throws {
        let id = try await it.licensed(until: Day(.now).advanced(by: 30))
        try await it.says([1: 2], to: .licensed(id))
        let later = try InstrumentFile(text: "How was it?\n1 Fine\n2 Hard").read()
        try await Instruments(store: here.store, member: it.ada).load(later, for: id, at: .now)
        #expect(try await it.answerings().first?.items.first?.words == "How was your week?")
    }

    @Test func `is not asked any more once its licence has ended, and says so, on a link as well`()
        async throws
    {
        let last = Day(.now)
        let id = try await it.licensed(until: last)
        try await it.asks(.licensed(id), at: .now)
        let (own, later) = (try await it.own(), Date.now + 2 * 86_400)
        await #expect(throws: Instrument.Refused.expired) {
            try await it.story.cases()
                .write(AnswersGiven(values: [1: 1]), to: .licensed(id), .together, of: it.story.id, at: later)
        }
        #expect(
            Instrument.Refused.expired.sentence
                == "The licence of this instrument has ended, so it is not asked any more. An administrator can "
                + "record a new one."
        )
        let token = String(own.dropFirst(3))
        let page = try await OwnAnswers(store: here.store).page(token, at: later)
        #expect(page.askings.isEmpty)
        let asking: MeasureAsking.ID? = try await here.store.read {
            try $0.value("SELECT id FROM measure_asking")
        }
        await #expect(throws: MeasureAsking.Refused.noLicenceNow) {
            try await OwnAnswers(store: here.store)
                .say(AnswersGiven(values: [1: 1]), to: #require(asking), token, at: later)
        }
        #expect(try await here.count("answering") == 0)
    }

    @Test func `is for those it is licensed to: another network does not know of it`() async throws {
        let id = try await it.licensed(until: Day(.now).advanced(by: 30))
        let moor = Member(
            name: "Mo Min",
            memberships: [.init(role: .administrator, organisation: here.moorNetwork)]
        )
        for other in [moor, here.amara, here.peter, here.nadia] {
            #expect(try await here.opens("/instruments/\(id)", as: other).status == 404, "\(other.name)")
            let sent = try await here.sends("/instruments/\(id)/licence", ["holder": "Me"], as: other)
            #expect(sent.status == 404, "\(other.name)")
        }
        #expect(try await here.opens("/measures", as: here.amara).says("Somebody’s scale"))
        #expect(try await !here.opens("/measures", as: here.jo).says("Somebody’s scale"))
        let referral = try await here.refers(by: here.jo, from: here.moorLane, at: .now)
        let other = try await here.accepts(referral, by: here.jo, at: .now)
        let path = "/cases/\(other)/answers/\(id)"
        #expect(try await here.opens(path, as: here.jo).status == 404)
    }

    @Test(arguments: [
        ("", "Put the questions in: each with its answers on the lines below it"),
        ("How?\n1 Yes", "Line 1: a question needs from 2 to 21 answers below it"),
        ("How?\n1 Yes\nNo", "Line 3: an answer begins with its number, such as “3 Often”"),
        ("How?\n1 Yes\n1 No", "Line 1: two answers have the same number"),
    ])
    func `is not loaded from a file that cannot be read, and the line is named`(
        _ text: String,
        _ problem: String
    )
        async throws
    {
        let id = try await it.licensed(until: Day(.now).advanced(by: 30), loaded: false)
        let seen = try await here.sends("/instruments/\(id)/text", ["text": text], as: it.ada)
        #expect(seen.status == 422 && seen.says(problem))
        #expect(try await here.count("instrument_text") == 0)
    }

    @Test func `is read with lines as any system ends them`() throws {
        let items = try InstrumentFile(text: "One?\r\n0\r\n1 Yes\r\n\r\n\r\nTwo?\r\n0 No\r\n1 Yes\r\n").read()
        #expect(items.map(\.words) == ["One?", "Two?"])
        #expect(items[0].values.map(\.words) == ["0", "Yes"])
    }
}
