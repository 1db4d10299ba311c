import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("How long a group can go on")
struct OutlookTests {
    let here: Neighbourhood
    let open: Case.ID
    let lunch: Activity.ID

    init() async throws {
        here = try await Neighbourhood.withTown()
        open = try await here.accepts(here.refers())
        lunch = try await here.activity(named: "Tuesday Table")
        try await here.letWalterWelcome(lunch)
    }

    private var walter: Activities { here.activities(seenBy: here.walter) }

    /// Jean goes there.
    private func goes() async throws -> Introduction.ID {
        let id = try await here.introduces(open, to: lunch, by: .phone)
        try await here.introductions().hear(GroupAnswer(kind: .yes, from: nil, words: ""), on: id)
        return id
    }

    private func seen(by member: Member, at path: String? = nil) async throws -> Seen {
        try await here.opens(path ?? "/community/\(lunch)", as: member)
    }

    @Test func `is between the group and link workers`() async throws {
        try await walter.say(.mightStop, of: lunch, words: "The hall is being sold")

        for member in here.everyone {
            let mayRead = member.isA(.linkWorker) || member.id == here.walter.id
            #expect(try await seen(by: member).says("The hall is being sold") == mayRead, "\(member.name)")
            let line = try await here.finds("table", as: member, at: .now).findings.first?.outlook
            #expect((line != nil) == mayRead, "\(member.name)")
        }
    }

    @Test func `is for everybody once the group says so, until it says something new`() async throws {
        try await walter.say(.mightStop, of: lunch, words: "The hall is being sold")
        let sent = try await here.sends("/community/\(lunch)/outlook/opening", [:], as: here.walter)
        #expect(sent.location == "/community/\(lunch)/outlook")
        for member in here.everyone {
            #expect(try await seen(by: member).says("They might have to stop, said today"), "\(member.name)")
        }

        try await walter.say(.secure(until: Day(.now).advanced(by: 30)), of: lunch)
        #expect(try await !seen(by: here.drPatel).says("They are secure until"))
        #expect(try await seen(by: here.amara).says("They are secure until"))
        #expect(try await here.count("outlook") == 2)
    }

    @Test func `tells link workers whose people go there, and writes to nobody`() async throws {
        _ = try await goes()
        let before = try await here.count("message")
        try await walter.say(.mightStop, of: lunch)

        let amara = try await seen(by: here.amara, at: "/introductions")
        #expect(amara.says("Tuesday Table: They might have to stop, said today. Jean M. goes there."))
        #expect(amara.says("/community/\(lunch)/instead"))
        let people = try await seen(by: here.amara, at: "/people")
        #expect(people.says("Tuesday Table: might have to stop.") && people.says("href=\"/introductions\""))
        #expect(try await !seen(by: here.sam, at: "/people").says("might have to stop"))
        #expect(try await !seen(by: here.sam, at: "/introductions").says("might have to stop"))
        #expect(try await here.count("message") == before)
    }

    @Test func `says nothing of those who stopped going, or while it is far off`() async throws {
        let id = try await goes()
        try await walter.say(.secure(until: Day(.now).advanced(by: 200)), of: lunch)
        #expect(try await here.introductions().atRisk().isEmpty)
        #expect(try await here.introductions().atRisk(at: .now + 120 * 86_400).count == 1)

        let stopped = Attendance(kind: .stopped, toldBy: .person, words: "")
        try await here.introductions().hear(stopped, on: id)
        try await walter.say(.mightStop, of: lunch)
        #expect(try await here.introductions().atRisk().isEmpty)
    }

    @Test func `leads to what is alike near it, and to nothing as frail`() async throws {
        _ = try await goes()
        try await walter.say(.mightStop, of: lunch)

        let path = "/community/\(lunch)/instead"
        let amara = try await seen(by: here.amara, at: path)
        #expect(amara.says("Jean M.") && amara.says("Moorside Meals") && !amara.says("Men's Shed"))
        let sam = try await seen(by: here.sam, at: path)
        #expect(sam.says("None of your people.") && !sam.says("Jean M."))

        let other = try await here.activity(named: "Moorside Meals")
        try await here.letWalterWelcome(other)
        try await walter.say(.mightStop, of: other)
        #expect(try await !seen(by: here.amara, at: path).says("Moorside Meals"))
    }

    @Test func `is said and opened by its own coordinator only; plan B is for link workers`() async throws {
        let stop: KeyValuePairs = ["kind": "might_stop", "until": "", "words": ""]
        let path = "/community/\(lunch)/outlook"
        for member in here.everyone where member.id != here.walter.id {
            #expect(try await here.opens(path, as: member).status == 404)
            #expect(try await here.sends(path, stop, as: member).status == 404)
            #expect(try await here.sends("\(path)/opening", [:], as: member).status == 404)
        }
        #expect(try await here.count("outlook") == 0)
        #expect(try await here.sends("\(path)/opening", [:], as: here.walter).status == 404)
        for member in here.everyone {
            let status = try await here.opens("/community/\(lunch)/instead", as: member).status
            #expect(status == (member.isA(.linkWorker) ? 200 : 404))
        }
    }

    @Test func `asks until which day, and keeps what was typed`() async throws {
        let path = "/community/\(lunch)/outlook"
        let fields: KeyValuePairs = ["kind": "secure", "until": "", "words": "Lottery money"]
        let sent = try await here.sends(path, fields, as: here.walter)
        #expect(sent.status == 422 && sent.says("Say until which day") && sent.says("Lottery money"))
        let none = try await here.sends(path, ["until": "soon"], as: here.walter)
        #expect(none.says("Say how it is") && none.says("Write a day like 31 March 2027"))
        let good: KeyValuePairs = ["kind": "secure", "until": "31 March 2031", "words": ""]
        #expect(try await here.sends(path, good, as: here.walter).status == 303)
        #expect(try await here.opens(path, as: here.walter).says("They are secure until"))
    }
}
