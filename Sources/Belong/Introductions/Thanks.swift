import Foundation
import Kernel
import Store

/// What goes back to a group that welcomed somebody: a line of thanks, once. It
/// names nobody (peers, row 60).
struct Thanks: Sendable {
    enum Refused: Refusal {
        case already

        var sentence: String { "You have thanked them already." }
    }
}

extension Introductions {
    func thank(_ id: Introduction.ID, _ words: String, at now: Date = .now) async throws {
        let me = member
        do {
            try await change(id, at: now) { work, introduction in
                guard let activity = try work.activity(introduction.activity) else { throw Missing() }
                guard try !work.has("SELECT 1 FROM thanks WHERE introduction = \(id)") else {
                    throw Thanks.Refused.already
                }
                let message = try work.reach(activity).map { channel, recipient in
                    Message(
                        id: Message.ID(at: now),
                        channel: channel,
                        recipient: recipient,
                        subject: "Thank you from \(me.name)",
                        body: "To everyone at \(activity.name): \(words) \(me.name), link worker",
                        dueAt: now
                    )
                }
                if let message { try work.add(message, about: nil, by: me.id, at: now) }
                try work.run(
                    """
                    INSERT INTO thanks (introduction, words, message, thanked_by, thanked_at)
                    VALUES (\(id), \(words), \(message?.id), \(me.id), \(now))
                    """
                )
            }
        } catch is Conflict {
            throw Thanks.Refused.already
        }
    }
}
