import Foundation
import Kernel
import Store

/// The end of a case, in the person's terms. Listening alone is a complete
/// outcome, and *did not help* is an honest one (paper, line 3).
struct Closing: Sendable {
    let outcome: Outcome
    let words: String
    /// How they can come back, as their own page says it.
    let wayBack: String

    enum Outcome: String, CaseIterable, Sendable, Column {
        case reached
        case some
        case listening
        case didNotHelp = "did_not_help"
        case notReached = "not_reached"
        case moved
        case died

        var name: String {
            switch self {
            case .reached: "What mattered was reached"
            case .some: "Some of it was reached"
            case .listening: "Being listened to was enough"
            case .didNotHelp: "It did not help, because…"
            case .notReached: "They could not be reached"
            case .moved: "They moved away"
            case .died: "They have died"
            }
        }

        /// In the story, said gently.
        var said: String {
            switch self {
            case .reached: "Closed: what mattered was reached"
            case .some: "Closed: some of it was reached"
            case .listening: "Closed: being listened to was enough"
            case .didNotHelp: "Closed: it did not help"
            case .notReached: "Closed: they could not be reached"
            case .moved: "Closed: they moved away"
            case .died: "They died"
            }
        }

        /// In a line to whoever referred them.
        var told: String {
            switch self {
            case .reached: "We have come to the end: what mattered was reached."
            case .some: "We have come to the end: some of what mattered was reached."
            case .listening: "We have come to the end: being listened to was what helped."
            case .didNotHelp: "We have come to the end. It did not help, and I have written why."
            case .notReached: "I could not reach them, and have closed this for now."
            case .moved: "They have moved away, and we have come to the end."
            case .died: "I am sorry to say that they have died."
            }
        }

        /// Whether there is somebody to give their plan to.
        var keepsPlan: Bool {
            switch self {
            case .reached, .some, .listening, .didNotHelp, .moved: true
            case .notReached, .died: false
            }
        }
    }

    /// That nobody has come back from it. `closing` must be in the query.
    static let stands: SQL = "NOT EXISTS (SELECT 1 FROM reopening WHERE reopening.closing = closing.id)"

    enum Refused: Refusal {
        case already

        var sentence: String { "This case is closed already." }
    }
}

extension Cases {
    /// Closes a case, and gives them their plan if that is asked and there is
    /// somebody to give it to. If they died nobody is written to again.
    func close(
        _ id: Case.ID,
        _ closing: Closing,
        giving site: WebAddress? = nil,
        draft: Draft.ID? = nil,
        at now: Date = .now
    ) async throws {
        let me = member.id
        do {
            try await store.write { work in
                let found = try findToChange(id, in: work, at: now)
                guard try work.openClosing(of: id) == nil else { throw Closing.Refused.already }
                try work.add(closing, to: id, by: me, at: now)
                if closing.outcome == .died { try work.end(everythingOf: found, by: me, at: now) }
                if let site, closing.outcome.keepsPlan { try work.givePlan(of: found, site, by: me, at: now) }
                try work.endDraft(draft, of: me, at: now)
                try work.log(.changed, id, about: found.person, by: me, at: now)
            }
        } catch is Conflict {
            throw Closing.Refused.already
        }
    }
}

extension Writer {
    func add(_ closing: Closing, to id: Case.ID, by member: Member.ID, at now: Date) throws {
        let earlier: Int = try value("SELECT COUNT(*) FROM closing WHERE closing.\"case\" = \(id)") ?? 0
        try run(
            """
            INSERT INTO closing (id, "case", number, outcome, words, way_back, closed_at, closed_by)
            VALUES (\(Key<Closing>(at: now)), \(id), \(earlier + 1), \(closing.outcome), \(closing.words),
                \(closing.wayBack), \(now), \(member))
            """
        )
    }

    /// No message goes to somebody who has died, no link about them stays open, a
    /// group's no more than their own, and no colleague goes on with them (hazard H14).
    fileprivate func end(everythingOf found: Case, by member: Member.ID, at now: Date) throws {
        let nobody = Reaching(channels: [], mayLeaveVoicemail: false, isNeutral: true, words: "has died")
        try write(nobody, of: found.person, by: member, at: now)
        let cases: [Case.ID] = try values("SELECT id FROM \"case\" WHERE person = \(found.person)")
        let introductions: [Introduction.ID] = try values(
            "SELECT id FROM introduction WHERE introduction.\"case\" IN (\(each: cases))"
        )
        try withdrawLinks(of: found.person, at: now)
        for id in introductions { try withdrawLinks(to: id, at: now) }
        for other in cases where try openClosing(of: other) == nil {
            try add(Closing(outcome: .died, words: "", wayBack: ""), to: other, by: member, at: now)
            try log(.changed, other, about: found.person, by: member, at: now)
        }
    }
}

extension Closing: Stored {
    init(_ row: Row) throws {
        try self.init(outcome: row("outcome"), words: row("words"), wayBack: row("way_back"))
    }
}
