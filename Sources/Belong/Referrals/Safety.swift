import Foundation
import Kernel
import Store

/// What is known about somebody's safety: how they can be reached without harm, and
/// what a visitor should know. A referral may make it stricter and never looser:
/// whoever refers may not know what somebody else was told in confidence (hazard H05).
struct Safety: Sendable, Equatable {
    let reaching: Reaching?
    let risk: VisitRisk?

    /// The stricter of what was known and what is told now.
    func tightened(by told: Safety) -> Safety {
        Safety(
            reaching: told.reaching.map { reaching?.tightened(by: $0) ?? $0 } ?? reaching,
            risk: told.risk.map { risk?.tightened(by: $0) ?? $0 } ?? risk
        )
    }
}

extension Reaching {
    /// The ways called safe both times; where that leaves none, those that were known.
    /// Neutral words once asked for stay, and a voicemail needs a yes both times.
    func tightened(by told: Reaching) -> Reaching {
        let both = agreed(with: told)
        return both.channels.isEmpty ? both.by(channels) : both
    }

    private func by(_ channels: Set<Channel>) -> Reaching {
        Reaching(
            channels: channels,
            mayLeaveVoicemail: mayLeaveVoicemail,
            isNeutral: isNeutral,
            words: words
        )
    }
}

extension Safety {
    /// What a referral says about somebody's safety, and what becomes of it.
    struct Heard: Sendable {
        let kept: Safety
        /// What a message may go by now.
        let forMessages: Reaching?
        /// What was said and not taken over, for the link worker to ask about.
        let saidReaching: String?
        let saidRisk: String?
    }

    /// Of somebody known a practice may make it stricter; a group, and whoever writes
    /// on the public page, changes nothing. What they said is read by the link worker.
    func hearing(_ told: Safety, from route: Referral.Route) -> Heard {
        let stricter = tightened(by: told)
        let kept = route == .practice || self == Safety(reaching: nil, risk: nil) ? stricter : self
        return Heard(
            kept: kept,
            forMessages: reaching.flatMap { known in told.reaching.map(known.agreed) } ?? kept.reaching,
            saidReaching: kept.reaching == told.reaching ? nil : told.reaching?.summary,
            saidRisk: kept.tightened(by: told).risk == kept.risk ? nil : told.risk?.words
        )
    }
}

extension Writer {
    /// Keeps what a referral says about somebody's safety. They are held meanwhile,
    /// so that of two at once the second hears the first.
    func keep(
        _ told: Safety,
        of person: Person.ID,
        from sender: ReferralRequest.Sender,
        at now: Date
    ) throws -> Safety.Heard {
        _ = try rows("SELECT id FROM person WHERE id = \(person) \(dialect.forUpdate)")
        let known = try Safety(reaching: reaching(person), risk: visitRisk(of: person))
        let heard = known.hearing(told, from: sender.route)
        if let reaching = heard.kept.reaching, reaching != known.reaching {
            try write(reaching, of: person, by: sender.member, at: now)
        }
        if let risk = heard.kept.risk, risk != known.risk {
            try write(risk, of: person, by: sender.member, at: now)
        }
        return heard
    }
}
