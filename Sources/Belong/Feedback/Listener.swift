import Foundation
import Kernel
import Store

/// Whoever the news of a case is for, and whether they may hear it. A practice may
/// unless the person objected; a group only after a yes (governance, section 4.1).
struct Listener: Sendable {
    let name: String?
    let referrer: Member.ID?
    let route: Referral.Route
    let isReading: Bool
    let agreement: NewsAgreement
    let extent: NewsExtent.Kind

    func told() throws(News.Refused) -> Member.ID {
        guard route != .own, let referrer else { throw .cameThemselves }
        guard extent != .nothing else { throw .objected }
        if route == .vcse, case .notAsked = agreement { throw .groupNeedsYes }
        guard isReading else { throw .nobodyReads }
        return referrer
    }

    var isAgreed: Bool {
        if case .agreed = agreement { true } else { false }
    }

    /// Those who hear how it goes in what they do: the front desk and the manager
    /// do not (governance, section 4.2).
    static let roles: [Role] = [.clinician, .linkWorker, .supervisor, .coordinator]

    /// Whether the referrer still works where they referred from. `referral` must be in the query.
    static let isStillThere: SQL = """
        EXISTS (
            SELECT 1 FROM membership
            WHERE membership.member = referral.referrer
                AND membership.organisation = COALESCE(referral.referring, referral.practice)
                AND membership.role IN (\(each: roles))
                AND \(Member.Membership.current))
        """
}

extension Reader {
    func listener(to about: Case) throws -> Listener {
        let row = try rows(
            """
            SELECT member.name, referral.referrer, referral.route,
                CASE WHEN \(Listener.isStillThere) THEN 1 ELSE 0 END AS is_reading
            FROM referral
            LEFT JOIN member ON member.id = referral.referrer
            WHERE referral.id = \(about.referral)
            """
        ).first
        guard let row else { throw Missing() }
        return try Listener(
            name: row("name"),
            referrer: row("referrer"),
            route: row("route"),
            isReading: row("is_reading") == 1,
            agreement: newsAgreement(of: about.person),
            extent: newsExtent(of: about.id)
        )
    }
}

extension Listener {
    /// Why nothing may be told, if so.
    var refusal: String? {
        do throws(News.Refused) {
            _ = try told()
            return nil
        } catch {
            return error.sentence
        }
    }
}
