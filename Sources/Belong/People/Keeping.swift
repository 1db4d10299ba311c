import Foundation
import Kernel
import Store
import Web

/// What is learnt of somebody as one goes along: what they need, what a visitor
/// should know, who may hear.
extension People {
    func add(_ need: AccessNeed, to id: Person.ID, at now: Date = .now) async throws {
        let me = member.id
        try await change(id, at: now) { work in
            guard try !work.accessNeeds(of: id).contains(need) else { throw AccessNeed.Refused.known }
            try work.add(need, of: id, by: me, at: now)
        }
    }

    /// Ends one; that it was there once stays readable.
    func end(_ need: Key<AccessNeed>, of id: Person.ID, at now: Date = .now) async throws {
        let me = member.id
        try await change(id, at: now) { work in
            let needs = try work.known(of: id).needs
            guard let ended = needs.first(where: { $0.id == need })?.need else {
                throw AccessNeed.Refused.ended
            }
            // Two records that were brought together may both have said it.
            for alike in needs where alike.need == ended { try work.end(alike.id, by: me, at: now) }
        }
    }

    func write(
        _ risk: VisitRisk,
        of id: Person.ID,
        because reason: String,
        from version: String,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await change(id, at: now) { work in
            try work.versions(of: id).risk.mustBe(version, "risk")
            try work.write(risk, of: id, because: reason, by: me, at: now)
        }
    }

    /// What a referral said otherwise is not so, now that they were asked.
    func keepWhatStands(of id: Person.ID, against referral: Referral.ID, at now: Date = .now) async throws {
        let me = member.id
        try await change(id, at: now) { try $0.answerSaid(referral, .stands, of: id, by: me, at: now) }
    }

    func write(
        newsAgreed agreed: Bool,
        of id: Person.ID,
        from version: String,
        at now: Date = .now
    ) async throws {
        let me = member.id
        try await change(id, at: now) { work in
            try work.versions(of: id).agreement.mustBe(version, "agreed")
            try work.write(newsAgreed: agreed, of: id, by: me, at: now)
        }
    }
}

extension AccessNeed {
    enum Refused: Refusal {
        case known
        case ended

        var sentence: String {
            switch self {
            case .known: "That they need this is known already."
            case .ended: "This has been ended already."
            }
        }
    }
}

extension String {
    /// The version that stands must be the one its form was made from.
    fileprivate func mustBe(_ version: String, _ field: String) throws(Problems) {
        guard self != version else { return }
        var problems = Problems()
        problems.add(field, Correction.meanwhile)
        throw problems
    }
}
