import Foundation
import Kernel
import Store

extension SeedFile.Arranged {
    /// A change to how the work is run, and what was said to it.
    struct Changed: Decodable, Sendable {
        let by: String
        let practice: String?
        let kind: String
        let words: String
        /// Days ago it was written, and days from today it begins.
        let ago: Int
        let begins: Int
        let small: String?
        let voices: [Voice]?
        let dispute: Said?
        let settled: Settled?
        let answer: Answered?

        struct Voice: Decodable, Sendable {
            let by: String
            /// Nothing where they speak for themselves.
            let kind: String?
            let role: String?
            let words: String
            let ago: Int
        }

        struct Said: Decodable, Sendable {
            let by: String
            let words: String
            let ago: Int
        }

        struct Settled: Decodable, Sendable {
            let by: String
            let words: String
            let ago: Int
            let matters: Bool
            let begins: Int
        }

        struct Answered: Decodable, Sendable {
            let words: String
            let altered: Bool
            let ago: Int
        }
    }
}

extension SeedGround {
    func change(_ one: SeedFile.Arranged.Changed, in network: String) async throws {
        func door(_ by: String) throws -> ChangeNotices {
            try ChangeNotices(store: store, member: member(by), site: site)
        }
        let asked = try ChangeNotices.Asked(
            place: .init(network: place(network), practice: one.practice.map(place)),
            kind: ChangeNotice.Kind(rawValue: one.kind) ?? .other,
            words: one.words,
            startsOn: Day(now).advanced(by: one.begins),
            small: one.small
        )
        let id = try await door(one.by).write(asked, at: instant(one.ago, "09:15"))
        if let dispute = one.dispute {
            try await door(dispute.by).dispute(id, dispute.words, at: instant(dispute.ago, "12:40"))
        }
        if let settled = one.settled {
            let said = ChangeNotices.Settled(
                isMaterial: settled.matters,
                words: settled.words,
                startsOn: Day(now).advanced(by: settled.begins)
            )
            try await door(settled.by).settle(id, said, at: instant(settled.ago, "17:05"))
        }
        for voice in one.voices ?? [] {
            let at = instant(voice.ago, "15:20")
            if let kind = voice.kind.flatMap(ChangeNotice.Voice.Kind.init(rawValue:)) {
                let heard = ChangeNotices.Heard(kind: kind, role: voice.role ?? "", words: voice.words)
                try await door(voice.by).record(heard, on: id, at: at)
            } else {
                try await door(voice.by).say(voice.words, on: id, at: at)
            }
        }
        if let answer = one.answer {
            try await door(one.by)
                .publish(answer.words, isAltered: answer.altered, of: id, at: instant(answer.ago, "16:30"))
        }
    }
}
