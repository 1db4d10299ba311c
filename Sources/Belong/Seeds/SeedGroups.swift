import Foundation
import Kernel
import Store

extension SeedFile {
    /// What is known of the groups: who confirmed them, what they put right, how
    /// long they can go on, what colleagues know, and what is missing.
    struct Groups: Decodable, Sendable {
        let confirmations: [CheckNote]
        /// Made sure of so long ago that it is worth a call.
        let stale: [CheckNote]
        let amendments: [PutRight]
        let outlooks: [GoingOn]
        let notes: [Known]
        let gaps: [Missed]
    }

    struct PutRight: Decodable, Sendable {
        let activity: String
        let by: String
        let daysAgo: Int
        let fields: [String: String]
    }

    struct GoingOn: Decodable, Sendable {
        let activity: String
        let by: String
        let daysAgo: Int
        let kind: String
        let inDays: Int?
        let words: String?
    }

    struct Known: Decodable, Sendable {
        let activity: String
        let by: String
        let daysAgo: Int
        let words: String
    }

    struct Missed: Decodable, Sendable {
        let by: String
        let line: String
        let daysAgo: Int
        let times: Int
    }
}

extension SeedGround {
    /// Everything through the same doors as in life.
    func say(_ groups: SeedFile.Groups) async throws {
        for note in groups.stale {
            try await activities(note.by)
                .check(activity(note.activity), .running, by: .rang, at: instant(note.daysAgo, nil))
        }
        for note in groups.confirmations {
            try await activities(note.by).confirm(activity(note.activity), at: instant(note.daysAgo, nil))
        }
        for note in groups.amendments {
            let fields = note.fields.compactMap { name, words in
                ListingField(rawValue: name).map { ($0, words) }
            }
            try await activities(note.by).amend(
                activity(note.activity),
                Dictionary(fields, uniquingKeysWith: { first, _ in first }),
                at: instant(note.daysAgo, nil)
            )
        }
        for note in groups.outlooks {
            let until = note.inDays.map { Day(now).advanced(by: $0) }
            guard let standing = Outlook.Standing(note.kind, until: until) else { continue }
            try await activities(note.by)
                .say(standing, of: activity(note.activity), words: note.words, at: instant(note.daysAgo, nil))
        }
        for note in groups.notes {
            try await activities(note.by)
                .write(note.words, of: activity(note.activity), at: instant(note.daysAgo, nil))
        }
        for missed in groups.gaps { try await miss(missed) }
    }

    private func miss(_ missed: SeedFile.Missed) async throws {
        let gap = Gap(Wanted(reading: missed.line, today: Day(now)))
        for time in 0..<missed.times {
            try await Gaps(store: store, member: member(missed.by))
                .note(gap, at: instant(missed.daysAgo - time, nil))
        }
    }

    private func activities(_ key: String) throws -> Activities {
        try Activities(store: store, member: member(key))
    }
}
