import Foundation
import Kernel
import Store

extension SeedFile {
    /// What the link workers agreed, know and ask each other.
    struct Team: Decodable, Sendable {
        let specialisms: [String: [String]]
        let loads: [AgreedOn]
        let asked: [Asked]
        let pausing: [String]
        let busy: [Elsewhere]

        struct AgreedOn: Decodable, Sendable {
            let linkWorker: String
            let people: Int
            let words: String
            let with: String
            let days: Int
            let isProposal: Bool?
        }

        struct Asked: Decodable, Sendable {
            let by: String
            let words: String
            let days: Int
            let answers: [Answer]

            struct Answer: Decodable, Sendable {
                let by: String
                let words: String
                let isKept: Bool?
            }
        }

        /// In which hours of tomorrow somebody is busy elsewhere.
        struct Elsewhere: Decodable, Sendable {
            let linkWorker: String
            let from: String
            let until: String
        }
    }
}

extension SeedGround {
    func team(_ team: SeedFile.Team) async throws {
        for (key, kinds) in team.specialisms.sorted(by: { $0.key < $1.key }) {
            let profiles = try Profiles(store: store, member: member(key))
            guard var profile = try await profiles.mine() else { continue }
            profile.specialisms = kinds.compactMap(Specialism.init(rawValue:))
            try await profiles.write(profile, at: instant(20, nil))
        }
        for load in team.loads { try await agree(load) }
        for asked in team.asked { try await ask(asked) }
        for key in team.pausing { try await Pauses(store: store, member: member(key)).begin(at: now) }
        for elsewhere in team.busy { try await keepFree(elsewhere) }
    }

    private func agree(_ load: SeedFile.Team.AgreedOn) async throws {
        let (linkWorker, supervisor) = try (member(load.linkWorker), member(load.with))
        let said = try await Loads(store: store, member: linkWorker)
            .say(load.people, load.words, for: linkWorker.id, at: instant(load.days, "10:00"))
        guard load.isProposal != true else { return }
        try await Loads(store: store, member: supervisor).agree(said, at: instant(load.days, "11:00"))
    }

    private func ask(_ asked: SeedFile.Team.Asked) async throws {
        let peers = try Peers(store: store, member: member(asked.by))
        let id = try await peers.ask(asked.words, in: nil, at: instant(asked.days, "09:30"))
        for answer in asked.answers {
            try await Peers(store: store, member: member(answer.by))
                .answer(id, answer.words, at: instant(asked.days - 1, "12:00"))
        }
        let answers = try await peers.open(id, at: instant(asked.days - 1, "13:00")).question.answers
        for (answer, said) in zip(asked.answers, answers) where answer.isKept == true {
            try await peers.keep(said.id, of: id, at: now)
        }
    }

    /// A calendar as somebody's own would be, written here and read as any other.
    private func keepFree(_ elsewhere: SeedFile.Team.Elsewhere) async throws {
        let day = Day(now).advanced(by: 1).description.replacing("-", with: "")
        let (from, until) = (
            elsewhere.from.replacing(":", with: ""), elsewhere.until.replacing(":", with: "")
        )
        let text = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:1
            DTSTART;TZID=Europe/London:\(day)T\(from)00
            DTEND;TZID=Europe/London:\(day)T\(until)00
            RRULE:FREQ=WEEKLY
            END:VEVENT
            END:VCALENDAR
            """
        let source = BusySource { _ in Data(text.utf8) }
        try await BusyCalendars(store: store, member: member(elsewhere.linkWorker), source: source)
            .add("https://calendar.belong.example/\(elsewhere.linkWorker).ics", at: now)
    }
}
