import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Planning in the neighbourhood's diaries.
extension Neighbourhood {
    func diary(of member: Member) -> Diary {
        Diary(store: store, member: member)
    }

    func frontDesk(seenBy member: Member) -> FrontDesk {
        FrontDesk(store: store, member: member)
    }

    /// A Tuesday's entry, unless said otherwise, by the clock.
    static func plan(
        _ kind: DiaryEntry.Kind,
        with caseID: Case.ID? = nil,
        for practice: Organisation? = nil,
        on day: Day = Day(Self.now),
        from: String = "14:00",
        until: String = "15:30",
        back: String? = nil,
        place: String = "",
        ownPlace: String = ""
    ) throws -> DiaryAsked {
        let begins = try #require(TimeOfDay.minute(from))
        let ends = try #require(TimeOfDay.minute(until))
        let plan = DiaryEntry.Plan(
            kind: kind,
            caseID: caseID,
            practice: practice?.id,
            beginsAt: DiaryHours.instant(day, begins),
            endsAt: DiaryHours.instant(day, ends),
            backAt: try back.map { DiaryHours.instant(day, try #require(TimeOfDay.minute($0))) },
            words: "",
            place: place,
            ownPlace: ownPlace
        )
        return DiaryAsked(plan: plan)
    }

    /// Amara goes along with Jean to the leisure centre.
    @discardableResult
    func goesAlong(_ caseID: Case.ID, by linkWorker: Member? = nil) async throws -> DiaryEntry.ID {
        try await diary(of: linkWorker ?? amara).plan(
            Self.plan(
                .goingAlong,
                with: caseID,
                back: "15:45",
                place: "the leisure centre",
                ownPlace: "Relaxation group, hall B"
            ),
            at: Self.now
        )
    }

    static func at(_ time: String, on day: Day = Day(Self.now)) throws -> Date {
        DiaryHours.instant(day, try #require(TimeOfDay.minute(time)))
    }
}
