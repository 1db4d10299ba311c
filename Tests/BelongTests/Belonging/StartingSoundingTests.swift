import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Amara's first day was 300 days ago.
@Suite("How a placement began")
struct StartingSoundingTests {
    let facts: Facts

    init() async throws {
        facts = try await Facts()
    }

    @Test func `C13.c1 counts what worked when it was first tried, as the link worker says`() async throws {
        #expect(try await facts.evidence("C13.c1") == nil)
        try await facts.prepares(.room, (.done, -3), (.works, 2))
        // Done late, but tried in the first week.
        try await facts.prepares(.phone, (.done, 3), (.works, 5))
        // Tried for the first time after a week, and not done before the first day.
        try await facts.prepares(.logins, (.works, 9))
        try await facts.prepares(.smartcard, (.done, -5), (.doesNot, 1), (.works, 20))
        // The manager says so, and nobody else.
        try await facts.prepares(.route, (.done, -5))

        let found = try await facts.evidence("C13.c1")
        #expect(found == .share(Proportion(2, of: 4)))
        #expect(try !facts.isKnown("C13.c1", found))
        #expect(
            try await facts.evidence("C13.c1", at: Facts.day(Facts.since(4))) == .share(Proportion(1, of: 2))
        )
    }

    @Test func `C13.c1 is known once all twelve were spoken of, and not of eleven`() async throws {
        for item in SetUp.Item.allCases.dropLast() {
            try await facts.prepares(item, (.done, -3), (.works, 1))
        }
        #expect(try !facts.isKnown("C13.c1", try await facts.evidence("C13.c1")))

        try await facts.prepares(.loneWorking, (.doesNot, 1))
        let found = try await facts.evidence("C13.c1")
        #expect(found == .share(Proportion(11, of: 12)))
        #expect(try facts.isKnown("C13.c1", found))
    }

    @Test func `how it began has left a year after`() async throws {
        try await facts.prepares(.room, (.works, 2))

        #expect(try await facts.evidence("C13.c1", at: Facts.day(-64)) != nil)
        #expect(try await facts.evidence("C13.c1", at: Facts.day(-66)) == nil)
        #expect(try await facts.evidence("C13.o1", at: Facts.day(-66)) == nil)
    }

    @Test func `C13.o1 counts working days until everything on the list works`() async throws {
        #expect(try await facts.evidence("C13.o1") == nil)
        try await facts.prepares(.room, (.works, 2))
        try await facts.prepares(.logins, (.doesNot, 1), (.works, 14))

        let began = Day(Facts.now).advanced(by: -300)
        let until = Double(began.workingDays(until: began.advanced(by: 14)))
        #expect(try await facts.evidence("C13.o1") == .median(Waits([.init(days: until, isOver: true)])))

        let eighth = Double(began.workingDays(until: began.advanced(by: 8)))
        #expect(
            try await facts.evidence("C13.o1", at: Facts.day(Facts.since(8)))
                == .median(Waits([.init(days: eighth, isOver: false)]))
        )
    }

    @Test func `C13.m1 counts troubles that were raised before the first day, of all in sixty days`()
        async throws
    {
        #expect(try await facts.evidence("C13.m1") == nil)
        try await facts.raises(305, .room)
        try await facts.raises(290, .it)
        try await facts.raises(290, .behaviour)
        try await facts.raises(230, .it)
        try await facts.prepares(.phone, (.doesNot, -4), (.doesNot, 3))

        let found = try await facts.evidence("C13.m1")
        #expect(found == .share(Proportion(2, of: 3)))
        #expect(try !facts.isKnown("C13.m1", found))
        #expect(try await facts.evidence("C13.m1", at: Facts.day(302)) == nil)
    }

    @Test func `C14.c1 counts what the link worker says happened, and nobody else's word`() async throws {
        #expect(try await facts.evidence("C14.c1") == nil)
        try await plans([5], happened: 6)
        // Missed, and made good on another date.
        try await plans([10, 40], happened: 41)
        try await plans([20], happened: 21, isLinkWorkers: false)
        try await plans([30], happened: nil)
        // Planned for later than the first ninety days.
        try await plans([91], happened: 92)

        let found = try await facts.evidence("C14.c1")
        #expect(found == .share(Proportion(2, of: 4)))
        #expect(try !facts.isKnown("C14.c1", found))
        #expect(
            try await facts.evidence("C14.c1", at: Facts.day(Facts.since(25))) == .share(Proportion(1, of: 3))
        )
    }

    @Test(arguments: ["C13.c1", "C13.m1", "C13.o1", "C14.c1"])
    func `how another placement began says nothing of this one`(_ signal: String) async throws {
        let harbour = try await facts.here.placement(of: facts.here.amara, at: facts.here.harbour)
        try await facts.prepares(.phone, of: harbour, (.doesNot, 1), (.works, 3))
        try await facts.raises(290, .it, of: harbour)
        try await plans([5], happened: 6, of: harbour)

        #expect(try await facts.evidence(signal) == nil)
        #expect(try await facts.evidence(signal, of: harbour) != nil)
    }

    private func plans(
        _ dates: [Double],
        happened: Double?,
        isLinkWorkers: Bool = true,
        of placement: Placement.ID? = nil
    ) async throws {
        let (id, whose, here) = (Induction.ID(), placement ?? facts.placement, facts.here)
        let keys = dates.map { _ in Key<Induction.Planned>() }
        let speaker = isLinkWorkers ? here.amara.id : here.drPatel.id
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO induction (id, placement, kind, colleague, made_at, made_by)
                VALUES (\(id), \(whose), 'shadow_gp', \(here.drPatel.id), \(Facts.day(310)), \(here.peter.id))
                """
            )
            for (place, date) in dates.enumerated() {
                let planned = place == 0 ? Facts.day(310) : Facts.day(Facts.since(dates[place - 1] + 1))
                let next: Key<Induction.Planned>? = place + 1 < keys.count ? keys[place + 1] : nil
                try work.run(
                    """
                    INSERT INTO induction_date (id, induction, begins_at, why, planned_at, planned_by, replaced_by)
                    VALUES (\(keys[place]), \(id), \(Facts.day(Facts.since(date))), 'planned', \(planned),
                        \(here.peter.id), \(next))
                    """
                )
            }
            guard let happened, let last = keys.last else { return }
            try work.run(
                """
                INSERT INTO induction_answer (induction_date, said_by, is_link_worker, happened, said_at)
                VALUES (\(last), \(speaker), \(isLinkWorkers), \(true), \(Facts.day(Facts.since(happened))))
                """
            )
        }
    }
}
