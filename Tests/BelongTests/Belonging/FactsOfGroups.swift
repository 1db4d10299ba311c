import Foundation
import Kernel
import Store

@testable import Belong

/// Who was introduced to which group, and what came of it.
extension Facts {
    /// Somebody was introduced by paper or message; the group answers, and says how it went.
    @discardableResult
    func introduces(
        _ days: Double,
        to group: Activity.ID,
        by linkWorker: Member? = nil,
        at practice: Organisation? = nil,
        answered: Double? = nil,
        answer: String = "yes",
        told: Double? = nil,
        withdrawn: Double? = nil
    ) async throws -> Introduction.ID {
        let made = try await refers(days + 1, at: practice, to: linkWorker)
        let (id, at) = (Introduction.ID(), Self.day(days))
        try await here.store.write { work in
            let message = try work.message(at: at)
            try work.run(
                """
                INSERT INTO introduction (id, "case", activity, way, words, agreed_by, message, made_by, made_at)
                VALUES (\(id), \(made.id), \(group), 'message', 'Jean would like to come', 'phone', \(message),
                    \(made.linkWorker), \(at))
                """
            )
            if let answered {
                try work.run(
                    """
                    INSERT INTO introduction_answer (id, introduction, answer, words, said_at)
                    VALUES (\(Key<GroupAnswer>()), \(id), \(answer), '', \(Self.day(answered)))
                    """
                )
            }
            if let told {
                try work.run(
                    """
                    INSERT INTO attendance (id, introduction, told_by, answer, words, said_at)
                    VALUES (\(Key<Attendance>()), \(id), 'group', 'coming', '', \(Self.day(told)))
                    """
                )
            }
            if let withdrawn {
                try work.run(
                    """
                    INSERT INTO introduction_withdrawal (introduction, withdrawn_at)
                    VALUES (\(id), \(Self.day(withdrawn)))
                    """
                )
            }
        }
        return id
    }
}

extension Writer {
    /// Words that are on their way to a group.
    fileprivate func message(at now: Date) throws -> Message.ID {
        let id = Message.ID()
        try run(
            """
            INSERT INTO message (id, channel, recipient, subject, body, made_at, due_at)
            VALUES (\(id), 'email', 'lunch@example.org', '', '', \(now), \(now))
            """
        )
        return id
    }
}
