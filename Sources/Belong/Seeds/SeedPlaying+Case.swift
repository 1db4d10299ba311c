import Foundation
import Kernel
import Store

/// Conversations, plans, signs, holding, closing and worries of a made-up story.
extension SeedPlaying {
    mutating func playCase(_ stage: SeedFile.Stage, at now: Date) async throws {
        let (id, cases) = try (openCase.id, Cases(store: ground.store, member: openCase.linkWorker))
        switch stage.what {
        case .contact: contact = try await meet(stage, cases, id, at: now)
        case .agreement:
            try await CaseNews(store: ground.store, member: openCase.linkWorker)
                .write(agreed: stage.agreed ?? true, of: id, at: now)
        case .plan: try await plan(stage, cases, id, at: now)
        case .sign:
            try await cases.notice(sign(stage.kind, stage.words, at: now), on: id, at: now)
        case .hold: try await cases.hold(id, stage.words ?? "", at: now)
        case .close:
            let outcome = stage.outcome.flatMap(Closing.Outcome.init) ?? .some
            let closing = Closing(
                outcome: outcome,
                words: stage.words ?? "",
                wayBack: "Ring the surgery and ask for me."
            )
            try await cases.close(id, closing, giving: ground.site, at: now)
        case .note: try await note(stage, id, at: now)
        case .reopen: try await cases.reopen(id, stage.words ?? "", at: now)
        default: break
        }
    }

    mutating func playWorry(_ stage: SeedFile.Stage, at now: Date) async throws {
        let store = ground.store
        if stage.what == .worry {
            let about = referral
            let person: Person.ID? = try await store.read {
                try $0.value("SELECT person FROM referral WHERE id = \(about)")
            }
            guard let person else { return }
            worry = try await Worrying(store: store, member: ground.member(stage.by), site: ground.site)
                .raise(
                    stage.urgency.flatMap(Worry.Urgency.init) ?? .talk,
                    about: person,
                    to: ground.member(stage.to).id,
                    stage.words ?? "",
                    at: now
                )
        } else if let worry {
            try await Worries(store: store, member: ground.member(stage.by))
                .acknowledge(worry, stage.words ?? "", at: now)
        }
    }

    mutating func playHandOver(_ stage: SeedFile.Stage, at now: Date) async throws {
        let (id, linkWorker) = try openCase
        if let handOver, stage.what == .takeOver {
            try await HandOvers(store: ground.store, member: handOver.to).accept(handOver.id, at: now)
            opened = (id, handOver.to)
        } else {
            let to = try ground.member(stage.to)
            let asked = HandOverAsked(to: to.id, why: stage.words ?? "", toKnow: stage.toKnow ?? "")
            handOver = try await (
                HandOvers(store: ground.store, member: linkWorker).offer(id, asked, at: now), to
            )
        }
    }

    var openCase: (id: Case.ID, linkWorker: Member) {
        get throws {
            guard let opened else { throw Missing() }
            return opened
        }
    }

    private func note(_ stage: SeedFile.Stage, _ id: Case.ID, at now: Date) async throws {
        let notes = try Notes(store: ground.store, member: openCase.linkWorker)
        let audience = stage.audience.flatMap(Audience.init) ?? .team
        let wanted = NoteToWrite(words: stage.words ?? "", audience: audience)
        let note = try await notes.write(wanted, on: id, at: now)
        for tag in stage.tags ?? [] {
            try await notes.tag(note, on: id, NoteTagForm(reason: tag), at: now)
        }
    }

    private func meet(
        _ stage: SeedFile.Stage,
        _ cases: Cases,
        _ id: Case.ID,
        at now: Date
    ) async throws -> Contact.ID {
        let how = stage.reached.flatMap(Contact.Outcome.How.init)
        let told = Contact.Told(
            mode: stage.mode.flatMap(Contact.Mode.init) ?? .phone,
            place: stage.place ?? "",
            beganAt: now,
            minutes: stage.minutes,
            wentAlong: stage.wentAlong ?? false,
            outcome: how.map { .notReached($0, tried: stage.tried ?? "", next: stage.next ?? "") }
                ?? .reached,
            knewWhy: stage.knewWhy.flatMap(Contact.KnewWhy.init),
            matters: stage.matters ?? "",
            helps: stage.helps ?? "",
            hinders: stage.inTheWay ?? "",
            more: stage.words ?? ""
        )
        let written = try await cases.write(told, on: id, at: now)
        for noticed in stage.signs ?? [] {
            try await cases.notice(
                sign(noticed.kind, noticed.words, at: now),
                on: id,
                during: written,
                at: now
            )
        }
        if let tags = stage.tags, !tags.isEmpty {
            let tagging = Tagging(
                reasons: tags.compactMap(Reason.init),
                signs: [],
                ownSign: "",
                isByPerson: false
            )
            try await cases.tag(written, on: id, tagging, at: now)
        }
        return written
    }

    private func sign(_ kind: String?, _ words: String?, at now: Date) -> Sign {
        Sign(
            kind: kind.flatMap(Sign.Kind.init) ?? .own,
            words: words ?? "",
            noticedOn: Day(now),
            isByPerson: false
        )
    }

    private func plan(_ stage: SeedFile.Stage, _ cases: Cases, _ id: Case.ID, at now: Date) async throws {
        let current = try await ground.store.read { try $0.plan(of: id)?.id }
        let goals = (stage.goals ?? []).map { aim in
            Goal(
                words: aim.words,
                steps: aim.steps.map { doing in
                    let standing = Step.Standing(rawValue: doing.standing) ?? .toDo
                    return Step(words: doing.words, who: doing.who, standing: standing, note: "")
                }
            )
        }
        let revision = Revision(goals: goals, words: stage.words ?? "", from: current, contact: contact)
        try await cases.revise(id, revision, at: now)
    }
}
