import Foundation
import Kernel
import Store

/// Somebody who said no, before or after a link worker took the referral on. It
/// stands where link workers look before they ring.
struct SaidNo: Sendable {
    let referral: Referral.ID
    let name: String
    let saidAt: Date
    let path: String

    /// Read before anything else, and safe aloud. Where their words may mean danger, that comes first.
    static func warning(_ givenName: String, isToLookAt: Bool = false) -> String {
        isToLookAt
            ? "\(givenName) said no to a call. Look at their words first, and at who should ring them."
            : "\(givenName) said no: do not ring."
    }
}

extension Referrals {
    /// Those of the last four weeks: in all my practices before anybody had them, and my own since.
    func saidNo(at now: Date = .now) async throws -> [SaidNo] {
        let (theirs, me) = (inMyPractices(at: now), member.id)
        return try await store.read { view in
            try view.rows(
                """
                SELECT given_name, wish.said_at, referral.id AS referral, "case".id AS opened
                FROM wish
                JOIN referral ON referral.id = wish.referral
                JOIN particulars ON particulars.person = referral.person AND particulars.replaced_by IS NULL
                LEFT JOIN "case" ON "case".referral = referral.id
                WHERE \(theirs) AND wish.answer = 'no' AND wish.replaced_by IS NULL
                    AND wish.said_at > \(now.addingTimeInterval(-28 * 86_400))
                    AND ("case".id IS NULL OR \(Case.holder) = \(me))
                    AND NOT \(Case.isClosed)
                ORDER BY wish.said_at DESC, referral.id
                """
            )
            .map { row in
                let (referral, opened): (Referral.ID, Case.ID?) = try (row("referral"), row("opened"))
                return try SaidNo(
                    referral: referral,
                    name: row("given_name"),
                    saidAt: row("said_at"),
                    path: opened.map { "/cases/\($0)/call" } ?? "/referrals/\(referral)"
                )
            }
        }
    }
}
