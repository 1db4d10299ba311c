import Foundation
import Kernel
import Store

extension Reader {
    /// What was said at the referral a case came of, and waited for their word.
    func whatWasSaidFirst(_ referral: Referral.ID) throws -> [Passage] {
        try passages(
            "second thought",
            "SELECT id, said_at AS at FROM second_thought WHERE referral = \(referral)"
        ) { _ in ["What you answered after a no": "Yes, after all"] }
            + passages(
                "said need",
                """
                SELECT said_need.id, made_at AS at, said_need.kind, said_need.words
                FROM said_need
                JOIN referral ON referral.id = said_need.referral
                WHERE said_need.referral = \(referral)
                """
            ) { row in
                try ["What somebody said you need": AccessNeed(kind: row("kind"), words: row("words")).flag]
            }
    }
}
