import Foundation
import Kernel
import Store
import Testing

@testable import Belong

@Suite("Where a link worker is")
struct FrontDeskTests {
    let here: Neighbourhood
    let jean: Case.ID

    init() async throws {
        here = try await Neighbourhood()
        jean = try await here.accepts(here.refers())
    }

    private func amara(at time: String, seenBy member: Member? = nil) async throws -> Whereabouts {
        let now = try Neighbourhood.at(time)
        let all = try await here.frontDesk(seenBy: member ?? here.mina).whereabouts(at: now)
        return try #require(all.first { $0.name == "Amara Okafor" })
    }

    @Test func `is read in one glance, as planned and part of the job`() async throws {
        try await here.goesAlong(jean)

        let out = try await amara(at: "15:00")

        #expect(out.now == "with someone at the leisure centre until 15:30, planned, part of the job")
        #expect(out.next == "back 15:45")
        #expect(try await amara(at: "15:35").now == "on the way back, planned, part of the job")
        #expect(try await amara(at: "15:50").now == "no fixed days here")
        #expect(
            try await amara(at: "13:00").next
                == "from 14:00: with someone at the leisure centre until 15:30"
        )
    }

    @Test(arguments: [
        (DiaryEntry.Kind.home, "out with someone until 15:30"),
        (.walk, "out with someone until 15:30"),
        (.call, "on a call with someone until 15:30"),
        (.practice, "with someone here, Green room until 15:30"),
        (.supervision, "in a meeting until 15:30"),
        (.meeting, "in a meeting at Green room until 15:30"),
        (.community, "out with community groups until 15:30"),
    ])
    func `never says a home, and no more of anything than a desk needs`(
        _ kind: DiaryEntry.Kind,
        _ words: String
    ) async throws {
        let plan = try Neighbourhood.plan(
            kind,
            with: kind.share == .people ? jean : nil,
            place: "Green room",
            ownPlace: "12 Acacia Road"
        )
        try await here.diary(of: here.amara).plan(plan, at: Neighbourhood.now)

        #expect(try await amara(at: "15:00").now == "\(words), planned, part of the job")
    }

    @Test func `forgets what was cancelled`() async throws {
        let id = try await here.goesAlong(jean)
        try await here.diary(of: here.amara)
            .cancel(id, .init(why: .person, words: ""), at: Neighbourhood.now)

        #expect(try await amara(at: "15:00").now == "no fixed days here")
    }

    @Test func `is for the front desk of the practices they go to`() async throws {
        for somebody in here.everyone where ![here.mina.id, here.peter.id].contains(somebody.id) {
            await #expect(throws: Missing.self, "\(somebody.name)") {
                try await here.frontDesk(seenBy: somebody).whereabouts(at: Neighbourhood.now)
            }
        }
        let names = try await here.frontDesk(seenBy: here.peter).whereabouts(at: Neighbourhood.now).map(
            \.name
        )
        #expect(names == ["Amara Okafor", "Sam Reed"])
    }
}

@Suite("Somebody who rings about a message")
struct CallerCheckTests {
    let here: Neighbourhood

    init() async throws {
        here = try await Neighbourhood()
    }

    private func check(
        _ surname: String,
        bornOn: Day? = nil,
        by member: Member? = nil
    ) async throws -> CallerCheck {
        try await here.frontDesk(seenBy: member ?? here.mina)
            .check(surname, bornOn: bornOn, at: Neighbourhood.now)
    }

    @Test func `is told who suggested it, who will ring when, and that no is an answer`() async throws {
        let jean = try await here.accepts(here.refers())
        let thursday = Day(Neighbourhood.now).advanced(by: 2)
        try await here.diary(of: here.amara)
            .plan(Neighbourhood.plan(.call, with: jean, on: thursday), at: Neighbourhood.now)

        let check = try await check("MOSS")

        #expect(
            check.script == [
                "Ask for their date of birth first: say this to nobody but themselves.",
                "“Dr Patel suggested it.”",
                "“Amara Okafor will ring you on Thursday 16 April.”",
                "“You can say no, and that is fine.”",
            ]
        )
    }

    @Test func `hears nothing where somebody else may be listening`() async throws {
        let careful = Reaching(channels: [.text], mayLeaveVoicemail: false, isNeutral: true, words: "")
        try await here.accepts(here.refers(reaching: careful))

        #expect(try await check("Moss").answer == .sayNothing(linkWorker: "Amara Okafor"))
    }

    @Test func `is told apart from a namesake by the day of birth`() async throws {
        try await here.refers()
        let alan = Neighbourhood.particulars("Alan Moss", phone: "07700 900555", bornOn: Day("1940-01-01"))
        try await here.refers(alan)

        #expect(try await check("Moss").answer == .several)
        guard case .known = try await check("Moss", bornOn: Day("1940-01-01")).answer else {
            Issue.record("not told apart")
            return
        }
    }

    @Test func `is not known before anybody referred them, elsewhere, or for part of a name`() async throws {
        try await here.refers(by: here.drOsei, from: here.harbour)

        #expect(try await check("Moss").answer == .unknown)
        #expect(try await check("Mos").answer == .unknown)
        for somebody in [here.walter, here.drPatel, here.amara, here.stranger] {
            await #expect(throws: Missing.self, "\(somebody.name)") { try await check("Moss", by: somebody) }
        }
    }

    @Test func `leaves a line in the log of each person looked up`() async throws {
        let person = try await here.person(of: here.refers())
        let before = try await here.count("log_entry WHERE person = \(person) AND member = \(here.mina.id)")

        _ = try await check("Moss")

        #expect(
            try await here.count("log_entry WHERE person = \(person) AND member = \(here.mina.id)") == before
                + 1
        )
    }
}
