import Foundation
import Kernel
import Store

@testable import Belong

/// Where somebody was, and what they were invited to.
extension Facts {
    /// The diary has them at Elm Street for a while that day.
    func isThere(_ days: Double) async throws {
        let (id, begins, who, place) = (DiaryEntry.ID(), Self.day(days), here.amara.id, here.elmStreet.id)
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO diary_entry (id, first, member, kind, practice, begins_at, ends_at, words, place, own_place,
                    made_at, made_by)
                VALUES (\(id), \(id), \(who), 'meeting', \(place), \(begins), \(begins + 900), '', '', '',
                    \(begins - 86_400), \(who))
                """
            )
        }
    }

    func meets(
        _ days: Double,
        answer: String? = nil,
        ended: Double? = nil,
        at practice: Organisation? = nil
    ) async throws {
        let (id, placement, here) = (Meeting.ID(), self.placement, self.here)
        let (place, at) = ((practice ?? here.elmStreet).id, Self.day(days))
        try await here.store.write { work in
            try work.run(
                """
                INSERT INTO team_meeting (id, practice, name, begins_at, ends_at, place, made_at, made_by)
                VALUES (\(id), \(place), 'Team', \(at), \(at + 3600), '', \(at - 86_400 * 30), \(here.peter.id))
                """
            )
            if let answer {
                try work.run(
                    """
                    INSERT INTO meeting_answer (meeting, placement, answer, said_at, said_by)
                    VALUES (\(id), \(placement), \(answer), \(at + 7200), \(here.amara.id))
                    """
                )
            }
            if let ended {
                try work.run(
                    """
                    INSERT INTO team_meeting_end (meeting, ended_at, ended_by)
                    VALUES (\(id), \(Self.day(ended)), \(here.peter.id))
                    """
                )
            }
        }
    }
}
