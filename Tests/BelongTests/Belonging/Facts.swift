import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// What happened at Elm Street, put straight into the store, so that a signal can be counted by hand.
struct Facts: Sendable {
    let here: Neighbourhood
    let placement: Placement.ID

    static let now = Neighbourhood.now

    init() async throws {
        here = try await Neighbourhood()
        placement = try await here.placement(of: here.amara, at: here.elmStreet)
    }

    static func day(_ days: Double) -> Date {
        now.addingTimeInterval(-days * 86_400)
    }

    /// What one signal finds of a placement: Amara's at Elm Street unless said otherwise.
    func evidence(
        _ signal: Signal.ID,
        of placement: Placement.ID? = nil,
        at moment: Date = Facts.now
    ) async throws -> Evidence? {
        let id = placement ?? self.placement
        let sounding = try #require(Sounding.all.first { $0.signal == signal })
        let row = try #require(try Catalogue.standard().signals.first { $0.id == signal })
        let span = Span(days: row.window.length, until: moment)
        let (alone, network) = (Ground.placement(id), Ground.network(here.network.id))
        return try await here.store.read { view in
            let one = try sounding.ask(view, alone, span)[id]
            // Whoever asks about a whole network is told the same of each.
            #expect(try sounding.ask(view, network, span)[id] == one)
            return one
        }
    }

    /// Nothing known of it, though so much was heard.
    func isKnown(_ signal: Signal.ID, _ evidence: Evidence?) throws -> Bool {
        let row = try #require(try Catalogue.standard().signals.first { $0.id == signal })
        return evidence.map { row.heard($0).known > 0 } ?? false
    }

    func sixteen(at moment: Date = Facts.now, by onlooker: Onlooker = .linkWorker) async throws -> Sixteen {
        let id = placement
        let read = try await here.store.read { view in
            try view.sixteen(.placement(id), at: moment, by: onlooker, now: Facts.now + 999 * 86_400)
        }
        return try #require(read[id])
    }

    struct Made: Sendable {
        let referral: Referral.ID
        let person: Person.ID
        let id: Case.ID
        let linkWorker: Member.ID
    }

    /// Somebody is referred, and accepted on the same day.
    @discardableResult
    func refers(
        _ days: Double,
        by referrer: Member? = nil,
        at practice: Organisation? = nil,
        to linkWorker: Member? = nil,
        asking: Bool = false,
        told: Bool = true,
        route: String = "practice",
        accepted: Bool = true
    ) async throws -> Made {
        let made = Made(
            referral: Referral.ID(),
            person: Person.ID(),
            id: Case.ID(),
            linkWorker: (linkWorker ?? here.amara).id
        )
        let (at, place) = (Self.day(days), (practice ?? here.elmStreet).id)
        let who: Member.ID? = route == "self" ? nil : (referrer ?? here.drPatel).id
        let question = asking ? try await asks(days + 0.01, by: referrer, of: linkWorker, at: practice) : nil
        try await here.store.write { work in
            try work.run(
                "INSERT INTO person (id, practice, made_at) VALUES (\(made.person), \(place), \(at))"
            )
            try work.run(
                """
                INSERT INTO referral (id, person, practice, route, referrer, question, words, other_reason, told_role,
                    told_contact, told_choice, made_at)
                VALUES (\(made.referral), \(made.person), \(place), \(route), \(who), \(question), '', '', \(told),
                    \(told), \(told), \(at))
                """
            )
            guard accepted else { return }
            try work.run(
                """
                INSERT INTO acceptance (referral, link_worker, accepted_at)
                VALUES (\(made.referral), \(made.linkWorker), \(at))
                """
            )
            try work.run(
                """
                INSERT INTO "case" (id, referral, person, practice, link_worker, opened_at)
                VALUES (\(made.id), \(made.referral), \(made.person), \(place), \(made.linkWorker), \(at))
                """
            )
        }
        return made
    }

    @discardableResult
    func asks(
        _ days: Double,
        by asker: Member? = nil,
        of linkWorker: Member? = nil,
        at practice: Organisation? = nil,
        answered: Bool = false
    ) async throws -> Question.ID {
        let (id, at) = (Question.ID(), Self.day(days))
        let (asker, asked) = ((asker ?? here.drPatel).id, (linkWorker ?? here.amara).id)
        let place = (practice ?? here.elmStreet).id
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO question (id, practice, asked_by, asked_of, words, asked_at)
                VALUES (\(id), \(place), \(asker), \(asked), 'Is this one for you?', \(at))
                """
            )
            if answered {
                try work.run(
                    """
                    INSERT INTO remark (id, question, said_by, words, said_at)
                    VALUES (\(Key<Remark>()), \(id), \(asked), 'Yes, gladly', \(at + 60))
                    """
                )
            }
        }
        return id
    }
}
