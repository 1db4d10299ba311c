import Foundation
import Kernel
import Store

/// Something a link worker asks a practice to do differently, in their own words: how long
/// a slot is, which room, when the meeting is. The practice answers, and it is done when
/// the link worker says so (paper, lines 94 and 108): *belonging* is that the place changes too.
struct Adjustment: Identifiable, Sendable {
    let id: Key<Adjustment>
    let kind: Kind
    let words: String
    let askedBy: Worry.Named
    let askedAt: Date
    let turns: [Turn]

    enum Kind: String, CaseIterable, Sendable, Column {
        case length
        case room
        case meeting
        case route
        case days
        case recording
        case other

        var name: String {
            switch self {
            case .length: "How long a slot is"
            case .room: "The room"
            case .meeting: "When or how we meet"
            case .route: "How people are referred"
            case .days: "My days and hours here"
            case .recording: "What I am asked to record"
            case .other: "Something else"
            }
        }

        /// As colleagues read it.
        var told: String {
            self == .days ? "Their days and hours here" : self == .recording ? "What is to be recorded" : name
        }
    }

    enum Act: String, Sendable, Column {
        case yes
        case talk
        case no
        case notYet = "not_yet"
        case done
        case letGo = "let_go"
    }

    /// One thing that was said to it.
    struct Turn: Sendable {
        let act: Act
        let words: String
        let by: Day?
        let saidBy: Worry.Named
        let saidAt: Date
    }

    /// Where it is. Each case carries what is known only then.
    enum Standing: Equatable, Sendable {
        case asked(since: Date)
        case agreed(by: Day)
        case toTalk(since: Date)
        case declined(at: Date)
        case done(at: Date)
        case letGo(at: Date)
    }

    enum Refused: Refusal {
        case over
        case notAgreed

        var sentence: String {
            switch self {
            case .over: "The link worker has said already how this ended."
            case .notAgreed: "The practice has not said yes to this yet. It can be done once they have."
            }
        }
    }

    /// Within so many working days the practice should answer.
    static let promise = 5
}

extension Adjustment {
    var standing: Standing {
        turns.reduce(.asked(since: askedAt)) { standing, turn in
            switch turn.act {
            case .yes: .agreed(by: turn.by ?? Day(turn.saidAt))
            case .talk: .toTalk(since: turn.saidAt)
            case .no: .declined(at: turn.saidAt)
            case .notYet: standing
            case .done: .done(at: turn.saidAt)
            case .letGo: .letGo(at: turn.saidAt)
            }
        }
    }

    /// Owed still: answered with yes and not done is owed as much as not answered.
    var isOpen: Bool {
        switch standing {
        case .asked, .agreed, .toTalk: true
        case .declined, .done, .letGo: false
        }
    }

    /// Whether nothing more is said to it. A no may still become a yes.
    var isOver: Bool {
        switch standing {
        case .asked, .agreed, .toTalk, .declined: false
        case .done, .letGo: true
        }
    }

    var awaitsPractice: Bool {
        switch standing {
        case .asked, .toTalk: true
        case .agreed, .declined, .done, .letGo: false
        }
    }

    /// The day that was named has come, and the link worker has not said how it is.
    func awaitsLinkWorker(at now: Date) -> Bool {
        guard case .agreed(let day) = standing, day <= Day(now) else { return false }
        return turns.last?.act == .yes
    }

    /// The clock, in words.
    func state(at now: Date) -> String {
        let today = Day(now)
        switch standing {
        case .asked(let since):
            return Day(since).workingDays(until: today) > Self.promise
                ? "no answer for more than \(Self.promise) working days" : "not answered yet"
        case .agreed(let day):
            if turns.last?.act == .notYet { return "agreed by \(day.short), and not yet so" }
            return day < today
                ? "agreed by \(day.short); \(askedBy.name) has not said that it is so"
                : "agreed, by \(day.short)"
        case .toTalk(let since): return "to be talked over, since \(Day(since).short)"
        case .declined(let at): return "not possible, with the reason, \(Day(at).short)"
        case .done(let at): return "done, says \(askedBy.name), \(Day(at).short)"
        case .letGo(let at): return "not needed any more, says \(askedBy.name), \(Day(at).short)"
        }
    }

    /// Whether somebody may say this now. Whose turn it is at all is the door's matter.
    func admits(_ act: Act) throws(Refused) {
        guard !isOver else { throw .over }
        switch act {
        case .done, .notYet:
            guard case .agreed = standing else { throw .notAgreed }
        case .yes, .talk, .no, .letGo: break
        }
    }
}
