import Foundation
import Kernel
import Store

/// A year of four placements before today: one settles, one slips when a target arrives, one is split between two
/// employers, one is brand new: `Seeds/year.json`. What is owed to them in that year stands with what else is owed.
struct SeedYear: Decodable, Sendable {
    let people: [SeedFile.Somebody]
    let questions: [SeedFile.Chat]
    let checkIns: [SeedFile.SaidInPassing]
    let there: [There]
    let says: [Says]

    /// On their days at the practice, all but every so many.
    struct There: Decodable, Sendable {
        let linkWorker: String
        let practice: String
        let from: Int
        let until: Int
        let missesEvery: Int
    }

    /// What one of the people answered when they were asked how it was with us.
    struct Says: Decodable, Sendable {
        let given: String
        let family: String
        let begun: Int
        let ended: Int?
        let says: [String: String]
    }
}

extension SeedGround {
    func live(_ year: SeedYear) async throws {
        for chat in year.questions { try await ask(chat) }
        for somebody in year.people {
            var story = SeedPlaying(ground: self, somebody: somebody)
            try await story.play()
        }
        for key in Set(year.people.compactMap(\.referral.for)).sorted() { try await read(key) }
        for says in year.says { try await hear(says) }
        for there in year.there { try await stay(there) }
        try await checkIn(year.checkIns)
    }

    /// What came back a month ago and more was read then.
    private func read(_ linkWorker: String) async throws {
        let replies = try NewsReplies(store: store, member: member(linkWorker))
        for item in try await replies.unseen(at: now) where item.reply.saidAt < instant(30, nil) {
            try await replies.see(item.reply.id, at: item.reply.saidAt + 3_600)
        }
    }

    private func stay(_ there: SeedYear.There) async throws {
        let (linkWorker, practice) = try (member(there.linkWorker), place(there.practice))
        let placement = try await placement(there.linkWorker, there.practice)
        let agreed: [Int] = try await store.read { view in
            try view.values(
                "SELECT DISTINCT weekday FROM agreed_hours WHERE placement = \(placement) AND from_minute IS NOT NULL"
            )
        }
        let days = stride(from: there.from, through: there.until, by: -1)
            .map { Day(now).advanced(by: -$0) }
            .filter { agreed.contains($0.weekday.rawValue) }
        for (count, day) in days.enumerated() where count % there.missesEvery != there.missesEvery - 1 {
            let plan = DiaryEntry.Plan(
                kind: .meeting,
                caseID: nil,
                practice: practice,
                beginsAt: DiaryHours.instant(day, 9 * 60),
                endsAt: DiaryHours.instant(day, 9 * 60 + 15),
                backAt: nil,
                words: "In the staff room first",
                place: "",
                ownPlace: ""
            )
            let at = DiaryHours.instant(day.advanced(by: -1), 16 * 60)
            try await Diary(store: store, member: linkWorker).plan(
                DiaryAsked(plan: plan, mayMeet: true),
                at: at
            )
        }
    }

    /// Behind their own link, which is not in the seeds: the same questions and the same keeping.
    private func hear(_ one: SeedYear.Says) async throws {
        let times = [one.begun, one.ended].compactMap(\.self).map { instant($0, "19:00") }
        let answers = one.says.compactMapValues { CheckInAnswer(rawValue: $0) }
        try await store.write { work in
            let found: Case.ID? = try work.value(
                """
                SELECT "case".id FROM "case"
                JOIN particulars ON particulars.person = "case".person AND particulars.replaced_by IS NULL
                WHERE given_name = \(one.given) AND family_name = \(one.family)
                """
            )
            guard let found else { return }
            for at in times {
                guard let asked = try work.asked(in: found, at: at) else { continue }
                try work.keep(asked, CheckIns.Said(answers: answers, shared: [:], seconds: 20), at: at)
            }
        }
    }
}
