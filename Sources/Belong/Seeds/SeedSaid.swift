import Foundation
import Kernel
import Store
import Web

/// What the made-up people said of how things are, the stories they let be told, and what
/// colleagues said about asking: `Seeds/said.json`.
struct SeedSaid: Decodable, Sendable {
    let answers: [Answers]
    let askings: [Asking]
    let stories: [Telling]
    let reviews: [Review]
    let instruments: [Licensed]
    let talks: [Talk]

    struct Answers: Decodable, Sendable {
        let person: String
        let by: String
        let measure: String
        let way: String
        let daysAgo: Int
        let time: String?
        let values: [Int?]
        let goals: [String]?
        let skip: String?
        let looked: Bool
    }

    /// Asked by link; answered there, if there are values.
    struct Asking: Decodable, Sendable {
        let person: String
        let by: String
        let measure: String
        let daysAgo: Int
        let values: [Int?]?
    }

    struct Telling: Decodable, Sendable {
        let person: String
        let by: String
        let kind: String
        let title: String
        let words: String
        let daysAgo: Int
        let agreed: Bool?
        let asked: Bool?
    }

    struct Review: Decodable, Sendable {
        let by: String
        let measure: String
        let daysAgo: Int
        let words: String
    }

    struct Licensed: Decodable, Sendable {
        let by: String
        let `for`: String
        let name: String
        let holder: String?
        let number: String?
        let untilInDays: Int?
    }

    struct Talk: Decodable, Sendable {
        let by: String
        let practice: String
        let measure: String
        let daysAgo: Int
        let why: String
        let use: String
        let turns: [Turn]
        let answer: Turn?

        struct Turn: Decodable, Sendable {
            let by: String
            let daysAgo: Int
            let words: String
            let answer: String?
        }
    }
}

extension SeedGround {
    func say(_ said: SeedSaid) async throws {
        for review in said.reviews {
            try await Measures(store: store, member: member(review.by))
                .review(measure(review.measure), review.words, at: instant(review.daysAgo, nil))
        }
        for licensed in said.instruments { try await license(licensed) }
        for answers in said.answers { try await answer(answers) }
        for asking in said.askings { try await ask(asking) }
        for telling in said.stories { try await tell(telling) }
        for one in said.talks { try await talk(one) }
    }

    private func measure(_ path: String) throws -> Measure {
        guard let measure = Measure(path: path) else {
            throw Seeds.Refused.unreadable("no measure is called \(path)")
        }
        return measure
    }

    private func of(_ person: String) async throws -> Case.ID {
        guard let id = try await ownCase(person) else {
            throw Seeds.Refused.unreadable("nobody is called \(person)")
        }
        return id
    }

    private func given(_ values: [Int?], _ skip: String? = nil) -> AnswersGiven {
        let marks = values.enumerated().compactMap { place, value in value.map { (place + 1, $0) } }
        return AnswersGiven(
            values: Dictionary(marks, uniquingKeysWith: { first, _ in first }),
            skip: skip.flatMap(Skip.init) ?? .noReason
        )
    }

    private func license(_ licensed: SeedSaid.Licensed) async throws {
        let door = try Instruments(store: store, member: member(licensed.by))
        let began = instant(120, nil)
        let id = try await door.add(licensed.name, for: place(licensed.for), at: began)
        guard let holder = licensed.holder, let number = licensed.number, let days = licensed.untilInDays
        else {
            return
        }
        let told = LicenceTold(holder: holder, number: number, until: Day(now).advanced(by: days))
        try await door.record(told, for: id, at: began)
    }

    private func answer(_ said: SeedSaid.Answers) async throws {
        let (id, cases) = try await (of(said.person), Cases(store: store, member: member(said.by)))
        let at = instant(said.daysAgo, said.time)
        let answering = try await cases.write(
            given(said.values, said.skip),
            to: measure(said.measure),
            goals: said.goals ?? [],
            MeasureAnswering.Way(rawValue: said.way) ?? .together,
            of: id,
            at: at
        )
        if said.looked { try await cases.lookedTogether(at: answering, of: id, at: at) }
    }

    private func ask(_ asking: SeedSaid.Asking) async throws {
        let (id, cases) = try await (of(asking.person), Cases(store: store, member: member(asking.by)))
        let at = instant(asking.daysAgo, nil)
        try await cases.ask(measure(asking.measure), of: id, at: site, now: at)
        guard let values = asking.values else { return }
        let token = try await store.write { try $0.makeLink(to: .ownPage, id, at: at).token }
        guard let asked = try await store.read({ try $0.askings(of: id, at: at).first }) else { return }
        try await OwnAnswers(store: store)
            .say(given(values), to: asked.id, token, at: instant(asking.daysAgo, "20:15"))
    }

    private func tell(_ telling: SeedSaid.Telling) async throws {
        let (id, cases) = try await (of(telling.person), Cases(store: store, member: member(telling.by)))
        let at = instant(telling.daysAgo, nil)
        let known = try await cases.knownOfThem(id, at: at)
        let pointed = StoryForm.points(telling.title, telling.words, known)
        let form = StoryForm(
            kind: telling.kind,
            title: telling.title,
            words: telling.words,
            stays: pointed.map(\.key)
        )
        let story = try await cases.tell(form.read(known), of: id, at: at)
        if telling.asked == true { try await cases.askThem(about: story, of: id, at: site, now: at) }
        guard telling.agreed == true,
            let version = try await store.read({
                try $0.stories("meeting_story.id = \(story)").first?.version.id
            })
        else { return }
        let yes = StoryAnswer(agreed: true, words: "")
        try await cases.hear(yes, to: version, of: story, in: id, at: instant(telling.daysAgo, "11:30"))
    }

    private func talk(_ talk: SeedSaid.Talk) async throws {
        let door = try MeasureTalks(store: store, member: member(talk.by))
        let id = try await door.open(
            MeasureWish(why: talk.why, use: talk.use),
            for: measure(talk.measure),
            at: place(talk.practice),
            now: instant(talk.daysAgo, nil)
        )
        for turn in talk.turns {
            try await MeasureTalks(store: store, member: member(turn.by))
                .say(turn.words, in: id, at: instant(turn.daysAgo, "14:00"))
        }
        guard let answer = talk.answer, let kind = answer.answer.flatMap(MeasureTalk.Answer.init) else {
            return
        }
        try await MeasureTalks(store: store, member: member(answer.by))
            .answer(kind, answer.words, to: id, at: instant(answer.daysAgo, nil))
    }
}
