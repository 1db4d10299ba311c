import Foundation
import Kernel
import Store

/// A telephone number, an e-mail address or a place that a referral gives for somebody
/// known, and that is not what is kept of them.
///
/// It changes nothing by itself. A number may be the abuser's, or the one she has left
/// behind (hazard H05), and the referral may be about another of the same name (H02). So
/// the version that is kept stands; what was said stays with the referral, as its source,
/// for a link worker who asks them and then puts it right. Until then nothing is sent
/// where the two do not agree: neither the old address nor the new is known to be safe.
struct SaidOtherwise: Sendable {
    /// An NHS number that is kept with another name or birthday.
    var number: NHSNumber?
    var phone: PhoneNumber?
    var email: EmailAddress?
    var address: String?
    /// What a group or the public page says somebody known needs.
    var needs: [AccessNeed] = []

    /// Whether they can say *it is so*: whose a number is has to be looked up.
    var mayBeSo: Bool {
        phone != nil || email != nil || address != nil || !needs.isEmpty
    }

    /// The ways that lead somewhere else than what is kept.
    var channels: Set<Reaching.Channel> {
        let ways: [(Bool, Set<Reaching.Channel>)] = [
            (phone != nil, [.text, .call]), (email != nil, [.email]), (address != nil, [.letter]),
        ]
        return ways.filter(\.0).reduce(into: []) { $0.formUnion($1.1) }
    }

    /// For whoever asks them.
    var lines: [String] {
        [
            number.map { "NHS number \($0). It is kept with another name or birthday: look whose it is" },
            phone.map { "Telephone \($0)" },
            email.map { "E-mail \($0)" },
            address.map { "Address \($0)" },
            needs.isEmpty ? nil : "Needs: \(needs.map(\.flag).joined(separator: ", "))",
        ]
        .compactMap(\.self)
    }
}

extension Particulars {
    /// What of this does not agree with what is kept. A number nobody knew yet counts too:
    /// that none was kept may have its reason.
    func saidOtherwise(than known: Particulars, number: NHSNumber?) -> SaidOtherwise {
        SaidOtherwise(
            number: number,
            phone: phone == known.phone ? nil : phone,
            email: email?.folded == known.email?.folded ? nil : email,
            address: address?.folded == known.address?.folded ? nil : address
        )
    }
}

extension Reaching {
    func without(_ others: Set<Channel>) -> Reaching {
        Reaching(
            channels: channels.subtracting(others),
            mayLeaveVoicemail: mayLeaveVoicemail,
            isNeutral: isNeutral,
            words: words
        )
    }
}

extension SaidOtherwise: Stored {
    /// Columns of `referral`.
    static let columns: SQL = "said_number, said_phone, said_email, said_address"

    init(_ row: Row) throws {
        try self.init(
            number: row("said_number"),
            phone: row("said_phone"),
            email: row("said_email"),
            address: row("said_address")
        )
    }
}

extension SaidOtherwise {
    /// What a referral said of somebody and nobody has asked them about yet.
    struct Open: Sendable {
        let referral: Referral.ID
        let madeOn: Day
        let referrer: String?
        let said: SaidOtherwise

        /// *Said with the referral of 14 April by Dr Patel*, as the reason of a new version.
        var source: String {
            "Said with the referral of \(madeOn.short)\(referrer.map { " by \($0)" } ?? "")"
        }
    }
}

extension Reader {
    /// The oldest first, so that the last word is read last.
    func saidOtherwise(of person: Person.ID) throws -> [SaidOtherwise.Open] {
        let needs = try saidNeeds(of: person)
        return try rows(
            """
            SELECT referral.id, referral.made_at, member.name AS referrer_name, \(SaidOtherwise.columns)
            FROM referral
            LEFT JOIN member ON member.id = referral.referrer
            WHERE person = \(person)
                AND (COALESCE(said_number, said_phone, said_email, said_address) IS NOT NULL
                    OR EXISTS (SELECT 1 FROM said_need WHERE said_need.referral = referral.id))
                AND NOT EXISTS (SELECT 1 FROM said_answer WHERE said_answer.referral = referral.id)
            ORDER BY referral.made_at, referral.id
            """
        ).map { row in
            let referral: Referral.ID = try row("id")
            var said = try SaidOtherwise(row)
            said.needs = needs[referral] ?? []
            return try SaidOtherwise.Open(
                referral: referral,
                madeOn: Day(row("made_at") as Date),
                referrer: row("referrer_name"),
                said: said
            )
        }
    }

    private func saidNeeds(of person: Person.ID) throws -> [Referral.ID: [AccessNeed]] {
        let found: [(Referral.ID, AccessNeed)] = try rows(
            """
            SELECT said_need.referral, kind, said_need.words
            FROM said_need
            JOIN referral ON referral.id = said_need.referral
            WHERE referral.person = \(person)
            ORDER BY kind, said_need.id
            """
        ).map { try ($0("referral"), AccessNeed($0)) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}
