import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Seeing to it that no introduction is lost")
struct IntroductionWatchTests {
    let here: Neighbourhood
    let open: Case.ID
    /// A Tuesday.
    let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        open = try await here.accepts(here.refers())
    }

    private func round(_ days: Double) async throws -> Int {
        let site = try #require(WebAddress("http://localhost:8080"))
        return try await IntroductionWatch(store: here.store, site: site).round(at: later(days))
    }

    private func later(_ days: Double) -> Date {
        now.addingTimeInterval(days * 86_400)
    }

    private func standing() async throws -> Introductions.Standing? {
        try await here.introductions().all(at: later(20)).first?.standing
    }

    @Test func `a silent group is asked again after three and seven working days, then rung`() async throws {
        try await here.introduces(open, to: here.group(), at: now)
        #expect(try await round(2) == 0)
        #expect(try await round(3) == 1)
        #expect(try await here.lastMessage().contains("We asked you some days ago."))
        #expect(try await round(6) == 0)
        #expect(try await round(9) == 1)
        #expect(try await round(9) == 0)
        #expect(try await standing() == .waiting)
        #expect(try await round(14) == 1)
        #expect(try await round(15) == 0)
        #expect(try await standing() == .silent)
        #expect(try await here.count("introduction_nudge") == 2)
        #expect(try await here.count("introduction_answer") == 0)
    }

    @Test func `a round that comes late asks once, not twice`() async throws {
        try await here.introduces(open, to: here.group(), at: now)
        #expect(try await round(9) == 1)
        #expect(try await round(9.1) == 0)
        #expect(try await round(14) == 1)
    }

    @Test func `two rounds at once do it once`() async throws {
        try await here.introduces(open, to: here.group(), at: now)
        async let one = round(3)
        async let other = round(3)
        let done = try await one + other
        #expect(done == 1)
        #expect(try await here.count("introduction_nudge") == 1)
    }

    @Test func `one that answered is left in peace, and so is one taken back`() async throws {
        let answered = try await here.introduces(open, to: here.group(), at: now)
        let full = GroupAnswer(kind: .full, from: nil, words: "")
        try await here.introductions().hear(full, on: answered, at: now)
        let other = try await here.introduces(open, to: here.group("Choir"), at: now)
        try await here.introducing().withdraw(other, at: now)
        #expect(try await round(30) == 0)
    }

    @Test func `a group that closed meanwhile is not written to: the link worker is told`() async throws {
        let lunch = try await here.group()
        try await here.introduces(open, to: lunch, at: now)
        try await here.store.write {
            try $0.run("UPDATE activity SET status = 'defunct' WHERE id = \(lunch)")
        }
        #expect(try await round(3) == 1)
        #expect(try await here.count("introduction_nudge") == 0)
        #expect(try await standing() == .silent)
    }

    @Test func `four weeks after a yes the group is asked once how it went`() async throws {
        let id = try await here.introduces(open, to: here.group(), at: now)
        let yes = GroupAnswer(kind: .yes, from: nil, words: "")
        try await here.introductions().hear(yes, on: id, at: later(1))
        #expect(try await round(28) == 0)
        // The group, and the person.
        #expect(try await round(29) == 2)
        #expect(try await round(30) == 0)
        let token = try await here.lastToken(in: "How did it go?")
        let asked = try await GroupLinks(store: here.store).open(token, .outcome, at: later(30))
        #expect(asked.activity == "Tuesday lunch")
        await #expect(throws: Missing.self) {
            try await GroupLinks(store: here.store).open(token, .introduction, at: later(30))
        }
    }

    @Test func `a group that no message reaches is the link worker’s to ring after four weeks`() async throws
    {
        let silent = try await here.group(email: nil)
        let made = try await here.introduces(open, to: silent, by: .phone, at: now)
        try await here.introductions().hear(GroupAnswer(kind: .yes, from: nil, words: ""), on: made, at: now)
        #expect(try await round(27) == 0)
        _ = try await round(29)
        let line = try await here.introductions().all(at: later(29)).first
        #expect(line?.standing == .askThemByPhone)
        #expect(line?.standing.needsSomeone == true)
    }

    @Test func `a yes from a day is counted from that day`() async throws {
        let id = try await here.introduces(open, to: here.group(), at: now)
        let from = GroupAnswer(kind: .yesFrom, from: Day(now).advanced(by: 20), words: "")
        try await here.introductions().hear(from, on: id, at: now)
        #expect(try await round(47) == 0)
        #expect(try await round(48) == 2)
    }

    @Test func `both the group and the person are heard, and stand in the story`() async throws {
        let id = try await here.introduces(open, to: here.group())
        let mine = try here.introductions()
        try await mine.hear(Attendance(kind: .coming, toldBy: .group, words: "Runs the tea now"), on: id)
        try await mine.hear(Attendance(kind: .once, toldBy: .person, words: "Too loud"), on: id)
        #expect(try await here.count("attendance WHERE replaced_by IS NULL") == 2)
        let seen = try await here.opens("/cases/\(open)", as: here.amara)
        #expect(seen.says("Tuesday lunch wrote back: Coming along"))
        #expect(seen.says("They said how it went at Tuesday lunch: Came once"))
    }

    @Test func `rung or told on paper, it is the link worker's turn from the start`() async throws {
        try await here.introduces(open, to: here.group(), by: .phone, at: now)

        let line = try #require(try await here.introductions().all(at: now).first)
        #expect(line.standing.needsSomeone)
        #expect(line.standing.name == "Not sent electronically: ring them, or hear what they say")
        let answer = GroupAnswer(kind: .yes, from: nil, words: "")
        try await here.introductions().hear(answer, on: line.introduction.id, at: now)
        #expect(try await standing() == .welcome)
    }

    @Test func `a death that was a mistake stops asking no longer than the mistake stands`() async throws {
        try await here.introduces(open, to: here.group(), at: now)
        let cases = Cases(store: here.store, member: here.amara)
        try await cases.close(open, Closing(outcome: .died, words: "", wayBack: ""), at: now)
        #expect(try await round(3) == 0)

        try await cases.reopen(open, "It was somebody of the same name.", at: later(1))
        #expect(try await round(3) == 1)
    }
}
