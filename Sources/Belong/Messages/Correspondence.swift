import Foundation
import Kernel
import Store
import Web

/// What went to somebody and what they sent back, for whoever holds or covers their case.
struct Correspondence: Sendable {
    let store: any Store
    let member: Member

    private var cases: Cases { Cases(store: store, member: member) }

    enum Refused: Refusal {
        case nowhere

        var sentence: String {
            "No text and no e-mail is known to be safe for them. Ring them, or ask them when you meet."
        }
    }

    /// Words to send, with whether they give nothing away.
    struct Words: Sendable {
        let text: String
        let isNeutral: Bool
    }

    func page(_ id: Case.ID, at now: Date = .now) async throws -> CorrespondencePage {
        let cases = cases
        return try await cases.open(id, at: now) { view, found in
            guard try cases.isMine(found, in: view, at: now) else { throw Missing() }
            let told = try view.particulars(of: found.person)
            let safe = try view.safeAddress(of: found.person)
            return try CorrespondencePage(
                id: id,
                givenName: told.givenName,
                listed: told.listed,
                way: safe.flatMap { $0.channel == .letter ? nil : $0 },
                isOpen: view.openClosing(of: id) == nil,
                lines: view.lines(with: found.person),
                prompt: view.redFlag(in: found, for: member.id, at: now)
            )
        }
    }

    func send(_ words: Words, to id: Case.ID, at now: Date = .now) async throws {
        let (cases, me) = (cases, member.id)
        try await store.write { work in
            let found = try cases.findOpen(id, in: work, at: now)
            guard let safe = try work.safeAddress(of: found.person), safe.channel != .letter else {
                throw Refused.nowhere
            }
            if safe.isNeutral, !words.isNeutral {
                var problems = Problems()
                problems.add("neutral", "Somebody else may read it: confirm that it gives nothing away")
                throw problems
            }
            var message = try safe.message(
                "A word from \(work.practice(found.practice).name)",
                words.text,
                at: now
            )
            message.wording = words.isNeutral ? .neutral : .open
            try work.add(message, about: found.person, by: me, at: now)
            try work.log(.sent, message.id, about: found.person, by: me, at: now)
        }
    }
}

extension Reader {
    /// The latest hundred of each, the newest first.
    fileprivate func lines(with person: Person.ID) throws -> [CorrespondencePage.Line] {
        let ours: [CorrespondencePage.Line] = try rows(
            """
            SELECT message.made_at, message.body, message.channel, member.name,
                (SELECT outcome FROM dispatch
                    WHERE dispatch.message = message.id ORDER BY tried_at DESC LIMIT 1) AS outcome,
                (SELECT status FROM notify_end
                    JOIN notify_taken ON notify_taken.notification = notify_end.notification
                    WHERE notify_taken.message = message.id ORDER BY ended_at DESC LIMIT 1) AS status
            FROM message
            LEFT JOIN member ON member.id = message.made_by
            WHERE message.person = \(person) AND message.wording IS NOT NULL
            ORDER BY message.made_at DESC, message.id
            LIMIT 100
            """
        ).map { row in
            let (body, author): (String, String?) = try (row("body"), row("name"))
            let (outcome, status): (String?, String?) = try (row("outcome"), row("status"))
            let channel: Message.Channel = try row("channel")
            return try CorrespondencePage.Line(
                at: row("made_at"),
                isTheirs: false,
                from: author ?? "Belong",
                // What opens something is theirs alone.
                words: body.replacing(/https?:\/\/\S+/, with: "(their link)"),
                standing: "\(channel.name) · \(CorrespondencePage.Line.standing(outcome, status))"
            )
        }
        let theirs: [CorrespondencePage.Line] = try rows(
            """
            SELECT came_at, body, is_stop
            FROM arrival
            WHERE person = \(person)
            ORDER BY came_at DESC, id
            LIMIT 100
            """
        ).map { row in
            let isStop: Bool = try row("is_stop")
            return try CorrespondencePage.Line(
                at: row("came_at"),
                isTheirs: true,
                from: "",
                words: row("body"),
                standing: isStop ? "They want no more texts, and get none" : ""
            )
        }
        return (ours + theirs).sorted { $0.at > $1.at }
    }
}

extension CorrespondencePage.Line {
    fileprivate static func standing(_ outcome: String?, _ status: String?) -> String {
        switch (outcome, status) {
        case ("sent", "delivered"): "arrived"
        case ("sent", _): "sent"
        case ("withheld", _): "kept here, not sent"
        case ("given_up", _): "did not reach them"
        default: "on its way"
        }
    }
}
