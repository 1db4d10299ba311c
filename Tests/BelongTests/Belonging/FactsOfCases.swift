import Foundation
import Kernel
import Store
import Testing

@testable import Belong

/// What became of somebody.
extension Facts {
    /// Somebody was reached, and it was written down at once.
    func talks(
        _ made: Made,
        _ days: Double,
        knew: String? = nil,
        minutes: Int? = 60,
        mode: String = "phone",
        outcome: String = "reached"
    ) async throws {
        let (id, at) = (Contact.ID(), Self.day(days))
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO contact (id, "case", first, mode, place, began_at, minutes, went_along, outcome, tried,
                    what_next, knew_why, matters, helps, hinders, more, written_at, written_by)
                VALUES (\(id), \(made.id), \(id), \(mode), '', \(at), \(minutes), \(false), \(outcome), '', '', \(knew),
                    '', '', '', '', \(at + 60), \(made.linkWorker))
                """
            )
        }
    }

    func ends(
        _ made: Made,
        _ days: Double,
        _ outcome: String = "some",
        words: String = "She was heard."
    )
        async throws
    {
        let at = Self.day(days)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO closing (id, "case", number, outcome, words, way_back, closed_at, closed_by)
                VALUES (\(Key<Closing>()), \(made.id), 1, \(outcome), \(words), '', \(at), \(made.linkWorker))
                """
            )
        }
    }

    /// News goes to whoever referred; they open it, tap and write, if they do.
    func tells(
        _ made: Made,
        _ days: Double,
        to referrer: Member? = nil,
        opened: Double? = nil,
        verdict: String? = nil,
        words: String? = nil
    ) async throws {
        let (id, at, reader) = (News.ID(), Self.day(days), (referrer ?? here.drPatel).id)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO news (id, "case", referrer, milestone, words, was_agreed, sent_by, sent_at)
                VALUES (\(id), \(made.id), \(reader), 'contact', 'We met.', \(true), \(made.linkWorker), \(at))
                """
            )
            if let opened {
                try work.run(
                    "INSERT INTO news_reading (news, read_by, read_at) VALUES (\(id), \(reader), \(Self.day(opened)))"
                )
            }
            for said in [(verdict, nil), (nil, words)] as [(String?, String?)]
            where said.0 != nil || said.1 != nil {
                try work.run(
                    """
                    INSERT INTO news_reply (id, news, verdict, words, said_by, said_at)
                    VALUES (\(NewsReply.ID()), \(id), \(said.0), \(said.1), \(reader), \(at + 60))
                    """
                )
            }
        }
    }
}
