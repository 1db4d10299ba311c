import Foundation
import Kernel
import Store

/// What somebody has begun to write and not sent yet, kept exactly as typed. It
/// is theirs alone until they send it, and gone when they do.
struct Draft: Identifiable, Sendable {
    let id: Key<Draft>
    /// The form's fields as a browser sends them, without the session's token.
    let content: String
    let beganAt: Date
    let savedAt: Date

    /// The forms that are kept as they are written.
    enum Form: String, CaseIterable, Sendable, Column {
        case referral
        case contact
        case note
        case plan
        case closing
        case introduction
        case news
    }

    /// What was typed, without what belongs to one sending or one session.
    static func content(of body: String) -> String {
        let notTyped = ["formToken=", "nonce=", "draft=", "draftPage="]
        return body.split(separator: "&")
            .filter { field in !notTyped.contains { field.hasPrefix($0) } }
            .joined(separator: "&")
    }
}

extension Draft: Stored {
    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            content: row("content"),
            beganAt: row("began_at"),
            savedAt: row("saved_at")
        )
    }
}
