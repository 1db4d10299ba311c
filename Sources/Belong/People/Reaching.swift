import Foundation
import Kernel
import Store

/// How somebody can be reached *safely*: which channels, whether a message may
/// be left, whether its words must give nothing away. Asked before the first
/// message goes anywhere (hazard H05).
struct Reaching: Sendable, Equatable {
    let channels: Set<Channel>
    let mayLeaveVoicemail: Bool
    /// Names no service, no group and no reason: somebody else may read it.
    let isNeutral: Bool
    let words: String

    enum Channel: String, CaseIterable, Sendable {
        case text
        case call
        case email
        case letter

        var name: String {
            switch self {
            case .text: "Text"
            case .call: "Phone call"
            case .email: "E-mail"
            case .letter: "Letter"
            }
        }
    }

    /// As the head of their page says it: *text first, then a call · no voicemail*.
    var summary: String {
        let ways = Channel.allCases.filter(channels.contains).map { $0.name.lowercased() }
        let safe = ways.isEmpty ? "no safe way known yet" : "safe by \(ways.joined(separator: ", "))"
        let voicemail = channels.contains(.call) && !mayLeaveVoicemail ? "no voicemail" : nil
        let neutral = isNeutral ? "neutral words only" : nil
        return [safe, voicemail, neutral, words.isEmpty ? nil : words].compactMap(\.self).joined(
            separator: " · "
        )
    }
}

extension Reaching {
    /// Only what was called safe both times, which may be nothing: for a message
    /// that goes out before anybody could ask, and for two records of one person.
    func agreed(with told: Reaching) -> Reaching {
        Reaching(
            channels: channels.intersection(told.channels),
            mayLeaveVoicemail: mayLeaveVoicemail && told.mayLeaveVoicemail,
            isNeutral: isNeutral || told.isNeutral,
            words: words.joined(to: told.words, by: "; ")
        )
    }
}

extension String {
    /// Both, unless one is empty or was said before.
    func joined(to more: String, by joint: String) -> String {
        let said = components(separatedBy: joint).map(\.folded)
        if more.folded.isEmpty || said.contains(more.folded) { return self }
        return folded.isEmpty ? more : self + joint + more
    }
}

extension Reaching: Stored {
    init(_ row: Row) throws {
        let channels: [(Channel, String)] = [
            (.text, "by_text"), (.call, "by_call"), (.email, "by_email"), (.letter, "by_letter"),
        ]
        self.channels = try Set(channels.compactMap { channel, column in try row(column) ? channel : nil })
        mayLeaveVoicemail = try row("by_voicemail")
        isNeutral = try row("is_neutral")
        words = try row("words")
    }
}

extension Reader {
    /// There is none before anybody has asked them.
    func reaching(_ person: Person.ID) throws -> Reaching? {
        try first(
            """
            SELECT by_text, by_call, by_voicemail, by_email, by_letter, is_neutral, words
            FROM reaching
            WHERE person = \(person) AND replaced_by IS NULL
            """
        )
    }
}

extension Writer {
    func write(
        _ reaching: Reaching,
        of person: Person.ID,
        as key: UUID? = nil,
        because reason: String? = nil,
        by member: Member.ID?,
        at now: Date
    ) throws {
        let person = try hold(person)
        let id = key.map { Key<Reaching>($0) } ?? Key(at: now)
        try run("UPDATE reaching SET replaced_by = \(id) WHERE person = \(person) AND replaced_by IS NULL")
        try run(
            """
            INSERT INTO reaching (id, person, by_text, by_call, by_voicemail, by_email, by_letter, is_neutral,
                words, recorded_at, recorded_by, reason)
            VALUES (\(id), \(person), \(reaching.channels.contains(.text)), \(reaching.channels.contains(.call)),
                \(reaching.mayLeaveVoicemail), \(reaching.channels.contains(.email)),
                \(reaching.channels.contains(.letter)), \(reaching.isNeutral), \(reaching.words), \(now), \(member),
                \(reason))
            """
        )
        // What was sent where it was safe once may be read by somebody else there now.
        if !reaching.hasWrittenWay { try withdrawLinks(of: person, at: now) }
    }
}
