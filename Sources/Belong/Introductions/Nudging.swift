import Foundation
import Kernel
import Store

/// What the watch does for one introduction, once each.
extension Writer {
    /// Asks again, by message only: a group that was rung or given paper is the
    /// link worker's to ring, and stands on their list from the start.
    func nudge(
        _ waiting: IntroductionWatch.Waiting,
        number: Int,
        _ site: WebAddress,
        at now: Date
    ) throws -> Bool {
        let id = waiting.introduction.id
        guard waiting.introduction.way == .message, let activity = try activity(waiting.introduction.activity)
        else { return false }
        guard try activity.isOffered && reach(activity) != nil else { return try escalate(id, at: now) }
        let message = try ask(id, activity, site, again: true, at: now)
        try add(message, about: waiting.person, by: nil, at: now)
        try run(
            """
            INSERT INTO introduction_nudge (introduction, number, message, nudged_at)
            VALUES (\(id), \(number), \(message.id), \(now))
            """
        )
        return true
    }

    /// Puts it on the link worker's list.
    func escalate(_ id: Introduction.ID, at now: Date) throws -> Bool {
        try run(
            """
            INSERT INTO introduction_escalation (introduction, escalated_at)
            VALUES (\(id), \(now))
            ON CONFLICT (introduction) DO NOTHING
            """
        ) == 1
    }

    /// Asks the group once how it went. One that no message reaches is asked by
    /// the link worker, who sees that it is time.
    func askHowItWent(_ answered: IntroductionWatch.Waiting, _ site: WebAddress, at now: Date) throws -> Bool
    {
        let id = answered.introduction.id
        guard try !has("SELECT 1 FROM attendance_question WHERE introduction = \(id)"),
            let activity = try activity(answered.introduction.activity)
        else { return false }
        let message = try question(id, to: activity, site, at: now)
        if let message { try add(message, about: answered.person, by: nil, at: now) }
        try run(
            """
            INSERT INTO attendance_question (introduction, message, asked_at)
            VALUES (\(id), \(message?.id), \(now))
            """
        )
        return true
    }

    private func question(
        _ id: Introduction.ID,
        to activity: Activity,
        _ site: WebAddress,
        at now: Date
    ) throws -> Message? {
        guard let (channel, recipient) = try reach(activity) else { return nil }
        let link = try makeLink(to: .outcome, id, at: now)
        return Message(
            id: Message.ID(at: now),
            channel: channel,
            recipient: recipient,
            subject: "How did it go?",
            body: """
                Some weeks ago you said yes to someone at \(activity.name). How did it go? \
                One tap, no account: \(link.address(at: site))
                """,
            dueAt: now
        )
    }
}
