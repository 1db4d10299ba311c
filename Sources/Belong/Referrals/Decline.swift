import Foundation
import Kernel
import Store

/// A referral that a link worker cannot take on, with a reason the referrer reads.
struct Decline: Sendable {
    let reason: Reason
    let words: String

    enum Reason: String, CaseIterable, Sendable, Column {
        case clinical
        case elsewhere
        case outside
        case already
        case noRoom = "no_room"
        case other

        var name: String {
            switch self {
            case .clinical: "Needs a clinician first"
            case .elsewhere: "Someone else can help better"
            case .outside: "Outside what a link worker does"
            case .already: "Already being helped"
            case .noRoom: "No room for anyone new just now"
            case .other: "Something else"
            }
        }
    }

    enum Refused: Refusal {
        case noLongerWaiting
        case noWords

        var sentence: String {
            switch self {
            case .noLongerWaiting: "This referral is no longer waiting."
            case .noWords: "Write a line for the referrer: what could they do instead?"
            }
        }
    }
}

extension Referrals {
    /// Declines: the person hears kindly that nobody will ring, and the referrer reads why.
    func decline(_ id: Referral.ID, _ decline: Decline, at now: Date = .now) async throws {
        let (me, words) = (member.id, decline.words.asWritten)
        guard !words.isEmpty, words.count <= 2_000 else { throw Decline.Refused.noWords }
        do {
            try await store.write { work in
                let referral = try findToChange(id, in: work, at: now)
                guard referral.isWaiting else { throw Decline.Refused.noLongerWaiting }
                try work.run(
                    """
                    INSERT INTO decline (referral, reason, words, declined_by, declined_at)
                    VALUES (\(id), \(decline.reason), \(words), \(me), \(now))
                    """
                )
                try work.withdrawLinks(to: id, at: now)
                try work.sendNotice(of: decline, to: referral, by: me, at: now)
                try work.tell(referral, of: decline, by: me, at: now)
                try work.log(.changed, id, about: referral.person, by: me, at: now)
            }
        } catch is Conflict {
            throw Decline.Refused.noLongerWaiting
        }
    }
}
