import Foundation
import Kernel
import Store

/// What an invitation says behind its link and on paper: who suggested it and whether they talked
/// about it, who will be in touch, roughly when and from where, and that no is fine.
extension Invitation {
    static func suggested(by suggester: String?, isTold: Bool, _ practice: String) -> String {
        guard let suggester else { return "You asked \(practice) for some extra help." }
        return isTold
            ? "\(suggester) and you talked about some extra help."
            : "\(suggester) thought that some extra help might be good for you, and suggested a link worker."
    }

    var paragraphs: [String] {
        isNeutral ? [neutral, ring].compactMap(\.self) : [beginning, who, ring, no].compactMap(\.self)
    }

    private var neutral: String {
        "Someone from \(practice.name) would like a word when it suits you. Nothing is wrong. You can say no, and that is "
            + "fine."
    }

    private var beginning: String {
        Self.suggested(by: suggester, isTold: isTold, practice.name)
            + " A link worker is not a doctor. They have time to listen, and they know what goes on round here: company, "
            + "money, housing, getting out, being heard."
    }

    private var who: String {
        if wish?.answer == .no {
            return "You said no, so nobody will be in touch unless you change your mind."
        }
        let (name, job) =
            ringing.names.isEmpty
            ? ("A link worker", "")
            : (
                ringing.names.joined(separator: " or "),
                ringing.names.count == 1 ? ", a link worker" : ", link workers"
            )
        let act = mayRing ? "ring you" : "be in touch"
        let comma = job.isEmpty ? "" : ","
        let first =
            ringing.isCertain
            ? "\(name)\(job) at \(practice.name)\(comma) will \(act) \(ringing.when)."
            : "\(name)\(job) at \(practice.name)\(comma) would like to \(act), \(ringing.when)."
        guard mayRing, let phone = ringing.phone else { return first }
        return "\(first) The call comes from \(phone)."
    }

    /// The surgery's own number, or else theirs who rings.
    private var ring: String? {
        guard mayRing else { return nil }
        if let phone = practice.phone { return "Any questions? Ring \(practice.name) on \(phone)." }
        guard !isNeutral, let phone = ringing.phone, let name = ringing.names.first else { return nil }
        return "Any questions? Ring \(name) on \(phone)."
    }

    private var no: String {
        "You can say yes, no or another time. It is fine to say no, and nothing else changes at the surgery. Nothing "
            + "happens without you."
    }
}

extension Reader {
    /// Whoever has them, or was asked for, or else those of the practice who take new people.
    func ringing(_ referral: Referral, askedFor: Member.ID?, at now: Date) throws -> Invitation.Ringing {
        let there = try neighbours(of: [referral.practice], at: now)
        let holder: Member.ID? = try value(
            "SELECT \(Case.holder) FROM \"case\" WHERE referral = \(referral.id)"
        )
        if let holder, let name: String = try value("SELECT name FROM member WHERE id = \(holder)") {
            return try Invitation.Ringing(
                names: [name],
                phone: there.first { $0.id == holder }?.profile?.phone,
                when: promise(of: holder, at: referral.practice, now),
                isCertain: true
            )
        }
        let meant = there.filter { askedFor == nil ? $0.pausedUntil == nil : $0.id == askedFor }
        return try Invitation.Ringing(
            names: meant.count > 3 ? [] : meant.map(\.name),
            phone: meant.count == 1 ? meant[0].profile?.phone : nil,
            when: expectation(of: askedFor, at: referral.practice, now),
            isCertain: false
        )
    }
}
