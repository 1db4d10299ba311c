import Foundation
import Kernel
import Store

/// The places picked out for somebody, from their own side: they may say whether
/// one still runs. What is kept says that somebody who goes said so, not who.
struct OwnShortlist: Sendable {
    let store: any Store

    func say(_ isRunning: Bool, of activity: Activity.ID, _ token: String, at now: Date = .now) async throws {
        try await store.write { work in
            let id: Case.ID = try work.opened(token, .ownPage, at: now)
            let isTheirs = try work.has(
                """
                SELECT 1 FROM shortlisting
                WHERE shortlisting."case" = \(id) AND activity = \(activity) AND removed_at IS NULL
                """
            )
            guard isTheirs else { throw Missing() }
            let person: Person.ID? = try work.value("SELECT person FROM \"case\" WHERE id = \(id)")
            try work.confirm(activity, .person, isRunning: isRunning, by: nil, at: now)
            try work.log(.changed, id, about: person, by: .person, at: now)
        }
    }
}

/// What may be sent from somebody's own page: words of theirs beside ours, or
/// whether a place still runs.
struct OwnPageForm: Decodable, Sendable {
    var news: String?
    var words: String?
    var activity: String?
    var runs: String?

    var told: (activity: Activity.ID, isRunning: Bool)? {
        guard let activity = activity.flatMap({ Activity.ID($0) }), let runs else { return nil }
        return (activity, runs == "yes")
    }
}
