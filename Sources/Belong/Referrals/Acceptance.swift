import Foundation
import Kernel
import Store

/// A link worker taking a referral on. From here the person is someone's to look after.
struct Acceptance: Sendable {
    let referral: Referral.ID
    let linkWorker: Member.ID
    let acceptedAt: Date

    enum Refused: Refusal {
        case alreadyAccepted
        case noLongerWaiting

        var sentence: String {
            switch self {
            case .alreadyAccepted: "A colleague has already accepted this referral."
            case .noLongerWaiting: "This referral is no longer waiting to be accepted."
            }
        }
    }
}

extension Referral {
    func accepted(by member: Member.ID, at now: Date) throws(Acceptance.Refused) -> Acceptance {
        switch progress {
        case .waiting: Acceptance(referral: id, linkWorker: member, acceptedAt: now)
        case .accepted: throw .alreadyAccepted
        case .declined, .withdrawn: throw .noLongerWaiting
        }
    }
}

extension Referrals {
    /// Accepts a referral and opens the case it becomes, together or not at all.
    @discardableResult
    func accept(_ id: Referral.ID, at now: Date = .now) async throws -> Case.ID {
        let (me, member) = (member.id, member)
        do {
            return try await store.write { work in
                let referral = try findToChange(id, in: work, at: now)
                let acceptance = try referral.accepted(by: me, at: now)
                try work.add(acceptance)
                let opened = Case(opening: referral, by: acceptance)
                try work.add(opened)
                try work.tellWhoTakesOn(referral, by: member, at: now)
                try work.log(.changed, id, about: referral.person, by: me, at: now)
                return opened.id
            }
        } catch is Conflict {
            throw Acceptance.Refused.alreadyAccepted
        }
    }
}

extension Writer {
    fileprivate func add(_ acceptance: Acceptance) throws {
        try run(
            """
            INSERT INTO acceptance (referral, link_worker, accepted_at)
            VALUES (\(acceptance.referral), \(acceptance.linkWorker), \(acceptance.acceptedAt))
            """
        )
    }
}
