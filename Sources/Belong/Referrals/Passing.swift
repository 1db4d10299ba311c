import Foundation
import Kernel
import Store
import Web

/// Handing a waiting referral to a colleague who has the skill or the language
/// for it. It goes on waiting, in the colleague's sight first.
struct Passing: Sendable {
    enum Refused: Refusal {
        case noLongerWaiting
        case notAColleague
        case pausing

        var sentence: String {
            switch self {
            case .noLongerWaiting: "This referral is no longer waiting, so it cannot be passed on."
            case .pausing:
                "That colleague takes no new people just now. Choose somebody else, or keep it waiting."
            case .notAColleague: "That colleague does not work with this practice."
            }
        }
    }
}

extension Referrals {
    func pass(_ id: Referral.ID, to colleague: Member.ID, _ words: String, at now: Date = .now) async throws {
        let (me, words) = (member.id, try Problems.words(words, upTo: 2_000))
        try await store.write { work in
            let referral = try findToChange(id, in: work, at: now)
            guard referral.isWaiting else { throw Passing.Refused.noLongerWaiting }
            guard colleague != me, try work.isPlaced(colleague, at: referral.practice, on: Day(now)) else {
                throw Passing.Refused.notAColleague
            }
            guard try work.pauses(of: [colleague], on: Day(now)).isEmpty else {
                throw Passing.Refused.pausing
            }
            try work.run(
                """
                INSERT INTO passing (id, referral, passed_by, passed_to, words, passed_at)
                VALUES (\(Key<Passing>(at: now)), \(id), \(me), \(colleague), \(words), \(now))
                """
            )
            try work.log(.changed, id, about: referral.person, by: me, at: now)
        }
    }
}
