import Foundation
import Kernel
import Store

/// An hour with somebody who supervises: about cases, about oneself, or about one's
/// employment, three hats that are kept apart (paper, line 121). What was said in it
/// stays with the link worker; that it was held and of use is all that is kept.
struct Supervision: Identifiable, Sendable {
    let id: Key<Supervision>
    let linkWorker: Member.ID
    let hat: Hat
    let supervisor: Worry.Named
    let beginsAt: Date
    let cancelling: Cancelling?
    let useful: Useful?
    let noticedAt: Date?

    enum Hat: String, CaseIterable, Sendable, Column {
        case cases
        case wellbeing
        case employment

        var name: String {
            switch self {
            case .cases: "Cases"
            case .wellbeing: "You yourself"
            case .employment: "Employment"
            }
        }

        /// As others read it, on a page that is not the link worker's.
        var what: String {
            switch self {
            case .cases: "Supervision: cases"
            case .wellbeing: "Supervision: own wellbeing"
            case .employment: "Supervision: employment"
            }
        }

        /// What may be agreed: cases and wellbeing at least once a month.
        var rhythms: [Rhythm] {
            switch self {
            case .cases, .wellbeing: [.weekly, .fortnightly, .monthly]
            case .employment: Rhythm.allCases
            }
        }
    }

    /// How often, in days at most from one to the next.
    enum Rhythm: Int, CaseIterable, Sendable {
        case weekly = 7
        case fortnightly = 14
        case monthly = 31
        case quarterly = 92

        var name: String {
            switch self {
            case .weekly: "every week"
            case .fortnightly: "every two weeks"
            case .monthly: "every month"
            case .quarterly: "every three months"
            }
        }
    }

    enum Useful: String, CaseIterable, Sendable, Column {
        case yes
        case partly
        case no

        var name: String {
            switch self {
            case .yes: "It was held, and of use"
            case .partly: "It was held, and partly of use"
            case .no: "It was held, and of no use"
            }
        }
    }

    /// It fell out: before its time, or it simply did not happen.
    struct Cancelling: Sendable {
        let didNotHappen: Bool
        let at: Date
        let by: Worry.Named
        let slots: [Slot]
        /// One of the slots was chosen, and is planned.
        let isRebooked: Bool
    }

    struct Slot: Identifiable, Sendable {
        let id: Key<Slot>
        let beginsAt: Date
    }

    enum Refused: Refusal {
        case nobodyAgreed
        case notThere
        case over
        case notBegun
        case taken

        var sentence: String {
            switch self {
            case .nobodyAgreed: "Agree first with whom, and how often."
            case .notThere: "Choose somebody from the list."
            case .over: "This has been answered or cancelled already."
            case .notBegun: "It has not begun yet. Cancel it instead, and other times are offered."
            case .taken: "Another of the times was chosen already."
            }
        }
    }

    /// Another time is offered within so many days.
    static let again = 7
}

extension Supervision {
    /// Ended in any way: whatever comes next is another one.
    var isOver: Bool { cancelling != nil || useful != nil }

    func waitsForAnswer(at now: Date) -> Bool { !isOver && beginsAt <= now }

    /// *Tuesday 14 April, 10:00*
    var spoken: String { Self.spoken(beginsAt) }

    static func spoken(_ instant: Date) -> String { "\(Day(instant).spoken), \(London.time(instant))" }

    func cancelled(at now: Date) throws(Refused) {
        if isOver { throw .over }
    }

    func answered(at now: Date) throws(Refused) {
        if isOver { throw .over }
        if beginsAt > now { throw .notBegun }
    }

    /// Three working days within the next seven, at the time of day it was to be,
    /// passing over what the link worker has in their diary as long as it can.
    static func slots(insteadOf beginsAt: Date, busy: [(from: Date, until: Date)], at now: Date) -> [Date] {
        let time = London.time(beginsAt).split(separator: ":").compactMap { Int($0) }
        let days = (1...again).map { Day(now).advanced(by: $0) }.filter { $0.weekday.rawValue <= 5 }
        let times = days.map { London.instant($0, hour: time[0], minute: time[1]) }
        let free = times.filter { time in
            !busy.contains { $0.from < time + 3_600 && time < $0.until }
        }
        let others = times.filter { !free.contains($0) }
        return (free + others).prefix(3).sorted()
    }
}

/// What two agreed: who supervises under this hat, and how often.
struct SupervisionAgreement: Sendable {
    let hat: Supervision.Hat
    let supervisor: Worry.Named
    let rhythm: Supervision.Rhythm
    let agreedAt: Date

    /// How it stands with the rhythm, as a fact about the days.
    func state(lastHeld: Date?, next: Date?, at now: Date) -> String {
        let since = Day(lastHeld ?? agreedAt)
        let days = Day(now).number - since.number
        let held = lastHeld.map { "last held \(Day($0).nearness(to: Day(now)))" } ?? "none held yet"
        let planned = next.map { ", next \(Supervision.spoken($0))" } ?? ", none planned"
        return days > rhythm.rawValue ? "\(held)\(planned): longer than agreed" : "\(held)\(planned)"
    }

    func isKept(lastHeld: Date?, at now: Date) -> Bool {
        lastHeld.map { Day(now).number - Day($0).number <= rhythm.rawValue } ?? false
    }
}
