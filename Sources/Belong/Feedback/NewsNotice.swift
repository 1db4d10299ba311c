import Foundation
import Kernel
import Store

extension Writer {
    /// Tells the person, once, that a few lines go to whoever suggested this and
    /// that they may say no. Goes by a safe channel only; without one it is for
    /// the link worker to say, and the page reminds them.
    func tellTheyMaySayNo(_ about: Case, by member: Member, at now: Date) throws {
        let safe = try safeAddress(of: about.person)
        let notice = try NewsNotice(
            givenName: particulars(of: about.person).givenName,
            linkWorker: member.name,
            practice: value("SELECT name FROM organisation WHERE id = \(about.practice)") ?? "",
            isNeutral: safe?.isNeutral ?? true
        )
        let message = safe.map { $0.message("A word from us", notice.words, at: now) }
        let isFirst = try !has("SELECT 1 FROM news_notice WHERE \"case\" = \(about.id)")
        guard isFirst else { return }
        if let message { try add(message, about: about.person, by: member.id, at: now) }
        try run(
            """
            INSERT INTO news_notice ("case", message, told_at)
            VALUES (\(about.id), \(message?.id), \(now))
            """
        )
    }
}

/// The words that tell somebody they may say no to news. With somebody else
/// looking over the shoulder they name nobody and nothing (hazard H05).
struct NewsNotice: Sendable {
    let givenName: String
    let linkWorker: String
    let practice: String
    let isNeutral: Bool

    var words: String {
        isNeutral
            ? "Hello \(givenName). We may pass on a line about how things are. You can say no: just tell us."
            : """
            Hello \(givenName). Whoever suggested me at \(practice) hears in a line or two how it goes. \
            If you would rather they did not, tell me. It is fine to say no, and nothing else changes. \(linkWorker)
            """
    }
}
