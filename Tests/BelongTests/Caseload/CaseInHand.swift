import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// Jean's case with Amara, as most stories here begin.
struct CaseInHand: Sendable {
    let here: Neighbourhood
    let referral: Referral.ID
    let person: Person.ID
    let id: Case.ID

    var now: Date { Neighbourhood.now }
    var path: String { "/cases/\(id)" }

    init(reaching: Reaching = Neighbourhood.reaching) async throws {
        here = try await Neighbourhood()
        let began = Neighbourhood.now - 3 * 86_400
        referral = try await here.refers(reaching: reaching, at: began)
        person = try await here.person(of: referral)
        id = try await here.accepts(referral, at: began)
    }

    func cases(seenBy member: Member? = nil) -> Cases {
        Cases(store: here.store, member: member ?? here.amara)
    }

    /// A conversation, an hour ago unless said otherwise.
    static func told(
        _ matters: String = "A reason to cook again.",
        daysAgo days: Double = 0,
        knewWhy: Contact.KnewWhy? = .partly,
        outcome: Contact.Outcome = .reached
    ) -> Contact.Told {
        var told = Contact.Told.nothing
        told.beganAt = Neighbourhood.now - days * 86_400 - 3600
        (told.matters, told.knewWhy, told.outcome) = (matters, knewWhy, outcome)
        return told
    }

    @discardableResult
    func talks(
        _ told: Contact.Told = Self.told(),
        at now: Date = Neighbourhood.now
    ) async throws
        -> Contact.ID
    {
        try await cases().write(told, on: id, at: now)
    }

    static let goals = [
        Goal(
            words: "Eat with somebody twice a week",
            steps: [
                Step(
                    words: "Thursday lunch",
                    who: "Jean, with Amara",
                    standing: .going,
                    note: "a secret note"
                )
            ]
        )
    ]

    @discardableResult
    func plans(
        _ goals: [Goal] = Self.goals,
        from plan: Plan.ID? = nil,
        at now: Date = Neighbourhood.now
    )
        async throws -> Plan.ID
    {
        let revision = Revision(goals: goals, words: "", from: plan, contact: nil)
        return try await cases().revise(id, revision, at: now)
    }

    func ends(_ outcome: Closing.Outcome = .listening, at now: Date = Neighbourhood.now) async throws {
        let closing = Closing(outcome: outcome, words: "She was heard.", wayBack: "Ring us.")
        try await cases().close(id, closing, at: now)
    }

    /// Amara's time at Elm Street ended on that day.
    func placementEnds(on day: Day) async throws {
        let (amara, practice) = (here.amara.id, here.elmStreet.id)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO placement_end (placement, ended_on)
                SELECT id, \(day) FROM placement WHERE link_worker = \(amara) AND practice = \(practice)
                """
            )
        }
    }

    func looks(_ act: LogEntry.Act = .looked) async throws -> Int {
        try await here.count("log_entry WHERE act = \(act.rawValue) AND person = \(person)")
    }

    /// The fields of the form of a conversation, as a browser sends them.
    static func typed(
        matters: String = "",
        outcome: String = "reached",
        knewWhy: String = "yes",
        because: String = "",
        day: String = "2026-04-14",
        draft: Draft.ID = Draft.ID()
    ) -> KeyValuePairs<String, String> {
        [
            "mode": "phone", "place": "", "day": day, "time": "09:00", "minutes": "", "outcome": outcome,
            "tried": "", "next": "", "knewWhy": knewWhy, "matters": matters, "helps": "", "hinders": "",
            "more": "", "because": because, "draft": "\(draft)",
        ]
    }
}
