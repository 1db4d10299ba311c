import Kernel
import Testing

@testable import Belong

@Suite("What was found, in words")
struct EvidenceWordsTests {
    private func signal(_ id: Signal.ID) throws -> Signal {
        try #require(try Catalogue.standard().signals.first { $0.id == id })
    }

    @Test func `a share says how many of how many, and how sure that is`() throws {
        let present = try signal("C06.c1")
        let found = Evidence.share(Proportion(22, of: 24))

        #expect(present.sentence(found) == "Days at the practice, of the days agreed: 22 of 24")
        #expect(present.certainty(found) == "likely between 76 and 98 of 100")
        #expect(present.sentence(.share(Proportion(2.5, of: 3))).hasSuffix(": 2½ of 3"))
        #expect(present.isTooLittle(.share(Proportion(5, of: 5))))
        #expect(!present.isTooLittle(.share(Proportion(6, of: 6))))
    }

    @Test func `a rate says over how long`() throws {
        let advice = try signal("C05.m1")
        let found = Evidence.rate(Rate(events: 3, exposure: 2.6), over: 26)

        #expect(advice.sentence(found).hasSuffix("for every ten days at the practice: 3 in 26 days"))
        #expect(advice.certainty(found) == "likely between 0.3 and 3.1 in 10 days")
    }

    @Test func `answers are counted, and those who would not say beside them`() throws {
        let valued = try signal("C05.o1")
        let said = Evidence.Answers(tally: Tally(boltedOn: 1, belonging: 2), credit: 2, unsaid: 3)

        let words = valued.sentence(.answers([.linkWorker: said]))
        #expect(
            words
                == "Whether the link worker felt valued: 2 well, 0 in part, 1 not, 3 could not or would not say"
        )
        #expect(valued.certainty(.answers([.linkWorker: said])) == nil)
    }

    @Test func `waits that are open are said with the median`() throws {
        let issues = try signal("C16.m1")
        let waits = Waits([(2, true), (4, true), (9, false)].map { Waits.Wait(days: $0.0, isOver: $0.1) })

        #expect(issues.sentence(.median(waits)).hasSuffix(": 4 by the median, 1 still open"))
        let open = Waits([Waits.Wait(days: 9, isOver: false)])
        #expect(issues.sentence(.median(open)).hasSuffix(": more than half still open"))
    }

    @Test func `a chart says out loud that nothing moved, and that something did`() throws {
        let days = try signal("C10.c3")
        var weeks = ControlChartTests.weeks
        #expect(days.certainty(.points(weeks)) == "it moves no more than by chance")
        weeks[10] += 8
        #expect(days.certainty(.points(weeks)) == "1 further out than by chance")
        #expect(days.certainty(.points([7])) == nil)
        #expect(days.sentence(.points([])) == "Days from milestone to news: nothing yet")
    }

    @Test func `what is not known says why`() throws {
        let shared = try signal("C05.o1")
        for (unknown, words) in [
            (Evidence.Unknown.nothing, "nothing of the kind yet"),
            (.notShared, "the link worker’s view is not shared with you, which is theirs to choose"),
            (.tooFewPeople(4, needed: 5), "4 people answered; shown from 5 on"),
            (.tooFewPeople(1, needed: 5), "1 person answered; shown from 5 on"),
            (.noRecords("Nobody notes it yet."), "Nobody notes it yet."),
            (.unconfirmed(days: 180), "nobody has said in 180 days that the list is whole"),
        ] as [(Evidence.Unknown, String)] {
            #expect(shared.sentence(.unknown(unknown)) == "Whether the link worker felt valued: \(words)")
            #expect(!shared.isTooLittle(.unknown(unknown)))
        }
    }
}
