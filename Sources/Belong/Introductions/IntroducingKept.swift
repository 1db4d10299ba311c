import Foundation
import Kernel
import Store

extension Reader {
    /// Why this person is not introduced to this group now, if so.
    func refusal(to activity: Activity, for id: Case.ID) throws -> Introduction.Refused? {
        do {
            try activity.mayBeJoined()
        } catch {
            return error
        }
        if try hasObjected(to: activity.id, id) { return .objected }
        return try isAsked(activity.id, id) ? .alreadyAsked : nil
    }

    func hasObjected(to activity: Activity.ID, _ id: Case.ID) throws -> Bool {
        try has(
            """
            SELECT 1 FROM introduction_objection
            WHERE introduction_objection."case" = \(id) AND activity = \(activity) AND lifted_at IS NULL
            """
        )
    }

    private func isAsked(_ activity: Activity.ID, _ id: Case.ID) throws -> Bool {
        try has(
            """
            SELECT 1 FROM introduction
            WHERE introduction."case" = \(id) AND introduction.activity = \(activity) AND way <> 'signposting'
                AND NOT EXISTS (
                    SELECT 1 FROM introduction_answer WHERE introduction_answer.introduction = introduction.id)
                AND \(Introduction.stands)
            """
        )
    }

    /// Whether the group is run by whoever employs the link worker somewhere.
    func isEmployed(_ member: Member.ID, by provider: Key<Provider>) throws -> Bool {
        try has(
            """
            SELECT 1 FROM placement
            JOIN welcoming ON welcoming.organisation = placement.employer
            WHERE placement.link_worker = \(member) AND welcoming.provider = \(provider)
                AND \(Welcomings.current)
            """
        )
    }
}

extension Writer {
    func add(
        _ introduction: Introduction,
        _ agreed: [Wording.Part: String],
        _ message: Message.ID?,
        by member: Member.ID
    ) throws {
        try run(
            """
            INSERT INTO introduction (id, "case", activity, way, words, agreed_by, companion, message, made_by,
                made_at)
            VALUES (\(introduction.id), \(introduction.caseID), \(introduction.activity), \(introduction.way),
                \(introduction.words), \(introduction.agreedBy), \(introduction.companion), \(message),
                \(member), \(introduction.madeAt))
            """
        )
        for (part, words) in agreed {
            try run(
                """
                INSERT INTO introduction_part (introduction, part, words)
                VALUES (\(introduction.id), \(part.rawValue), \(words))
                """
            )
        }
    }

    /// Asks the group. The message says nothing about anybody; what was agreed is
    /// behind its link, which expires and can be taken back.
    func ask(
        _ id: Introduction.ID,
        _ activity: Activity,
        _ site: WebAddress,
        again: Bool = false,
        at now: Date
    ) throws -> Message {
        guard let (channel, recipient) = try reach(activity) else { throw Introduction.Refused.noAddress }
        let link = try makeLink(to: .introduction, id, at: now)
        let again = again ? "We asked you some days ago. " : ""
        return Message(
            id: Message.ID(at: now),
            channel: channel,
            recipient: recipient,
            subject: "Someone would like to join \(activity.name)",
            body: """
                Someone would like to join \(activity.name). \(again)Can you welcome them? \
                Read about them and answer with one tap, without an account: \(link.address(at: site))
                """,
            dueAt: now
        )
    }
}
