import Foundation
import Kernel
import Store

/// A few lines to whoever referred somebody about how it goes, their own words
/// first (paper, lines 66-71). What is asked of the reader stands above everything,
/// and if it is nothing that is said (PRSB message back: *plan and requested actions*).
struct News: Identifiable, Sendable {
    let id: Key<News>
    let milestone: Milestone
    var asked: String?
    var words: String
    let sentAt: Date

    /// What gave the occasion. That it did not help is as much worth telling as
    /// that it did (paper, line 111).
    enum Milestone: String, CaseIterable, Sendable, Column {
        case contact
        case plan
        case introduction
        case notReached = "not_reached"
        case couldNotHelp = "could_not_help"
        case ending
        case nothingNew = "nothing_new"

        var name: String {
            switch self {
            case .contact: "We have talked"
            case .plan: "There is a plan"
            case .introduction: "Introduced to a group"
            case .notReached: "Not reached yet"
            case .couldNotHelp: "Could not help, because…"
            case .ending: "How it ended"
            case .nothingNew: "Nothing new"
            }
        }
    }

    /// So that nobody takes it for more than it is (hazard H09).
    static let label = "From a link worker. Not clinical advice."

    /// About this long reads in ten seconds; the most that is sent is half as much again.
    static let length = 80
    static let longest = 120

    /// What stands in the place of the words where the person lets only codes go.
    static let codesOnly = "They chose that only the codes for your record go to you."

    /// As it may be read since they chose so.
    var withCodesOnly: News {
        var news = self
        (news.asked, news.words) = (nil, Self.codesOnly)
        return news
    }

    var heading: String { Self.heading(asked) }

    static func heading(_ asked: String?) -> String {
        "Asked of you: \(asked ?? "none")"
    }

    enum Refused: Refusal {
        case cameThemselves
        case objected
        case codesOnly
        case groupNeedsYes
        case nobodyReads

        var sentence: String {
            switch self {
            case .cameThemselves: "They came by themselves, so there is nobody to tell."
            case .objected: "They said no to this. Nothing may be told unless they change their mind."
            case .codesOnly:
                "They chose that only the codes go. Nothing was sent: ask them, or send the codes alone."
            case .groupNeedsYes:
                "A group referred them, and a group hears only after a clear yes. Ask them first."
            case .nobodyReads:
                "Whoever referred them has left, or gets no news in what they do. Nothing was sent."
            }
        }
    }
}

extension News: Stored {
    static let columns: SQL = "news.id, news.milestone, news.asked, news.words, news.sent_at"

    init(_ row: Row) throws {
        try self.init(
            id: row("id"),
            milestone: row("milestone"),
            asked: row("asked"),
            words: row("words"),
            sentAt: row("sent_at")
        )
    }
}
