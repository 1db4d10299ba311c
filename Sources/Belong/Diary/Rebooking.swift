import Foundation
import Kernel
import Store

/// Another time for a call, offered to somebody who rings the front desk: when their
/// link worker is there and free. Nothing of the diary is shown but that.
struct Rebooking: Sendable {
    let caseID: Case.ID
    let linkWorker: String
    /// When they would be rung as it stands.
    let ringsAt: Date?
    let slots: [Date]

    /// A call takes so many minutes in the diary.
    static let minutes = 30
    /// So many are offered, on so many days at most.
    static let most = 4
    static let ahead = 10

    enum Refused: Refusal {
        case taken

        var sentence: String { "That time has gone meanwhile. Ask for another." }
    }

    /// *Thursday 26 November, 10:00*
    static func words(_ slot: Date) -> String { "\(Day(slot).spoken), \(London.time(slot))" }
}

/// What the desk sends back: who rang, and the time that suits them.
struct RebookingForm: Decodable, Sendable {
    var surname = ""
    var born: String?
    var caseID: String?
    var at: String?

    var caller: CallerForm {
        var form = CallerForm()
        (form.surname, form.born) = (surname, born)
        return form
    }
}

extension FrontDesk {
    /// The same person as was asked about, and a time that is still free; or nothing is changed.
    /// Gives when they are rung.
    @discardableResult
    func rebook(
        _ id: Case.ID,
        to slot: Date,
        for asked: (surname: String, bornOn: Day?),
        at now: Date = .now
    ) async throws -> Date {
        guard !practices.isEmpty else { throw Missing() }
        let (me, practices) = (member.id, practices)
        return try await store.write { work in
            let caller = try work.safeCaller(asked, at: practices, at: now)
            guard !caller.saidNo, caller.back == nil, let held = caller.held, held.caseID == id else {
                throw Missing()
            }
            try work.holdDiary(of: held.linkWorker)
            guard try work.slots(of: held, at: now).contains(slot) else { throw Rebooking.Refused.taken }
            let end = slot.addingTimeInterval(Double(Rebooking.minutes) * 60)
            let entry = DiaryEntry.ID(at: now)
            if let call = try work.nextCall(of: held, after: now) {
                var plan = call.plan
                (plan.beginsAt, plan.endsAt, plan.backAt) = (slot, end, nil)
                try work.run("UPDATE diary_entry SET replaced_by = \(entry) WHERE id = \(call.id)")
                let because = "they rang the front desk"
                try work.add(
                    plan,
                    as: entry,
                    first: call.first,
                    of: held.linkWorker,
                    because: because,
                    by: me,
                    at: now
                )
            } else {
                let plan = DiaryEntry.Plan(
                    kind: .call,
                    caseID: id,
                    practice: held.practice,
                    beginsAt: slot,
                    endsAt: end,
                    backAt: nil,
                    words: "They rang the front desk.",
                    place: "",
                    ownPlace: ""
                )
                try work.add(plan, as: entry, first: entry, of: held.linkWorker, by: me, at: now)
            }
            try work.log(.changed, entry, about: caller.person, by: me, at: now)
            return slot
        }
    }
}

/// Whose case it is that somebody rings about.
struct HeldCase: Sendable {
    let caseID: Case.ID
    let linkWorker: Member.ID
    let practice: Organisation.ID
}

extension Reader {
    /// What may be offered to whoever rings: nothing, where nothing may be said.
    func rebooking(of found: [Caller], people: Int, at now: Date) throws -> Rebooking? {
        guard people == 1, let caller = found.first, caller.isSafe, !caller.saidNo, caller.back == nil,
            let held = caller.held
        else {
            return nil
        }
        let slots = try slots(of: held, at: now)
        return slots.isEmpty
            ? nil
            : Rebooking(
                caseID: held.caseID,
                linkWorker: caller.linkWorker,
                ringsAt: caller.ringsAt,
                slots: slots
            )
    }

    /// Half hours in which the link worker is at the practice and nothing else stands, two of a day at most.
    func slots(of held: HeldCase, at now: Date) throws -> [Date] {
        let today = Day(now)
        let placement: Placement.ID? = try value(
            """
            SELECT placement.id FROM placement
            WHERE placement.link_worker = \(held.linkWorker) AND placement.practice = \(held.practice)
                AND \(Placement.current(on: today))
            ORDER BY placement.began_on DESC
            LIMIT 1
            """
        )
        guard let placement, let week = try presences(at: [held.practice], at: now)[placement] else {
            return []
        }
        let end = London.instant(today.advanced(by: Rebooking.ahead + 1), hour: 0)
        let busy = try taken(of: held.linkWorker, from: now, before: end)
        var slots: [Date] = []
        for day in (0...Rebooking.ahead).map(today.advanced) {
            guard let there = week.first(where: { $0.weekday == day.weekday }) else { continue }
            let free = stride(
                from: there.from,
                through: there.until - Rebooking.minutes,
                by: Rebooking.minutes
            )
            .map { DiaryHours.instant(day, $0) }
            .filter { begins in
                let ends = begins.addingTimeInterval(Double(Rebooking.minutes) * 60)
                return begins > now + 3_600 && !busy.contains { $0.begins < ends && begins < $0.ends }
            }
            slots += [free.first, free.dropFirst(free.count / 2).first].compactMap(\.self).eachOnce
            if slots.count >= Rebooking.most { break }
        }
        return Array(slots.prefix(Rebooking.most))
    }

    /// Everything that stands in the diary, and when they are busy elsewhere.
    private func taken(of linkWorker: Member.ID, from: Date, before: Date) throws -> [BusyText.Span] {
        let planned = try rows(
            """
            SELECT begins_at, ends_at FROM diary_entry
            WHERE diary_entry.member = \(linkWorker) AND replaced_by IS NULL
                AND begins_at > \(from - 86_400) AND begins_at < \(before)
                AND NOT EXISTS (SELECT 1 FROM diary_cancelling WHERE entry = diary_entry.id)
            """
        ).map { try BusyText.Span(begins: $0("begins_at"), ends: $0("ends_at")) }
        return try planned + busyTimes(of: linkWorker, from: from, before: before)
    }

    /// The next call with them in the diary of whoever has them.
    fileprivate func nextCall(
        of held: HeldCase,
        after now: Date
    ) throws -> (id: DiaryEntry.ID, first: DiaryEntry.ID, plan: DiaryEntry.Plan)? {
        try rows(
            """
            SELECT id, first, kind, "case", practice, begins_at, ends_at, back_at, words, place, own_place
            FROM diary_entry
            WHERE diary_entry."case" = \(held.caseID) AND diary_entry.member = \(held.linkWorker)
                AND replaced_by IS NULL AND kind = 'call' AND begins_at > \(now)
                AND NOT EXISTS (SELECT 1 FROM diary_cancelling WHERE entry = diary_entry.id)
            ORDER BY begins_at, id
            LIMIT 1
            """
        ).first.map { try ($0("id"), $0("first"), DiaryEntry.Plan($0)) }
    }
}
