import Foundation
import Kernel
import Store

extension OwnPageWords {
    fileprivate static let howItWent = OwnPageWords(
        subject: "How has it been?",
        words: "How has it been going? One tap is enough, and you need not answer:"
    )
}

/// Asking the person, once, how it went. The words give nothing away, whoever
/// reads them: neither the group nor the service is in them (hazard H05).
extension Writer {
    /// Where no message is safe their link worker asks, and sees that it is time.
    func askThem(_ answered: IntroductionWatch.Waiting, _ site: WebAddress, at now: Date) throws -> Bool {
        let introduction = answered.introduction
        guard try !has("SELECT 1 FROM own_question WHERE introduction = \(introduction.id)") else {
            return false
        }
        let earlier = try askedJustNow(introduction.caseID, at: now)
        let message =
            try earlier
            ?? write(.howItWent, to: answered.person, of: introduction.caseID, site, by: nil, at: now)
        try run(
            """
            INSERT INTO own_question (introduction, message, asked_at)
            VALUES (\(introduction.id), \(message), \(now))
            """
        )
        return true
    }

    /// Two groups in one week are one question: their page asks about both.
    private func askedJustNow(_ id: Case.ID, at now: Date) throws -> Message.ID? {
        try value(
            """
            SELECT own_question.message
            FROM own_question
            JOIN introduction ON introduction.id = own_question.introduction
            WHERE introduction."case" = \(id) AND own_question.message IS NOT NULL
                AND own_question.asked_at > \(now.addingTimeInterval(-7 * 86_400))
            LIMIT 1
            """
        )
    }
}
