import Foundation
import Kernel
import Store

/// What is kept of a made-up person, given to them or put elsewhere: how much goes to
/// whoever referred them, a copy of it all, words to print, moving away, and a worry
/// that nobody answered.
extension SeedPlaying {
    func playKept(_ stage: SeedFile.Stage, at now: Date) async throws {
        switch stage.what {
        case .extent:
            let (id, linkWorker) = try openCase
            let extent = stage.answer.flatMap(NewsExtent.Kind.init) ?? .summary
            try await CaseNews(store: ground.store, member: linkWorker).write(extent, of: id, at: now)
        case .hide: try await hide(stage, at: now)
        case .copy:
            let (id, linkWorker) = try openCase
            let cases = Cases(store: ground.store, member: linkWorker)
            let seal = RecordCopy.seal(try await cases.record(id, at: now).passages)
            _ = try await cases.give(.paper, seal, of: id, at: ground.site, now: now)
        case .move: try await move(stage, at: now)
        case .print: try await print(stage, at: now)
        case .silence: try await keepSilent(stage, until: now)
        default: break
        }
    }

    /// Leaves out of every copy what has these words in it.
    private func hide(_ stage: SeedFile.Stage, at now: Date) async throws {
        let (id, linkWorker) = try openCase
        let cases = Cases(store: ground.store, member: linkWorker)
        let passages = try await cases.record(id, at: now).passages
        guard let passage = passages.first(where: { $0.words.contains(stage.words ?? "") }) else {
            throw Missing()
        }
        try await cases.hide(passage.key, .thirdParty, because: stage.reason ?? "", of: id, at: now)
    }

    private func move(_ stage: SeedFile.Stage, at now: Date) async throws {
        let people = try People(store: ground.store, member: openCase.linkWorker)
        let practice = try await people.practice(stage.to)
        let moving = Moving(id: Moving.ID(at: now), to: practice, onward: stage.words)
        try await people.move(person(), moving, ground.site, at: now)
    }

    /// No text or mail service is set up, so an administrator gives the words to print.
    private func print(_ stage: SeedFile.Stage, at now: Date) async throws {
        try await Postman(store: ground.store, carrier: .here).round(at: now)
        let person = try await person()
        let message: Message.ID? = try await ground.store.read {
            try $0.value(
                """
                SELECT id FROM message
                WHERE person = \(person) AND wording IS NOT NULL
                ORDER BY made_at
                LIMIT 1
                """
            )
        }
        guard let message else { throw Missing() }
        try await Post(store: ground.store, member: ground.member(stage.by)).print(message, at: now)
    }

    /// Nobody answers for so many minutes: it goes on to the next who is named.
    private func keepSilent(_ stage: SeedFile.Stage, until now: Date) async throws {
        let watch = WorryWatch(store: ground.store, site: ground.site)
        let minutes = stage.minutes ?? 0
        for minute in stride(from: 0, through: minutes, by: 10) {
            try await watch.round(at: now.addingTimeInterval(Double(minute - minutes) * 60))
        }
    }

    private func person() async throws -> Person.ID {
        let about = referral
        let person: Person.ID? = try await ground.store.read {
            try $0.value("SELECT person FROM referral WHERE id = \(about)")
        }
        guard let person else { throw Missing() }
        return person
    }
}
