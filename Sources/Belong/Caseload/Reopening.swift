import Foundation
import Kernel
import Store
import Web

/// Somebody coming back. The case goes on where it was, with its whole story.
struct Reopening: Sendable {
    enum Refused: Refusal {
        case notClosed
        case noWords

        var sentence: String {
            switch self {
            case .notClosed: "This case is open already."
            case .noWords: "Say in a line what brings them back."
            }
        }
    }
}

extension Cases {
    func reopen(_ id: Case.ID, _ typed: String, at now: Date = .now) async throws {
        let (me, words) = (member.id, try Problems.words(typed, upTo: 2_000))
        guard !words.isEmpty else { throw Reopening.Refused.noWords }
        do {
            try await store.write { work in
                let found = try findToChange(id, in: work, at: now)
                guard let closing = try work.openClosing(of: id) else { throw Reopening.Refused.notClosed }
                try work.run(
                    """
                    INSERT INTO reopening (closing, words, reopened_at, reopened_by)
                    VALUES (\(closing), \(words), \(now), \(me))
                    """
                )
                try work.log(.changed, id, about: found.person, by: me, at: now)
            }
        } catch is Conflict {
            throw Reopening.Refused.notClosed
        }
    }
}
