import Foundation
import Kernel
import Store

/// What a referrer may read of how it goes: goals and steps, never a note. Kept
/// back where the person asked that their referrer is not told (governance, 4.2).
struct PlanSummary: Sendable {
    let goals: [Goal]
    let standing: Standing

    enum Standing: Sendable, Equatable {
        case waiting
        case going
        case closed
        /// They would rather their referrer did not hear.
        case keptPrivate
    }
}

/// The summaries of those whom one member referred, as a clinician or a link
/// worker of the practice they referred from.
struct PlanSummaries: Sendable {
    let store: any Store
    let member: Member

    /// Part of the referral's page, which notes the look.
    func open(_ referral: Referral.ID) async throws -> PlanSummary {
        try await store.read { view in
            try view.summary(of: referral, about: person(of: referral, in: view))
        }
    }

    private func person(of referral: Referral.ID, in view: any Reader) throws -> Person.ID {
        let found: Person.ID? = try view.value(
            """
            SELECT person
            FROM referral
            WHERE id = \(referral) AND referrer = \(member.id)
                AND referring IN (\(each: member.organisations(as: .clinician, .linkWorker)))
            """
        )
        guard let found else { throw Missing() }
        return found
    }
}

extension Reader {
    fileprivate func summary(of referral: Referral.ID, about person: Person.ID) throws -> PlanSummary {
        if case .objected = try newsAgreement(of: person) {
            return PlanSummary(goals: [], standing: .keptPrivate)
        }
        let found: Case.ID? = try value("SELECT id FROM \"case\" WHERE referral = \(referral)")
        guard let found else { return PlanSummary(goals: [], standing: .waiting) }
        guard try newsExtent(of: found) == .summary else {
            return PlanSummary(goals: [], standing: .keptPrivate)
        }
        return try PlanSummary(
            goals: plan(of: found)?.goals.map(\.withoutNotes) ?? [],
            standing: openClosing(of: found) == nil ? .going : .closed
        )
    }
}

extension Goal {
    fileprivate var withoutNotes: Goal {
        let steps = steps.map { Step(words: $0.words, who: $0.who, standing: $0.standing, note: "") }
        return Goal(words: words, steps: steps)
    }
}
